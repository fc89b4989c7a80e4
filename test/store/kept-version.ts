import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunResult } from '../../src/domain/run.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/store.ts';
import type { StoredLine } from '../../src/store/stored-run.ts';
import { sampleFinding, sampleLine, sampleRun } from './sample-run.ts';

/** Where a store of every earlier version is kept, beside what was put into it. */
export const KEPT = fileURLToPath(new URL('fixtures', import.meta.url));

/** What is in a kept store: the run `kept`, which was not booked, and from version 2 on the run `booked`, which was; from version 3 on a return to it. */
export interface KeptRun {
  readonly result: RunResult;
  readonly lines: readonly StoredLine[];
}

/** What was put into the store of a version. */
export function keptRun(folder: string, version: number): KeptRun {
  return JSON.parse(readFileSync(join(folder, `version-${version}.json`), 'utf8')) as KeptRun;
}

/** The file of the store of a version. */
export function keptStore(folder: string, version: number): string {
  return join(folder, `version-${version}.sqlite`);
}

/** Makes a store as this version of the program makes it, and writes down what is in it. Returns the version. */
export function keepVersion(folder: string): number {
  const version = MIGRATIONS.length;
  const result = sampleRun(
    { id: 'kept' },
    { findings: [sampleFinding('fingerprint-a'), sampleFinding('fingerprint-b')] },
  );
  const lines = [
    sampleLine({ client: 'p-bcdf', reference: 'R-1', row: 2 }),
    sampleLine({ client: 'p-bcdf', reference: 'R-2', row: 3, verdict: 'rejected', allowedMinutes: 190 }),
    sampleLine({
      client: 'p-ghjk',
      reference: 'R-3',
      month: '2026-02',
      credit: true,
      corrects: 'R-0',
      amountCents: null,
    }),
  ];
  const store = openStore(keptStore(folder, version), { keyCheck: 'check' });
  store.saveRun({ result, lines });
  store.saveRun({ result: sampleRun({ id: 'booked' }), lines: [sampleLine({ client: 'p-x', reference: 'R-9' })] });
  store.book('booked', { bookedAt: '2026-04-03T09:00:00Z' });
  store.saveReturn({
    sha256: 'ab'.repeat(32),
    run: 'booked',
    storedAt: '2026-05-01T09:00:00Z',
    dated: '2026-04-28',
    document: { message: '429' },
    lines: [{ reference: 'R-9' }],
    refused: [],
  });
  store.addWaiver({ fingerprint: 'f', reason: 'r', owner: 'o', from: '2026-04-01', until: '2026-12-31' });
  store.close();
  writeFileSync(join(folder, `version-${version}.json`), `${JSON.stringify({ result, lines }, null, 2)}\n`);
  return version;
}
