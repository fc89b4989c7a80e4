import { DUMMY_BSN, isBsn } from '../domain/bsn.ts';
import type { ClientIdentity } from '../domain/client-identity.ts';
import type { Day } from '../domain/day.ts';
import { EI_RECORDS, EI_TERMS, eiField, eiText } from '../domain/ei-layout.ts';
import type { EiRecord } from '../domain/ei-record.ts';
import type { Finding } from '../domain/finding.ts';
import type { FindingsBeyond } from '../domain/finding-list.ts';
import type { LineTable } from '../domain/line-table.ts';
import { monthOf } from '../domain/month.ts';
import { AW319_LAYOUT, claimRow, otherRow, referenceIn } from './aw319-claims.ts';
import { checkDates } from './aw319-dates.ts';
import { checkFields } from './aw319-fields.ts';
import { type Aw319Header, type EiInvoice, readHeader } from './aw319-header.ts';
import { checkLine } from './aw319-line.ts';
import { Aw319Log, at, foundAt } from './aw319-log.ts';
import { checkClientPairs } from './aw319-pairs.ts';
import { Aw319Structure, leastLength } from './aw319-structure.ts';
import { valueIn } from './aw319-text.ts';
import { Aw319Whole } from './aw319-whole.ts';
import { type ClaimCounts, ClaimsParser } from './claims.ts';
import { normaliseCode } from './codes.ts';
import type { ColumnNames } from './columns.ts';
import { IntakeLog } from './intake-log.ts';

/** What parsing a message needs to know and fills. */
export interface Aw319Target {
  readonly input: number;
  readonly names: ColumnNames;
  readonly lines: LineTable;
  readonly identity: ClientIdentity;
  /** Every code that some policy knows. */
  readonly technology: ReadonlySet<string>;
  readonly asOf: Day;
  /** Of one rule so many findings are kept. */
  readonly most: number;
  /** As the parser of claims wants it. */
  readonly mostCodes: number;
}

/** Fields of a performance record that repeat those of the client record above it. */
const REPEATED = [
  ['0403', '0203'],
  ['0404', '0204'],
  ['0405', '0205'],
  ['0408', '0224'],
  ['0409', '0225'],
] as const;
const LEAST = new Map([...EI_RECORDS.keys()].map((type) => [type, leastLength(type)]));

/**
 * Records of an AW319 → technology lines in the line table, by the same parser as the lines of every other file, counts of the other
 * lines, and findings about the message itself. Records are given in order; `end` comes last.
 */
export class Aw319Parser {
  readonly #target: Aw319Target;
  readonly #log: Aw319Log;
  readonly #claimsLog: IntakeLog;
  readonly #claims: ClaimsParser;
  readonly #structure: Aw319Structure;
  readonly #whole: Aw319Whole;
  #header: Aw319Header | null = null;
  #isTest = false;
  /** The client record above; null when there is none or it could not be read. */
  #client: EiRecord | null = null;
  /** The same, when its BSN is none and no technology line under it has told so yet. */
  #withoutBsn: EiRecord | null = null;
  #previous: EiRecord | null = null;

  constructor(target: Aw319Target) {
    const { input, names, lines, identity, technology, asOf, most, mostCodes } = target;
    this.#target = target;
    this.#log = new Aw319Log(input, most);
    this.#claimsLog = new IntakeLog(input, AW319_LAYOUT.headings, false, most);
    const decimal = { sign: '.', settled: true } as const;
    const claims = { input, format: 'aw319', names, lines, identity, technology, asOf, decimal, mostCodes } as const;
    this.#claims = new ClaimsParser(AW319_LAYOUT, this.#claimsLog, claims);
    this.#structure = new Aw319Structure(this.#log);
    this.#whole = new Aw319Whole(this.#log, lines, identity);
  }

  get counts(): ClaimCounts {
    return this.#claims.counts;
  }

