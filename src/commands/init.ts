import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Language } from '../domain/run.ts';
import { PACKAGE_ROOT } from '../package-root.ts';
import { textLine } from '../reporters/text-line.ts';
import { copyShipped } from './copy-shipped.ts';
import type { ExitCode, Shell } from './shell.ts';
import { spokenLanguage } from './spoken-language.ts';
import { starterConfig } from './starter-config.ts';
import { terminalOf } from './terminal.ts';

/** Options of `tzt init`. */
export interface InitOptions {
  readonly lang?: string;
  readonly color?: boolean;
}

const SAMPLE = 'goede-maand';
const SAMPLE_FILES = ['declaraties.csv', 'leveringsvormen.csv', 'indicaties.csv', 'clienten.csv'];

/**
 * `tzt init [DIR]`: writes a configuration that explains itself, its schema, and a sample delivery that is approved (exit code 0).
 * Never writes over a file: then nothing is written. Throws UserError.
 */
export function init(folder: string | undefined, options: InitOptions, shell: Shell): ExitCode {
  const language = spokenLanguage(options.lang, { cwd: resolve(shell.cwd, folder ?? '.'), env: shell.env });
  const target = resolve(shell.cwd, folder ?? '.');
  const sample = language === 'nl' ? 'voorbeeld' : 'example';
  const drafts = mkdtempSync(join(tmpdir(), 'tzt-init-'));
  try {
    const config = join(drafts, 'tzt.config.json');
    writeFileSync(config, starterConfig(language));
    copyShipped(
      [
        { from: config, to: join(target, 'tzt.config.json') },
        {
          from: join(PACKAGE_ROOT, 'schemas', 'config.schema.json'),
          to: join(target, 'tzt.config.schema.json'),
        },
        ...SAMPLE_FILES.map((file) => ({
          from: join(PACKAGE_ROOT, 'samples', SAMPLE, file),
          to: join(target, sample, file),
        })),
      ],
      shell.cwd,
    );
  } finally {
    rmSync(drafts, { recursive: true });
  }
  const lines = next(language, relative(shell.cwd, target), sample);
  terminalOf(shell, options, false).lines(lines.map((line) => textLine(line)));
  return 0;
}

function next(language: Language, folder: string, sample: string): string[] {
  const enter = folder === '' ? [] : [`  cd ${folder}`];
  const run = `  tzt validate ${sample} --as-of 2026-04-02`;
  if (language === 'en') {
    return [
      `Written: tzt.config.json (settings, with notes), tzt.config.schema.json (for your editor) and ${sample}/ (a made-up month).`,
      'Try it; the month is approved (exit code 0):',
      ...enter,
      run,
      'Then put your own exports in a folder and check that. Empty templates: tzt schema templates',
    ];
  }
  return [
    `Geschreven: tzt.config.json (instellingen, met toelichting), tzt.config.schema.json (voor uw editor) en ${sample}/ (een verzonnen maand).`,
    'Probeer het; de maand wordt goedgekeurd (afsluitcode 0):',
    ...enter,
    run,
    'Zet daarna uw eigen exporten in een map en controleer die. Lege sjablonen: tzt schema templates',
  ];
}
