import { ClientIdentity } from '../../src/domain/client-identity.ts';
import type { Finding, Severity } from '../../src/domain/finding.ts';
import type { DeclaredLaw } from '../../src/domain/law.ts';
import { type BookedLine, EMPTY_LEDGER, type Ledger } from '../../src/domain/ledger.ts';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import { LineOutcomes } from '../../src/domain/line-outcomes.ts';
import { LineTable, type NewLine } from '../../src/domain/line-table.ts';
import { lastDayOf, type Month } from '../../src/domain/month.ts';
import type { RegisterRole } from '../../src/domain/register.ts';
import { RegisterTable } from '../../src/domain/register-table.ts';
import type { LineVerdict, RunInput } from '../../src/domain/run.ts';
import type { Judging, PayerCap } from '../../src/engine/check.ts';
import { type ClientNames, clientNames } from '../../src/engine/client-names.ts';
import { type Delivery, type Judgement, judge, mainMonthOf } from '../../src/engine/judge.ts';
import { capRules, lineRules } from '../../src/pipeline/catalogue.ts';
import { days, month, stretch } from './days.ts';
import { SHIPPED } from './policies.ts';
import { PLAIN_NAMES } from './pseudonyms.ts';
import { type RegisterFacts, register } from './register.ts';

/** What a test says of a claim row; the rest is made valid: an hour of 1062 for client C1 on 2 March 2026. */
export interface RowFacts {
  readonly client?: string;
  readonly bsn?: string;
  readonly code?: string;
  /** `jjjj-mm-dd`, or two of them with a `/` between. */
  readonly days?: string;
  readonly minutes?: number;
  readonly credit?: boolean;
  readonly reference?: string;
  readonly corrects?: string;
  readonly law?: DeclaredLaw;
  readonly provider?: string;
  readonly insurer?: string;
  readonly amount?: number | null;
  readonly expectedAmount?: number | null;
  readonly inMinutes?: boolean;
  readonly faulty?: boolean;
  /** Which claims file it stands in. */
  readonly input?: number;
  /** The row a spreadsheet shows; in order when absent. */
  readonly row?: number;
}

/** What a test says besides the rows. */
export interface DeliveryFacts {
  /** Per clientnummer, or BSN where there is none; a client who is not named has what its lines need. */
  readonly registers?: Readonly<Record<string, RegisterFacts>>;
  /** Findings of reading; `lines` as numbers of rows in the order given, from 0. */
  readonly intake?: readonly Finding[];
  readonly ledger?: Ledger;
  readonly given?: readonly RegisterRole[];
  /** Days of register rows of which nobody knows whom they name. */
  readonly unread?: Partial<Record<RegisterRole, string>>;
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  readonly payerCaps?: readonly PayerCap[];
  /** Of one rule so many findings are kept. */
  readonly mostFindings?: number;
  /** Judge only these care months (`jjjj-mm`). */
  readonly months?: readonly string[];
}

/** A judged delivery, as tests ask about it. */
export interface JudgedDelivery extends Judgement {
  readonly delivery: Delivery;
  readonly names: ClientNames;
  readonly rules: readonly string[];
  /** Per row in the order given. */
  readonly verdicts: readonly LineVerdict[];
  /** Per row in the order given. */
  readonly allowed: readonly number[];
}

/** What every line of one law needs. A client with lines of both laws needs registers of its own. */
const ZVW: RegisterFacts = { wijkverpleging: ['2015-01-01/'] };
const WLZ: RegisterFacts = { MPT: ['2015-01-01/'] };

/** Makes the tables a reader would make, and judges them by every rule there is. */
export function judged(rows: readonly RowFacts[], facts: DeliveryFacts = {}): JudgedDelivery {
  const delivery = deliveryOf(rows, facts);
  const names = clientNames(delivery.identity, PLAIN_NAMES);
  const outcomes = new LineOutcomes(rows.length);
  const { judging, selection } = judgingOf(delivery, facts);
  const judgement = judge(delivery, judging, names, selection, (_, lines) => {
    for (const { line, verdict, allowedMinutes, bookedBy } of lines)
      outcomes.tell(line.number, verdict, allowedMinutes, bookedBy);
  });
  const verdicts = rows.map((_, line) => outcomes.verdict(line));
  const allowed = rows.map((_, line) => outcomes.allowedMinutes(line, delivery.lines.minutes(line)));
  const rules = [...new Set(judgement.findings.map(({ rule }) => rule))].sort();
  return { ...judgement, delivery, names, rules, verdicts, allowed };
}

