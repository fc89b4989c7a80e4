import { expect } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import { type SentLine, type Validated, validatedLines } from './year-files.ts';
import { type Care, LAST, minutesAfter, type Way, type Year } from './year-plan.ts';

const AT = '2026-04-03T09:00:00Z';

/** A debit that was booked for some care, and in which run. */
interface Piece {
  readonly care: Care;
  readonly reference: string;
  readonly minutes: number;
  readonly run: string;
}

/**
 * A billing department in the course of a year, as careful as the program asks: it books what may be booked, keeps what did not fit and offers
 * that again with the next delivery, credits only what was booked, and changes what was booked only by replacing the whole delivery.
 */
export class Biller {
  readonly store: Store = openStore(':memory:', { keyCheck: 'check' });
  readonly met = new Set<string>();
  readonly #year: Year;
  /** The booked lines of each run that counts. */
  readonly #booked = new Map<string, readonly SentLine[]>();
  #runs = 0;
  #references = 0;

  constructor(year: Year) {
    this.#year = year;
  }

  /** One delivery from file to booking. The last is repaired, so that nothing that fits is left. */
  async deliver(delivery: number): Promise<void> {
    for (const care of this.#year.cares) {
      if (care.later?.kind === 'correction' && care.later.delivery === delivery) await this.#correct(care, delivery);
    }
    const offered = this.#offered(delivery);
    const way: Way = this.#year.ways[delivery - 1] ?? 'repair';
    if (offered.length > 0) await this.#send(way, offered, null);
  }

  /** Booked minutes per client-month, from the ledger; those of clients without any are absent. */
  booked(): Map<string, number> {
    const ledger = this.store.ledger();
    const months = new Map<string, number>();
    const seen = new Set(this.#lines().map(({ care }) => `${care.client} ${care.month}`));
    for (const key of seen) {
      const [client = '', month = ''] = key.split(' ');
      const lines = ledger.ofMonth(this.#pseudonyms.get(client) ?? '', `2025-${month.padStart(2, '0')}`);
      months.set(
        key,
        lines.reduce((sum, line) => sum + (line.credit ? -line.minutes : line.minutes), 0),
      );
    }
    return months;
  }

  /** Client-months of which the biller still keeps minutes that did not fit. */
  left(delivery: number): Set<string> {
    const cares = this.#year.cares.filter((care) => care.client !== 'vpt' && this.#open(care, delivery) > 0);
    return new Set(cares.map(({ client, month }) => `${client} ${month}`));
  }

  readonly #pseudonyms = new Map<string, string>();

  #lines(): SentLine[] {
    return [...this.#booked.values()].flat();
  }

  #pieces(care: Care): Piece[] {
    return [...this.#booked].flatMap(([run, lines]) =>
      lines.filter((line) => line.care === care && line.corrects === null).map((line) => ({ ...line, run })),
    );
  }

  /** Minutes of a care that were sent to nobody yet and are still wanted, after this delivery's credits. */
  #open(care: Care, delivery: number): number {
    if (care.sent > delivery) return 0;
    const credited = care.later?.kind === 'credit' && care.later.delivery <= delivery ? care.later.minutes : 0;
    const billed = this.#lines()
      .filter((line) => line.care === care)
      .reduce((sum, { minutes, corrects }) => sum + (corrects === null ? minutes : -minutes), 0);
    return minutesAfter(care, delivery) - credited - billed;
  }

