import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ClientId } from '../domain/client-identity.ts';
import { type Day, isoOf } from '../domain/day.ts';
import { linesByClient } from '../engine/client-months.ts';
import type { JudgedDelivery } from '../pipeline/validate.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import type { StoredLine } from '../store/stored-run.ts';

/** Takes what a run judged; afterwards `lines` are its lines as the store keeps them, made anew each time they are asked for. */
export function lineCollector(): {
  readonly lines: Iterable<StoredLine>;
  readonly judged: (delivery: JudgedDelivery) => void;
} {
  let taken: JudgedDelivery | null = null;
  return {
    lines: { [Symbol.iterator]: () => storedLines(taken) },
    judged: (delivery) => {
      taken = delivery;
    },
  };
}

/** The judged lines one by one, client by client: pseudonyms for clients, no BSN in a reference. */
function* storedLines(judged: JudgedDelivery | null): Generator<StoredLine, void, undefined> {
  if (judged === null) return;
  const { lines, identity, names, outcomes } = judged;
  const iso = isoTexts();
  let known: ClientId | null = null;
  let pseudonym = '';
  for (const line of linesByClient(lines, identity)) {
    const client = identity.resolve(lines.client(line));
    if (client !== known) pseudonym = names.pseudonym(client);
    known = client;
    const first = iso(lines.first(line));
    const minutes = lines.minutes(line);
    yield {
      client: pseudonym,
      month: first.slice(0, 7),
      code: lines.code(line),
      first,
      last: iso(lines.last(line)),
      minutes,
      credit: lines.isCredit(line),
      reference: names.safe(lines.reference(line)),
      corrects: lines.isCredit(line) ? names.safe(lines.corrects(line)) : '',
      provider: lines.provider(line),
      insurer: lines.insurer(line),
      amountCents: lines.amount(line),
      verdict: outcomes.verdict(line),
      allowedMinutes: outcomes.allowedMinutes(line, minutes),
      input: lines.input(line),
      row: lines.row(line),
      bookedBy: outcomes.bookedBy(line),
    };
  }
}

/** Days as text: a delivery has few days and many lines. */
function isoTexts(): (day: Day) => string {
  const texts = new Map<Day, string>();
  return (day) => {
    const known = texts.get(day);
    if (known !== undefined) return known;
    const text = isoOf(day);
    texts.set(day, text);
    return text;
  };
}

/** Opens the store of a file; `make` makes its folder too. Null when it does not exist and is not to be made. Throws StoreError. */
export async function storeAt(file: string, keyCheck: () => string, make: boolean): Promise<Store | null> {
  if (!make && !existsSync(file)) return null;
  if (make) makeFolder(file);
  const { openStore } = await import('../store/store.ts');
  return openStore(file, { keyCheck: keyCheck() });
}

function makeFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw new StoreError('cannot-open', { path: dirname(file) }, error);
  }
}
