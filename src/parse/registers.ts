import type { ClientId, ClientIdentity } from '../domain/client-identity.ts';
import { type Day, dayOf, isoOf, plusDays } from '../domain/day.ts';
import { ALL_DAYS, type Period } from '../domain/period.ts';
import type { Place } from '../domain/place.ts';
import type { DeliveryForm, IndicationKind, RegisterRole } from '../domain/register.ts';
import type { RegisterTable } from '../domain/register-table.ts';
import type { Row } from '../domain/table.ts';
import { BlankRows } from './blank-rows.ts';
import { readClientKeys } from './client-keys.ts';
import { type ColumnNames, comparable } from './columns.ts';
import { type IntakeLog, shown } from './intake-log.ts';
import type { Layout } from './layout.ts';
import { readDay } from './read-day.ts';
import { RowShape } from './row-shape.ts';

/** Names and iWlz numbers (COD578) of the leveringsvormen. */
const DELIVERY_FORMS: Readonly<Record<string, DeliveryForm>> = {
  vpt: 'VPT',
  volledigpakketthuis: 'VPT',
  '5': 'VPT',
  mpt: 'MPT',
  modulairpakketthuis: 'MPT',
  '7': 'MPT',
  pgb: 'PGB',
  persoonsgebondenbudget: 'PGB',
  '2': 'PGB',
  verblijf: 'VERBLIJF',
  verblijfineeninstelling: 'VERBLIJF',
  zzp: 'VERBLIJF',
  '4': 'VERBLIJF',
  dtv: 'DTV',
  deeltijdverblijf: 'DTV',
  '8': 'DTV',
  vkb: 'VKB',
  verkeerdebed: 'VKB',
  '9': 'VKB',
};

const INDICATIONS: Readonly<Record<string, IndicationKind>> = {
  wijkverpleging: 'wijkverpleging',
  zvw: 'wijkverpleging',
  zvwwijkverpleging: 'wijkverpleging',
  'v&v': 'wijkverpleging',
  venv: 'wijkverpleging',
  verplegingenverzorging: 'wijkverpleging',
  wlz: 'wlz',
  wetlangdurigezorg: 'wlz',
};

/** The first day a leveringsvorm could be in force, by iWlz list COD578. */
const EXISTS_FROM: Partial<Record<DeliveryForm, ReturnType<typeof dayOf>>> = {
  MPT: dayOf(2018, 4, 1),
  DTV: dayOf(2020, 1, 1),
  VKB: dayOf(2021, 1, 1),
};

/** What parsing a register needs to know and fills. */
export interface RegisterTarget {
  readonly input: number;
  readonly format: 'csv' | 'xlsx';
  /** The columns of all roles, to notice another table below this one. */
  readonly names: ColumnNames;
  readonly identity: ClientIdentity;
  readonly registers: RegisterTable;
  /** As `usualWidth` found it; absent where rows keep to the header. */
  readonly usualWidth?: number | null;
}

/** Rows of a register → periods per client, and findings. Rows are given in order. */
export class RegisterParser {
  /** Data rows that are not blank. */
  rows = 0;
  readonly #layout: Layout;
  readonly #log: IntakeLog;
  readonly #target: RegisterTarget;
  readonly #blank: BlankRows;
  readonly #shape: RowShape;
  /** The column of which the cells begin with a digit when the row is data. */
  readonly #date: number;

  constructor(layout: Layout, log: IntakeLog, target: RegisterTarget) {
    this.#layout = layout;
    this.#log = log;
    this.#target = target;
    this.#blank = new BlankRows(log, layout.headerRow);
    this.#shape = new RowShape(layout, target.names, target.format, log, target.usualWidth ?? null);
    this.#date = layout.columns.get('start') ?? layout.columns.get('death') ?? -1;
    // A register that lacks a column says nothing of anybody: it counts as not given, and the missing column is reported.
    if (layout.missing.length === 0) target.registers.given.add(layout.role as RegisterRole);
    else target.registers.partial.add(layout.role as RegisterRole);
  }

