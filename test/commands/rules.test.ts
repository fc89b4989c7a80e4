import { describe, expect, it } from 'vitest';
import { explainRule, listRules } from '../../src/commands/rules.ts';
import { isBsn } from '../../src/domain/bsn.ts';
import { UserError } from '../../src/errors.ts';
import { CATALOGUE } from '../../src/pipeline/catalogue.ts';
import { recordingShell } from './recording-shell.ts';

async function explained(id: string, lang: 'nl' | 'en' = 'nl'): Promise<string> {
  const { shell, output } = recordingShell();
  expect(await explainRule(id, { lang }, shell)).toBe(0);
  return output();
}

describe('the list of rules', () => {
  it('has one line for every rule, with severity, return code and title', () => {
    const { shell, output } = recordingShell();
    expect(listRules({ lang: 'nl' }, shell)).toBe(0);
    const lines = output().split('\n');
    expect(lines[0]).toMatch(/^regel +ernst +retourcode +titel$/);
    expect(lines.slice(1, CATALOGUE.length + 1).map((line) => line.split(' ')[0])).toEqual(
      CATALOGUE.map(({ id }) => id),
    );
    expect(lines.find((line) => line.startsWith('vpt-client '))).toMatch(/fout +0553 +\S/);
  });

  it('speaks English when asked', () => {
    const { shell, output } = recordingShell();
    listRules({ lang: 'en' }, shell);
    expect(output()).toMatch(/^rule +severity +return code +title$/m);
  });
});

describe('a rule explained', () => {
  it('says what it guards, what to do, where it comes from and which return code to expect', async () => {
    const page = await explained('vpt-client');
    expect(page).toMatch(/^vpt-client · fout$/m);
    expect(page).toMatch(/^verwachte retourcode 0553 \(.+\)$/m);
    for (const heading of ['Waarom', 'Wat te doen', 'Bronnen', 'Voorbeeld: samples/rules/vpt-client.csv'])
      expect(page).toMatch(new RegExp(`^${heading}$`, 'm'));
  });

  it('shows its good and bad rows, and the message the bad ones cause', async () => {
    const page = await explained('vpt-client');
    expect(page).toMatch(/^ +2 +goed +C3041 +H138/m);
    expect(page).toMatch(/^ +3 +fout +C3041 +H138/m);
    expect(page).toMatch(/^ {2}→ Cliënt C3041, maart 2026: regel 3 \(H138\) valt onder VPT/m);
  });

  it('shows which other rules speak of a row', async () => {
    expect(await explained('monthly-cap-exceeded')).toMatch(/both-laws-in-month \+ fout/);
  });

  it('calls a file that is bad as a whole bad once, and its rows neither good nor bad', async () => {
    const page = await explained('missing-column');
    expect(page.match(/fout: hele bestand/g)).toHaveLength(1);
    expect(page).toMatch(/^ +3 {3,}C3002/m);
    expect(page).toMatch(/Voorbeeld: samples\/rules\/missing-column-goed\.csv/);
  });

  it('shows a blank row where one is found', async () => {
    expect(await explained('empty-row')).toMatch(/^ +3 +opmerking$/m);
  });

  it('says so when no return code is expected', async () => {
    expect(await explained('late-line')).toMatch(/^geen verwachte retourcode/m);
    expect(await explained('late-line', 'en')).toMatch(/^no expected return code/m);
  });

  it('leaves the Dutch remarks out of an English page', async () => {
    expect(await explained('vpt-client')).toMatch(/toelichting/);
    const page = await explained('vpt-client', 'en');
    expect(page).not.toMatch(/toelichting|splitsen/);
    expect(page).toMatch(/^What to do$/m);
    expect(page).toMatch(/^ +2 +good +C3041/m);
  });

  it('takes an id in capitals or with spaces around it', async () => {
    expect(await explained(' VPT-Client ')).toMatch(/^vpt-client · fout$/m);
  });

  it('keeps the words within a hundred columns', async () => {
    const [words = ''] = (await explained('monthly-cap-exceeded')).split('Voorbeeld:');
    expect(words.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('never shows a BSN, not even a synthetic one', async () => {
    const pages = await Promise.all(CATALOGUE.map(({ id }) => explained(id)));
    const digits = pages.flatMap((page) => page.match(/(?<!\d)\d{9}(?!\d)/g) ?? []);
    expect(digits.filter(isBsn)).toEqual([]);
  });

  it('that does not exist is a mistake of the user, and the nearest id is named', async () => {
    const { shell } = recordingShell();
    await expect(explainRule('vpt-clients', { lang: 'nl' }, shell)).rejects.toThrow(
      new UserError('Regel "vpt-clients" bestaat niet. Bedoelt u "vpt-client"? Alle regels: tzt rules'),
    );
    await expect(explainRule('iets-heel-anders', { lang: 'nl' }, shell)).rejects.toThrow(
      new UserError('Regel "iets-heel-anders" bestaat niet. Alle regels: tzt rules'),
    );
  });
});
