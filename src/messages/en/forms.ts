import { amount, clock, type Forms, grouped, isoParts, joined, monthParts } from '../forms.ts';
import { excerpt, fullName, plain, shortened } from '../plain.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const NOUNS = { line: 'line', credit: 'credit line', debit: 'debit line', row: 'row' };

/** The small parts of English sentences. */
export const enForms: Forms = {
  number: (value) => grouped(value, ',', '.'),
  euros: (cents) => `${cents < 0 ? '-' : ''}€${amount(cents, ',', '.')}`,
  hours: (minutes) => `${clock(minutes, ',')} hours`,
  // Three letters: 03/04/2026 is another day to an American reader.
  date: (iso) => {
    const parts = isoParts(iso);
    return parts ? `${parts.day} ${MONTHS[parts.month - 1]?.slice(0, 3)} ${parts.year}` : plain(iso);
  },
  month: (text) => {
    const parts = monthParts(text);
    return parts ? `${MONTHS[parts.month - 1]} ${parts.year}` : plain(text);
  },
  quote: (text) => `“${excerpt(text)}”`,
  quoteName: (text) => `“${fullName(text)}”`,
  name: shortened,
  and: (items) => joined(items, 'and'),
  or: (items) => joined(items, 'or'),
  days: ({ first, last }) => {
    if (last === null) return `from ${enForms.date(first)}`;
    return first === last ? enForms.date(first) : `${enForms.date(first)} to ${enForms.date(last)}`;
  },
  rows: (noun, names) => `${NOUNS[noun]}${names.length === 1 ? '' : 's'} ${enForms.and(names)}`,
  countedRows: (noun, count) => `${enForms.number(count)} ${NOUNS[noun]}${count === 1 ? '' : 's'}`,
  more: (count) => `${enForms.number(count)} more`,
  andMoreRows: (noun, count) => `and ${enForms.number(count)} more ${NOUNS[noun]}${count === 1 ? '' : 's'}`,
  rowOf: (row, input, sheet) =>
    `${row} of ${enForms.quoteName(input)}${sheet === null ? '' : `, sheet ${enForms.quoteName(sheet)}`}`,
};
