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
  const compare = ORDERS[choice.sort ?? ''];
  return compare ? matching.sort((a, b) => compare(a.facts, b.facts)) : matching;
}

const ORDERS: Readonly<Record<string, (a: CardFacts, b: CardFacts) => number>> = {
  client: (a, b) => compareTexts(a[4], b[4]) || compareTexts(a[5], b[5]),
  month: (a, b) => compareTexts(a[5], b[5]) || compareTexts(a[4], b[4]),
  minutes: (a, b) => b[6] - a[6],
  amount: (a, b) => b[7] - a[7],
};

/** Numbers within a text by their value, as a list of clientnummers is expected; nothing comes last. */
function compareTexts(a: string, b: string): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  return COLLATOR.compare(a, b);
}

const COLLATOR = new Intl.Collator('nl', { numeric: true });
