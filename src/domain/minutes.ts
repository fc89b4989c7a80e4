/** Whole minutes. The unit of every quantity, cap and excess. */
export type Minutes = number & { readonly __brand: 'Minutes' };

/** Marks a whole number as minutes; throws RangeError for a fraction (our bug, never the user's). */
export function minutes(value: number): Minutes {
  if (!Number.isSafeInteger(value)) throw new RangeError('minutes are whole');
  return value as Minutes;
}

/** Hours and minutes as `6:30`; negative as `-0:30`. */
export function hoursText(value: number): string {
  const size = Math.abs(value);
  return `${value < 0 ? '-' : ''}${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`;
}
