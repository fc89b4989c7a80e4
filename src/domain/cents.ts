/** Whole eurocents. */
export type Cents = number & { readonly __brand: 'Cents' };

/** Marks a whole number as cents; throws RangeError for a fraction (our bug, never the user's). */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError('cents are whole');
  return value as Cents;
}
