import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Policy, type PolicySet, policyOf } from '../../src/domain/policy.ts';
import { policySet } from '../../src/policies.ts';
import { month } from './days.ts';

const folder = fileURLToPath(new URL('../../schemas/policies/', import.meta.url));

/** The limits as they are shipped: a test that means 390 minutes fails when the file says otherwise. */
export const SHIPPED: PolicySet = policySet(
  readdirSync(folder).map((file) => ({ file, json: JSON.parse(readFileSync(folder + file, 'utf8')), sha256: file })),
);

/** The policy in force in a month (`jjjj-mm`). */
export function policyIn(text: string): Policy {
  const policy = policyOf(SHIPPED, month(text));
  if (policy === null) throw new RangeError(`no policy in ${text}`);
  return policy;
}
