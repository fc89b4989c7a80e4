import { maskBsn } from '../domain/bsn.ts';
import type { ClientId } from '../domain/client-identity.ts';
import { digestOf } from '../domain/digest.ts';
import type { Finding, JsonObject, Severity } from '../domain/finding.ts';
import { FindingList, type FindingsBeyond } from '../domain/finding-list.ts';
import type { Month } from '../domain/month.ts';
import { ownText } from '../domain/own-text.ts';
import { cellAddress, type Place } from '../domain/place.ts';
import type { Row } from '../domain/table.ts';
import { INTAKE_RULES, type IntakeData, type IntakeRuleId } from './intake-rules.ts';

const SEVERITY = new Map<string, Severity>(INTAKE_RULES.map((rule) => [rule.id, rule.severity]));
const LONGEST_VALUE = 60;
/** Characters of a cell that are looked at to show so many: enough to know whether the last of them are part of a BSN. */
const REACH = 300;
/** Of a heading as much is told with each finding. */
const LONGEST_HEADING = 200;
/** What makes a cell look right that is not: zero-width and control characters, spaces of any kind left alone. */
const INVISIBLE = /(?!\s)[\p{Cc}\p{Cf}]/gu;

/** The findings of reading one input. Rows are reported fault by fault; what the row turned out to be is told when it is done. */
export class IntakeLog {
  readonly #list: FindingList;
  readonly #input: number;
  readonly #headings: readonly string[];
  readonly #addresses: boolean;
  /** Headings as places have them, made when first asked for. */
  readonly #named: string[] = [];
  #rowStart = 0;
  #rowHasError = false;

  /** `addresses`: places get the address of their cell, as a workbook has them. `most`: of one rule so many findings are kept. */
  constructor(input: number, headings: readonly string[], addresses: boolean, most = Number.MAX_SAFE_INTEGER) {
    this.#list = new FindingList(most);
    this.#input = input;
    this.#headings = headings;
    this.#addresses = addresses;
  }

  get findings(): readonly Finding[] {
    return this.#list.kept;
  }

  /** What was counted and not kept. */
  get beyond(): readonly FindingsBeyond[] {
    return this.#list.beyond;
  }

  /** How many faults of a rule there are, kept or not. */
  found(rule: IntakeRuleId): number {
    return this.#list.found(rule);
  }

  /** A fault of the whole file or sheet. */
  file<Id extends IntakeRuleId>(rule: Id, data: IntakeData<Id>, row = 0): void {
    const identity = digestOf([JSON.stringify(data)]);
    this.#add(rule, data, { input: this.#input, row, column: null, cell: null, reference: null }, identity);
  }

  /** Begins a row: what is reported from here on is about it. */
  beginRow(): void {
    this.#rowStart = this.#list.kept.length;
    this.#rowHasError = false;
  }

  /**
   * A fault of the row; `column` is the number of its column, or null for the row as a whole. `data` may wait to be made until it is known that
   * the fault is kept.
   */
  row<Id extends IntakeRuleId>(
    rule: Id,
    row: Row,
    column: number | null,
    data: IntakeData<Id> | (() => IntakeData<Id>),
  ): void {
    if (!this.#keeps(rule)) return;
    const heading = column === null ? null : this.#heading(column);
    const place: Place = {
      input: this.#input,
      row: row.row,
      column: heading,
      cell: this.#addresses && column !== null ? cellAddress(column, row.row) : null,
      reference: null,
    };
    const made = typeof data === 'function' ? data() : data;
    this.#add(rule, made, place, digestOf([...row.cells, heading ?? '']));
  }

  /** Whether a fault of this rule will be kept; else it is counted here and now: beyond what is kept a finding costs a count, not a sentence. */
  #keeps(rule: IntakeRuleId): boolean {
    if (this.#list.room(rule) > 0) return true;
    this.#count(rule);
    return false;
  }

  /** Whether the row has a fault of error severity so far. */
  rowHasError(): boolean {
    return this.#rowHasError;
  }

  /** Tells the findings of the row whom and which line they concern. */
  endRow(client: ClientId | null, month: Month | null, reference: string | null, line: number | null): void {
    const { kept } = this.#list;
    if (this.#rowStart === kept.length) return;
    const own = reference && ownText(reference);
    for (let index = this.#rowStart; index < kept.length; index++) {
      const finding = kept[index]!;
      kept[index] = {
        ...finding,
        client,
        month,
        places: finding.places.map((place) => ({ ...place, reference: own })),
        lines: line === null ? [] : [line],
      };
    }
  }

  #heading(column: number): string {
    const heading = this.#headings[column] ?? '';
    this.#named[column] ??= maskBsn(
      heading.length > LONGEST_HEADING ? `${heading.slice(0, LONGEST_HEADING)}…` : heading,
    );
    return this.#named[column];
  }

  #count(rule: IntakeRuleId): void {
    const severity = SEVERITY.get(rule) ?? 'error';
    if (severity === 'error') this.#rowHasError = true;
    this.#list.count({ rule, severity, findings: 1 });
  }

  #add(rule: IntakeRuleId, data: JsonObject, place: Place, identity: string): void {
    const severity = SEVERITY.get(rule) ?? 'error';
    if (severity === 'error') this.#rowHasError = true;
    this.#list.add({ rule, severity, client: null, month: null, places: [place], data, identity, lines: [] });
  }
}

/** A cell's text as a finding may show it: shortened, invisible characters named, and without anything that could be a BSN. */
export function shown(text: string): string {
  const whole = text.trim();
  // Of a cell of a million characters no more than can be shown.
  const begun = whole.slice(0, REACH);
  const visible = begun.replace(INVISIBLE, '');
  const hidden = maskBsn(visible);
  // Between the digits of a BSN an invisible character is not worth showing the digits for.
  const masked = hidden === visible ? begun.replace(INVISIBLE, named) : hidden;
  const isCut = masked.length > LONGEST_VALUE || whole.length > REACH;
  return ownText(isCut ? `${masked.slice(0, LONGEST_VALUE)}…` : masked);
}

function named(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
