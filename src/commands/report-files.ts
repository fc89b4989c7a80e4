import { join, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { UserError } from '../errors.ts';
import type { Reporter, ReportMatter } from '../reporters/reporter.ts';
import { nearest } from './config.ts';
import { writeWhole } from './write-whole.ts';

/** Which reports there are; each is loaded only when it is asked for. */
const REPORTERS: Readonly<Record<string, () => Promise<Reporter>>> = {
  json: async () => (await import('../reporters/json.ts')).json,
  xlsx: async () => (await import('../reporters/xlsx.ts')).xlsx,
  csv: async () => (await import('../reporters/csv.ts')).csv,
  markdown: async () => (await import('../reporters/markdown.ts')).markdown,
};

/** Fixed names of the files in a report folder. */
export const REPORT_FILES: ReadonlySet<string> = new Set([
  'report.json',
  'bevindingen.xlsx',
  'bevindingen.csv',
  'samenvatting.md',
]);

/** One report to write: to the report folder, to a path of its own, or to standard output (`-`). */
export interface WantedReport {
  readonly id: string;
  readonly target: string | null;
}

/** Reads `--report LIST`: names, or NAME=PATH, or NAME=-. Throws UserError for a name that is not known. */
export function wantedReports(list: readonly string[]): WantedReport[] {
  const reports = list
    .flatMap((item) => item.split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map(wanted);
  if (reports.filter(({ target }) => target === '-').length > 1)
    throw new UserError('Er kan maar één rapport naar standaarduitvoer (=-).');
  return reports;
}

function wanted(item: string): WantedReport {
  const split = item.indexOf('=');
  const id = split < 0 ? item : item.slice(0, split);
  if (!Object.hasOwn(REPORTERS, id)) {
    const known = Object.keys(REPORTERS);
    throw new UserError(`Rapport "${id}" bestaat niet.${nearest(id, known)} Bekend zijn: ${known.join(', ')}.`);
  }
  return { id, target: split < 0 ? null : item.slice(split + 1) };
}

/** Writes the reports, each whole or not at all, and returns the paths of the files. */
export async function writeReports(
  reports: readonly WantedReport[],
  matter: ReportMatter,
  folder: string,
  cwd: string,
  stdout: Writable,
): Promise<string[]> {
  const written: string[] = [];
  for (const { id, target } of reports) {
    const reporter = await REPORTERS[id]!();
    if (target === '-') {
      await writeTo(stdout, reporter, matter);
      continue;
    }
    const path = target === null ? join(folder, `${reporter.fileName}${reporter.extension}`) : resolve(cwd, target);
    await writeWhole(path, reporter.render(matter));
    written.push(path);
  }
  return written;
}

async function writeTo(stdout: Writable, reporter: Reporter, matter: ReportMatter): Promise<void> {
  for await (const piece of reporter.render(matter)) {
    if (!stdout.write(piece)) await new Promise<void>((drained) => stdout.once('drain', drained));
  }
  if (stdout.destroyed) await finished(stdout);
}
