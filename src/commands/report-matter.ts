import type { Pseudonyms } from '../domain/pseudonyms.ts';
import type { Language, RunResult } from '../domain/run.ts';
import { wordsFor } from '../messages/words-for.ts';
import { CATALOGUE } from '../pipeline/catalogue.ts';
import type { ReportMatter } from '../reporters/reporter.ts';
import { clientPseudonym } from './client-pseudonym.ts';

/** What the reports of a run are made of, in one language. */
export function matterOf(result: RunResult, language: Language, pseudonyms: Pick<Pseudonyms, 'client'>): ReportMatter {
  return {
    result,
    words: wordsFor(language),
    rules: CATALOGUE,
    pseudonym: (client) => clientPseudonym(client, pseudonyms),
  };
}
