import { lineCollector } from '../../src/commands/remember.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import type { RunResult } from '../../src/domain/run.ts';
import type { StoredLine } from '../../src/store/stored-run.ts';
import { day } from '../builders/days.ts';
import { validated } from '../pipeline/delivered.ts';
import { type Care, CLIENTS } from './year-plan.ts';

/** A row of a delivery: a debit, or a credit that names one. */
export interface SentLine {
  readonly care: Care;
  readonly reference: string;
  readonly minutes: number;
  /** The reference a credit names; null on a debit. */
  readonly corrects: string | null;
}

/** A run over some rows, with every line as the store keeps it. */
export interface Validated {
  readonly result: RunResult;
  readonly lines: readonly StoredLine[];
}

const REGISTERS = {
  'leveringsvormen.csv':
    'Clientnummer;Leveringsvorm;Begindatum;Einddatum\r\nwlz;MPT;01-01-2020;\r\nvpt;VPT;01-01-2020;\r\n',
  'indicaties.csv':
    'Clientnummer;Indicatie;Begindatum;Einddatum\r\nwlz;wlz;01-01-2020;\r\nvpt;wlz;01-01-2020;\r\nzvw;wijkverpleging;01-01-2020;\r\n',
};

const HEADER =
  'Clientnummer;Prestatiecode;Begindatum;Einddatum;Aantal;Eenheid;Referentienummer;Credit voor;Debet_credit';

/** Validates rows as one file of a delivery, beside the registers, after the year is over. */
export async function validatedLines(
  id: string,
  sent: readonly SentLine[],
  ledger: Ledger,
  replaces: readonly string[] = [],
): Promise<Validated> {
  const { lines, judged } = lineCollector();
  const csv = [HEADER, ...sent.map(rowOf), ''].join('\r\n');
  const result = await validated(
    { 'declaraties.csv': csv, ...REGISTERS },
    { asOf: day('2026-03-01'), runId: () => id, ledger, replaces, judged },
  );
  return { result, lines: [...lines] };
}

function rowOf({ care, reference, minutes, corrects }: SentLine): string {
  const date = [care.day, care.month].map((part) => String(part).padStart(2, '0')).join('-');
  const code = CLIENTS[care.client as keyof typeof CLIENTS];
  const sign = corrects === null ? ';D' : `${corrects};C`;
  return `${care.client};${code};${date}-2025;${date}-2025;${minutes};minuut;${reference};${sign}`;
}
