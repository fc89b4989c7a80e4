import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { PACKAGE_ROOT } from '../package-root.ts';
import { aligned, textLine } from '../reporters/text-line.ts';
import { copyShipped } from './copy-shipped.ts';
import { SCHEMAS, TEMPLATE_FILES } from './schema-list.ts';
import type { ExitCode, Shell } from './shell.ts';
import { spokenLanguage } from './spoken-language.ts';
import { terminalOf } from './terminal.ts';

/** Options of `tzt schema`. */
export interface SchemaOptions {
  /** Where the templates go. */
  readonly out?: string;
  readonly lang?: string;
  readonly color?: boolean;
}

const FOLDER = join(PACKAGE_ROOT, 'schemas');
const TEMPLATES = 'templates';

/**
 * `tzt schema`: what is published; `tzt schema NAME`: one of them, as it is; `tzt schema templates`: writes the CSV and XLSX templates to a
 * folder. Throws UserError for a name nobody knows, and for a template that would overwrite a file.
 */
export function schema(name: string | undefined, options: SchemaOptions, shell: Shell): ExitCode {
  const language = spokenLanguage(options.lang, shell);
  if (name === undefined) return list(language, options, shell);
  if (name === TEMPLATES) return writeTemplates(language, options, shell);
  const wanted = SCHEMAS.find((known) => known.name.toLowerCase() === name.toLowerCase());
  if (wanted === undefined) {
    const known = [...SCHEMAS.map((one) => one.name), TEMPLATES];
    throw new UserError(`Schema "${name}" bestaat niet.${nearest(name, known)} Bekend zijn: ${known.join(', ')}.`);
  }
  shell.stdout.write(readFileSync(join(FOLDER, wanted.file), 'utf8'));
  return 0;
}

function list(language: 'nl' | 'en', options: SchemaOptions, shell: Shell): ExitCode {
  const templates =
    language === 'nl'
      ? 'sjablonen voor CSV en XLSX: tzt schema templates --out MAP'
      : 'templates for CSV and XLSX: tzt schema templates --out DIR';
  const rows = [...SCHEMAS.map((one) => [one.name, one[language]]), [TEMPLATES, templates]];
  terminalOf(shell, options, false).lines(aligned(rows).map((line) => textLine(line)));
  return 0;
}

function writeTemplates(language: 'nl' | 'en', options: SchemaOptions, shell: Shell): ExitCode {
  const folder = resolve(shell.cwd, options.out ?? 'sjablonen');
  copyShipped(
    TEMPLATE_FILES.map((file) => ({ from: join(FOLDER, TEMPLATES, file), to: join(folder, file) })),
    shell.cwd,
  );
  const place = relative(shell.cwd, folder) || '.';
  const said =
    language === 'nl'
      ? `In ${place}: ${TEMPLATE_FILES.join(', ')}. Begin met LEESMIJ.md; gebruik óf de werkmap, óf de CSV-bestanden.`
      : `In ${place}: ${TEMPLATE_FILES.join(', ')}. Start with LEESMIJ.md; use either the workbook or the CSV files.`;
  terminalOf(shell, options, false).lines([textLine(said)]);
  return 0;
}
