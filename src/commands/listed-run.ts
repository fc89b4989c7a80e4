import { maskBsn } from '../domain/bsn.ts';
import type { JsonObject } from '../domain/finding.ts';
import type { RunFinding, RunPlace, RunResult } from '../domain/run.ts';
import type { ComparedFinding, ComparedLine, ComparedRun } from '../engine/compared-run.ts';
import type { Words } from '../messages/words.ts';
import type { StoredLine } from '../store/stored-run.ts';
import type { ReportFile } from './report-file.ts';

/** A finding as `tzt diff` lists it. */
export interface ListedFinding extends ComparedFinding {
  readonly fingerprint: string;
  readonly places: readonly RunPlace[];
  /** Its sentence: made now from a remembered run, as it was written in a report.json. */
  readonly say: () => string;
}

/** One of the two runs of `tzt diff`. */
export interface ListedRun extends ComparedRun<ListedFinding> {
  /** What the user knows it by: the id of the run, or the name of the file. */
  readonly name: string;
  readonly id: string;
  readonly startedAt: string;
}

/** A run as a report.json tells it: of the client-months with a finding, and without the days of their lines. */
export function runInReport({ name, report }: ReportFile): ListedRun {
  const lines = new Map<string, ComparedLine[]>();
  for (const month of report.clientMonths) {
    lines.set(
      keyOf(month.client, month.month),
      month.lines.map(({ code, minutes, reference }) => ({ code, minutes, reference: reference ?? '', rest: null })),
    );
  }
  return {
    name,
    id: report.run.id,
    startedAt: report.run.startedAt,
    asOf: report.run.asOf,
    version: report.tool.version,
    policies: report.policies,
    weakened: null,
    inputs: report.inputs,
    findings: report.findings.map((finding) =>
      // What a rule wrote down is JSON, and nothing but the rule's own words reads it as more.
      listed({ ...finding, data: finding.data as JsonObject }, report.inputs, () => maskBsn(finding.message)),
    ),
    linesOf: (client, month) => lines.get(keyOf(client, month)) ?? null,
  };
}

/**
 * A run of the store. `readLines` gives its lines, `pseudonym` the name a client has in them; of the lines only those of `asked`
 * client-months are kept, and none are read before they are asked for.
 */
export function runInStore(
  result: RunResult,
  words: Words,
  readLines: () => Iterable<StoredLine>,
  pseudonym: (client: string) => string,
  asked: () => Iterable<Pick<RunFinding, 'client' | 'month'>>,
): ListedRun {
  let gathered: Map<string, ComparedLine[]> | null = null;
  return {
    name: result.run.id,
    id: result.run.id,
    startedAt: result.run.startedAt,
    asOf: result.run.asOf,
    version: result.tool.version,
    policies: result.policies,
    weakened: result.weakened,
    inputs: result.inputs,
    findings: result.findings.map((finding) => listed(finding, result.inputs, () => words.message(finding))),
    linesOf: (client, month) => {
      gathered ??= linesOfAsked(readLines(), pseudonym, asked());
      return gathered.get(keyOf(pseudonym(client), month)) ?? [];
    },
  };
}

function linesOfAsked(
  lines: Iterable<StoredLine>,
  pseudonym: (client: string) => string,
  asked: Iterable<Pick<RunFinding, 'client' | 'month'>>,
): Map<string, ComparedLine[]> {
  const gathered = new Map<string, ComparedLine[]>();
  for (const { client, month } of asked)
    if (client !== null && month !== null) gathered.set(keyOf(pseudonym(client), month), []);
  for (const line of lines) gathered.get(keyOf(line.client, line.month))?.push(comparedLine(line));
  return gathered;
}

function comparedLine(line: StoredLine): ComparedLine {
  const { code, minutes, credit, reference, first, last, corrects, provider, insurer, amountCents } = line;
  return {
    code,
    minutes: credit ? -minutes : minutes,
    reference,
    rest: JSON.stringify([first, last, credit, corrects, provider, insurer, amountCents]),
  };
}

function listed(
  finding: Omit<RunFinding, 'expectedReturnCode'>,
  inputs: readonly { readonly name: string; readonly sheet: string | null; readonly role: string | null }[],
  say: () => string,
): ListedFinding {
  const [place] = finding.places;
  const input = place && inputs.find(({ name, sheet }) => name === place.input && sheet === place.sheet);
  return {
    fingerprint: finding.fingerprint,
    rule: finding.rule,
    severity: finding.severity,
    client: finding.client,
    month: finding.month,
    data: finding.data,
    role: input?.role ?? null,
    waived: finding.waiver !== null,
    places: finding.places,
    say,
  };
}

function keyOf(client: string, month: string): string {
  return `${month} ${client}`;
}
