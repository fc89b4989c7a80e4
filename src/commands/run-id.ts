import { createHash } from 'node:crypto';
import type { RunInput } from '../domain/run.ts';
import type { Moment } from './clock.ts';

/** The id of a run: when it began, and six digits. Under SOURCE_DATE_EPOCH the digits follow from the inputs, so the same run has the same id. */
export function runIdOf(moment: Moment, inputs: readonly RunInput[], chance: string): string {
  const stamp = moment.startedAt.replace(/\D/g, '').slice(0, 14);
  const digits = moment.reproducible ? digestOf(inputs) : chance;
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-${digits}`;
}

function digestOf(inputs: readonly RunInput[]): string {
  const hash = createHash('sha256');
  for (const { name, sheet, sha256 } of inputs) hash.update(`${name}\n${sheet ?? ''}\n${sha256}\n`);
  return hash.digest('hex').slice(0, 6);
}
