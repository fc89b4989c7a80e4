import { isBsn } from './bsn.ts';
import { IntColumn } from './int-column.ts';
import { TextPool } from './text-pool.ts';

/** A client within one run: the number of one of its keys. Two keys of one client resolve to the same number. */
export type ClientId = number & { readonly __brand: 'ClientId' };

/** Where a pair of keys was first seen together. */
export interface KeyPair {
  readonly clientNumber: string;
  /** The BSN itself: never to be written anywhere. */
  readonly bsn: string;
  readonly input: number;
  readonly row: number;
}

/** One clientnummer with several BSNs, or one BSN with several clientnummers at one provider. */
export interface KeyConflict {
  readonly client: ClientId;
  readonly kind: 'one-number-several-bsns' | 'one-bsn-several-numbers';
  readonly pairs: readonly KeyPair[];
}

/** From `start` to before `end`. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** How the files of a run name one client. */
export interface ClientKeys {
  readonly numbers: readonly string[];
  /** To be written nowhere. */
  readonly bsns: readonly string[];
}

const NUMBER = 'n';
const BSN = 'b';
/** Keys per run: two of them make one safe integer. */
const MOST_KEYS = 2 ** 26;

/**
 * Which keys belong to one client. Rows are joined on whichever key both have, and through rows that carry both.
 * Keys are given while reading; ids are final only when everything was read.
 */
export class ClientIdentity {
  /** Keys as `n<clientnummer>` or `b<bsn>`; the empty text keeps number 0 from being a key. */
  readonly #keys = new TextPool();
  readonly #parents = new IntColumn();
  #next: Int32Array | null = null;
  readonly #pairs = new Map<number, { input: number; row: number; provider: number }>();

  constructor() {
    this.#parents.push(0);
  }

  /**
   * The client of a row. `clientNumber` and `bsn` are normalised, '' when absent, at least one is present; the dummy BSN is never given.
   * `provider` is an interned AGB, 0 when unknown: the same BSN may have another clientnummer at another provider.
   */
  client(clientNumber: string, bsn: string, provider: number, input: number, row: number): ClientId {
    const numberKey = clientNumber === '' ? 0 : this.#known(this.#keys.intern(NUMBER + clientNumber));
    const bsnKey = bsn === '' ? 0 : this.#known(this.#keys.intern(BSN + bsn));
    return this.#clientOf(numberKey, bsnKey, provider, input, row);
  }

  /** The same for keys as they stand in `bytes`, in ASCII and normalised; a key that starts where it ends is absent. */
  clientOfBytes(
    bytes: Uint8Array,
    clientNumber: Stretch,
    bsn: Stretch,
    provider: number,
    input: number,
    row: number,
  ): ClientId {
    return this.#clientOf(this.#keyIn(bytes, clientNumber, NUMBER), this.#keyIn(bytes, bsn, BSN), provider, input, row);
  }

