import type { Balance } from '../domain/balance.ts';
import { type ClaimLine, spansMonths } from '../domain/claim-line.ts';
import type { ClientId } from '../domain/client-identity.ts';
import type { ClientMonth } from '../domain/client-month.ts';
import type { LineTable } from '../domain/line-table.ts';
import type { RunOverview } from '../domain/run.ts';
import * as words from './line-words.ts';
import type { QuietMonth } from './quiet-months.ts';
import { addedTo, sortedByKey } from './sums-by-code.ts';

/** Width of a class of minutes; every cap so far is a multiple of it, so that the cap falls between two classes. */
const STEP = 30;
/** Classes kept: the last one holds everything beyond, so that one absurd line does not make thousands. */
const MOST_CLASSES = 40;

/** The shape of a delivery, kept while its client-months pass. The months of one client must come one after another. */
export class Overview {
  readonly #counts = new Map<number, number[]>();
  readonly #codes = new Map<string, Share>();
  readonly #insurers = new Map<string, InsurerShare>();
  readonly #lines: LineTable;
  /** The shares again, by the numbers of code and insurer. */
  readonly #codeNumbers: Share[] = [];
  readonly #insurerNumbers: InsurerShare[] = [];

  /** `lines`: the table whose numbers of codes and names quiet months use. */
  constructor(lines: LineTable) {
    this.#lines = lines;
  }

  /** Adds a client-month of which every line is approved, from integers: the same as `add`. */
  addQuiet({ client, capMinutes, words: own, start, end }: QuietMonth, eligibleMinutes: number): void {
    for (let at = start * words.WORDS; at < end * words.WORDS; at += words.WORDS) {
      const word = own[at]!;
      const signed = words.isCreditIn(word) ? -words.minutesIn(word) : words.minutesIn(word);
      const code = words.codeIn(word);
      const insurer = words.insurerIn(own[at + 1]!);
      count(this.#codeNumbers[code] ?? this.#codeOf(code), client, signed);
      const share = this.#insurerNumbers[insurer] ?? this.#insurerOf(insurer);
      count(share, client, signed);
      share.byNumber[code] = (share.byNumber[code] ?? 0) + signed;
    }
    this.#countIn(capMinutes, eligibleMinutes);
  }

  /** Adds a client-month and what it came to under each cap. */
  add(month: ClientMonth, balances: readonly Balance[]): void {
    const lines = month.lines.filter((line) => !spansMonths(line));
    for (const line of lines) this.#addLine(line, month.client);
    for (const { insurer, codes, capMinutes, eligibleMinutes } of balances) {
      if (insurer !== null || !lines.some(({ code }) => codes.includes(code))) continue;
      this.#countIn(capMinutes, eligibleMinutes);
    }
  }

  /** In a fixed order, whatever the order of the input. */
  result(): RunOverview {
    return {
      distributions: [...this.#counts]
        .sort(([a], [b]) => b - a)
        .map(([capMinutes, counts]) => ({ capMinutes, step: STEP, counts, open: counts.length === MOST_CLASSES })),
      codes: sorted(this.#codes).map(([code, { clients, minutes }]) => ({ code, clients, minutes })),
      insurers: sorted(this.#insurers).map(([insurer, { clients, minutes, byCode, byNumber }]) => ({
        insurer: insurer === '' ? null : insurer,
        clients,
        minutes,
        byCode: sortedByKey(addedTo(byCode, byNumber, this.#lines)),
      })),
    };
  }

  #addLine(line: ClaimLine, client: ClientId): void {
    const signed = line.credit ? -line.minutes : line.minutes;
    count(shareIn(this.#codes, line.code, newShare), client, signed);
    const insurer = shareIn(this.#insurers, line.insurer, newInsurerShare);
    count(insurer, client, signed);
    insurer.byCode[line.code] = (insurer.byCode[line.code] ?? 0) + signed;
  }

  #countIn(capMinutes: number, eligibleMinutes: number): void {
    const counts = shareIn(this.#counts, capMinutes, () => []);
    const index = classOf(eligibleMinutes);
    while (counts.length <= index) counts.push(0);
    counts[index]!++;
  }

  #codeOf(number: number): Share {
    const share = shareIn(this.#codes, this.#lines.codes.text(number), newShare);
    this.#codeNumbers[number] = share;
    return share;
  }

  #insurerOf(number: number): InsurerShare {
    const share = shareIn(this.#insurers, this.#lines.names.text(number), newInsurerShare);
    this.#insurerNumbers[number] = share;
    return share;
  }
}

function newShare(): Share {
  return { clients: 0, minutes: 0, last: null };
}

function newInsurerShare(): InsurerShare {
  return { ...newShare(), byCode: {}, byNumber: [] };
}

function shareIn<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

interface Share {
  clients: number;
  minutes: number;
  /** The client counted last: clients come one after another, so no set of them is needed. */
  last: ClientId | null;
}

interface InsurerShare extends Share {
  readonly byCode: Record<string, number>;
  /** Of quiet months, by the number of the code. */
  readonly byNumber: number[];
}

function count(share: Share, client: ClientId, minutes: number): void {
  if (share.last !== client) share.clients++;
  share.last = client;
  share.minutes += minutes;
}

/** `30` is the last of the first class and `31` the first of the second: what is just allowed stands left of the cap. */
function classOf(minutes: number): number {
  return Math.min(MOST_CLASSES - 1, Math.max(0, Math.ceil(minutes / STEP) - 1));
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
