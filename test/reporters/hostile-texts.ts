import { readFileSync } from 'node:fs';
import type { RunResult } from '../../src/domain/run.ts';
import { hostileRun } from './hostile-run.ts';
import { payloads } from './payloads.ts';

/** Texts that are a command, a link, a mark or no text at all to something that reads reports, and all strings from elsewhere. */
export const HOSTILE_TEXTS: readonly string[] = [
  '\n::error::x',
  '::stop-commands::x',
  '##[error]x',
  '##vso[task.setvariable variable=x]y',
  '%0A::error::x',
  'a,b=c:d%25',
  '{0} {1} {{',
  '[klik hier](https://evil.example)',
  ']]></failure><script>alert(1)</script>',
  '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;',
  '\u0000\u0008\u000b\u001b[31m\ufffe\uffff\ud800',
  '../../../etc/passwd',
  'C:\\Users\\x',
  'https://evil.example/x',
  '..',
  '"results": []',
  '`rm -rf /` $(id)',
  '\u202e\u200b\u2028\u2029\u0085',
  ...payloads(),
  ...readFileSync(new URL('../material/injection/blns.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')),
];

/** A run with a hostile finding, file, sheet, cell and waiver for each of the texts. */
export function hostileRunOf(texts: readonly string[]): RunResult {
  const runs = texts.map(hostileRun);
  const [first] = runs;
  if (first === undefined) throw new RangeError('no text');
  return {
    ...first,
    inputs: runs.flatMap(({ inputs }) => inputs.slice(0, 1)),
    weakened: runs.flatMap(({ weakened }) => weakened),
    // Fingerprints are ours: no text of a user ever stands in one.
    findings: runs
      .flatMap(({ findings }) => findings.flatMap((one) => [one, { ...one, waiver: null }]))
      .map((one, index) => ({ ...one, fingerprint: `f${index}` })),
  };
}
