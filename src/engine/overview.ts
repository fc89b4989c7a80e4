import type { Balance } from '../domain/balance.ts';
import { type ClaimLine, spansMonths } from '../domain/claim-line.ts';
import type { ClientId } from '../domain/client-identity.ts';
import type { ClientMonth } from '../domain/client-month.ts';
import type { RunOverview } from '../domain/run.ts';

/** Width of a class of minutes; every cap so far is a multiple of it, so that the cap falls between two classes. */
const STEP = 30;
/** Classes kept: the last one holds everything beyond, so that one absurd line does not make thousands. */
const MOST_CLASSES = 40;

/** The shape of a delivery, kept while its client-months pass. The months of one client must come one after another. */
export class Overview {
  readonly #counts = new Map<number, number[]>();
  readonly #codes = new Map<string, Share>();
  readonly #insurers = new Map<string, Share & { readonly byCode: Record<string, number> }>();

  /** Adds a client-month and what it came to under each cap. */
  add(month: ClientMonth, balances: readonly Balance[]): void {
    const lines = month.lines.filter((line) => !spansMonths(line));
    for (const line of lines) this.#addLine(line, month.client);
    for (const { insurer, codes, capMinutes, eligibleMinutes } of balances) {
      if (insurer !== null || !lines.some(({ code }) => codes.includes(code))) continue;
      const counts = this.#counts.get(capMinutes) ?? [];
      this.#counts.set(capMinutes, counts);
      const index = classOf(eligibleMinutes);
      while (counts.length <= index) counts.push(0);
      counts[index]!++;
    }
  }

  /** In a fixed order, whatever the order of the input. */
  result(): RunOverview {
    return {
      distributions: [...this.#counts]
        .sort(([a], [b]) => b - a)
        .map(([capMinutes, counts]) => ({ capMinutes, step: STEP, counts, open: counts.length === MOST_CLASSES })),
      codes: sorted(this.#codes).map(([code, { clients, minutes }]) => ({ code, clients, minutes })),
      insurers: sorted(this.#insurers).map(([insurer, { clients, minutes, byCode }]) => ({
        insurer: insurer === '' ? null : insurer,
        clients,
        minutes,
        byCode: Object.fromEntries(Object.entries(byCode).sort(([a], [b]) => (a < b ? -1 : 1))),
      })),
    };
  }

  #addLine(line: ClaimLine, client: ClientId): void {
    const signed = line.credit ? -line.minutes : line.minutes;
    const code = this.#codes.get(line.code) ?? { clients: 0, minutes: 0, last: null };
    this.#codes.set(line.code, code);
    count(code, client, signed);
    const insurer = this.#insurers.get(line.insurer) ?? { clients: 0, minutes: 0, last: null, byCode: {} };
    this.#insurers.set(line.insurer, insurer);
    count(insurer, client, signed);
    insurer.byCode[line.code] = (insurer.byCode[line.code] ?? 0) + signed;
  }
}

interface Share {
  clients: number;
  minutes: number;
  /** The client counted last: clients come one after another, so no set of them is needed. */
  last: ClientId | null;
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
