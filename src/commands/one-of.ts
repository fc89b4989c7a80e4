import { UserError } from '../errors.ts';
import { nearest } from '../nearest.ts';

/** One of the values an option knows. Throws UserError that names the nearest. */
export function oneOf<Value extends string>(text: string, values: readonly Value[], option: string): Value {
  const value = values.find((known) => known === text);
  if (value === undefined)
    throw new UserError(`${option} ${text} bestaat niet.${nearest(text, values)} Kies uit: ${values.join(', ')}.`);
  return value;
}
