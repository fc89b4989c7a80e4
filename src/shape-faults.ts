import type * as z from 'zod';
import { maskBsn } from './domain/bsn.ts';
import { nearest } from './nearest.ts';

/**
 * What is wrong with a file that does not have its shape, in Dutch, one line per fault: the path of the key, the value met and what is allowed.
 */
export function shapeFaults(schema: z.ZodType, error: z.ZodError, value: unknown): string[] {
  return error.issues.flatMap((issue) => faultsOf(issue, schema, value)).map((fault) => `- ${fault}`);
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, schema: z.ZodType, value: unknown): string[] {
  const path = issue.path.map(String).join('.') || '(bestand)';
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    const under = issue.path.length === 0 ? '' : `${path}.`;
    return issue.keys.map((key) => `${under}${key}: onbekende instelling.${nearest(key, known)}${allowedKeys(known)}`);
  }
  if (issue.code === 'invalid_union') return unionFaults(issue, schema, value);
  const met = valueAt(value, issue.path);
  if (met === undefined) return [`${path}: ontbreekt; ${expectation(issue, met)}`];
  return [`${path}: ${shown(met)} kan hier niet; ${expectation(issue, met)}`];
}

/** Of several forms the faults of the one that was meant: the first that the value as a whole could be. */
function unionFaults(issue: Extract<Issue, { code: 'invalid_union' }>, schema: z.ZodType, value: unknown): string[] {
  const meant = issue.errors.find((faults) => faults.every(({ path }) => path.length > 0));
  const chosen = meant ?? issue.errors[0] ?? [];
  return chosen.flatMap((fault) => faultsOf({ ...fault, path: [...issue.path, ...fault.path] }, schema, value));
}

function expectation(issue: Issue, met: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `verwacht: ${KINDS[issue.expected] ?? issue.expected}.`;
    case 'invalid_value': {
      const values = issue.values.map(String);
      return `kies uit: ${values.join(', ')}.${typeof met === 'string' ? nearest(met, values) : ''}`;
    }
    case 'too_small':
      return `verwacht: ${measured(issue.origin, issue.inclusive === false ? 'meer dan' : 'minstens', Number(issue.minimum))}.`;
    case 'too_big':
      return `verwacht: ${measured(issue.origin, issue.inclusive === false ? 'minder dan' : 'hooguit', Number(issue.maximum))}.`;
    default:
      return `${issue.message.replace(/\.$/, '')}.`;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'tekst tussen aanhalingstekens',
  number: 'een getal',
  int: 'een geheel getal',
  boolean: 'true of false',
  array: 'een lijst [ … ]',
  object: 'een groep { … }',
  record: 'een groep { … }',
};

function measured(origin: string, bound: string, limit: number): string {
  if (origin === 'string') return limit === 1 ? 'tekst die niet leeg is' : `${bound} ${limit} tekens`;
  return origin === 'array' ? `${bound} ${limit} in de lijst` : `een getal van ${bound} ${limit}`;
}

function allowedKeys(known: readonly string[]): string {
  return known.length === 0 ? '' : ` Bekend zijn: ${known.join(', ')}.`;
}

/** The value as the file has it, short enough for a message and without what could be a BSN. */
function shown(value: unknown): string {
  const text = maskBsn(JSON.stringify(value));
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
}

/** Keys that the shape knows where an unknown one was met. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const [key, ...rest] = path;
  switch (def.type) {
    case 'optional':
    case 'nullable':
      return keysAt(def.innerType, path);
    case 'union':
      return def.options.flatMap((option) => keysAt(option, path));
    case 'array':
      return key === undefined ? [] : keysAt(def.element, rest);
    case 'record':
      return key === undefined ? [] : keysAt(def.valueType, rest);
    case 'object': {
      if (key === undefined) return Object.keys(def.shape).filter((name) => name !== '$schema');
      const inner = def.shape[String(key)];
      return inner === undefined ? [] : keysAt(inner, rest);
    }
    default:
      return [];
  }
}
