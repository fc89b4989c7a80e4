import { EI_RECORDS, EI_TERMS, eiField, eiText } from '../../domain/ei-layout.ts';
import type { EiRecord } from '../../domain/ei-record.ts';
import { addedHeadings, addedValues, csvCells } from './added-cells.ts';
import type { NotesOfInput } from './row-note.ts';

/**
 * The records of performances of an AW319 as a table for Dutch Excel: their main fields under the headings that claims have, so that it can
 * be read as claims again, with the added columns. One row per record, also of those that cannot be read. Text with its line ends, for UTF-8.
 * Returns how many rows there are, so that the caller can hold it against what was judged.
 */
export async function* messageTable(
  batches: AsyncIterable<readonly EiRecord[]>,
  notes: NotesOfInput,
): AsyncGenerator<string, number, undefined> {
  const headings = COLUMNS.map(({ heading }) => heading);
  yield `\ufeff${line([...headings, ...addedHeadings(headings)])}`;
  const above: Above = { header: '', client: '' };
  let rows = 0;
  for await (const records of batches) {
    let piece = '';
    for (const record of records) {
      const type = record.text.slice(0, 2);
      if (type === '01') above.header = record.text;
      if (type === '02') above.client = isWhole(record) ? record.text : '';
      // What may be a performance is one until somebody can read it: so it is counted while judging.
      if (record.bytes === 0 || (type !== '04' && EI_RECORDS.has(type))) continue;
      rows++;
      piece += line([...cellsOf(record, type, above), ...addedValues(notes(record.row))]);
    }
    if (piece !== '') yield piece;
  }
  return rows;
}

/** The records above a performance that tell more of it. */
interface Above {
  header: string;
  client: string;
}

interface Column {
  readonly heading: string;
  readonly value: (record: string, above: Above, row: number) => string;
}

const COLUMNS: readonly Column[] = [
  { heading: 'record', value: (_record, _above, row) => String(row) },
  { heading: 'detailrecord', value: (record) => number(record, '0402') },
  { heading: 'clientnummer', value: (record, { client }) => (isOf(record, client) ? text(client, '0206') : '') },
  { heading: 'bsn', value: (record) => text(record, '0403') },
  { heading: 'prestatiecode', value: (record) => text(record, '0417') },
  { heading: 'prestatiecodelijst', value: (record) => text(record, '0416') },
  { heading: 'begindatum', value: (record) => day(record, '0414') },
  { heading: 'einddatum', value: (record) => day(record, '0415') },
  { heading: 'aantal', value: (record) => number(record, '0418') },
  { heading: 'eenheid', value: (record) => unit(text(record, '0419')) },
  { heading: 'tarief', value: (record) => euros(record, '0425') },
  { heading: 'bedrag', value: (record) => euros(record, '0429') },
  { heading: 'debet_credit', value: (record) => text(record, '0430') },
  { heading: 'referentienummer', value: (record) => text(record, '0431') },
  { heading: 'referentienummer_voorgaand', value: (record) => text(record, '0432') },
  { heading: 'agb', value: (record) => text(record, '0420') },
  { heading: 'uzovi', value: (record) => text(record, '0404') },
  { heading: 'factuurnummer', value: (_, { header }) => text(header, '0116') },
  { heading: 'factuurdatum', value: (_, { header }) => day(header, '0117') },
  { heading: 'soort_bericht', value: (_, { header }) => MESSAGES[text(header, '0105')] ?? '' },
];

const MESSAGES: Readonly<Record<string, string>> = { P: 'productie', T: 'test' };

/** Units of time as billers write them; the others stay the numbers of Vektis (COD218). */
const UNITS: Readonly<Record<string, string>> = {
  '01': 'minuut',
  '02': 'kwartier',
  '03': 'half uur',
  '04': 'uur',
  '07': '5 minuten',
  '08': '10 minuten',
};

/** Of a record that cannot be cut at its positions only its place is certain. */
function cellsOf(record: EiRecord, type: string, above: Above): string[] {
  const isCut = type === '04' && isWhole(record);
  return COLUMNS.map(({ heading, value }) =>
    isCut || heading === 'record' ? value(record.text, above, record.row) : '',
  );
}

/** Spaces may be missing at the end; letters of two bytes shift everything behind them. */
function isWhole({ bytes, utf8Characters }: EiRecord): boolean {
  return bytes === EI_TERMS.length || (bytes < EI_TERMS.length && utf8Characters === null);
}

/** Whether a client record is that of a performance: both must bear one BSN. */
function isOf(record: string, client: string): boolean {
  return client !== '' && eiText(client, eiField('0203')) === eiText(record, eiField('0403'));
}

function line(cells: readonly (string | number | null)[]): string {
  return `${csvCells(cells, ';', 'where-needed').slice(1)}\r\n`;
}

function text(record: string, number: string): string {
  const field = eiField(number);
  const found = eiText(record, field);
  return field.type === 'N' && /^0*$/.test(found.trim()) ? '' : found.trim();
}

function number(record: string, field: string): string {
  return eiText(record, eiField(field))
    .trim()
    .replace(/^0+(?=\d)/, '');
}

/** `02-03-2026`; what are no eight digits stays as it is. */
function day(record: string, field: string): string {
  return text(record, field).replace(/^(\d{4})(\d\d)(\d\d)$/, '$3-$2-$1');
}

/** Cents as euros with a comma; what is no number stays as it is. */
function euros(record: string, field: string): string {
  const found = eiText(record, eiField(field)).trim();
  if (!/^\d+$/.test(found)) return found;
  return `${found.slice(0, -2).replace(/^0+(?=\d)/, '') || '0'},${found.slice(-2).padStart(2, '0')}`;
}

function unit(code: string): string {
  return UNITS[code] ?? code;
}
