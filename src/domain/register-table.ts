import type { ClientId, ClientIdentity } from './client-identity.ts';
import type { Day } from './day.ts';
import { IntColumn } from './int-column.ts';
import { ALL_DAYS, covered, type Period } from './period.ts';
import {
  type ClientRegister,
  DELIVERY_FORMS,
  type DeliveryForm,
  type DeliveryFormPeriod,
  INDICATION_KINDS,
  type IndicationKind,
  type IndicationPeriod,
  REGISTER_ROLES,
  type RegisterRole,
  UNKNOWN_CLIENT,
  type UnreadPeriod,
} from './register.ts';

/** What a row of a register says, by number: a leveringsvorm, an indication, or the death of the client. */
const SAYINGS: readonly (DeliveryForm | IndicationKind | 'death')[] = [...DELIVERY_FORMS, ...INDICATION_KINDS, 'death'];
const DEATH = SAYINGS.indexOf('death');
/** From here on: a row of the register of that role that could not be read. */
const UNREAD = SAYINGS.length;
/** Stands for the client of a row that may be anybody's; no key has this number. */
const ANYBODY = 0 as ClientId;
/** Rows of leveringsvormen come first, then those of indications, then deaths, then what could not be read. */
const GROUPS = Int32Array.from({ length: UNREAD + REGISTER_ROLES.length }, (_, says) =>
  says >= UNREAD ? 3 : says === DEATH ? 2 : says < DELIVERY_FORMS.length ? 0 : 1,
);
/** Stands for a period that is still open; behind every day there is. */
const OPEN = 2 ** 31 - 1;
/** Integers of a row, and where each stands. */
const WIDTH = 6;
const CLIENT = 0;
const SAYS = 1;
const FIRST = 2;
const LAST = 3;
const INPUT = 4;
const ROW = 5;

/** The register rows of a run as integers, as they are read; per client once every key is known. */
export class RegisterTable {
  /** Registers that were given and could be read. */
  readonly given = new Set<RegisterRole>();
  /** Registers of which a file was not read to its end, or lacks a column: with whatever else was given, they are not trusted to be whole. */
  readonly partial = new Set<RegisterRole>();
  readonly #read = new IntColumn();
  /** The rows again, those of a client together and its periods in order of time. */
  #rows = new Int32Array(0);
  /** By client: the number of its first row; one more than there are clients. */
  #starts = new Int32Array(1);
  /** Clients in order of their first row in the files. */
  #clients: ClientId[] = [];
  /** What the registers say of a client they do not name. */
  #anybody: ClientRegister = UNKNOWN_CLIENT;

  get length(): number {
    return this.#read.length / WIDTH;
  }

  /** Forgets the rows from number `length` on: a file is read afresh when its encoding turns out otherwise. */
  truncate(length: number): void {
    this.#read.truncate(length * WIDTH);
  }

  addDeliveryForm(client: ClientId, { form, first, last, place }: DeliveryFormPeriod): void {
    this.add(client, form, first, last, place.input, place.row);
  }

  addIndication(client: ClientId, { kind, first, last, place }: IndicationPeriod): void {
    this.add(client, kind, first, last, place.input, place.row);
  }

  addDeath(client: ClientId, death: Day): void {
    this.add(client, 'death', death, death, 0, 0);
  }

  /** A row without objects made for it. */
  add(
    client: ClientId,
    says: DeliveryForm | IndicationKind | 'death',
    first: Day,
    last: Day | null,
    input: number,
    row: number,
  ): void {
    this.#push(client, SAYINGS.indexOf(says), first, last, input, row);
  }

  /** Remembers that a row could not be read. `client` is null when it may be anybody's; `days` those it may speak of. */
  addUnread(client: ClientId | null, role: RegisterRole, days: Period): void {
    this.#push(client ?? ANYBODY, UNREAD + REGISTER_ROLES.indexOf(role), days.first, days.last, 0, 0);
  }

