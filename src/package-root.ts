import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package, where schemas and samples lie: one up from src/ in a clone, and from dist/ when built. */
export const PACKAGE_ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The program of the thread that makes reports: a file of the bundle, which is not there when the sources run. */
export const REPORT_THREAD = fileURLToPath(new URL('report-thread.js', import.meta.url));

/** Name and version of this program. */
export function toolFacts(): { readonly name: string; readonly version: string } {
  const facts = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return { name: facts.name, version: facts.version };
}
