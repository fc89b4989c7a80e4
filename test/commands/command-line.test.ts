import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { type Workroom, workroom } from './workroom.ts';

let place: Workroom;
beforeAll(() => {
  place = workroom();
});
afterAll(() => place.remove());

describe('what a user types', () => {
  it('is quoted in a message, but never a BSN', async () => {
    const bsn = syntheticBsn(7);
    const { stderr, exitCode } = await place.tzt(['explain', bsn]);
    expect(stderr).toBe('Regel "•••••••••" bestaat niet. Alle regels: tzt rules\n');
    expect(exitCode).toBe(2);
  });

  it('is quoted whole when it is the id of a run, whatever its digits', async () => {
    const { stderr } = await place.tzt(['diff', '20260402-111222-333000', '20260402-111222-333000']);
    expect(stderr).toContain('20260402-111222-333000');
  });
});

describe('wrong use', () => {
  it.each([
    [['validate', '.', '--rapport', 'json'], 'De optie --rapport bestaat niet. Bedoelt u --report?'],
    [['valideer'], 'De opdracht valideer bestaat niet. Bedoelt u validate?'],
    [['explain'], 'Er ontbreekt iets: regel.'],
    [['validate', '.', '--out'], 'Bij de optie --out <map> hoort een waarde.'],
    [['rules', '--lang', 'de'], 'De optie --lang <taal> kan niet de zijn. Kies uit: nl, en.'],
    [['diff', 'a', 'b', 'c'], 'Er staan 3 argumenten, en er horen er 2.'],
    [['runs', 'prune'], 'De optie --before <datum> moet erbij.'],
  ])('%j is told in Dutch', async (words, sentence) => {
    const { stderr, exitCode } = await place.tzt(words);
    expect(stderr.split('\n')[0]).toBe(sentence);
    expect(exitCode).toBe(2);
  });

  it('is told in Dutch on every page of the help', async () => {
    const { stdout } = await place.tzt(['diff', '--help']);
    expect(stdout).toContain('Gebruik: tzt diff');
    expect(stdout).toContain('Argumenten:');
    expect(stdout).not.toMatch(/^(?:Usage|Options|Arguments|Commands):/m);
  });
});
