import type { Json, JsonObject } from '../domain/finding.ts';
import type { RunFinding, RunResult } from '../domain/run.ts';
import type { ReportMatter } from './reporter.ts';

/**
 * Makes findings fit for a report that CI publishes: the pseudonym for the clientnummer, no reference numbers, and every clientnummer
 * that is known in the run hidden in the facts a message is made of. The row tells the owner of the file the rest.
 */
export function publisher({
  result,
  pseudonym,
}: Pick<ReportMatter, 'result' | 'pseudonym'>): (finding: RunFinding) => RunFinding {
  const clients = clientsOf(result);
  const scrub = (text: string) => scrubbed(text, clients, pseudonym);
  return (finding) => ({
    ...finding,
    client: finding.client === null ? null : pseudonym(finding.client),
    data: scrubbedData(finding.data, scrub),
    places: finding.places.map((place) => ({ ...place, reference: null })),
    waiver: finding.waiver && { ...finding.waiver, reason: scrub(finding.waiver.reason) },
  });
}

function clientsOf(result: RunResult): ReadonlySet<string> {
  const clients = new Set<string>();
  for (const { client, rule, data } of result.findings) {
    if (client !== null) clients.add(client);
    if (rule === 'client-key-conflict') for (const number of textsOf(data.numbers)) clients.add(number);
  }
  return clients;
}

function textsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter((item) => typeof item === 'string') : [];
}

function scrubbed(text: string, clients: ReadonlySet<string>, pseudonym: (client: string) => string): string {
  if (clients.has(text)) return pseudonym(text);
  if (DATE_OR_TIME.test(text)) return text;
  return text.replace(WORD, (word) => (clients.has(word) ? pseudonym(word) : word));
}

function scrubbedData(data: JsonObject, scrub: (text: string) => string): JsonObject {
  const walk = (value: Json): Json => {
    if (typeof value === 'string') return scrub(value);
    if (Array.isArray(value)) return (value as readonly Json[]).map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, CODES.has(key) ? item : walk(item)]));
  };
  return walk(data) as JsonObject;
}

/** A whole word, so that client 12 does not eat the 12 of 1200. */
const WORD = /[\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*/gu;
/** A day or a time is no client, even when some client's number is a part of it. */
const DATE_OR_TIME = /^\d{1,4}[-:/.]\d{1,2}(?:[-:/.]\d{1,4})?$/;
/** Facts that come from lists of codes and never from a client's cell: client 1062 is not meant by prestatiecode 1062. */
const CODES = new Set([
  'code',
  'codes',
  'policy',
  'insurer',
  'provider',
  'providers',
  'allowed',
  'aliases',
  'header',
  'field',
]);