  #clientOf(numberKey: number, bsnKey: number, provider: number, input: number, row: number): ClientId {
    if (bsnKey === 0) return numberKey as ClientId;
    if (numberKey === 0) return bsnKey as ClientId;
    const pair = numberKey * MOST_KEYS + bsnKey;
    const seen = this.#pairs.get(pair);
    if (seen === undefined) {
      this.#pairs.set(pair, { input, row, provider });
      this.#join(numberKey, bsnKey);
    } else if (seen.provider === 0) {
      // Registers name no provider; a claim line of the same pair does.
      seen.provider = provider;
    }
    return numberKey as ClientId;
  }

  /** The one id of a client, whichever key it was given for. */
  resolve(client: ClientId): ClientId {
    let key: number = client;
    while (this.#parents.at(key) !== key) key = this.#parents.at(key);
    this.#parents.set(client, key);
    return key as ClientId;
  }

  /** The keys of one client: all its clientnummers (sorted) and BSNs. The first call after the last key looks at all of them once. */
  keys(client: ClientId): ClientKeys {
    const next = this.#chains();
    const numbers: string[] = [];
    const bsns: string[] = [];
    // Every chain begins with the client itself, which is the lowest of its keys.
    for (let key: number = this.resolve(client); key !== 0; key = next[key]!) {
      const text = this.#keys.text(key);
      (text.startsWith(NUMBER) ? numbers : bsns).push(text.slice(1));
    }
    return { numbers: numbers.sort(), bsns: bsns.sort() };
  }

  /** Whether a text is the BSN of some client of this run, or stands as clientnummer while it passes the 11-proef. */
  hasBsn(text: string): boolean {
    return this.#keys.find(BSN + text) > 0 || (isBsn(text) && this.#keys.find(NUMBER + text) > 0);
  }

  /** The keys of every client: all its clientnummers (sorted) and BSNs. Used to name clients and to make pseudonyms. */
  keysOf(): ReadonlyMap<ClientId, { readonly numbers: readonly string[]; readonly bsns: readonly string[] }> {
    const clients = new Map<ClientId, { numbers: string[]; bsns: string[] }>();
    for (let key = 1; key < this.#keys.size; key++) {
      const client = this.resolve(key as ClientId);
      let keys = clients.get(client);
      if (keys === undefined) {
        keys = { numbers: [], bsns: [] };
        clients.set(client, keys);
      }
      const text = this.#keys.text(key);
      (text.startsWith(NUMBER) ? keys.numbers : keys.bsns).push(text.slice(1));
    }
    for (const keys of clients.values()) {
      keys.numbers.sort();
      keys.bsns.sort();
    }
    return clients;
  }

  /** Contradictions between pairs of keys, per client. */
  conflicts(): KeyConflict[] {
    const byNumber = new Map<number, number[]>();
    const byBsn = new Map<number, number[]>();
    for (const pair of this.#pairs.keys()) {
      append(byNumber, Math.floor(pair / MOST_KEYS), pair);
      append(byBsn, pair % MOST_KEYS, pair);
    }
    return [
      ...this.#contradictions(byNumber, 'one-number-several-bsns', () => true),
      ...this.#contradictions(byBsn, 'one-bsn-several-numbers', (pairs) => this.#withinOneProvider(pairs)),
    ];
  }

  /** By key: the next key of the same client, 0 behind the last. */
  #chains(): Int32Array {
    if (this.#next !== null) return this.#next;
    const next = new Int32Array(this.#keys.size);
    for (let key = next.length - 1; key > 0; key--) {
      const root = this.resolve(key as ClientId);
      if (root === key) continue;
      next[key] = next[root]!;
      next[root] = key;
    }
    this.#next = next;
    return next;
  }

  *#contradictions(
    groups: ReadonlyMap<number, readonly number[]>,
    kind: KeyConflict['kind'],
    counts: (pairs: readonly number[]) => boolean,
  ): Generator<KeyConflict> {
    for (const [key, pairs] of groups) {
      if (pairs.length > 1 && counts(pairs)) {
        yield { client: this.resolve(key as ClientId), kind, pairs: pairs.map((pair) => this.#pairOf(pair)) };
      }
    }
  }

  #withinOneProvider(pairs: readonly number[]): boolean {
    const providers = pairs.map((pair) => this.#pairs.get(pair)!.provider);
    return providers.includes(0) || new Set(providers).size < providers.length;
  }

  #pairOf(pair: number): KeyPair {
    const { input, row } = this.#pairs.get(pair)!;
    return {
      clientNumber: this.#keys.text(Math.floor(pair / MOST_KEYS)).slice(1),
      bsn: this.#keys.text(pair % MOST_KEYS).slice(1),
      input,
      row,
    };
  }

  #keyIn(bytes: Uint8Array, { start, end }: Stretch, kind: string): number {
    return start === end ? 0 : this.#known(this.#keys.internAscii(bytes, start, end, kind.charCodeAt(0)));
  }

  #known(key: number): number {
    if (key === this.#parents.length) {
      this.#parents.push(key);
      this.#next = null;
    }
    return key;
  }

  #join(a: number, b: number): void {
    this.#next = null;
    const rootA = this.resolve(a as ClientId);
    const rootB = this.resolve(b as ClientId);
    if (rootA < rootB) this.#parents.set(rootB, rootA);
    else this.#parents.set(rootA, rootB);
  }
}

function append(groups: Map<number, number[]>, key: number, pair: number): void {
  const group = groups.get(key);
  if (group) group.push(pair);
  else groups.set(key, [pair]);
}
