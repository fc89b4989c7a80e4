import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../package-root.ts';
import { readSampleText, readSidecar, type SampleText } from './sample-text.ts';

/** One file of samples/rules: what it is a sample of, its bytes, and what it says of itself. */
export interface RuleSample extends SampleText {
  /** The rule its name tells; no rule of the catalogue when the name is wrong. */
  readonly rule: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A register (or the claims) that go with every sample which is not one itself. */
export interface SharedFile {
  readonly role: 'claims' | 'deliveryForms' | 'indications' | 'clients';
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where the samples lie. */
export const SAMPLES_FOLDER = join(PACKAGE_ROOT, 'samples', 'rules');

const SIDECAR = '.verwacht.csv';
const GOOD = '-goed';
const SHARED: readonly (readonly [SharedFile['role'], string])[] = [
  ['claims', 'declaraties.csv'],
  ['deliveryForms', 'leveringsvormen.csv'],
  ['indications', 'indicaties.csv'],
  ['clients', 'clienten.csv'],
];

/** All samples of a folder, or those of one rule: by name, the good counterparts last. */
export function readRuleSamples(folder: string, rule?: string): RuleSample[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map(({ name }) => name)
    .sort();
  return names
    .filter((name) => !name.endsWith(SIDECAR) && (rule === undefined || ruleOf(name) === rule))
    .sort((a, b) => Number(isCounterpart(a)) - Number(isCounterpart(b)))
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      const sidecar = names.includes(name + SIDECAR) ? readFileSync(join(folder, name + SIDECAR)) : null;
      const text = sidecar ? readSidecar(sidecar.toString('utf8')) : readSampleText(decoded(bytes));
      return { rule: ruleOf(name), name, bytes, ...text };
    });
}

/** The registers all samples share. */
export function readSharedFiles(folder: string): SharedFile[] {
  return SHARED.map(([role, file]) => {
    const name = join('registers', file);
    return { role, name, bytes: readFileSync(join(folder, name)) };
  });
}

/** `<rule>.csv` is the sample of a rule; `<rule>-goed.csv` stands beside it where one file cannot be both good and bad. */
function ruleOf(name: string): string {
  const [stem = ''] = name.split('.');
  return isCounterpart(name) ? stem.slice(0, -GOOD.length) : stem;
}

function isCounterpart(name: string): boolean {
  return name.split('.')[0]?.endsWith(GOOD) ?? false;
}

/** Samples are UTF-8, but for the one that shows what another encoding does. */
function decoded(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? bytes.toString('latin1') : text;
}
