import { IntColumn } from '../domain/int-column.ts';
import type { LineVerdict } from '../domain/run.ts';
import { TextPool } from '../domain/text-pool.ts';
import type { StoredLine } from '../store/stored-run.ts';

const VERDICTS: readonly LineVerdict[] = ['approved', 'rejected', 'undecided', 'ignored'];
const TEXTS = ['client', 'month', 'code', 'first', 'last', 'reference', 'corrects', 'provider', 'insurer'] as const;
const NUMBERS = ['minutes', 'allowedMinutes', 'input', 'row'] as const;
type Field = (typeof TEXTS)[number] | (typeof NUMBERS)[number];
const CREDIT = 4;
const HAS_AMOUNT = 8;

/**
 * Lines for the store as integers and texts outside the heap of the engine: some eighty bytes a line where an object takes several times as
 * many, and a national month has millions. Read in order, as often as one likes.
 */
export class PackedLines implements Iterable<StoredLine> {
  readonly #pool = new TextPool();
  readonly #columns = Object.fromEntries([...TEXTS, ...NUMBERS].map((field) => [field, new IntColumn()])) as Readonly<
    Record<Field, IntColumn>
  >;
  readonly #amounts = new IntColumn();
  /** The verdict in the lowest two bits. */
  readonly #flags = new IntColumn();
  readonly #bookedBy = new IntColumn();

  push(line: StoredLine): void {
    for (const field of TEXTS) this.#columns[field].push(this.#pool.intern(line[field]));
    for (const field of NUMBERS) this.#columns[field].push(line[field]);
    this.#amounts.push(line.amountCents ?? 0);
    const flags = (line.credit ? CREDIT : 0) | (line.amountCents === null ? 0 : HAS_AMOUNT);
    this.#flags.push(VERDICTS.indexOf(line.verdict) | flags);
    this.#bookedBy.push(this.#pool.intern(line.bookedBy ?? ''));
  }

  *[Symbol.iterator](): Generator<StoredLine, void, undefined> {
    for (let line = 0; line < this.#flags.length; line++) yield this.#line(line);
  }

  #line(line: number): StoredLine {
    const text = (field: (typeof TEXTS)[number]) => this.#pool.text(this.#columns[field].at(line));
    const number = (field: (typeof NUMBERS)[number]) => this.#columns[field].at(line);
    const flags = this.#flags.at(line);
    return {
      client: text('client'),
      month: text('month'),
      code: text('code'),
      first: text('first'),
      last: text('last'),
      minutes: number('minutes'),
      credit: (flags & CREDIT) !== 0,
      reference: text('reference'),
      corrects: text('corrects'),
      provider: text('provider'),
      insurer: text('insurer'),
      amountCents: (flags & HAS_AMOUNT) === 0 ? null : this.#amounts.at(line),
      verdict: VERDICTS[flags & 3]!,
      allowedMinutes: number('allowedMinutes'),
      input: number('input'),
      row: number('row'),
      bookedBy: this.#pool.text(this.#bookedBy.at(line)) || null,
    };
  }
}