  row(row: Row): void {
    if (this.#blank.isBlank(row)) return;
    this.rows++;
    this.#log.beginRow();
    if (!this.#shape.fits(row)) {
      // Under whose headings its cells stand is not known, so neither is whose row it is; a header is nobody's.
      if (!this.#shape.isAtHeader) this.#unread(null, ALL_DAYS);
      return;
    }
    if (!/^\s*\d/.test(row.cells[this.#date] ?? '') && this.#shape.isHeader(row)) return;
    const { identity, input } = this.#target;
    const keys = readClientKeys(row, this.#layout, this.#log);
    const client = keys && identity.client(keys.clientNumber, keys.bsn, 0, input, row.row);
    if (this.#layout.role === 'clients') this.#death(row, client);
    else this.#period(row, client);
    this.#log.endRow(client, null, null, null);
  }

  /** Whether a filled row of this number would follow on the rows so far, in the same table. */
  follows(row: number): boolean {
    return row === this.#blank.next && this.#shape.isInTable;
  }

  /** Counts a row that was read from its bytes, without anything to report. */
  passed(row: number): void {
    this.#blank.passed(row);
    this.rows++;
  }

  /** A row above the header that looks like a period or a line: it is reported, since nobody can know under which headings it stands. */
  rowAbove(row: Row): void {
    this.rows++;
    this.#log.beginRow();
    this.#shape.reportAbove(row);
    this.#unread(null, ALL_DAYS);
  }

  #death(row: Row, client: ClientId | null): void {
    const death = readDay(row, this.#layout, 'death', this.#log);
    if (death === 'empty') return;
    if (client !== null && death !== 'wrong') this.#target.registers.addDeath(client, death.day);
    else this.#unread(client, death === 'wrong' ? ALL_DAYS : { first: plusDays(death.day, 1), last: null });
  }

  #period(row: Row, client: ClientId | null): void {
    const form = this.#layout.role === 'deliveryForms' ? this.#form(row) : null;
    const kind = this.#layout.role === 'indications' ? this.#indication(row) : null;
    const { period, isRead } = this.#days(row);
    if (client === null || (form === null && kind === null) || !isRead) {
      this.#unread(client, period);
      return;
    }
    const place: Place = { input: this.#target.input, row: row.row, column: null, cell: null, reference: null };
    if (form !== null) {
      this.#target.registers.addDeliveryForm(client, { ...period, form, place });
      const exists = EXISTS_FROM[form];
      if (exists && period.first < exists) {
        const data = { form, first: isoOf(period.first), exists: isoOf(exists) };
        this.#log.row('delivery-form-before-its-time', row, this.#layout.columns.get('start') ?? null, data);
      }
    }
    if (kind !== null) this.#target.registers.addIndication(client, { ...period, kind, place });
  }

  /** The days of a row; when they could not be read, all those it may speak of. */
  #days(row: Row): { readonly period: Period; readonly isRead: boolean } {
    const start = readDay(row, this.#layout, 'start', this.#log);
    const end = readDay(row, this.#layout, 'end', this.#log);
    const column = this.#layout.columns.get('start');
    if (start === 'empty' && column !== undefined) this.#log.row('missing-value', row, column, { field: 'start' });
    const first = typeof start === 'object' ? start.day : ALL_DAYS.first;
    const last = typeof end === 'object' ? end.day : null;
    if (typeof start !== 'object' || end === 'wrong') return { period: { first, last }, isRead: false };
    if (last === null || last >= first) return { period: { first, last }, isRead: true };
    const data = { first: isoOf(first), last: isoOf(last) };
    this.#log.row('period-reversed', row, this.#layout.columns.get('end') ?? null, data);
    // Which of the two is wrong nobody can know.
    return { period: ALL_DAYS, isRead: false };
  }

  /** A register that lacks a column is not trusted anyway. */
  #unread(client: ClientId | null, days: Period): void {
    if (this.#layout.missing.length > 0) return;
    this.#target.registers.addUnread(client, this.#layout.role as RegisterRole, days);
  }

  #form(row: Row): DeliveryForm | null {
    return this.#oneOf(row, 'form', DELIVERY_FORMS, 'unknown-delivery-form', [
      'VPT',
      'MPT',
      'PGB',
      'verblijf',
      'DTV',
      'VKB',
    ]);
  }

  #indication(row: Row): IndicationKind | null {
    return this.#oneOf(row, 'indication', INDICATIONS, 'unknown-indication', ['wijkverpleging', 'wlz']);
  }

  #oneOf<Value>(
    row: Row,
    field: 'form' | 'indication',
    names: Readonly<Record<string, Value>>,
    rule: 'unknown-delivery-form' | 'unknown-indication',
    allowed: string[],
  ): Value | null {
    const column = this.#layout.columns.get(field);
    if (column === undefined) return null;
    const text = (row.cells[column] ?? '').trim();
    if (text === '') {
      this.#log.row('missing-value', row, column, { field });
      return null;
    }
    const value = named(names, text);
    if (value === undefined) this.#log.row(rule, row, column, { value: shown(text), allowed });
    return value ?? null;
  }
}

/** The leveringsvorm that a text names, from the day it existed; undefined when it names none. */
export function deliveryFormOf(text: string): { readonly form: DeliveryForm; readonly from: Day | null } | undefined {
  const form = named(DELIVERY_FORMS, text.trim());
  return form && { form, from: EXISTS_FROM[form] ?? null };
}

/** What a text says a client is indicated for; undefined when it says nothing known. */
export function indicationOf(text: string): IndicationKind | undefined {
  return named(INDICATIONS, text.trim());
}

function named<Value>(names: Readonly<Record<string, Value>>, text: string): Value | undefined {
  const key = comparable(text);
  return Object.hasOwn(names, key) ? names[key] : undefined;
}
