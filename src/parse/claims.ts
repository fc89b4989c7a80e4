import { isAgb } from '../domain/agb.ts';
import type { ClientId, ClientIdentity } from '../domain/client-identity.ts';
import { type Day, dayOf, isoOf } from '../domain/day.ts';
import { IntColumn } from '../domain/int-column.ts';
import type { LineTable } from '../domain/line-table.ts';
import { type Month, monthOf } from '../domain/month.ts';
import { ownText } from '../domain/own-text.ts';
import type { Row, SourceFormat } from '../domain/table.ts';
import { isUzovi } from '../domain/uzovi.ts';
import { readAmounts } from './amounts.ts';
import { BlankRows } from './blank-rows.ts';
import { readClientKeys } from './client-keys.ts';
import { isNoCode, LONGEST_CODE, lookAlikeOf, normaliseCode } from './codes.ts';
import type { ColumnNames } from './columns.ts';
import { DecimalEvidence } from './decimal-evidence.ts';
import { type IntakeLog, shown } from './intake-log.ts';
import { keyText, LONGEST_KEY } from './key-text.ts';
import { readLaw } from './laws.ts';
import type { Layout } from './layout.ts';
import { isSpreadsheetError } from './no-value.ts';
import { signProvenBy } from './numbers.ts';
import { type DecimalReading, signProvenByQuantity } from './quantity.ts';
import { readDay } from './read-day.ts';
import { readMinutes } from './read-minutes.ts';
import { RowShape } from './row-shape.ts';

/** What the claims of one file or sheet came to. */
export interface ClaimCounts {
  /** Data rows that are not blank. */
  rows: number;
  /** Rows with a technology code, readable or not. */
  technology: number;
  /** Technology rows that could not become a line: their day, client, sign or minutes cannot be known. */
  unusable: number;
  /** Rows of which it cannot be known whether they are technology lines. */
  unreadable: number;
  /** The rows of both kinds, in order: no line was made of them, so nothing judges them later. */
  readonly notLines: IntColumn;
  /** Rows of other codes, per code. */
  readonly ignored: Map<string, number>;
}

/** What parsing claims needs to know and fills. */
export interface ClaimsTarget {
  readonly input: number;
  readonly format: SourceFormat;
  /** The columns of all roles, to notice another table below this one. */
  readonly names: ColumnNames;
  readonly lines: LineTable;
  readonly identity: ClientIdentity;
  /** Every code that some policy knows. */
  readonly technology: ReadonlySet<string>;
  readonly asOf: Day;
  readonly decimal: DecimalReading;
  /** Of the other codes so many are counted by themselves; those beyond are counted together. */
  readonly mostCodes: number;
  /** As `usualWidth` found it; absent where rows keep to the header. */
  readonly usualWidth?: number | null;
}

/** The code under which codes are counted that are beyond the limit. */
export const OTHER_CODES = '…';

/** Before it there was no wijkverpleging under the Zvw. */
export const FIRST_DAY_OF_2015 = dayOf(2015, 1, 1)!;

/** Rows of claims → technology lines in the line table, counts of the others, and findings. Rows are given in order. */
export class ClaimsParser {
  readonly counts: ClaimCounts = {
    rows: 0,
    technology: 0,
    unusable: 0,
    unreadable: 0,
    notLines: new IntColumn(),
    ignored: new Map(),
  };
  readonly evidence = new DecimalEvidence();
  readonly #layout: Layout;
  readonly #log: IntakeLog;
  readonly #target: ClaimsTarget;
  readonly #blank: BlankRows;
  readonly #shape: RowShape;
  /** Codes that are no technology, with what there is to say of each: it is no code, or the technology code it looks like. */
  readonly #others = new Map<string, { readonly isCode: boolean; readonly lookAlike: string | null }>();
  #rivalReported = false;
  /** Number columns with the unit they stand for; '' where the row's own unit column says. */
  readonly #quantities: readonly { readonly column: number; readonly unit: string | null }[];
  readonly #euros: readonly number[];