  /** The rows of a delivery: what is new, what did not fit before, credits, and now and then something that was sent already. */
  #offered(delivery: number): SentLine[] {
    const rows: SentLine[] = [];
    for (const care of this.#year.cares) {
      const { sent, later, reference } = care;
      const isCreditedNow = later?.kind === 'credit' && later.delivery === delivery;
      if (sent === delivery) {
        rows.push({ care, reference, minutes: care.minutes, corrects: null });
        if (isCreditedNow) rows.push(this.#credit(care, reference, later.minutes));
        continue;
      }
      const open = this.#open(care, delivery);
      if (open > 0) rows.push({ care, reference: this.#newReference(care), minutes: open, corrects: null });
      if (open < 0) rows.push(...this.#creditsOf(care, -open));
    }
    const [again] = delivery % 3 === 0 ? this.#lines() : [];
    if (again !== undefined && rows.length > 0) rows.push(again);
    return rows;
  }

  #credit(care: Care, corrects: string, minutes: number): SentLine {
    return { care, reference: this.#newReference(care), minutes, corrects };
  }

  /** Credits of what was booked for a care, the last line of it first. */
  #creditsOf(care: Care, minutes: number): SentLine[] {
    let left = minutes;
    return this.#pieces(care)
      .reverse()
      .flatMap((piece) => {
        const taken = Math.min(left, piece.minutes);
        left -= taken;
        return taken === 0 ? [] : [this.#credit(care, piece.reference, taken)];
      });
  }

  /** A care gets other minutes after it was booked: the delivery that holds it is sent again, in place of the old one. */
  async #correct(care: Care, delivery: number): Promise<void> {
    const changed =
      (care.later?.minutes ?? 0) > 0 ? (care.later?.minutes ?? 0) : Math.min(0, this.#open(care, delivery));
    const [piece] = this.#pieces(care).filter(({ minutes }) => minutes + changed >= 0);
    // What does not show in what was booked goes with what is still open.
    if (piece === undefined || changed === 0) return;
    const rows = (this.#booked.get(piece.run) ?? []).map((line) =>
      line.reference === piece.reference ? { ...line, minutes: line.minutes + changed } : line,
    );
    this.met.add('correction');
    await this.#send(
      'repair',
      rows.filter(({ minutes }) => minutes > 0),
      piece.run,
    );
  }

  async #send(way: Way, offered: readonly SentLine[], replaces: string | null): Promise<void> {
    const first = await this.#validate(offered, replaces);
    const isGood = first.lines.every(({ verdict }) => verdict === 'approved');
    if (isGood || way === 'book what is approved') {
      this.#book(first, offered, replaces);
      this.met.add(isGood ? 'good at once' : 'part of a delivery');
      await this.#again(offered, first);
      return;
    }
    if (way === 'replace') this.#book(first, offered, replaces);
    const place = way === 'replace' ? first.result.run.id : replaces;
    this.met.add(way);
    const repaired = repair(offered, first);
    const second = await this.#validate(repaired, place);
    expect(second.lines.filter(({ verdict }) => verdict !== 'approved')).toEqual([]);
    this.#book(second, repaired, place);
    await this.#again(repaired, second);
  }

  /** The same bytes once more say the same, whatever was booked of them. */
  async #again(sent: readonly SentLine[], before: Validated): Promise<void> {
    const own = before.result.run.id;
    if (!this.#booked.get(own)?.length) return;
    const { lines, result } = await validatedLines('again', sent, this.store.ledger());
    expect(result.notices).toContainEqual({ id: 'own-booking', data: { run: own } });
    expect(lines).toEqual(before.lines);
  }

  async #validate(sent: readonly SentLine[], replaces: string | null): Promise<Validated> {
    const ledger = this.store.ledger();
    this.#runs += 1;
    const judgedWithout = replaces === null ? [] : [replaces];
    const run = await validatedLines(`run-${this.#runs}`, sent, ledger, judgedWithout);
    for (const line of run.lines) this.#pseudonyms.set(careOf(sent, line.reference).client, line.client);
    this.store.saveRun({ ...run, judgedAt: ledger.state, judgedWithout });
    return run;
  }

  #book({ result, lines }: Validated, sent: readonly SentLine[], replaces: string | null): void {
    const run = result.run.id;
    const { outcome } = this.store.book(run, { bookedAt: AT, replaces });
    expect(outcome).toBe('booked');
    if (replaces !== null) this.#booked.delete(replaces);
    const counting = new Set(lines.filter(({ verdict }) => verdict === 'approved').map(({ reference }) => reference));
    const offered = new Set(sent.map(({ reference }) => reference));
    // Of a debit that was offered and stays behind, its credit stays behind too.
    const staysBehind = (reference: string | null) =>
      reference !== null && offered.has(reference) && !counting.has(reference);
    this.#booked.set(
      run,
      sent.filter(({ reference, corrects }) => counting.has(reference) && !staysBehind(corrects)),
    );
  }

  #newReference(care: Care): string {
    this.#references += 1;
    return `${care.reference}-${this.#references}`;
  }
}

/** The rows with the minutes that may be billed; what may not be billed at all is left out, with its credits. */
function repair(sent: readonly SentLine[], { lines }: Validated): SentLine[] {
  const allowed = new Map(
    lines.map(({ reference, verdict, minutes, allowedMinutes }) => [
      reference,
      verdict === 'approved' ? minutes : allowedMinutes,
    ]),
  );
  const rows = sent
    .map((line) => ({ ...line, minutes: allowed.get(line.reference) ?? 0 }))
    .filter(({ minutes }) => minutes > 0);
  const gone = new Set(sent.map(({ reference }) => reference).filter((reference) => allowed.get(reference) === 0));
  return rows.filter(({ corrects }) => corrects === null || !gone.has(corrects));
}

function careOf(sent: readonly SentLine[], reference: string): Care {
  const line = sent.find((one) => one.reference === reference);
  if (line === undefined) throw new RangeError('a line that was not sent');
  return line.care;
}

/** Everything the care system knows at the end of the year, as one delivery: each care once, with its credit. */
export function allTogether({ cares }: Year): SentLine[] {
  return cares.flatMap((care) => {
    const minutes = minutesAfter(care, LAST);
    const { reference, later } = care;
    const debit = { care, reference, minutes, corrects: null };
    if (minutes === 0) return [];
    if (later?.kind !== 'credit') return [debit];
    return [debit, { care, reference: `${reference}-C`, minutes: later.minutes, corrects: reference }];
  });
}
