import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicySet } from '../domain/policy.ts';
import { UserError } from '../errors.ts';
import { PACKAGE_ROOT } from '../package-root.ts';
import { policySet, type ReadPolicy } from '../policies.ts';

/** The policies of a folder; those that ship with the program when none is given. Throws UserError when one cannot be used. */
export function readPolicies(folder: string | undefined): PolicySet {
  const path = folder ?? join(PACKAGE_ROOT, 'schemas', 'policies');
  const files = namesIn(path).map((file) => readPolicy(path, file));
  if (files.length === 0) throw new UserError(`In de map ${path} staat geen beleid (*.json).`);
  return policySet(files);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch (error) {
    throw new UserError(`De map met beleid is niet te lezen: ${folder}`, error);
  }
}

function readPolicy(folder: string, file: string): ReadPolicy {
  const bytes = readFileSync(join(folder, file));
  try {
    return { file, json: JSON.parse(bytes.toString('utf8')), sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    throw new UserError(`Beleidsbestand ${file} is geen JSON.`, error);
  }
}