  constructor(layout: Layout, log: IntakeLog, target: ClaimsTarget) {
    this.#layout = layout;
    this.#log = log;
    this.#target = target;
    this.#blank = new BlankRows(log, layout.headerRow);
    this.#shape = new RowShape(
      layout,
      target.names,
      target.format === 'csv' ? 'csv' : 'xlsx',
      log,
      target.usualWidth ?? null,
    );
    const column = (field: string) => layout.columns.get(field) ?? -1;
    this.#quantities = [
      { column: column('quantity'), unit: null },
      { column: column('minutes'), unit: 'min' },
      { column: column('hours'), unit: 'uur' },
    ].filter((quantity) => quantity.column >= 0);
    this.#euros = [column('rate'), column('amount')].filter((euros) => euros >= 0);
  }

  row(row: Row): void {
    // Between the performance records of a message stand others: they are no gap.
    if (this.#target.format !== 'aw319' && this.#blank.isBlank(row)) return;
    this.counts.rows++;
    this.#log.beginRow();
    const code = this.#shape.fits(row) ? this.#code(row) : null;
    if (code === null) {
      this.#unreadable(row);
    } else if (this.#target.technology.has(code)) {
      this.counts.technology++;
      this.#addEvidence(row, true);
      if (this.#technologyRow(row, code)) return;
      this.counts.unusable++;
      this.counts.notLines.push(row.row);
    } else {
      this.countIgnored(code, 1);
      if (!this.evidence.isSettled) this.#addEvidence(row, false);
      this.#watchRivals(row);
    }
  }

  /** A row above the header that looks like a line: it is counted and reported, since nobody can know under which headings it stands. */
  rowAbove(row: Row): void {
    this.counts.rows++;
    this.#log.beginRow();
    this.#shape.reportAbove(row);
    this.#unreadable(row);
  }

  /** Whether a filled row of this number would follow on the rows so far, in the same table: then there is nothing to say of where it stands. */
  follows(row: number): boolean {
    const watching = this.#layout.rivals.length > 0 && !this.#rivalReported;
    return row === this.#blank.next && this.#shape.isInTable && !watching;
  }

  /** Counts a row that was read from its bytes, without anything to report. */
  passed(row: number): void {
    this.#blank.passed(row);
    this.counts.rows++;
  }

  /** Counts rows of a code that is no technology. */
  countIgnored(code: string, rows: number): void {
    const { ignored } = this.counts;
    const listed = ignored.has(code) || ignored.size < this.#target.mostCodes ? code : OTHER_CODES;
    const counted = ignored.get(listed);
    ignored.set(counted === undefined ? ownText(listed) : listed, (counted ?? 0) + rows);
  }

  /** The code a cell holds, when it is a technology code, or one that was met before and of which there is nothing to say; else null. */
  knownCode(text: string): string | null {
    const code = normaliseCode(text);
    if (this.#target.technology.has(code)) return code;
    const other = this.#others.get(code);
    return other?.isCode && other.lookAlike === null ? code : null;
  }

  #unreadable(row: Row): void {
    this.counts.unreadable++;
    this.counts.notLines.push(row.row);
  }

  #code(row: Row): string | null {
    const column = this.#layout.columns.get('code');
    if (column === undefined) return null;
    const text = row.cells[column] ?? '';
    if (row.kinds?.[column] === 'error') {
      this.#log.row('invalid-value', row, column, { field: 'code', value: shown(text), allowed: [] });
      return null;
    }
    const code = normaliseCode(text);
    if (this.#target.technology.has(code)) return code;
    if (this.#shape.isShifted(row, this.#target.technology)) return null;
    const known = this.#others.get(code);
    // A header further down is looked for where a code is met for the first time: looking at every row would cost more than reading it.
    if (known === undefined && this.#shape.isHeader(row)) return null;
    if (code === '') {
      this.#log.row('missing-value', row, column, { field: 'code' });
      return null;
    }
    const other = known ?? this.#otherCode(code);
    if (!other.isCode) {
      this.#log.row('invalid-value', row, column, { field: 'code', value: shown(text), allowed: [] });
      return null;
    }
    if (other.lookAlike !== null)
      this.#log.row('suspect-code', row, column, { value: shown(text), code: other.lookAlike });
    return code;
  }

  #otherCode(code: string): { readonly isCode: boolean; readonly lookAlike: string | null } {
    const isCode = !isNoCode(code);
    const other = { isCode, lookAlike: isCode ? lookAlikeOf(code, this.#target.technology) : null };
    // The engine tells long texts of one length apart by comparing them letter by letter, each with all others.
    if (this.#others.size < this.#target.mostCodes && code.length <= LONGEST_CODE)
      this.#others.set(ownText(code), other);
    return other;
  }

  /** Two columns for the prestatiecode, and the one that is not read has a technology code where the other has none: reported once. */
  #watchRivals(row: Row): void {
    const { rivals, columns, headings, headerRow } = this.#layout;
    const column = columns.get('code');
    if (this.#rivalReported || column === undefined) return;
    const rival = rivals.find((index) => this.#target.technology.has(normaliseCode(row.cells[index] ?? '')));
    if (rival === undefined) return;
    this.#rivalReported = true;
    const heading = shown([column, rival].map((index) => (headings[index] ?? '').trim()).join(' / '));
    this.#log.file('duplicate-column', { heading, columns: [column + 1, rival + 1] }, headerRow);
  }

  /** Reads every cell of a technology row, reporting each fault; false when no line can be made of it. */
  #technologyRow(row: Row, code: string): boolean {
    const { lines } = this.#target;
    const log = this.#log;
    const provider = this.#number(row, 'provider', 8, isAgb, 'invalid-agb');
    const insurer = this.#number(row, 'insurer', 4, isUzovi, 'invalid-uzovi');
    const client = this.#client(row, provider);
    const period = this.#period(row);
    const quantity = readMinutes(row, this.#layout, this.#target.decimal, log);
    const credit = this.#credit(row, quantity?.minutes ?? 0);
    const declaredLaw = readLaw(row, this.#layout, log);
    const reference = this.#reference(row, 'reference');
    const { amount, expectedAmount } = readAmounts(row, this.#layout, this.#target.decimal, quantity, log);
    const corrects = this.#reference(row, 'corrects');
    let line: number | null = null;
    if (client !== null && period.first !== null && period.last !== null && quantity !== null && credit !== null) {
      line = lines.length;
      lines.append({
        input: this.#target.input,
        row: row.row,
        client,
        code,
        first: period.first,
        last: period.last,
        minutes: Math.abs(quantity.minutes),
        credit,
        inMinutes: quantity.unitMinutes === 1,
        faulty: log.rowHasError(),
        reference,
        corrects,
        declaredLaw,
        provider: lines.names.intern(provider),
        insurer: lines.names.intern(insurer),
        amount,
        expectedAmount,
      });
    }
    log.endRow(client, period.month, reference === '' ? null : reference, line);
    return line !== null;
  }

  #client(row: Row, provider: string): ClientId | null {
    const { identity, input, lines } = this.#target;
    const keys = readClientKeys(row, this.#layout, this.#log);
    return keys && identity.client(keys.clientNumber, keys.bsn, lines.names.intern(provider), input, row.row);
  }

  #period(row: Row): { first: Day | null; last: Day | null; month: Month | null } {
    const start = readDay(row, this.#layout, 'start', this.#log);
    const end = readDay(row, this.#layout, 'end', this.#log);
    const startColumn = this.#layout.columns.get('start');
    if (start === 'empty' && startColumn !== undefined)
      this.#log.row('missing-value', row, startColumn, { field: 'start' });
    const first = typeof start === 'object' ? start.day : null;
    const last = typeof end === 'object' ? end.day : end === 'empty' ? first : null;
    const month = first === null ? null : monthOf(first);
    this.#boundsOf(row, 'start', first);
    if (typeof end === 'object') this.#boundsOf(row, 'end', last);
    if (first !== null && last !== null && last < first) {
      const column = this.#layout.columns.get('end') ?? null;
      this.#log.row('end-before-start', row, column, { first: isoOf(first), last: isoOf(last) });
      return { first: null, last: null, month };
    }
    return { first, last, month };
  }

  #boundsOf(row: Row, field: 'start' | 'end', day: Day | null): void {
    const column = this.#layout.columns.get(field);
    if (day === null || column === undefined) return;
    const { asOf } = this.#target;
    if (day > asOf) this.#log.row('future-date', row, column, { field, date: isoOf(day), asOf: isoOf(asOf) });
    if (day < FIRST_DAY_OF_2015 && field === 'start')
      this.#log.row('before-2015', row, column, { field, date: isoOf(day) });
  }

  /** Whether the line is a credit: `C`, or a negative quantity, never both. Null when the sign cannot be known. */
  #credit(row: Row, minutes: number): boolean | null {
    const column = this.#layout.columns.get('debitCredit');
    const text = this.#text(row, 'debitCredit');
    const flag = text.toLowerCase();
    if (column !== undefined && !['', 'd', 'c', 'debet', 'credit', 'debit'].includes(flag)) {
      this.#log.row('invalid-value', row, column, { field: 'debitCredit', value: shown(text), allowed: ['D', 'C'] });
      return null;
    }
    const credit = flag.startsWith('c');
    if (credit && minutes < 0 && column !== undefined) {
      const quantity = this.#quantities.find(({ column: at }) => (row.cells[at] ?? '').trim() !== '')?.column ?? column;
      this.#log.row('double-negation', row, quantity, { value: shown(row.cells[quantity] ?? '') });
      return null;
    }
    return credit || minutes < 0;
  }

  /** A code of a fixed number of digits; a workbook that keeps it as a number ate its zeros. '' when absent or wrong. */
  #number(
    row: Row,
    field: 'provider' | 'insurer',
    length: number,
    isRight: (text: string) => boolean,
    rule: 'invalid-agb' | 'invalid-uzovi',
  ): string {
    const column = this.#layout.columns.get(field);
    if (column === undefined) return '';
    const text = this.#text(row, field);
    const code = row.kinds?.[column] === 'number' ? text.padStart(length, '0') : text;
    if (code === '' || isRight(code)) return code;
    this.#log.row(rule, row, column, { value: shown(text) });
    return '';
  }

  /** A reference number; the error of a formula is none, and neither is a text without end. */
  #reference(row: Row, field: 'reference' | 'corrects'): string {
    const text = keyText(this.#text(row, field));
    if (!isSpreadsheetError(text) && text.length <= LONGEST_KEY) return text;
    const column = this.#layout.columns.get(field) ?? null;
    this.#log.row('invalid-value', row, column, { field, value: shown(text), allowed: [] });
    return '';
  }

  #text(row: Row, field: string): string {
    const column = this.#layout.columns.get(field);
    return column === undefined ? '' : (row.cells[column] ?? '').trim();
  }

  #addEvidence(row: Row, technology: boolean): void {
    const isText = (column: number) => row.kinds === undefined || row.kinds[column] === 'text';
    for (const { column, unit } of this.#quantities) {
      const text = row.cells[column];
      if (text && isText(column)) {
        this.evidence.add(signProvenByQuantity(text, unit ?? this.#text(row, 'unit')), technology);
      }
    }
    for (const column of this.#euros) {
      const text = row.cells[column];
      if (text && isText(column)) this.evidence.add(signProvenBy(text, false), technology);
    }
  }
}
