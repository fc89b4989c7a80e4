import { amount, clock, type Forms, grouped, isoParts, joined, monthParts } from '../forms.ts';
import { excerpt, fullName, plain, shortened } from '../plain.ts';

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

const NOUNS = { line: 'regel', credit: 'creditregel', debit: 'debetregel', row: 'rij' };
const PLURALS = { line: 'regels', credit: 'creditregels', debit: 'debetregels', row: 'rijen' };

/** The small parts of Dutch sentences. */
export const nlForms: Forms = {
  number: (value) => grouped(value, '.', ','),
  euros: (cents) => `€ ${cents < 0 ? '-' : ''}${amount(cents, '.', ',')}`,
  hours: (minutes) => `${clock(minutes, '.')} uur`,
  date: (iso) => {
    const parts = isoParts(iso);
    return parts ? `${two(parts.day)}-${two(parts.month)}-${parts.year}` : plain(iso);
  },
  month: (text) => {
    const parts = monthParts(text);
    return parts ? `${MONTHS[parts.month - 1]} ${parts.year}` : plain(text);
  },
  quote: (text) => `„${excerpt(text)}”`,
  quoteName: (text) => `„${fullName(text)}”`,
  name: shortened,
  and: (items) => joined(items, 'en'),
  or: (items) => joined(items, 'of'),
  days: ({ first, last }) => {
    if (last === null) return `vanaf ${nlForms.date(first)}`;
    return first === last ? nlForms.date(first) : `${nlForms.date(first)} t/m ${nlForms.date(last)}`;
  },
  rows: (noun, names) => `${(names.length === 1 ? NOUNS : PLURALS)[noun]} ${nlForms.and(names)}`,
  countedRows: (noun, count) => `${nlForms.number(count)} ${(count === 1 ? NOUNS : PLURALS)[noun]}`,
  more: (count) => `nog ${nlForms.number(count)}`,
  andMoreRows: (noun, count) => `en nog ${nlForms.countedRows(noun, count)}`,
  rowOf: (row, input, sheet) =>
    `${row} van ${nlForms.quoteName(input)}${sheet === null ? '' : `, blad ${nlForms.quoteName(sheet)}`}`,
};

function two(value: number): string {
  return String(value).padStart(2, '0');
}
