import { readFileSync } from 'node:fs';

/** Texts a spreadsheet would run, from elsewhere: see test/material/injection/SOURCES.md. */
export function payloads(): string[] {
  const file = new URL('../material/injection/csv-payload.txt', import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
