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

/** The register rows of a run, as they are read; per client once every key is known. */
export class RegisterTable {
  /** Registers that were given and could be read. */
  readonly given = new Set<RegisterRole>();
  #entries = new Map<ClientId, Entries>();

  addDeliveryForm(client: ClientId, period: DeliveryFormPeriod): void {
    this.#of(client).deliveryForms.push(period);
  }

  addIndication(client: ClientId, period: IndicationPeriod): void {
    this.#of(client).indications.push(period);
  }

  /** Two dates of death for one client: the earliest counts. */
  addDeath(client: ClientId, day: Day): void {
    const entries = this.#of(client);
    if (entries.dateOfDeath === null || day < entries.dateOfDeath) entries.dateOfDeath = day;
  }

  /** Joins the rows of clients whose keys turned out to be one, and sorts the periods. Call once, when all is read. */
  settle(identity: ClientIdentity): void {
    const settled = new Map<ClientId, Entries>();
    for (const [key, entries] of this.#entries) {
      const client = identity.resolve(key);
      const known = settled.get(client);
      if (known === undefined) {
        settled.set(client, entries);
        continue;
      }
      known.deliveryForms.push(...entries.deliveryForms);
      known.indications.push(...entries.indications);
      if (entries.dateOfDeath !== null && (known.dateOfDeath === null || entries.dateOfDeath < known.dateOfDeath)) {
        known.dateOfDeath = entries.dateOfDeath;
      }
    }
    for (const entries of settled.values()) {
      entries.deliveryForms.sort(byStart);
      entries.indications.sort(byStart);
    }
    this.#entries = settled;
  }

  /** What the registers say of a client; a client who is in none has no periods. */
  of(client: ClientId): ClientRegister {
    return this.#entries.get(client) ?? UNKNOWN_CLIENT;
  }

  clients(): IterableIterator<[ClientId, ClientRegister]> {
    return this.#entries.entries();
  }

  #of(client: ClientId): Entries {
    let entries = this.#entries.get(client);
    if (entries === undefined) {
      entries = { deliveryForms: [], indications: [], dateOfDeath: null };
      this.#entries.set(client, entries);
    }
    return entries;
  }
}

function byStart(a: Period, b: Period): number {
  return a.first - b.first || (a.last ?? Number.POSITIVE_INFINITY) - (b.last ?? Number.POSITIVE_INFINITY);
}
