import { resolve } from 'node:path';
import type { RunResult } from '../domain/run.ts';
import { compareRuns } from '../engine/compare-runs.ts';
import { UserError } from '../errors.ts';
import { toolFacts } from '../package-root.ts';
import { clientPseudonym } from './client-pseudonym.ts';
import { payerCapsOf, readConfig, severitiesOf } from './config.ts';
import { diffDocument } from './diff-document.ts';
import { diffLines } from './diff-lines.ts';
import { type JudgingAgain, judgingAgain, notJudgingAgain } from './judging-again.ts';
import { type ListedFinding, type ListedRun, runInReport, runInStore } from './listed-run.ts';
import { readPolicies } from './read-policies.ts';
import { readReport, reportPath } from './report-file.ts';
import { oneRun } from './run-in-store.ts';
import type { ExitCode, Shell } from './shell.ts';
import type { StoreOptions } from './store-options.ts';
import { type StoreUse, usingStore } from './use-store.ts';

/** Options of `tzt diff`. */
export interface DiffOptions extends StoreOptions {
  /** One JSON document instead of text. */
  readonly json?: boolean;
  /** Every finding, however many there are. */
  readonly all?: boolean;
}

/**
 * `tzt diff RUN RUN`: what is new, solved and unchanged from the first run to the second, and why. Each is the id of a remembered run (or
 * its beginning), a report.json or the folder of one. 1 when there is a new error that nobody accepted, else 0.
 */
export async function diff(older: string, newer: string, options: DiffOptions, shell: Shell): Promise<ExitCode> {
  return usingStore(options, shell, async (use) => {
    const findings: ListedFinding[] = [];
    const called = [
      await runCalled(older, use, shell, findings),
      await runCalled(newer, use, shell, findings),
    ] as const;
    const runs = [called[0].listed, called[1].listed] as const;
    findings.push(...runs[0].findings, ...runs[1].findings);
    const judging = await judgingOf([called[0].result, called[1].result], options, use, shell);
    const comparison = compareRuns(...runs, judging.lines);
    if (options.json) {
      const document = diffDocument(runs, comparison, judging.outcome());
      shell.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    } else use.terminal.lines(diffLines(runs, comparison, judging.outcome(), use.words, options.all ?? false));
    return comparison.new.some(({ finding }) => finding.severity === 'error' && !finding.waived) ? 1 : 0;
  });
}

interface CalledRun {
  readonly listed: ListedRun;
  /** Null for a report.json. */
  readonly result: RunResult | null;
}

/** `asked`: whose client-months may be asked for; filled in once both runs are known. */
async function runCalled(
  text: string,
  { open, words, storeFile }: StoreUse,
  shell: Shell,
  asked: readonly ListedFinding[],
): Promise<CalledRun> {
  const path = reportPath(text, shell.cwd);
  if (path !== null) return { listed: runInReport(readReport(path)), result: null };
  const opened = await open();
  if (opened === null)
    throw new UserError(
      `Er is geen run ${text}: er is nog geen opslag (${storeFile}), en een bestand met die naam ook niet.`,
    );
  const { store, pseudonyms } = opened;
  const result = oneRun(store.loadRun(text), text);
  const listed = runInStore(
    result,
    words,
    () => store.linesOf(result.run.id),
    (client) => clientPseudonym(client, pseudonyms),
    () => asked,
  );
  return { listed, result };
}

async function judgingOf(
  [older, newer]: readonly [RunResult | null, RunResult | null],
  options: DiffOptions,
  { open, settled }: StoreUse,
  shell: Shell,
): Promise<JudgingAgain> {
  const opened = older === null || newer === null ? null : await open();
  if (older === null || newer === null || opened === null) return notJudgingAgain();
  const read = readConfig(options.config, shell.cwd);
  const rules = {
    policies: readPolicies(settled.options.policies && resolve(shell.cwd, settled.options.policies)),
    payerCaps: payerCapsOf(read),
    ...severitiesOf(read),
    pseudonyms: opened.pseudonyms,
    version: toolFacts().version,
  };
  return judgingAgain(older, newer, opened.store, rules, false);
}
