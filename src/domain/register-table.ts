import type { ClientId, ClientIdentity } from './client-identity.ts';
import type { Day } from './day.ts';
import { ALL_DAYS, covered, type Period } from './period.ts';
import {
  type ClientRegister,
  type DeliveryFormPeriod,
  type IndicationPeriod,
  REGISTER_ROLES,
  type RegisterRole,
  UNKNOWN_CLIENT,
  type UnreadPeriod,
} from './register.ts';

interface Entries {
  readonly deliveryForms: DeliveryFormPeriod[];
  readonly indications: IndicationPeriod[];
  dateOfDeath: Day | null;
  unread: readonly UnreadPeriod[];
}

type Entry =
  | { readonly client: ClientId; readonly form: DeliveryFormPeriod }
  | { readonly client: ClientId; readonly indication: IndicationPeriod }
  | { readonly client: ClientId; readonly death: Day }
  | { readonly client: ClientId | null; readonly role: RegisterRole; readonly unread: Period };

/** The register rows of a run, as they are read; per client once every key is known. */
export class RegisterTable {
  /** Registers that were given and could be read. */
  readonly given = new Set<RegisterRole>();
  /** Registers of which a file was not read to its end, or lacks a column: with whatever else was given, they are not trusted to be whole. */
  readonly partial = new Set<RegisterRole>();
  readonly #rows: Entry[] = [];
  readonly #clients = new Map<ClientId, Entries>();
  /** What the registers say of a client they do not name. */
  #anybody: ClientRegister = UNKNOWN_CLIENT;

  get length(): number {
    return this.#rows.length;
  }

  /** Forgets the rows from number `length` on: a file is read afresh when its encoding turns out otherwise. */
  truncate(length: number): void {
    this.#rows.length = length;
  }

  addDeliveryForm(client: ClientId, form: DeliveryFormPeriod): void {
    this.#rows.push({ client, form });
  }

  addIndication(client: ClientId, indication: IndicationPeriod): void {
    this.#rows.push({ client, indication });
  }

  addDeath(client: ClientId, death: Day): void {
    this.#rows.push({ client, death });
  }

  /** Remembers that a row could not be read. `client` is null when it may be anybody's; `days` those it may speak of. */
  addUnread(client: ClientId | null, role: RegisterRole, days: Period): void {
    this.#rows.push({ client, role, unread: days });
  }

  /** Lays the rows to the clients their keys turned out to belong to, and sorts the periods. Call once, when all is read. */
  settle(identity: ClientIdentity): void {
    const unread = new Map<ClientId | null, UnreadPeriod[]>();
    for (const row of this.#rows) {
      if ('unread' in row) {
        const client = row.client === null ? null : identity.resolve(row.client);
        const periods = unread.get(client) ?? [];
        periods.push({ ...row.unread, role: row.role, ofAnybody: client === null });
        unread.set(client, periods);
        continue;
      }
      const entries = this.#of(identity.resolve(row.client));
      if ('form' in row) entries.deliveryForms.push(row.form);
      else if ('indication' in row) entries.indications.push(row.indication);
      // Two dates of death for one client: the earliest counts.
      else if (entries.dateOfDeath === null || row.death < entries.dateOfDeath) entries.dateOfDeath = row.death;
    }
    this.#rows.length = 0;
    for (const role of this.partial) this.given.delete(role);
    for (const entries of this.#clients.values()) {
      entries.deliveryForms.sort(byStart);
      entries.indications.sort(byStart);
    }
    this.#settleUnread(unread);
  }

  /** What the registers say of a client; a client who is in none has no periods. */
  of(client: ClientId): ClientRegister {
    return this.#clients.get(client) ?? this.#anybody;
  }

  /** All clients that some register names. */
  clients(): IterableIterator<[ClientId, ClientRegister]> {
    return this.#clients.entries();
  }

  /** What may be anybody's is everybody's; the stretches are joined first, so that a line is held against few of them. */
  #settleUnread(unread: ReadonlyMap<ClientId | null, readonly UnreadPeriod[]>): void {
    if (unread.size === 0) return;
    const anybody = stretches(unread.get(null) ?? []);
    this.#anybody = { ...UNKNOWN_CLIENT, unread: anybody };
    for (const client of unread.keys()) if (client !== null) this.#of(client);
    for (const [client, entries] of this.#clients) {
      const own = unread.get(client);
      entries.unread = own === undefined ? anybody : [...stretches(own), ...anybody];
    }
  }

  #of(client: ClientId): Entries {
    let entries = this.#clients.get(client);
    if (entries === undefined) {
      entries = { deliveryForms: [], indications: [], dateOfDeath: null, unread: [] };
      this.#clients.set(client, entries);
    }
    return entries;
  }
}

function byStart(a: Period, b: Period): number {
  return a.first - b.first || (a.last ?? Number.POSITIVE_INFINITY) - (b.last ?? Number.POSITIVE_INFINITY);
}

function stretches(periods: readonly UnreadPeriod[]): UnreadPeriod[] {
  return REGISTER_ROLES.flatMap((role) => {
    const ofRole = periods.filter((period) => period.role === role).sort(byStart);
    return covered(ALL_DAYS, ofRole).map((days) => ({ ...days, role, ofAnybody: ofRole[0]!.ofAnybody }));
  });
}
