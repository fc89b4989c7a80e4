import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import type { Arranged, Sheet } from '../oracle/arrange.ts';
import type { ClaimRow, ClientRow, DateCell, PeriodRow, QuantityCell } from '../oracle/delivery.ts';

/** What a sample CSV holds: its header row and the cells below it by plain heading. */
interface SampleFile {
  readonly name: string;
  readonly headerRow: number;
  readonly headings: readonly string[];
  readonly rows: readonly (Readonly<Record<string, string>> | null)[];
}

/** Plain headings of the samples, with the field they fill. */
const FIELDS: Readonly<Record<string, string>> = {
  clientcode: 'clientnummer',
  vektiscode: 'prestatiecode',
  prestatie: 'prestatiecode',
  productcode: 'prestatiecode',
  startdatum: 'begindatum',
  datumvan: 'begindatum',
  van: 'begindatum',
  ingangsdatum: 'begindatum',
  datumtot: 'einddatum',
  totenmet: 'einddatum',
  tot: 'einddatum',
  hoeveelheid: 'aantal',
  tijdseenheid: 'eenheid',
  duurminuten: 'minuten',
  aantaluren: 'uren',
  regelid: 'referentienummer',
  regelnummer: 'referentienummer',
  declaratieregelnummer: 'referentienummer',
  vorigereferentie: 'creditvoor',
  financieringstype: 'wet',
  financiering: 'wet',
  grondslag: 'wet',
  declaratiebedrag: 'bedrag',
  agbcode: 'agb',
  zorgverlenerscode: 'agb',
  uzovinummer: 'uzovi',
  verzekeraar: 'uzovi',
  soortindicatie: 'indicatie',
};

/** Reads the CSV files of a sample folder into the objects of the judge; `files` keeps to some of them. */
export function readSample(folder: string, files?: readonly string[]): Arranged {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.csv') && (files?.includes(name) ?? true))
    .sort();
  const all = names.map((name) => readCsv(name, readFileSync(`${folder}/${name}`)));
  const having = (heading: string) => all.filter((file) => file.headings.includes(heading));
  const only = <R>(heading: string, row: (cells: Readonly<Record<string, string>>) => R): Sheet<R> | null => {
    const [file] = having(heading);
    return file === undefined ? null : sheetOf(file, row);
  };
  return {
    claims: having('prestatiecode').map((file) => sheetOf(file, claimRow)),
    deliveryForms: only('leveringsvorm', (cells) => periodRow(cells, 'leveringsvorm')),
    indications: only('indicatie', (cells) => periodRow(cells, 'indicatie')),
    clients: only('overlijdensdatum', clientRow),
    asOf: { year: 2026, month: 4, day: 3 },
  };
}

/** The text of a sample file, by the encodings samples are in. */
export function textOf(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') ? iconv.decode(bytes, 'windows-1252') : text;
}

/** Records of a sample CSV, rows above the header included. */
export function recordsOf(text: string): string[][] {
  const delimiter = /^[^;\n]*,[^;\n]*$/m.test(text.split('\n')[0] ?? '') && !text.includes(';') ? ',' : ';';
  return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false }) as string[][];
}

function readCsv(name: string, bytes: Buffer): SampleFile {
  const records = recordsOf(textOf(bytes));
  const fields = records.map((record) => record.map(fieldOf));
  const header = fields.findIndex((cells) => cells.includes('clientnummer'));
  const headings = fields[header] ?? [];
  const rows = records.slice(header + 1).map((cells) => {
    if (cells.every((cell) => cell === '')) return null;
    return Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? '']));
  });
  return { name, headerRow: header + 1, headings, rows };
}

function sheetOf<R>(file: SampleFile, read: (cells: Readonly<Record<string, string>>) => R): Sheet<R> {
  const rows = file.rows.map((cells) => cells && read(cells));
  return { file: file.name, sheet: null, rows, headerRow: file.headerRow };
}

function claimRow(cells: Readonly<Record<string, string>>): ClaimRow {
  const { minuten, uren } = cells;
  return {
    clientNumber: cells.clientnummer ?? '',
    bsn: cells.bsn ?? '',
    code: cells.prestatiecode ?? '',
    start: dateOf(cells.begindatum),
    end: dateOf(cells.einddatum),
    quantity: quantityOf(cells.aantal ?? minuten ?? uren),
    unit: minuten !== undefined ? 'minuut' : uren !== undefined ? 'uur' : (cells.eenheid ?? ''),
    reference: cells.referentienummer ?? '',
    corrects: cells.creditvoor ?? '',
    sign: cells.debetcredit ?? '',
    law: cells.wet ?? '',
    rate: centsOf(cells.tarief),
    amount: centsOf(cells.bedrag),
    provider: cells.agb ?? '',
    insurer: cells.uzovi ?? '',
    remark: '',
  };
}

function periodRow(cells: Readonly<Record<string, string>>, heading: string): PeriodRow {
  const { clientnummer = '', bsn = '', begindatum, einddatum } = cells;
  const [start, end] = [dateOf(begindatum), dateOf(einddatum)];
  return { clientNumber: clientnummer, bsn, value: cells[heading] ?? '', start, end };
}

function clientRow({ clientnummer = '', bsn = '', overlijdensdatum }: Readonly<Record<string, string>>): ClientRow {
  return { clientNumber: clientnummer, bsn, death: dateOf(overlijdensdatum) };
}

function fieldOf(heading: string): string {
  const plain = heading
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
  return FIELDS[plain] ?? plain;
}

function dateOf(text = ''): DateCell {
  if (text === '') return null;
  const [one, two, three] = text.split('-').map(Number);
  if (one === undefined || two === undefined || three === undefined) return text;
  return one > 31 ? { year: one, month: two, day: three } : { year: three, month: two, day: one };
}

function quantityOf(text = ''): QuantityCell {
  if (text === '') return null;
  const clock = /^(-?)(\d+):(\d\d)$/.exec(text);
  if (clock) return { clockMinutes: Number(clock[2]) * 60 + Number(clock[3]), negative: clock[1] === '-' };
  const number = Number(text.replace(',', '.'));
  return Number.isNaN(number) ? text : { thousandths: Math.round(number * 1000) };
}

function centsOf(text = ''): number | null {
  if (text === '') return null;
  const plain = text.includes(',') ? text.replaceAll('.', '').replace(',', '.') : text;
  return Math.round(Number(plain) * 100);
}