  get findings(): readonly Finding[] {
    return [...this.#claimsLog.findings, ...this.#log.findings];
  }

  /** What was counted and not kept. */
  get beyond(): readonly FindingsBeyond[] {
    return [...this.#claimsLog.beyond, ...this.#log.beyond];
  }

  /** The header record says that this is a test message. */
  get isTest(): boolean {
    return this.#isTest;
  }

  /** What invoice the message is; null when its header record does not say. */
  get invoice(): EiInvoice | null {
    return this.#header?.invoice ?? null;
  }

  record(record: EiRecord): void {
    this.#framing(record);
    if (record.bytes === 0) {
      this.#log.repeated('ei-empty-record', record.row, null, {});
      return;
    }
    this.#previous = record;
    const type = record.text.slice(0, 2);
    // Also of a header that cannot be read otherwise: a test must never be taken for a claim.
    if (type === '01' && record.text[9] === 'T') this.#isTest = true;
    if (!this.#hasLength(record, type)) this.#unread(record, type);
    else if (type === '04') this.#performance(record);
    else this.#other(record, type);
  }

  /** Everything has been read. */
  end(): void {
    if (this.#previous?.lineEnd === 'none') this.#frame('no-last-line-end', this.#previous);
    this.#reportBsn();
    this.#log.end();
    this.#structure.end();
    this.#log.beginRecord();
    this.#whole.end(this.#header?.message ?? '');
  }

  #other(record: EiRecord, type: string): void {
    const { asOf } = this.#target;
    if (type === '02') this.#reportBsn();
    this.#log.beginRecord();
    this.#structure.record(record, type);
    if (!EI_RECORDS.has(type)) {
      this.#count(record);
      return;
    }
    checkFields(record, type, this.#log);
    checkDates(record, type, asOf, false, this.#log);
    if (type === '01') {
      const header = readHeader(record, asOf, this.#log);
      this.#header ??= header;
    }
    if (type === '02') this.#clientRecord(record);
    this.#log.endRecord(null, null, null, null);
  }

  #clientRecord(record: EiRecord): void {
    this.#client = record;
    const bsn = eiText(record.text, eiField('0203'));
    if (/^\d+$/.test(bsn) && bsn !== DUMMY_BSN && !isBsn(bsn)) this.#withoutBsn = record;
    checkClientPairs(record, this.#log);
    const field = eiField('0204');
    const insurer = valueIn(record.text, '0204');
    const expected = this.#header?.insurer ?? '';
    if (insurer === '' || expected === '' || insurer === expected) return;
    this.#log.repeated('ei-insurer', record.row, '0204', { ...foundAt(record.text, field), expected });
  }

  /** A BSN that is none is told at each technology line; where there is none to tell it at, here. */
  #reportBsn(): void {
    const record = this.#withoutBsn;
    if (record === null) return;
    this.#withoutBsn = null;
    const fault = /^0+$/.test(eiText(record.text, eiField('0203'))) ? 'zeros' : 'proof';
    this.#log.beginRecord();
    this.#log.record('ei-bsn', record, '0203', { fault, ...at('0203') });
    this.#log.endRecord(null, null, null, null);
  }

  /** First the line, then what there is to say of its record, so that it is said of the line. */
  #performance(record: EiRecord): void {
    const { lines, technology, asOf } = this.#target;
    const { text } = record;
    const before = lines.length;
    const written = valueIn(text, '0417');
    const code = normaliseCode(written);
    const isTechnology = technology.has(code);
    const clientNumber = this.#clientNumber(text);
    this.#claims.row(isTechnology ? claimRow(record.row, text, clientNumber) : otherRow(record.row, written));
    const line = lines.length > before ? before : null;
    this.#log.beginRecord();
    this.#structure.record(record, '04');
    checkFields(record, '04', this.#log);
    checkDates(record, '04', asOf, isTechnology, this.#log);
    this.#heldAgainstClient(record);
    if (isTechnology) {
      if (this.#isOfClient(text)) this.#withoutBsn = null;
      checkLine(record, code, this.#header, this.#log);
      this.#deceased(record);
      this.#whole.line(record, code);
    }
    if (line !== null) this.#whole.made(line);
    const client = line === null ? null : lines.client(line);
    const month = line === null ? null : monthOf(lines.first(line));
    this.#log.endRecord(client, month, referenceIn(text, clientNumber !== '') || null, line);
  }

  /** The number of the client above, when the BSN of the performance record is that of the client; else '': whose it is, is not known. */
  #clientNumber(text: string): string {
    return this.#client !== null && this.#isOfClient(text) ? valueIn(this.#client.text, '0206') : '';
  }

  #isOfClient(text: string): boolean {
    return this.#client !== null && eiText(this.#client.text, eiField('0203')) === eiText(text, eiField('0403'));
  }

  #heldAgainstClient(record: EiRecord): void {
    if (!this.#client) return;
    for (const [number, parent] of REPEATED) {
      if (eiText(record.text, eiField(number)) === eiText(this.#client.text, eiField(parent))) continue;
      if (valueIn(record.text, number) === '' && valueIn(this.#client.text, parent) === '') continue;
      const returnCode = eiField(number).returnCode ?? null;
      this.#log.record('ei-parent-mismatch', record, number, () => ({ ...at(number), parent, returnCode }));
    }
  }

  #deceased(record: EiRecord): void {
    if (!this.#client || record.text[193] === 'C') return;
    if (eiText(this.#client.text, eiField('0223')) !== '1') return;
    this.#log.record('ei-deceased', record, '0223', { clientRow: this.#client.row });
  }

  /** Whether the record can be cut at its positions; spaces missing at the end are no harm, and told once. */
  #hasLength(record: EiRecord, type: string): boolean {
    const { bytes, utf8Characters: characters } = record;
    const expected = EI_TERMS.length;
    if (bytes === expected) return true;
    if (bytes < expected && bytes >= (LEAST.get(type) ?? expected) && characters === null) {
      this.#log.repeated('ei-record-cut', record.row, null, { type, length: bytes, expected });
      return true;
    }
    const known = EI_RECORDS.has(type) ? type : '?';
    this.#log.beginRecord();
    this.#log.record('ei-record-length', record, null, { type: known, length: bytes, expected, characters });
    return false;
  }

  #unread(record: EiRecord, type: string): void {
    this.#structure.unread(record, type);
    if (type === '02') {
      this.#reportBsn();
      this.#client = null;
    }
    if (type === '04' || !EI_RECORDS.has(type)) this.#count(record);
  }

  /** A record that is, or may be, a performance record that nobody can read. */
  #count(record: EiRecord): void {
    const { counts } = this.#claims;
    counts.rows++;
    counts.unreadable++;
    counts.notLines.push(record.row);
  }

  #framing(record: EiRecord): void {
    if (record.lineEnd === 'lf' || record.lineEnd === 'cr') this.#frame(record.lineEnd, record);
    for (const mark of record.marks ?? []) this.#frame(mark, record);
  }

  #frame(fault: 'lf' | 'cr' | 'no-last-line-end' | 'byte-order-mark' | 'end-of-file-mark', { row }: EiRecord): void {
    this.#log.repeated('ei-framing', row, null, { fault });
  }
}
