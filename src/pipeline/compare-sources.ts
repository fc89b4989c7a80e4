import { withoutBsn } from '../domain/bsn.ts';
import { ClientIdentity } from '../domain/client-identity.ts';
import { compareTexts } from '../domain/compare-texts.ts';
import { isoOf } from '../domain/day.ts';
import type { LineTable } from '../domain/line-table.ts';
import { type Month, monthOf, monthText } from '../domain/month.ts';
import type { Pseudonyms } from '../domain/pseudonyms.ts';
import type { RunResult } from '../domain/run.ts';
import { type ClientNames, clientNames } from '../engine/client-names.ts';
import { compareLines, type LineComparison } from '../engine/compare-lines.ts';
import type { Words } from '../messages/words.ts';
import { shown } from '../parse/intake-log.ts';
import type { ComparedLine, Comparison } from '../reporters/comparison-schema.ts';
import { type ReadDelivery, readDelivery } from './read-delivery.ts';
import type { NamedSource, ReadSettings } from './read-settings.ts';

/** What comparing is told besides the files. */
export interface CompareSettings extends ReadSettings {
  readonly pseudonyms: Pseudonyms;
  readonly tool: RunResult['tool'];
  readonly words: Words;
  /** Compare only lines of these care months; null for all. */
  readonly months: ReadonlySet<Month> | null;
}

/** An export beside the message made from it, both read as every delivery is. Clients are joined over both. Touches no disk and no clock. */
export async function compareSources(
  exported: readonly NamedSource[],
  message: readonly NamedSource[],
  settings: CompareSettings,
): Promise<Comparison> {
  const identity = new ClientIdentity();
  const left = await readDelivery(exported, settings, identity);
  const right = await readDelivery(message, settings, identity);
  const { months } = settings;
  const names = clientNames(identity, settings.pseudonyms);
  const sides = { export: sideOf(left, settings), message: sideOf(right, settings) };
  // Beside a side that could not be read at all every line of the other would seem to be missing.
  const isReadable = sides.export.inputs.length > 0 && sides.message.inputs.length > 0;
  const found = isReadable ? compareLines(left.lines, right.lines, identity, months) : NOTHING_COMPARED;
  const ofExport = (line: number) => lineOf(left, line, names);
  const ofMessage = (line: number) => lineOf(right, line, names);
  const differences = found.leftOnly.length + found.rightOnly.length + found.different.length;
  const isWhole = [sides.export, sides.message].every(
    ({ unread, problems, lines }) => unread.length === 0 && problems.length === 0 && lines > 0,
  );
  return {
    schemaVersion: '1.0',
    tool: settings.tool,
    exitCode: differences > 0 ? 1 : isWhole && found.clientsUnseen === 0 ? 0 : 3,
    months: months && [...months].sort((a, b) => a - b).map(monthText),
    ...sides,
    summary: {
      same: found.same,
      different: found.different.length,
      onlyInExport: found.leftOnly.length,
      onlyInMessage: found.rightOnly.length,
      otherReferences: found.otherReferences,
      clientsUnseen: found.clientsUnseen,
    },
    codes: counted(countsOf(left.lines, months), countsOf(right.lines, months)),
    otherCodes: counted(ignoredIn(left), ignoredIn(right)),
    onlyInExport: found.leftOnly.map(ofExport),
    onlyInMessage: found.rightOnly.map(ofMessage),
    different: found.different.map((pair) => ({
      differs: [...pair.differs],
      matchedBy: pair.by,
      export: ofExport(pair.left),
      message: ofMessage(pair.right),
    })),
  };
}

const NOTHING_COMPARED: LineComparison = {
  leftOnly: [],
  rightOnly: [],
  different: [],
  same: 0,
  otherReferences: 0,
  clientsUnseen: 0,
};

function lineOf({ lines, inputs }: ReadDelivery, line: number, names: ClientNames): ComparedLine {
  const input = inputs[lines.input(line)];
  return {
    input: input?.name ?? '',
    sheet: input?.sheet ?? null,
    row: lines.row(line),
    reference: names.safe(lines.reference(line)) || null,
    client: names.label(lines.client(line)),
    code: lines.code(line),
    start: isoOf(lines.first(line)),
    end: isoOf(lines.last(line)),
    debitCredit: lines.isCredit(line) ? 'C' : 'D',
    minutes: lines.minutes(line),
    amountCents: lines.amount(line),
  };
}

function sideOf(delivery: ReadDelivery, { words, months }: CompareSettings): Comparison['export'] {
  const { lines, inputs, notLines } = delivery;
  const sums = { lines: 0, minutes: 0, cents: 0, withAmounts: false };
  for (let line = 0; line < lines.length; line++) {
    if (!isAsked(lines, line, months)) continue;
    const sign = lines.isCredit(line) ? -1 : 1;
    const amount = lines.amount(line);
    sums.lines++;
    sums.minutes += sign * lines.minutes(line);
    sums.cents += sign * (amount ?? 0);
    sums.withAmounts ||= amount !== null;
  }
  const claims = inputs.filter(({ role }) => role === 'claims');
  return {
    inputs: claims.map(({ name, sheet, format, sha256, rows, test }) => ({
      ...{ name, sheet, format, sha256, rows },
      test: test === true,
    })),
    lines: sums.lines,
    minutes: sums.minutes,
    amountCents: sums.withAmounts ? sums.cents : null,
    unread: [...notLines].flatMap(([input, rows]) => {
      const { name = '', sheet = null } = inputs[input] ?? {};
      return Array.from({ length: rows.length }, (_, index) => ({ input: name, sheet, row: rows.at(index) }));
    }),
    problems: problemsOf(delivery, claims.length > 0, words),
  };
}

/** What keeps a file from being compared at all. A file of no known role matters only where nothing else is to be compared. */
function problemsOf(
  { findings, inputs }: ReadDelivery,
  hasClaims: boolean,
  words: Words,
): Comparison['export']['problems'] {
  return findings.flatMap(({ rule, data, places }) => {
    const place = places[0];
    const input = inputs[place?.input ?? -1];
    const matters =
      rule === 'unreadable-file' ||
      (rule === 'missing-column' && input?.role === 'claims') ||
      (!hasClaims && (rule === 'unknown-role' || rule === 'missing-column'));
    if (!matters || !place || !input) return [];
    const where = { ...place, input: input.name, sheet: input.sheet };
    const message = words.message({ rule, data, client: null, month: null, places: [where] });
    return [{ input: input.name, sheet: input.sheet, rule, message }];
  });
}

function countsOf(lines: LineTable, months: CompareSettings['months']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let line = 0; line < lines.length; line++) {
    if (isAsked(lines, line, months)) counts.set(lines.code(line), (counts.get(lines.code(line)) ?? 0) + 1);
  }
  return counts;
}

function ignoredIn({ claims }: ReadDelivery): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  // Two codes may be shown alike.
  for (const [code, lines] of claims?.ignored ?? []) {
    const name = withoutBsn(shown(code));
    counts.set(name, (counts.get(name) ?? 0) + lines);
  }
  return counts;
}

function counted(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): Comparison['codes'] {
  const codes = [...new Set([...left.keys(), ...right.keys()])].sort(compareTexts);
  return codes.map((code) => ({ code, export: left.get(code) ?? 0, message: right.get(code) ?? 0 }));
}

function isAsked(lines: LineTable, line: number, months: CompareSettings['months']): boolean {
  return months === null || months.has(monthOf(lines.first(line)));
}
