/**
 * Makes deliveries to measure with: seeded, so that everyone measures the same bytes, and written as care systems write them
 * (Windows-1252, `;`, decimal comma, quoted remarks here and there). Everything in them is invented.
 */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What a delivery is made of. */
export interface DeliverySize {
  readonly lines: number;
  /** Share of technology lines, 0 to 1. */
  readonly technology: number;
}

/** The files of a delivery. */
export interface DeliveryFiles {
  readonly claims: string;
  readonly deliveryForms: string;
  readonly indications: string;
}

/** Lines of each client; so a delivery has a tenth as many clients as lines. */
const ROUNDS = 10;
const OTHER_CODES = ['1000', '1002', '1004', '1008', '1032', 'H126', 'H127', 'H104', 'Z914', '1012'] as const;
const WLZ_CODES = ['H138', 'H139', 'H306'] as const;
const DESCRIPTIONS: readonly string[] = ['Thuiszorgtechnologie', 'Persoonlijke verzorging'];
const REMARKS = [
  'cliënt belt terug; zie dossier',
  'uitleg "nieuwe" dispenser',
  'overleg met mantelzorger, akkoord',
] as const;
export const CLAIM_COLUMNS = [
  'Cliëntnummer',
  'Prestatiecode',
  'Omschrijving',
  'Begindatum',
  'Einddatum',
  'Aantal',
  'Eenheid',
  'Referentienummer',
  'Referentienummer voorgaand',
  'Debet/credit',
  'Wet',
  'Tarief',
  'Bedrag',
  'AGB',
  'UZOVI',
  'Opmerking',
] as const;
export const FORM_COLUMNS = ['Cliëntnummer', 'Leveringsvorm', 'Begindatum', 'Einddatum'] as const;
export const INDICATION_COLUMNS = ['Cliëntnummer', 'Indicatie', 'Begindatum', 'Einddatum'] as const;

/** Writes the three files of a delivery to a folder, which is made. The same size gives the same bytes. */
export function writeDelivery(folder: string, size: DeliverySize): DeliveryFiles {
  mkdirSync(folder, { recursive: true });
  const files = {
    claims: join(folder, 'declaraties.csv'),
    deliveryForms: join(folder, 'leveringsvormen.csv'),
    indications: join(folder, 'indicaties.csv'),
  };
  writeRows(files.claims, CLAIM_COLUMNS, claimRows(size));
  writeRows(files.deliveryForms, FORM_COLUMNS, formRows(size));
  writeRows(files.indications, INDICATION_COLUMNS, indicationRows(size));
  return files;
}

function clientsOf({ lines }: DeliverySize): number {
  return Math.max(1, Math.round(lines / ROUNDS));
}

/** The cells of the claims, row by row. */
export function* claimRows(size: DeliverySize): Generator<string[]> {
  const clients = clientsOf(size);
  for (let line = 0; line < size.lines; line++) {
    yield claimRow(line % clients, Math.floor(line / clients), clients, size.technology);
  }
}

function claimRow(turn: number, round: number, clients: number, technology: number): string[] {
  // Lines come in the order in which care was given, not client by client: each round visits the clients in another order.
  const client = (turn * 7919 + round * 31) % clients;
  const wlz = isWlz(client);
  const isTechnology = chance(client, round, 1) < technology;
  const seed = hash(client, round, 2);
  const corrects =
    isTechnology &&
    round > 0 &&
    round % 3 === 0 &&
    chance(client, round, 3) < 0.09 &&
    chance(client, round - 1, 1) < technology;
  const own = quantityOf(client, round, technology);
  // A credit takes back the line of the round before, whole; that one is a debit, for only each third round has credits.
  const quantity = corrects ? quantityOf(client, round - 1, technology) : own;
  const code = isTechnology ? (wlz ? WLZ_CODES[seed % 3]! : '1062') : OTHER_CODES[seed % OTHER_CODES.length]!;
  // Another day for each line of a client: lines that are the same in everything are mistakes, and rare.
  const day = `${String(1 + ((hash(client, 0, 4) + 3 * round) % 31)).padStart(2, '0')}-03-2026`;
  const remark = chance(client, round, 5) < 0.03 ? REMARKS[seed % 3]! : '';
  const cents = quantity * 104;
  return [
    `C${100_000 + client}`,
    code,
    DESCRIPTIONS[isTechnology ? 0 : 1]!,
    day,
    day,
    round % 2 === 0 ? String(quantity) : decimal(Math.round((quantity * 100) / 60)),
    round % 2 === 0 ? 'minuut' : 'uur',
    `R${round}-${client}`,
    corrects ? `R${round - 1}-${client}` : '',
    corrects ? 'C' : 'D',
    wlz ? 'Wlz' : 'Zvw',
    round % 2 === 0 ? '1,04' : '62,40',
    decimal(cents),
    '41999001',
    String(9001 + (client % 7)),
    remark,
  ];
}

/** Minutes of a line, a multiple of 15 so that hours have two decimals; larger where technology lines are few. */
function quantityOf(client: number, round: number, technology: number): number {
  const most = technology > 0.3 ? 5 : 9;
  return 15 * (1 + (hash(client, round, 6) % most));
}

/** The cells of the register of leveringsvormen. */
export function* formRows(size: DeliverySize): Generator<string[]> {
  for (let client = 0; client < clientsOf(size); client++) {
    if (chance(client, 0, 7) < 0.003) yield [`C${100_000 + client}`, 'VPT', '01-01-2026', ''];
    else if (isWlz(client)) yield [`C${100_000 + client}`, 'MPT', '01-07-2024', ''];
  }
}

/** The cells of the register of indications. */
export function* indicationRows(size: DeliverySize): Generator<string[]> {
  for (let client = 0; client < clientsOf(size); client++) {
    if (isWlz(client)) yield [`C${100_000 + client}`, 'Wlz', '01-07-2024', ''];
    else if (chance(client, 0, 8) >= 0.005) yield [`C${100_000 + client}`, 'wijkverpleging', '15-09-2025', ''];
  }
}

function isWlz(client: number): boolean {
  return chance(client, 0, 9) < 0.2;
}

function decimal(hundredths: number): string {
  return `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;
}

function chance(client: number, round: number, stream: number): number {
  return hash(client, round, stream) / 2 ** 32;
}

/** A number of 32 bits that three numbers decide (murmur3's finish): so a line can be told without those before it. */
function hash(client: number, round: number, stream: number): number {
  let value = Math.imul(client + 1, 0x9e3779b1) ^ Math.imul(round + 1, 0x85ebca77) ^ Math.imul(stream, 0xc2b2ae3d);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

function writeRows(path: string, header: readonly string[], rows: Iterable<readonly string[]>): void {
  const file = openSync(path, 'w');
  try {
    let batch = [header.join(';')];
    const flush = () => {
      // Every letter used is the same byte in Latin-1 and in Windows-1252.
      writeSync(file, Buffer.from(`${batch.join('\r\n')}\r\n`, 'latin1'));
      batch = [];
    };
    for (const row of rows) {
      batch.push(row.map(csvCell).join(';'));
      if (batch.length === 10_000) flush();
    }
    if (batch.length > 0) flush();
  } finally {
    closeSync(file);
  }
}

/** Remarks are the cells with spaces between their words; they stand in quotes. */
function csvCell(cell: string): string {
  return cell.includes(' ') && !DESCRIPTIONS.includes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
