import { UserError } from '../errors.ts';
import { nearestOf } from '../nearest.ts';
import { SETTINGS, type Setting } from './settings.ts';
import type { Shell } from './shell.ts';

/** Variables that are no option: the key of the pseudonyms. */
const OTHERS: readonly string[] = ['TZT_KEY'];

/** An option that the environment settles. */
export interface FromEnvironment {
  readonly setting: Setting;
  readonly value: string | readonly string[] | boolean;
}

/** What `TZT_…` variables settle; an empty one counts as absent. Throws UserError for a switch that is neither on nor off. */
export function fromEnvironment(env: Shell['env']): FromEnvironment[] {
  return SETTINGS.flatMap((setting): FromEnvironment[] => {
    const text = setting.variable === undefined ? undefined : env[setting.variable]?.trim();
    if (text === undefined || text === '') return [];
    if (setting.kind === 'list') {
      const values = text.split(',').map((item) => item.trim());
      return [{ setting, value: values.filter((item) => item !== '') }];
    }
    if (setting.kind !== 'switch') return [{ setting, value: text }];
    return isOn(setting, text) ? [{ setting, value: setting.on !== false }] : [];
  });
}

const ON = ['1', 'true', 'yes', 'ja', 'on', 'aan'];
const OFF = ['0', 'false', 'no', 'nee', 'off', 'uit'];

function isOn({ variable }: Setting, text: string): boolean {
  const word = text.toLowerCase();
  if (ON.includes(word)) return true;
  if (OFF.includes(word)) return false;
  throw new UserError(`${variable}=${text} kan niet; kies uit: 1 (aan), 0 (uit).`);
}

/** Names that look like one of ours and are not: most likely mistyped. Each with the name that was probably meant. */
export function mistypedVariables(env: Shell['env']): { readonly name: string; readonly meant: string }[] {
  const known = [...SETTINGS.flatMap(({ variable }) => variable ?? []), ...OTHERS];
  return Object.keys(env)
    .filter((name) => name.startsWith('TZT_') && !known.includes(name))
    .sort()
    .flatMap((name) => {
      const meant = nearestOf(
        name.slice(4),
        known.map((other) => other.slice(4)),
      );
      return meant === null ? [] : [{ name, meant: `TZT_${meant}` }];
    });
}
