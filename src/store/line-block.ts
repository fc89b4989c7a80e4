import { type Day, isoOf } from '../domain/day.ts';
import { type Month, monthText } from '../domain/month.ts';
import { dayOfText, monthOfText, VERDICTS } from './line-rows.ts';
import { narrowColumn, wideColumn } from './narrow-column.ts';
import type { StoredLine } from './stored-run.ts';

/** Lines of one block: few enough that one client is found without reading much, many enough that a row of the table costs little. Not part of the format. */
export const BLOCK_LINES = 256;

/** Integers of a line, in the order of their columns. Part of the file format: only ever add to the end. */
const FIELDS = [
  ...['client', 'month', 'code', 'first', 'last', 'minutes', 'flags', 'reference', 'corrects', 'provider'],
  ...['insurer', 'amount', 'verdict', 'allowed', 'input', 'row', 'bookedBy'],
] as const;
const CREDIT = 1;
const HAS_AMOUNT = 2;

/** A block as it lies in the table. */
export interface LineBlock {
  readonly lines: number;
  /** The texts, as JSON: the clients in order, then what is said of many lines, then the references. */
  readonly texts: string;
  /** The columns of FIELDS, one behind the other. */
  readonly numbers: Uint8Array;
}

interface BlockTexts {
  readonly clients: readonly string[];
  readonly words: readonly string[];
  readonly references: readonly string[];
}

/** Gathers lines and gives them as a block: what is the same for many lines is written once. */
export class BlockPacker {
  readonly #columns = FIELDS.map(() => new Int32Array(BLOCK_LINES));
  readonly #known = new Map<string, number>();
  readonly #month = remembering(monthOfText);
  readonly #day = remembering(dayOfText);
  #clients: string[] = [];
  #words: string[] = [];
  #references: string[] = [];
  #length = 0;

  get isFull(): boolean {
    return this.#length === BLOCK_LINES;
  }

  /** Whether a line of this client would be the first one of it here, or comes back to it. */
  isOther(client: string): boolean {
    return this.#clients.at(-1) !== client;
  }

  /** Throws RangeError for a day or month that cannot be and for numbers beyond 32 bits (our bug). */
  push(line: StoredLine): void {
    if (this.isOther(line.client)) this.#clients.push(line.client);
    const { reference } = line;
    if (reference !== '') this.#references.push(reference);
    const flags = (line.credit ? CREDIT : 0) | (line.amountCents === null ? 0 : HAS_AMOUNT);
    this.#put(0, this.#clients.length - 1);
    this.#put(1, this.#month(line.month));
    this.#put(2, this.#word(line.code));
    this.#put(3, this.#day(line.first));
    this.#put(4, this.#day(line.last));
    this.#put(5, line.minutes);
    this.#put(6, flags);
    // From 1 on, so that 0 is no reference.
    this.#put(7, reference === '' ? 0 : this.#references.length);
    this.#put(8, this.#word(line.corrects));
    this.#put(9, this.#word(line.provider));
    this.#put(10, this.#word(line.insurer));
    this.#put(11, line.amountCents ?? 0);
    this.#put(12, VERDICTS.indexOf(line.verdict));
    this.#put(13, line.allowedMinutes);
    this.#put(14, line.input);
    this.#put(15, line.row);
    this.#put(16, this.#word(line.bookedBy ?? ''));
    this.#length++;
  }

  /** The lines pushed since the last block. */
  block(): LineBlock {
    const texts: BlockTexts = { clients: this.#clients, words: this.#words, references: this.#references };
    const numbers = Buffer.concat(this.#columns.map((column) => narrowColumn(column.subarray(0, this.#length))));
    const block = { lines: this.#length, texts: JSON.stringify(texts), numbers };
    this.#known.clear();
    [this.#clients, this.#words, this.#references] = [[], [], []];
    this.#length = 0;
    return block;
  }

  #put(field: number, value: number): void {
    if ((value | 0) !== value) throw new RangeError('a number of a line beyond 32 bits');
    this.#columns[field]![this.#length] = value;
  }

  #word(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const number = this.#words.push(text) - 1;
    this.#known.set(text, number);
    return number;
  }
}

/** The lines of a block, or only those of one client, as they were pushed. Throws RangeError or SyntaxError when it is damaged. */
export function linesOfBlock(block: LineBlock, onlyClient?: string): { at: number; line: StoredLine }[] {
  const { clients, words, references } = JSON.parse(block.texts) as BlockTexts;
  let end = 0;
  const columns = FIELDS.map(() => {
    const column = wideColumn(block.numbers, end, block.lines);
    end = column.end;
    return column.values;
  });
  const lines: { at: number; line: StoredLine }[] = [];
  for (let at = 0; at < block.lines; at++) {
    const number = (field: number) => columns[field]![at]!;
    const client = textIn(clients, number(0));
    if (onlyClient !== undefined && client !== onlyClient) continue;
    const verdict = VERDICTS[number(12)];
    if (verdict === undefined) throw new RangeError('a verdict without a name');
    lines.push({
      at,
      line: {
        client,
        month: monthText(number(1) as Month),
        code: textIn(words, number(2)),
        first: isoOf(number(3) as Day),
        last: isoOf(number(4) as Day),
        minutes: number(5),
        credit: (number(6) & CREDIT) !== 0,
        reference: number(7) === 0 ? '' : textIn(references, number(7) - 1),
        corrects: textIn(words, number(8)),
        provider: textIn(words, number(9)),
        insurer: textIn(words, number(10)),
        amountCents: (number(6) & HAS_AMOUNT) === 0 ? null : number(11),
        verdict,
        allowedMinutes: number(13),
        input: number(14),
        row: number(15),
        bookedBy: textIn(words, number(16)) || null,
      },
    });
  }
  return lines;
}

/** The same function for texts or numbers that come again and again, as days and months do. */
function remembering<K, V>(work: (of: K) => V): (of: K) => V {
  const known = new Map<K, V>();
  return (of) => {
    let value = known.get(of);
    if (value === undefined) {
      value = work(of);
      known.set(of, value);
    }
    return value;
  };
}

function textIn(texts: readonly string[], number: number): string {
  const text = texts[number];
  if (text === undefined) throw new RangeError('a text that is not there');
  return text;
}
