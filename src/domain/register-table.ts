import type { ClientId, ClientIdentity } from './client-identity.ts';
import type { Day } from './day.ts';
import type { Period } from './period.ts';
import {
  type ClientRegister,
  type DeliveryFormPeriod,
  type IndicationPeriod,
  type RegisterRole,
  UNKNOWN_CLIENT,
} from './register.ts';

interface Entries {
  readonly deliveryForms: DeliveryFormPeriod[];
  readonly indications: IndicationPeriod[];
  dateOfDeath: Day | null;
}

type Entry =
  | { readonly client: ClientId; readonly form: DeliveryFormPeriod }
  | { readonly client: ClientId; readonly indication: IndicationPeriod }
  | { readonly client: ClientId; readonly death: Day };

/** The register rows of a run, as they are read; per client once every key is known. */
export class RegisterTable {
  /** Registers that were given and could be read. */
  readonly given = new Set<RegisterRole>();
  /** Registers of which a file was not read to its end, or lacks a column: with whatever else was given, they are not trusted to be whole. */
  readonly partial = new Set<RegisterRole>();
  readonly #rows: Entry[] = [];
  readonly #clients = new Map<ClientId, Entries>();

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

  /** Lays the rows to the clients their keys turned out to belong to, and sorts the periods. Call once, when all is read. */
  settle(identity: ClientIdentity): void {
    for (const row of this.#rows) {
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
  }

  /** What the registers say of a client; a client who is in none has no periods. */
  of(client: ClientId): ClientRegister {
    return this.#clients.get(client) ?? UNKNOWN_CLIENT;
  }

  /** All clients that some register names. */
  clients(): IterableIterator<[ClientId, ClientRegister]> {
    return this.#clients.entries();
  }

  #of(client: ClientId): Entries {
    let entries = this.#clients.get(client);
    if (entries === undefined) {
      entries = { deliveryForms: [], indications: [], dateOfDeath: null };
      this.#clients.set(client, entries);
    }
    return entries;
  }
}

function byStart(a: Period, b: Period): number {
  return a.first - b.first || (a.last ?? Number.POSITIVE_INFINITY) - (b.last ?? Number.POSITIVE_INFINITY);
}
