import { compareRuns } from '../engine/compare-runs.ts';
import { UserError } from '../errors.ts';
import { clientPseudonym } from './client-pseudonym.ts';
import { diffDocument } from './diff-document.ts';
import { diffLines } from './diff-lines.ts';
import { type ListedFinding, type ListedRun, runInReport, runInStore } from './listed-run.ts';
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
    const runs = [await runCalled(older, use, shell, findings), await runCalled(newer, use, shell, findings)] as const;
    findings.push(...runs[0].findings, ...runs[1].findings);
    const comparison = compareRuns(...runs);
    if (options.json) shell.stdout.write(`${JSON.stringify(diffDocument(runs, comparison), null, 2)}\n`);
    else use.terminal.lines(diffLines(runs, comparison, use.words, options.all ?? false));
    return comparison.new.some(({ finding }) => finding.severity === 'error' && !finding.waived) ? 1 : 0;
  });
}

/** `asked`: whose client-months may be asked for; filled in once both runs are known. */
async function runCalled(
  text: string,
  { open, words, storeFile }: StoreUse,
  shell: Shell,
  asked: readonly ListedFinding[],
): Promise<ListedRun> {
  const path = reportPath(text, shell.cwd);
  if (path !== null) return runInReport(readReport(path));
  const opened = await open();
  if (opened === null)
    throw new UserError(
      `Er is geen run ${text}: er is nog geen opslag (${storeFile}), en een bestand met die naam ook niet.`,
    );
  const { store, pseudonyms } = opened;
  const result = oneRun(store.loadRun(text), text);
  return runInStore(
    result,
    words,
    () => store.linesOf(result.run.id),
    (client) => clientPseudonym(client, pseudonyms),
    () => asked,
  );
}
