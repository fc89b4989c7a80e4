import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { REPORT_FILES, type WantedReport } from './report-files.ts';

/**
 * Removes reports of an earlier run from the folder, so that those of two runs never lie mixed; returns how many there were.
 * Only files with the fixed names of reports are touched.
 */
export function clearEarlierReports(folder: string, reports: readonly WantedReport[]): number {
  if (reports.every(({ target }) => target !== null)) return 0;
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => REPORT_FILES.has(name));
  } catch {
    return 0; // Not there yet, or not readable: writing will say so.
  }
  for (const name of names) rmSync(join(folder, name), { force: true });
  return names.length;
}
