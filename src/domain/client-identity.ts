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

/** How the files of a run name one client. */
export interface ClientKeys {
  readonly numbers: readonly string[];
  /** To be written nowhere. */
  readonly bsns: readonly string[];
}

const NUMBER = 'n';
const BSN = 'b';
/** Integers of a pair of keys, and where each stands. */
const WIDTH = 6;
const PAIR_NUMBER = 0;
const PAIR_BSN = 1;
const PAIR_INPUT = 2;
const PAIR_ROW = 3;
const PAIR_PROVIDER = 4;
/** Another pair of the same clientnummer, 0 when there is none. */
const PAIR_NEXT = 5;

/**
 * Which keys belong to one client. Rows are joined on whichever key both have, and through rows that carry both.
 * Keys are given while reading; ids are final only when everything was read.
 */
export class ClientIdentity {
  /** Keys as `<clientnummer>n` or `<bsn>b`; the empty text keeps number 0 from being a key. */
  readonly #keys = new TextPool();
  readonly #parents = new IntColumn();
  #next: Int32Array | null = null;
  /** Pairs of keys that stand in one row, each once, from `WIDTH` on. */
  readonly #pairs = new IntColumn();
  /** By key, as far as there are pairs: where the last new pair of this clientnummer begins in `#pairs`, 0 when there is none. */
  readonly #pairOfNumber = new IntColumn();

  constructor() {
    this.#parents.push(0);
    for (let at = 0; at < WIDTH; at++) this.#pairs.push(0);
  }

  /**
   * The client of a row. `clientNumber` and `bsn` are normalised, '' when absent, at least one is present; the dummy BSN is never given.
   * `provider` is an interned AGB, 0 when unknown: the same BSN may have another clientnummer at another provider.
   */
  client(clientNumber: string, bsn: string, provider: number, input: number, row: number): ClientId {
    const numberKey = clientNumber === '' ? 0 : this.#known(this.#keys.intern(clientNumber + NUMBER));
    const bsnKey = bsn === '' ? 0 : this.#known(this.#keys.intern(bsn + BSN));
    return this.clientOfKeys(numberKey, bsnKey, provider, input, row);
  }

  /** The key that a clientnummer is, as it stands in ASCII and normalised from `start` to `end` (as `BytePool` wants it); 0 when it is absent. */
  numberIn(bytes: DataView, start: number, end: number): number {
    return start === end ? 0 : this.#known(this.#keys.internAscii(bytes, start, end, NUMBER.charCodeAt(0)));
  }

  /** The same for a BSN. */
  bsnIn(bytes: DataView, start: number, end: number): number {
    return start === end ? 0 : this.#known(this.#keys.internAscii(bytes, start, end, BSN.charCodeAt(0)));
  }

  /** The client of a row with these keys, of which at most one is 0; as `client`. */
  clientOfKeys(numberKey: number, bsnKey: number, provider: number, input: number, row: number): ClientId {
    if (bsnKey === 0) return numberKey as ClientId;
    if (numberKey === 0) return bsnKey as ClientId;
    const pairs = this.#pairs;
    while (this.#pairOfNumber.length <= numberKey) this.#pairOfNumber.push(0);
    const last = this.#pairOfNumber.at(numberKey);
    for (let pair = last; pair !== 0; pair = pairs.at(pair + PAIR_NEXT)) {
      if (pairs.at(pair + PAIR_BSN) !== bsnKey) continue;
      // Registers name no provider; a claim line of the same pair does.
      if (pairs.at(pair + PAIR_PROVIDER) === 0) pairs.set(pair + PAIR_PROVIDER, provider);
      return numberKey as ClientId;
    }
    this.#pairOfNumber.set(numberKey, pairs.length);
    for (const value of [numberKey, bsnKey, input, row, provider, last]) pairs.push(value);
    this.#join(numberKey, bsnKey);
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
      (text.endsWith(NUMBER) ? numbers : bsns).push(text.slice(0, -1));
    }
    return { numbers: numbers.sort(), bsns: bsns.sort() };
  }

  /** Whether a text is the BSN of some client of this run, or stands as clientnummer while it passes the 11-proef. */
  hasBsn(text: string): boolean {
    return this.#keys.find(text + BSN) > 0 || (isBsn(text) && this.#keys.find(text + NUMBER) > 0);
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
      (text.endsWith(NUMBER) ? keys.numbers : keys.bsns).push(text.slice(0, -1));
    }
    for (const keys of clients.values()) {
      keys.numbers.sort();
      keys.bsns.sort();
    }
    return clients;
  }

  /** Contradictions between pairs of keys, per client. */
  conflicts(): KeyConflict[] {
    return [
      ...this.#contradictions(PAIR_NUMBER, 'one-number-several-bsns', () => true),
      ...this.#contradictions(PAIR_BSN, 'one-bsn-several-numbers', (pairs) => this.#withinOneProvider(pairs)),
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
    key: typeof PAIR_NUMBER | typeof PAIR_BSN,
    kind: KeyConflict['kind'],
    counts: (pairs: readonly number[]) => boolean,
  ): Generator<KeyConflict> {
    for (const [client, pairs] of this.#sharing(key)) {
      if (counts(pairs)) {
        yield { client: this.resolve(client as ClientId), kind, pairs: pairs.map((pair) => this.#pairOf(pair)) };
      }
    }
  }

  /** The pairs of each key that has several, in order of first appearance. */
  #sharing(column: number): Map<number, number[]> {
    const pairs = this.#pairs;
    const many = new Uint8Array(this.#keys.size);
    for (let pair = WIDTH; pair < pairs.length; pair += WIDTH) {
      const key = pairs.at(pair + column);
      many[key] = Math.min(2, many[key]! + 1);
    }
    const groups = new Map<number, number[]>();
    for (let pair = WIDTH; pair < pairs.length; pair += WIDTH) {
      const key = pairs.at(pair + column);
      if (many[key] === 2) append(groups, key, pair);
    }
    return groups;
  }

  #withinOneProvider(pairs: readonly number[]): boolean {
    const providers = pairs.map((pair) => this.#pairs.at(pair + PAIR_PROVIDER));
    return providers.includes(0) || new Set(providers).size < providers.length;
  }

  #pairOf(pair: number): KeyPair {
    const pairs = this.#pairs;
    return {
      clientNumber: this.#keys.text(pairs.at(pair + PAIR_NUMBER)).slice(0, -1),
      bsn: this.#keys.text(pairs.at(pair + PAIR_BSN)).slice(0, -1),
      input: pairs.at(pair + PAIR_INPUT),
      row: pairs.at(pair + PAIR_ROW),
    };
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
