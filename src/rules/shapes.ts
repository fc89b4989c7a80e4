import * as z from 'zod';
import { isoOf } from '../domain/day.ts';
import type { Period } from '../domain/period.ts';

/** A stretch of days in a finding's data, as ISO text, both ends included; `last: null` is still open. */
export const PeriodShape = z.strictObject({ first: z.string(), last: z.string().nullable() });

/** The shape of rules that have nothing to say of the month, or of each line, beyond the places. */
export const Nothing = z.strictObject({});

/** A period as data. */
export function periodData(period: Period): z.infer<typeof PeriodShape> {
  return { first: isoOf(period.first), last: period.last === null ? null : isoOf(period.last) };
}
