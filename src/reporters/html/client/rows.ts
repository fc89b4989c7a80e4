import { csvText, harmlessInSpreadsheet, printable } from '../../escape.ts';
import type { PageData } from '../page-data.ts';
import { type ClientCard, elementOf } from './cards.ts';

/** A list for a spreadsheet: headings, then a row for every row of every card. */
export type Rows = readonly (readonly string[])[];

/** Every row of some cards, with what is wrong and what to do beside it. */
export function rowsOf(cards: readonly ClientCard[], { texts }: PageData): Rows {
  const columns = new Set([texts.card, texts.month, texts.rule]);
  const records = cards.flatMap((card) => recordsOf(card, texts));
  for (const record of records) for (const column of record.keys()) columns.add(column);
  for (const last of [texts.message, texts.todo]) {
    columns.delete(last);
    columns.add(last);
  }
  const headings = [...columns];
  return [headings, ...records.map((record) => headings.map((heading) => record.get(heading) ?? ''))];
}

/** The rows as CSV for Dutch Excel. */
export function csvOf(rows: Rows): string {
  return `\ufeff${rows.map((row) => `${row.map(csvText).join(';')}\r\n`).join('')}`;
}

/** The rows as a spreadsheet takes them from the clipboard. */
export function clipboardText(rows: Rows): string {
  return rows.map((row) => row.map((cell) => harmlessInSpreadsheet(printable(cell))).join('\t')).join('\n');
}

function recordsOf(card: ClientCard, texts: PageData['texts']): Map<string, string>[] {
  const element = elementOf(card);
  const all = (selector: string, between: string) => [...element.querySelectorAll(selector)].map(wordsOf).join(between);
  const base: [string, string][] = [
    [texts.card, all('.who', ' ')],
    [texts.month, card.facts[5]],
    [texts.rule, all('.about a', '; ')],
    [texts.message, all('.faults li > p:first-child', ' ')],
    [texts.todo, all('.todo li', ' ')],
  ];
  const headings = [...element.querySelectorAll('thead th')].map(wordsOf);
  const rows = [...element.querySelectorAll('tbody tr')];
  if (rows.length === 0) return [new Map(base)];
  return rows.map((row) => {
    const cells = [...row.children].map((cell, index): [string, string] => [headings[index] ?? '', wordsOf(cell)]);
    return new Map([...base, ...cells]);
  });
}

function wordsOf(element: Element): string {
  const text = (element.textContent ?? '').trim();
  return text === '–' ? '' : text;
}
