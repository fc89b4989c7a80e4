import { COPY_HEADINGS } from '../../messages/copy-labels.ts';
import { cut, harmlessInSpreadsheet, printable } from '../escape.ts';
import type { RowNote } from './row-note.ts';

/** A spreadsheet takes 32,767 characters in a cell; this leaves room for what makes a text harmless. */
const LONGEST = 32_000;

/** The values of the added columns, texts not yet made fit for their file. */
export function addedValues({ verdictText, allowedMinutes, rules, message }: RowNote): (string | number | null)[] {
  return [verdictText, allowedMinutes, rules.join(', '), cut(message, LONGEST)];
}

/** The added headings; numbered when the input is itself a copy, so that old and new are told apart. */
export function addedHeadings(headings: readonly string[]): string[] {
  const taken = new Set(headings.map((heading) => heading.trim().toLowerCase()));
  for (let turn = 1; ; turn++) {
    const names = COPY_HEADINGS.map((heading) => (turn === 1 ? heading : `${heading}_${turn}`));
    if (!names.some((name) => taken.has(name))) return names;
  }
}

/** How cells are written: with quotes where they must, around each (as the row itself does), or never (in a row whose quotes went astray). */
export type Quoting = 'where-needed' | 'always' | 'never';

/** Cells as a CSV takes them behind the cells of a row: each with the delimiter before it. Formulas are made harmless. */
export function csvCells(values: readonly (string | number | null)[], delimiter: string, quoting: Quoting): string {
  return values
    .map((value) => {
      const text = typeof value === 'number' ? String(value) : harmlessInSpreadsheet(printable(value ?? ''));
      return delimiter + csvCell(text, delimiter, quoting);
    })
    .join('');
}

function csvCell(text: string, delimiter: string, quoting: Quoting): string {
  if (quoting === 'never') return text.replaceAll('"', "'").replaceAll(delimiter, delimiter === ',' ? ';' : ',');
  const needed = text.includes(delimiter) || /"|^\s|\s$/.test(text);
  return needed || quoting === 'always' ? `"${text.replaceAll('"', '""')}"` : text;
}
