import type { Language } from '../domain/run.ts';
import { settle } from './settled.ts';
import type { Shell } from './shell.ts';

/** The language a command that only speaks is to use: option, environment, configuration, else Dutch. Throws UserError. */
export function spokenLanguage(lang: string | undefined, shell: Pick<Shell, 'cwd' | 'env'>): Language {
  return settle(lang === undefined ? {} : { lang }, shell).language;
}
