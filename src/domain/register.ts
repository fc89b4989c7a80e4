import type { Day } from './day.ts';
import type { Period } from './period.ts';
import type { Place } from './place.ts';

/** Leveringsvormen of the Wlz (iWlz list COD578). */
export const DELIVERY_FORMS = ['VPT', 'MPT', 'PGB', 'VERBLIJF', 'DTV', 'VKB'] as const;
export type DeliveryForm = (typeof DELIVERY_FORMS)[number];

/** What a client is indicated for: wijkverpleging under the Zvw, or care under the Wlz. */
export const INDICATION_KINDS = ['wijkverpleging', 'wlz'] as const;
export type IndicationKind = (typeof INDICATION_KINDS)[number];

/** A period of a register, with the row it stands on. */
export interface DeliveryFormPeriod extends Period {
  readonly form: DeliveryForm;
  readonly place: Place;
}

/** A period of a register, with the row it stands on. */
export interface IndicationPeriod extends Period {
  readonly kind: IndicationKind;
  readonly place: Place;
}

/** What the registers say of one client. Periods are sorted by first day. */
export interface ClientRegister {
  readonly deliveryForms: readonly DeliveryFormPeriod[];
  readonly indications: readonly IndicationPeriod[];
  readonly dateOfDeath: Day | null;
}

/** The registers a run can be given. */
export type RegisterRole = 'deliveryForms' | 'indications' | 'clients';

/** A client whom no register names. */
export const UNKNOWN_CLIENT: ClientRegister = { deliveryForms: [], indications: [], dateOfDeath: null };
