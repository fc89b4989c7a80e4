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

/** A row of a register that says something of these days and could not be read. What is not known of its days is taken as wide as it may be. */
export interface UnreadPeriod extends Period {
  readonly role: RegisterRole;
  /** Whom it names could not be read either: it may be anybody's. */
  readonly ofAnybody: boolean;
}

/** What the registers say of one client. Periods are sorted by first day. */
export interface ClientRegister {
  readonly deliveryForms: readonly DeliveryFormPeriod[];
  readonly indications: readonly IndicationPeriod[];
  readonly dateOfDeath: Day | null;
  /** Where the registers say more of this client than could be read; stretches of one register do not touch each other. */
  readonly unread: readonly UnreadPeriod[];
}

/** The registers a run can be given. */
export const REGISTER_ROLES = ['deliveryForms', 'indications', 'clients'] as const;
export type RegisterRole = (typeof REGISTER_ROLES)[number];

/** A client whom no register names. */
export const UNKNOWN_CLIENT: ClientRegister = { deliveryForms: [], indications: [], dateOfDeath: null, unread: [] };
