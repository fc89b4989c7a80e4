import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { SETTINGS } from '../../src/commands/settings.ts';

const PAGE = readFileSync(fileURLToPath(new URL('../../docs/settings.md', import.meta.url)), 'utf8');

it('the page about settings lists every variable with its option and its key in the file', () => {
  const rows = [...PAGE.matchAll(/^\| `(TZT_\w+)` \| (?:`([^`]+)`)? *\| (?:`([^`]+)`)? *\|/gm)];
  expect(rows.map(([, variable, flag, key]) => [variable, flag, key])).toEqual([
    ...SETTINGS.map(({ variable, flag, key }) => [variable, flag, key]),
    ['TZT_KEY', undefined, undefined],
  ]);
});
