import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Language, RunResult } from '../../src/domain/run.ts';
import { html } from '../../src/reporters/html.tsx';
import { matterOf, rendered } from '../reporters/matter.ts';

const folder = mkdtempSync(join(tmpdir(), 'tzt-html-'));
let pages = 0;

/** The report of a run as a file on disk, as a user opens it. */
export async function reportPage(result: RunResult, language: Language = 'nl'): Promise<string> {
  const path = join(folder, `${pages++}.html`);
  writeFileSync(path, await rendered(html.render(matterOf(result, language))));
  return pathToFileURL(path).href;
}
