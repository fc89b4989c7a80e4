import type { Place } from '../../src/domain/place.ts';
import {
  type ClientRegister,
  type DeliveryForm,
  type IndicationKind,
  REGISTER_ROLES,
  type RegisterRole,
} from '../../src/domain/register.ts';
import { day, stretch } from './days.ts';

/** Periods as text, in order: `{ VPT: ['2026-03-10/'], wijkverpleging: ['2026-01-01/2026-03-31'], death: '2026-03-20' }`. */
export type RegisterFacts = Partial<Record<DeliveryForm | IndicationKind, readonly string[]>> & {
  readonly death?: string;
  /** Days of rows that could not be read. */
  readonly unread?: Partial<Record<RegisterRole, readonly string[]>>;
};

const KINDS: readonly string[] = ['wijkverpleging', 'wlz'] satisfies IndicationKind[];
const SOMEWHERE: Place = { input: 1, row: 2, column: null, cell: null, reference: null };

/** What the registers say of a client. */
export function register({ death, unread = {}, ...periods }: RegisterFacts): ClientRegister {
  const entries = Object.entries(periods)
    .flatMap(([name, texts]) => texts.map((text) => ({ name, ...stretch(text), place: SOMEWHERE })))
    .sort((a, b) => a.first - b.first);
  return {
    deliveryForms: entries
      .filter(({ name }) => !KINDS.includes(name))
      .map(({ name, ...period }) => ({ ...period, form: name as DeliveryForm })),
    indications: entries
      .filter(({ name }) => KINDS.includes(name))
      .map(({ name, ...period }) => ({ ...period, kind: name as IndicationKind })),
    dateOfDeath: death === undefined ? null : day(death),
    unread: REGISTER_ROLES.flatMap((role) =>
      (unread[role] ?? []).map((text) => ({ ...stretch(text), role, ofAnybody: false })),
    ),
  };
}
