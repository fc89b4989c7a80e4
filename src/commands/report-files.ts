import { join, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { UserError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import type { Reporter, ReportMatter } from '../reporters/reporter.ts';
import { COPY_REPORTS } from './copy-files.ts';
import { writeTo, writeWhole } from './write-whole.ts';

/** Which reports there are; each is loaded only when it is asked for. */
const REPORTERS: Readonly<Record<string, () => Promise<Reporter>>> = {
  html: async () => (await import('../reporters/html.tsx')).html,
  json: async () => (await import('../reporters/json.ts')).json,
  xlsx: async () => (await import('../reporters/xlsx.ts')).xlsx,
  csv: async () => (await import('../reporters/csv.ts')).csv,
  markdown: async () => (await import('../reporters/markdown.ts')).markdown,
  sarif: async () => (await import('../reporters/sarif.ts')).sarif,
  junit: async () => (await import('../reporters/junit.ts')).junit,
  github: async () => (await import('../reporters/github.ts')).github,
  gitlab: async () => (await import('../reporters/gitlab.ts')).gitlab,
};

/** Every report there is, by the name that `--report` knows. */
export const REPORT_NAMES: readonly string[] = [...Object.keys(REPORTERS), ...COPY_REPORTS];

/** Fixed names of the files in a report folder. */
export const REPORT_FILES: ReadonlySet<string> = new Set([
  'rapport.html',
  'report.json',
  'bevindingen.xlsx',
  'bevindingen.csv',
  'samenvatting.md',
  'bevindingen.sarif',
  'junit.xml',
  'github-annotaties.txt',
  'gl-code-quality-report.json',
]);

/** One report to write: to the report folder, to a path of its own, or to standard output (`-`). */
export interface WantedReport {
  readonly id: string;
  readonly target: string | null;
}

/** Reads `--report LIST`: names, or NAME=PATH, or NAME=-. Throws UserError for a name that is not known. */
export function wantedReports(list: readonly string[], where: string): WantedReport[] {
  const reports = list
    .flatMap((item) => item.split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => wanted(item, where));
  if (reports.filter(({ target }) => target === '-').length > 1)
    throw new UserError(`${where} Er kan maar één rapport naar standaarduitvoer (=-).`);
  return reports;
}

function wanted(item: string, where: string): WantedReport {
  const split = item.indexOf('=');
  const id = split < 0 ? item : item.slice(0, split);
  if (!REPORT_NAMES.includes(id)) {
    throw new UserError(
      `${where} Rapport "${id}" bestaat niet.${nearest(id, REPORT_NAMES)} Bekend zijn: ${REPORT_NAMES.join(', ')}.`,
    );
  }
  if (id === 'split' && split >= 0)
    throw new UserError(`${item}: split schrijft twee bestanden. Noem er geen en kies een map met --out.`);
  return { id, target: split < 0 ? null : item.slice(split + 1) };
}

/** The reporter of a name, loaded now; undefined when there is none, or when its report is a copy of the input. */
export async function reporterOf(id: string): Promise<Reporter | undefined> {
  return REPORTERS[id]?.();
}

/** Where reports go, and who makes them. */
export interface ReportPlace {
  readonly folder: string;
  readonly cwd: string;
  readonly stdout: Writable;
  /** Gives the reporter of a name; `reporterOf` when absent. */
  readonly reporter?: typeof reporterOf;
}

/** Writes the reports, each whole or not at all, and returns the paths of the files. */
export async function writeReports(
  reports: readonly WantedReport[],
  matter: ReportMatter,
  { folder, cwd, stdout, reporter: reporterNamed = reporterOf }: ReportPlace,
): Promise<string[]> {
  const written: string[] = [];
  for (const { id, target } of reports) {
    const reporter = await reporterNamed(id);
    // Copies of the input are made of more than a result: copy-files.ts writes them.
    if (reporter === undefined) continue;
    if (target === '-') {
      await writeTo(stdout, reporter.render(matter));
      continue;
    }
    const path = target === null ? join(folder, `${reporter.fileName}${reporter.extension}`) : resolve(cwd, target);
    await writeWhole(path, reporter.render(matter));
    written.push(path);
  }
  return written;
}
