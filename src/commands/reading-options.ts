import { type Month, monthFromText } from '../domain/month.ts';
import { ROLES, type Role } from '../domain/role.ts';
import { UserError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { resolveEncoding } from '../readers/encoding.ts';
import { oneOf } from './one-of.ts';
import type { Settled } from './settled.ts';
import type { FoundSource } from './sources.ts';
import type { ValidateOptions } from './validate-options.ts';

/** What the user says of the files instead of having it recognised. Throws UserError. */
export function readingOptions({
  options,
  named,
}: {
  readonly options: Pick<ValidateOptions, 'delimiter' | 'encoding' | 'decimal' | 'sheet'>;
  readonly named: Settled['named'];
}): {
  delimiter?: string;
  encoding?: string;
  decimal?: ',' | '.';
  sheet?: string;
} {
  const { delimiter, encoding, decimal, sheet } = options;
  if (encoding !== undefined && resolveEncoding(encoding) === null) {
    throw new UserError(
      `${named('encoding')} ${encoding} is geen bekende codering. Gebruik bijvoorbeeld utf-8 of windows-1252.`,
    );
  }
  return {
    ...(delimiter === undefined ? {} : { delimiter: delimiterOption(delimiter, named('delimiter')) }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(decimal === undefined ? {} : { decimal: decimalOption(decimal, named('decimal')) }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}

function delimiterOption(text: string, name: string): string {
  const named: Readonly<Record<string, string>> = {
    tab: '\t',
    '\\t': '\t',
    puntkomma: ';',
    komma: ',',
    semicolon: ';',
    comma: ',',
    pipe: '|',
  };
  const delimiter = named[text.toLowerCase()] ?? text;
  if (delimiter.length === 1 && !/["\r\n]/.test(delimiter)) return delimiter;
  throw new UserError(`${name} ${text} is geen scheidingsteken. Geef één teken, of: tab, puntkomma, komma, pipe.`);
}

function decimalOption(text: string, name: string): ',' | '.' {
  const named: Readonly<Record<string, ',' | '.'>> = {
    ',': ',',
    '.': '.',
    komma: ',',
    punt: '.',
    comma: ',',
    point: '.',
  };
  const sign = named[text.toLowerCase()];
  if (sign) return sign;
  throw new UserError(`${name} ${text} is geen decimaalteken. Geef , of . (komma of punt).`);
}

/** The care months to judge; null for all. Throws UserError. */
export function monthsOf(texts: readonly string[], name: string): ReadonlySet<Month> | null {
  if (texts.length === 0) return null;
  return new Set(
    texts.map((text) => {
      const month = monthFromText(text);
      if (month === null) throw new UserError(`${name} ${text} is geen maand. Schrijf bijvoorbeeld 2026-03.`);
      return month;
    }),
  );
}

/** Roles given by the user, by the name of the source. Throws UserError for a file that is not among them. */
export function rolesOf(texts: readonly string[], sources: readonly FoundSource[]): Map<string, Role> {
  const roles = new Map<string, Role>();
  for (const text of texts) {
    const split = text.lastIndexOf('=');
    const file = text.slice(0, split);
    const role = oneOf<Role>(text.slice(split + 1), ROLES, '--role');
    const source = sources.find(({ name, path }) => split > 0 && (name === file || path === file));
    if (!source) {
      const known = sources.map(({ name }) => name);
      throw new UserError(
        `--role ${text}: "${file}" hoort niet bij de opgegeven bestanden.${nearest(file, known)} Schrijf BESTAND=ROL.`,
      );
    }
    roles.set(source.name, role);
  }
  return roles;
}
