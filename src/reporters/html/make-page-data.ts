import type { Card } from './cards.ts';
import type { CardFacts, FilterName, PageData } from './page-data.ts';
import { ACTIONS } from './rule-actions.ts';
import { type Sheet, shown } from './sheet.ts';
import { actionsOf } from './todo-section.tsx';

/** A page with so many cards simply has them all. */
const FEW = 500;
/** Of more cards so many are shown at once: what a browser lays out within the blink in which a filter must work. */
const PAGE = 200;

/** How many cards stand in the document from the start, and are shown at once. */
export function cardsAtOnce(cards: number): number {
  return cards <= FEW ? FEW : PAGE;
}

/** What the script must know to filter, sort and export the cards. */
export function pageDataOf(cards: readonly Card[], sheet: Sheet): PageData {
  const { work, card: names } = sheet.labels;
  const wanted = cards.map((card) => valuesOf(card, sheet));
  const filters = {
    rule: sorted(wanted.flatMap(({ rule }) => rule)),
    code: sorted(wanted.flatMap(({ code }) => code)),
    insurer: sorted(wanted.flatMap(({ insurer }) => insurer)),
    action: ACTIONS.filter((action) => wanted.some((values) => values.action.includes(action))),
  };
  const numbersOf = numbering(filters);
  return {
    filters,
    cards: cards.map((card, index): CardFacts => {
      const { rule, code, insurer, action } = wanted[index]!;
      return [
        numbersOf('rule', rule),
        numbersOf('code', code),
        numbersOf('insurer', insurer),
        numbersOf('action', action),
        shown(card.client ?? ''),
        card.month ?? '',
        card.stake.minutes,
        card.stake.cents ?? 0,
      ];
    }),
    page: cardsAtOnce(cards.length),
    texts: {
      count: work.count,
      countVisible: work.countVisible,
      more: work.more,
      copied: work.copied,
      notCopied: work.notCopied,
      saved: work.saved,
      fileName: work.fileName,
      card: names.card,
      month: names.month,
      rule: work.rule,
      message: names.message,
      todo: names.todo,
    },
  };
}

/** Values as their place in the list of their filter. */
function numbering(
  filters: Readonly<Record<FilterName, readonly string[]>>,
): (name: FilterName, values: readonly string[]) => number[] {
  const places = (values: readonly string[]) => new Map(values.map((value, index) => [value, index]));
  const numbers = {
    rule: places(filters.rule),
    code: places(filters.code),
    insurer: places(filters.insurer),
    action: places(filters.action),
  };
  return (name, values) => values.flatMap((value) => numbers[name].get(value) ?? []);
}

function valuesOf(card: Card, sheet: Sheet): Record<FilterName, string[]> {
  const lines = card.clientMonth?.lines ?? [];
  return {
    rule: distinct(card.findings.map(({ rule }) => rule)),
    code: distinct(lines.map(({ code }) => code)),
    insurer: distinct(lines.flatMap(({ insurer }) => insurer ?? [])),
    action: actionsOf(card.findings, sheet),
  };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function sorted(values: readonly string[]): string[] {
  return distinct(values).sort();
}
