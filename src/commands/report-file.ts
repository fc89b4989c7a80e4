import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { maskBsn } from '../domain/bsn.ts';
import { UserError } from '../errors.ts';
import { type ReportDocument, ReportShape } from '../reporters/report-schema.ts';

/** A report.json that was read, and what to call it: `report.json, run 20260402-…`. */
export interface ReportFile {
  readonly name: string;
  readonly report: ReportDocument;
}

/**
 * The path of the report.json that a text names, itself or by its folder; null when the text is the id of a run.
 * Throws UserError for what can only be a path and is not there.
 */
export function reportPath(text: string, cwd: string): string | null {
  const path = resolve(cwd, text);
  if (existsSync(path)) {
    const file = statSync(path).isDirectory() ? join(path, 'report.json') : path;
    if (existsSync(file)) return file;
    throw new UserError(`In de map ${text} staat geen report.json.`);
  }
  if (/[/\\]|\.json$/i.test(text)) throw new UserError(`Het bestand ${text} bestaat niet.`);
  return null;
}

/** Reads a report.json. Throws UserError when it is none. */
export function readReport(path: string): ReportFile {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is geen geldige JSON.' : 'is niet te lezen.';
    throw new UserError(`Het bestand ${path} ${why}`, error);
  }
  const parsed = ReportShape.safeParse(json);
  if (parsed.success)
    return { name: `${maskBsn(basename(path))}, run ${maskBsn(parsed.data.run.id)}`, report: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : ` (${issue.path.map(String).join('.')})`;
  throw new UserError(
    `Het bestand ${path} is geen report.json van deze versie${where}. Maak het opnieuw met: tzt validate … --report json`,
  );
}
