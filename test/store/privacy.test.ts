import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isBsn, maskBsn } from '../../src/domain/bsn.ts';
import { createPseudonyms } from '../../src/store/pseudonyms.ts';
import { openStore } from '../../src/store/store.ts';
import { sampleLine, sampleRun } from './sample-run.ts';
import { storePath } from './store-folder.ts';

/** Made for this test: the first number from 123450000 on that passes the 11-proef. */
const bsn = [...Array(100).keys()].map((step) => String(123_450_000 + step)).find(isBsn)!;
const pseudonyms = createPseudonyms(new Uint8Array(32).fill(1));

/** Everything the store has on disk after saving one line with this reference, journal included. */
function bytesAfterSaving(reference: string): string {
  const path = storePath();
  const store = openStore(path, { keyCheck: pseudonyms.keyCheck });
  const line = sampleLine({ client: pseudonyms.client(`b${bsn}`), reference });
  store.saveRun({ result: sampleRun(), lines: [line] });
  const files = [path, `${path}-wal`, `${path}-shm`].filter((file) => existsSync(file));
  const bytes = files.map((file) => readFileSync(file, 'latin1')).join('');
  store.close();
  return bytes + readFileSync(path, 'latin1');
}

describe('a BSN', () => {
  test('that is the only key of a client is not in the store, its pseudonym is', () => {
    const bytes = bytesAfterSaving('R-1');
    expect(bytes).not.toContain(bsn);
    expect(bytes).toContain(pseudonyms.client(`b${bsn}`));
  });

  test('that someone used as a reference number is not in the store when the caller masks it, as it must', () => {
    expect(bytesAfterSaving(maskBsn(`2026-${bsn}`))).not.toContain(bsn);
  });

  test('in a text that nobody masked would be kept as it is: the store looks into no text', () => {
    expect(bytesAfterSaving(`2026-${bsn}`)).toContain(bsn);
  });
});

test('the key is not in the store', () => {
  const bytes = bytesAfterSaving('R-1');
  expect(bytes).not.toContain(String.fromCharCode(1).repeat(32));
  expect(bytes).not.toContain('01'.repeat(32));
});
