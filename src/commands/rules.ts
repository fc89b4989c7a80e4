import type { Language } from '../domain/run.ts';
import { wordsFor } from '../messages/words-for.ts';
import { CATALOGUE } from '../pipeline/catalogue.ts';
import { aligned, textLine } from '../reporters/text-line.ts';
import type { ExitCode, Shell } from './shell.ts';
import { terminalOf } from './terminal.ts';

/** `tzt rules`: every rule, one line each. */
export function listRules(options: { readonly lang: Language; readonly color?: boolean }, shell: Shell): ExitCode {
  const words = wordsFor(options.lang);
  const rows = CATALOGUE.map((rule) => [
    rule.id,
    words.severity(rule.severity),
    rule.expectedReturnCode ?? '',
    words.rule(rule.id).title,
  ]);
  terminalOf(shell, options, false).lines(aligned(rows).map((text) => textLine(text)));
  return 0;
}
export async function explainRule(_r: string, _o: unknown, _s: unknown): Promise<ExitCode> {
  return 4;
}
