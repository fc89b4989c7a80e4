import type { Language } from '../domain/run.ts';
import type { Catalogue, RuleEntry } from './catalogue.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import { plain } from './plain.ts';
import type { Words } from './words.ts';

/** All words of a language. */
export function wordsFor(language: Language): Words {
  const catalogue = { nl, en }[language];
  const { number, euros, hours, date, month } = catalogue.forms;
  return {
    language,
    rule: (id) => {
      const { title, why, remedy } = entryOf(catalogue, id);
      return { title, why, remedy };
    },
    message: ({ rule, data, ...about }) => plain(entryOf(catalogue, rule).message(data, about)),
    notChecked: ({ rule, reason, lines }) => {
      const title = Object.hasOwn(catalogue.rules, rule) ? entryOf(catalogue, rule).title : null;
      return plain(catalogue.notChecked[reason](lines, title));
    },
    notice: ({ id, data }) => plain(catalogue.notices[id](data)),
    storeError: (kind, data) => plain(catalogue.storeErrors[kind](data)),
    verdict: (verdict) => catalogue.verdicts[verdict],
    lineVerdict: (verdict) => catalogue.lineVerdicts[verdict],
    severity: (severity) => catalogue.severities[severity],
    expectedReturnCode: (code) => plain(catalogue.expectedReturnCode(code)),
    number,
    euros,
    hours,
    date,
    month,
  };
}

/** Data of a finding has the shape its rule declares: it was made by that rule, or checked when a remembered run was read. */
function entryOf(catalogue: Catalogue, id: string): RuleEntry<unknown> {
  if (!Object.hasOwn(catalogue.rules, id)) throw new RangeError(`no words for a rule with id ${plain(id)}`);
  const entries = catalogue.rules as unknown as Readonly<Record<string, RuleEntry<unknown>>>;
  return entries[id]!;
}
