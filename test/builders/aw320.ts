import { eiField, eiText } from '../../src/domain/ei-layout.ts';
import { RETURN_RECORDS, RETURN_TERMS, returnField } from '../../src/domain/return-layout.ts';

/** What the payer makes of a performance; what is absent is the declared amount in full. */
export interface Aw320Answer {
  /** Eurocents without sign. */
  readonly granted?: number;
  readonly computed?: number;
  readonly codes?: readonly string[];
  /** The line does not come back. */
  readonly silent?: true;
}

/** The payer's own fields of the first record. */
export interface Aw320Header {
  readonly dated?: string;
  readonly payerReference?: string;
  readonly codes?: readonly string[];
}

/** The message with which a payer answers a declaration (0102). */
const ANSWERED: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(RETURN_TERMS.messages).map(([code, { answers }]) => [answers, code]),
);

/**
 * The records of the return message to the records of a declaration, right in all its counts and totals: each declared record repeated, and
 * what the payer adds behind it. `answers`: per reference number (0431); a line without an answer is granted in full, with code 8001.
 */
export function aw320(
  declared: readonly string[],
  answers: Readonly<Record<string, Aw320Answer>> = {},
  { dated = '20260428', payerReference = 'RETOUR-0001', codes = ['0200'] }: Aw320Header = {},
): string[] {
  const answerOf = (record: string): Aw320Answer => answers[eiText(record, eiField('0431')).trim()] ?? {};
  const kept = declared.filter((record) => !(record.startsWith('04') && answerOf(record).silent));
  const records: string[] = [];
  const counts: Record<string, number> = { '02': 0, '03': 0, '04': 0, '98': 0 };
  let submitted = 0;
  let granted = 0;
  for (const record of kept) {
    const type = record.slice(0, 2);
    if (type === '99') break;
    counts[type] = (counts[type] ?? 0) + 1;
    if (type === '01') records.push(header(record, dated, payerReference, codes));
    else if (type === '04') {
      const { made, grantedCents, declaredCents } = performance(record, answerOf(record));
      records.push(made);
      submitted += declaredCents;
      granted += grantedCents;
    } else records.push(added(record, {}));
  }
  return [...records, last(counts, submitted, granted)];
}

/** A declaration that is refused as a whole: its first record and an empty last one. */
export function aw320Refused(declared: readonly string[], codes: readonly string[], dated = '20260428'): string[] {
  return [header(declared[0] ?? '', dated, 'RETOUR-0002', codes), last({}, 0, 0)];
}

/** A record with another text in one of its fields. */
export function withReturnField(record: string, number: string, text: string): string {
  const { start, end } = returnField(number);
  return record.slice(0, start - 1) + text.padEnd(end - start + 1).slice(0, end - start + 1) + record.slice(end);
}

type Fields = Readonly<Record<string, string | number>>;

function header(record: string, dated: string, reference: string, codes: readonly string[]): string {
  const answered = ANSWERED[record.slice(2, 5)] ?? record.slice(2, 5);
  const repeated = record.slice(0, 2) + answered + record.slice(5);
  return added(repeated, { '0181': reference, '0182': dated, ...codeFields('01', codes) });
}

function performance(record: string, { granted, computed, codes = [] }: Aw320Answer) {
  const declared = Number(eiText(record, eiField('0429')));
  const sign = eiText(record, eiField('0430'));
  const amount = granted ?? declared;
  const shown = codes.length === 0 && granted === undefined ? ['8001'] : codes;
  const signed = (cents: number) => (sign === 'C' ? -cents : cents);
  const made = added(record, {
    '0481': computed ?? declared,
    '0482': sign,
    '0483': amount,
    '0484': sign,
    ...codeFields('04', shown),
  });
  return { made, grantedCents: signed(amount), declaredCents: signed(declared) };
}

function codeFields(type: string, codes: readonly string[]): Fields {
  return Object.fromEntries(codes.map((code, index) => [`${type}9${6 + index}`, code]));
}

/** A declared record with the fields that a return message adds to its type. */
function added(record: string, fields: Fields): string {
  const more = (RETURN_RECORDS.get(record.slice(0, 2)) ?? []).filter(({ start }) => start > 310);
  return record.padEnd(310) + more.map((field) => filled(field, fields)).join('');
}

function last(counts: Readonly<Record<string, number>>, submitted: number, granted: number): string {
  const count = (...types: string[]) => types.reduce((sum, type) => sum + (counts[type] ?? 0), 0);
  const fields: Fields = {
    '9901': '99',
    '9902': count('02'),
    '9903': count('03'),
    '9904': count('04'),
    '9905': count('98'),
    '9906': count('02', '03', '04', '98'),
    '9907': Math.abs(submitted),
    '9908': submitted < 0 ? 'C' : 'D',
    '9909': Math.abs(granted),
    '9910': granted < 0 ? 'C' : 'D',
  };
  return (RETURN_RECORDS.get('99') ?? []).map((field) => filled(field, fields)).join('');
}

function filled(
  {
    number,
    type,
    start,
    end,
  }: { readonly number: string; readonly type: string; readonly start: number; readonly end: number },
  fields: Fields,
): string {
  const length = end - start + 1;
  const text = String(fields[number] ?? '');
  if (text.length > length) throw new RangeError(`${number} holds ${length} positions`);
  return type === 'N' ? text.padStart(length, '0') : text.padEnd(length);
}