  /** Lays the rows to the clients their keys turned out to belong to, and sorts the periods. Call once, when all is read. */
  settle(identity: ClientIdentity): void {
    const read = this.#read.values();
    const ends = this.#ends(this.#resolve(read, identity), read);
    const rows = new Int32Array(read.length);
    for (const group of groupsIn(read)) {
      for (let from = 0; from < read.length; from += WIDTH) {
        if (GROUPS[read[from + SAYS]!] !== group) continue;
        const to = ends[read[from + CLIENT]!]!++ * WIDTH;
        for (let column = 0; column < WIDTH; column++) rows[to + column] = read[from + column]!;
      }
    }
    this.#rows = rows;
    // Laid down one after the other, the end of a client has become the start of the next.
    this.#starts = new Int32Array(ends.length + 1);
    this.#starts.set(ends, 1);
    this.#read.truncate(0);
    for (const client of this.#clients) this.#sort(client);
    this.#anybody = { ...UNKNOWN_CLIENT, unread: stretches(this.#unreadOf(ANYBODY), true) };
    for (const role of this.partial) this.given.delete(role);
  }

  /** What the registers say of a client; a client who is in none has no periods. */
  of(client: ClientId): ClientRegister {
    const [start, end] = [this.start(client), this.end(client)];
    if (start === end) return this.#anybody.unread.length === 0 ? UNKNOWN_CLIENT : this.#anybody;
    const deliveryForms: DeliveryFormPeriod[] = [];
    const indications: IndicationPeriod[] = [];
    let dateOfDeath: Day | null = null;
    for (let row = start; row < end && this.says(row) < UNREAD; row++) {
      const says = SAYINGS[this.says(row)]!;
      const period = this.#period(row);
      const place = { input: this.#at(row, INPUT), row: this.#at(row, ROW), column: null, cell: null, reference: null };
      // Two dates of death for one client: the earliest counts.
      if (says === 'death') dateOfDeath ??= period.first;
      else if (isIndication(says)) indications.push({ ...period, kind: says, place });
      else deliveryForms.push({ ...period, form: says, place });
    }
    // What may be anybody's is everybody's; the stretches are joined first, so that a line is held against few of them.
    const unread = [...stretches(this.#unreadOf(client), false), ...this.#anybody.unread];
    return { deliveryForms, indications, dateOfDeath, unread };
  }

  /** Whether a row could not be read that may be anybody's. */
  get isInDoubt(): boolean {
    return this.#anybody.unread.length > 0;
  }

  /** All clients that some register names. */
  *clients(): Generator<[ClientId, ClientRegister]> {
    for (const client of this.#clients) if (client !== ANYBODY) yield [client, this.of(client)];
  }

  /** The clients with both of these leveringsvormen, whenever they had them. Those without either cost no more than a look at their rows. */
  *clientsWithBoth(one: DeliveryForm, other: DeliveryForm): Generator<[ClientId, ClientRegister]> {
    const [first, second] = [SAYINGS.indexOf(one), SAYINGS.indexOf(other)];
    const rows = this.#rows;
    const starts = this.#starts;
    for (const client of this.#clients) {
      const end = starts[client + 1]! * WIDTH;
      let hasFirst = false;
      let hasSecond = false;
      for (let at = starts[client]! * WIDTH + SAYS; at < end; at += WIDTH) {
        hasFirst ||= rows[at] === first;
        hasSecond ||= rows[at] === second;
      }
      if (hasFirst && hasSecond) yield [client, this.of(client)];
    }
  }

  /** The first row of a client, once all is settled. Leveringsvormen come first, then indications, deaths and what could not be read; each in order of time. */
  start(client: ClientId): number {
    return this.#starts[Math.min(client, this.#starts.length - 1)]!;
  }

  /** The row behind the last of a client. */
  end(client: ClientId): number {
    return this.#starts[Math.min(client + 1, this.#starts.length - 1)]!;
  }

  /** What a row says, as `sayingOf` numbers it; of one that could not be read a larger number. */
  says(row: number): number {
    return this.#at(row, SAYS);
  }

  first(row: number): Day {
    return this.#at(row, FIRST) as Day;
  }

  /** The last day of a row; of a period that is open, a day behind all others. */
  last(row: number): Day {
    return this.#at(row, LAST) as Day;
  }

  #push(client: number, says: number, first: Day, last: Day | null, input: number, row: number): void {
    const read = this.#read;
    read.push(client);
    read.push(says);
    read.push(first);
    read.push(last ?? OPEN);
    read.push(input);
    read.push(row);
  }

  #period(row: number): Period {
    return { first: this.first(row), last: this.last(row) === OPEN ? null : this.last(row) };
  }

  /** The rows of a client that could not be read, with the number of their role. */
  #unreadOf(client: ClientId): { readonly role: RegisterRole; readonly period: Period }[] {
    const unread: { role: RegisterRole; period: Period }[] = [];
    for (let row = this.end(client) - 1; row >= this.start(client) && this.says(row) >= UNREAD; row--) {
      unread.push({ role: REGISTER_ROLES[this.says(row) - UNREAD]!, period: this.#period(row) });
    }
    return unread;
  }

  #at(row: number, column: number): number {
    return this.#rows[row * WIDTH + column]!;
  }

  /** Puts the clients that keys turned out to belong to in place of them; returns one more than the last. */
  #resolve(read: Int32Array, identity: ClientIdentity): number {
    let clients = 0;
    for (let at = CLIENT; at < read.length; at += WIDTH) {
      const client = identity.resolve(read[at] as ClientId);
      read[at] = client;
      if (client >= clients) clients = client + 1;
    }
    return clients;
  }

  /** By client: where its rows begin; filled while they are laid down. */
  #ends(clients: number, read: Int32Array): Int32Array {
    const ends = new Int32Array(clients);
    this.#clients = [];
    for (let at = CLIENT; at < read.length; at += WIDTH) {
      const client = read[at]!;
      if (ends[client] === 0) this.#clients.push(client as ClientId);
      ends[client]!++;
    }
    let end = 0;
    for (let client = 0; client < clients; client++) {
      const count = ends[client]!;
      ends[client] = end;
      end += count;
    }
    return ends;
  }

  /** Puts the rows of a client in order; rows of one thing and one period stay as they stood in the files. */
  #sort(client: ClientId): void {
    const [start, end] = [this.start(client), this.end(client)];
    if (this.#isSorted(start, end)) return;
    const rows = Array.from({ length: end - start }, (_, index) =>
      this.#rows.slice((start + index) * WIDTH, (start + index + 1) * WIDTH),
    );
    rows.sort((a, b) => GROUPS[a[SAYS]!]! - GROUPS[b[SAYS]!]! || a[FIRST]! - b[FIRST]! || a[LAST]! - b[LAST]!);
    for (const [index, row] of rows.entries()) this.#rows.set(row, (start + index) * WIDTH);
  }

  #isSorted(start: number, end: number): boolean {
    for (let row = start + 1; row < end; row++) {
      const order =
        GROUPS[this.says(row - 1)]! - GROUPS[this.says(row)]! ||
        this.first(row - 1) - this.first(row) ||
        this.last(row - 1) - this.last(row);
      if (order > 0) return false;
    }
    return true;
  }
}

/** The number by which `RegisterTable.says` tells what a row says. */
export function sayingOf(saying: DeliveryForm | IndicationKind | 'death'): number {
  return SAYINGS.indexOf(saying);
}

function isIndication(saying: DeliveryForm | IndicationKind): saying is IndicationKind {
  return (INDICATION_KINDS as readonly string[]).includes(saying);
}

/** The groups that rows are of, in order. */
function groupsIn(read: Int32Array): number[] {
  const groups = new Set<number>();
  for (let at = SAYS; at < read.length; at += WIDTH) groups.add(GROUPS[read[at]!]!);
  return [...groups].sort();
}

/** By register the days of which some row could not be read. */
function stretches(
  unread: readonly { readonly role: RegisterRole; readonly period: Period }[],
  ofAnybody: boolean,
): UnreadPeriod[] {
  if (unread.length === 0) return [];
  return REGISTER_ROLES.flatMap((role) => {
    const periods = unread.filter((row) => row.role === role).map(({ period }) => period);
    return covered(
      ALL_DAYS,
      periods.sort((a, b) => a.first - b.first),
    ).map((days) => ({ ...days, role, ofAnybody }));
  });
}
