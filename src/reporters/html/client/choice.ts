import type { CardFacts, FilterName, PageData } from '../page-data.ts';
import { type ClientCard, textOf } from './cards.ts';

/** What the reader asked for: the fields of the form by name, '' for no wish. Also what stands in the address. */
export type Choice = Readonly<Record<string, string>>;

const FILTERS: Readonly<Record<FilterName, 0 | 1 | 2 | 3>> = { rule: 0, code: 1, insurer: 2, action: 3 };

/** The cards that match, in the order asked for. */
export function chosen(cards: readonly ClientCard[], choice: Choice, data: PageData): ClientCard[] {
  const wanted = Object.entries(FILTERS).flatMap(([name, field]) => {
    const value = choice[name] ?? '';
    return value === '' ? [] : [{ field, index: data.filters[name as FilterName].indexOf(value) }];
  });
  const terms = (choice.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const matching = cards.filter((card) => {
    if (!wanted.every(({ field, index }) => card.facts[field].includes(index))) return false;
    return terms.every((term) => textOf(card).includes(term));
  });
  return ordered(matching, choice.sort ?? '');
}

/** By text where numbers count by their value, as a list of clientnummers is expected, or the most first; else as it was. */
function ordered(cards: ClientCard[], sort: string): ClientCard[] {
  const text = TEXTS[sort];
  if (text) {
    // Keys once, and plain comparison: a collator would make a reader of thousands of cards wait.
    const keyed = cards.map((card): [string, ClientCard] => [text(card.facts), card]);
    return keyed.sort(([a], [b]) => (a < b ? -1 : Number(a > b))).map(([, card]) => card);
  }
  const figure = FIGURES[sort];
  return figure === undefined ? cards : cards.sort((a, b) => b.facts[figure] - a.facts[figure]);
}

const TEXTS: Readonly<Record<string, (facts: CardFacts) => string>> = {
  client: (facts) => `${textKey(facts[4])} ${textKey(facts[5])}`,
  month: (facts) => `${textKey(facts[5])} ${textKey(facts[4])}`,
};

const FIGURES: Readonly<Record<string, 6 | 7>> = { minutes: 6, amount: 7 };

/** Nothing comes last. */
function textKey(text: string): string {
  return text === '' ? '\uffff' : text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}