/** What judging a delivery is told, and which months are wanted. */
export function judgingOf(
  delivery: Delivery,
  facts: DeliveryFacts,
): { judging: Judging; selection: Set<Month> | null } {
  const mainMonth = mainMonthOf(delivery.lines);
  const judging = {
    lineRules,
    capRules,
    policies: SHIPPED,
    given: new Set(facts.given ?? (['deliveryForms', 'indications', 'clients'] as const)),
    mainMonth,
    asOf: lastDayOf(mainMonth === 0 ? month('2026-03') : mainMonth),
    inputNames: delivery.inputs.map(({ name }) => name),
    payerCaps: facts.payerCaps ?? [],
    severities: new Map(Object.entries(facts.severities ?? {})),
    mostFindings: facts.mostFindings ?? Number.MAX_SAFE_INTEGER,
    mostLines: DEFAULT_LIMITS.monthLines,
  };
  return { judging, selection: facts.months ? new Set<Month>(facts.months.map(month)) : null };
}

/** What reading would have made of the rows. */
export function deliveryOf(rows: readonly RowFacts[], facts: DeliveryFacts = {}): Delivery {
  const identity = new ClientIdentity();
  const lines = new LineTable();
  for (const [index, row] of rows.entries()) lines.append(newLine({ row: index + 2, ...row }, lines, identity));
  return {
    lines,
    identity,
    registers: registersOf(rows, identity, facts),
    inputs: [0, 1].map(inputOf),
    intake: facts.intake ?? [],
    ledger: facts.ledger ?? EMPTY_LEDGER,
    except: [],
  };
}

const VALID = {
  code: '1062',
  minutes: 60,
  credit: false,
  reference: '',
  corrects: '',
  amount: null,
  expectedAmount: null,
  inMinutes: false,
  faulty: false,
  input: 0,
};

function newLine(facts: RowFacts & { readonly row: number }, { names }: LineTable, identity: ClientIdentity): NewLine {
  const { days: text = '2026-03-02', law = null, provider = '', insurer = '', ...row } = { ...VALID, ...facts };
  const { first, last } = days(text);
  const { number, bsn } = keysOf(facts);
  return {
    ...row,
    client: identity.client(number, bsn, names.intern(provider), row.input, row.row),
    first,
    last,
    declaredLaw: law,
    provider: names.intern(provider),
    insurer: names.intern(insurer),
  };
}

function registersOf(
  rows: readonly RowFacts[],
  identity: ClientIdentity,
  { registers: known = {}, unread: ofAnybody = {} }: DeliveryFacts,
): RegisterTable {
  const registers = new RegisterTable();
  const clients = new Map(rows.map((row) => [row.client ?? row.bsn ?? 'C1', row]));
  for (const [name, row] of clients) {
    const { number, bsn } = keysOf(row);
    const client = identity.client(number, number === '' ? bsn : '', 0, 9, 2);
    const { deliveryForms, indications, dateOfDeath, unread } = register(
      known[name] ?? (row.code?.startsWith('H') ? WLZ : ZVW),
    );
    for (const form of deliveryForms) registers.addDeliveryForm(client, form);
    for (const indication of indications) registers.addIndication(client, indication);
    if (dateOfDeath !== null) registers.addDeath(client, dateOfDeath);
    for (const { role, ...days } of unread) registers.addUnread(client, role, days);
  }
  for (const [role, text] of Object.entries(ofAnybody)) registers.addUnread(null, role as RegisterRole, stretch(text));
  registers.settle(identity);
  return registers;
}

function keysOf({ client, bsn }: RowFacts): { readonly number: string; readonly bsn: string } {
  return { number: client ?? (bsn === undefined ? 'C1' : ''), bsn: bsn ?? '' };
}

/** A finding of reading that touches rows, in the order they were given. */
export function intakeFinding(lines: readonly number[], facts: Partial<Finding> = {}): Finding {
  return {
    rule: 'invalid-agb',
    severity: 'error',
    client: null,
    month: null,
    places: lines.map((line) => ({ input: 0, row: line + 2, column: 'AGB', cell: null, reference: null })),
    data: {},
    identity: '',
    lines,
    ...facts,
  };
}

/** A ledger that holds some booked lines. */
export function ledgerOf(booked: readonly BookedLine[]): Ledger {
  return {
    ofMonth: (client, text) => booked.filter((line) => line.client === client && line.month === text),
    bearing: (reference) => booked.filter((line) => line.reference === reference),
    naming: (reference) => booked.filter((line) => line.credit && line.corrects === reference),
    hasMonth: (text, except) => booked.some((line) => line.month === text && !except.includes(line.run)),
    runsWithFile: () => [],
    runsWithInvoice: () => [],
  };
}

function inputOf(number: number): RunInput {
  return {
    name: ['declaraties.csv', 'nagekomen.csv'][number] ?? '',
    sheet: null,
    role: 'claims',
    format: 'csv',
    sha256: String(number),
    bytes: 0,
    rows: 0,
    encoding: 'utf-8',
    delimiter: ';',
    decimal: ',',
    columns: {},
    unknownColumns: [],
    headerRow: 1,
    notices: [],
  };
}
