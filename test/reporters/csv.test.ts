import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csv } from '../../src/reporters/csv.ts';
import { hostileRun } from './hostile-run.ts';
import { finding, matterOf, place, rendered } from './matter.ts';
import { payloads } from './payloads.ts';
import { APPROVED, REJECTED } from './runs.ts';

async function textOf(result = REJECTED, language: 'nl' | 'en' = 'nl'): Promise<string> {
  return String(await rendered(csv.render(matterOf(result, language))));
}

function rowsOf(text: string): Record<string, string>[] {
  return parse(text, { bom: true, delimiter: ';', columns: true });
}

describe('the findings as CSV for Dutch Excel', () => {
  it('are the golden file', async () => {
    await expect(await textOf()).toMatchFileSnapshot('../goldens/reporters/bevindingen.csv');
  });

  it('start with a BOM and end every row with CRLF', async () => {
    const text = await textOf();
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('have the columns of a biller, in order', async () => {
    const [header] = (await textOf()).slice(1).split('\r\n');
    expect(header).toBe(
      'ernst;regel;titel;cliënt;maand;bestand;blad;rij;kolom;cel;referentienummer;minuten;toegestane minuten;' +
        'melding;wat te doen;verwachte retourcode;vingerafdruk;status;geaccepteerd',
    );
  });

  it('have English headings when the report is in English', async () => {
    expect(await textOf(REJECTED, 'en')).toContain('severity;rule;title;client;month;file;sheet;row');
  });

  it('give a finding of two lines two rows, so that one can filter on the row', async () => {
    const rows = rowsOf(await textOf()).filter((row) => row.regel === 'monthly-cap-exceeded');
    expect(rows.map(({ rij, referentienummer }) => [rij, referentienummer])).toEqual([
      ['12', 'R-12'],
      ['17', ''],
    ]);
    expect(rows.map((row) => [row.minuten, row['toegestane minuten']])).toEqual([
      ['90', '60'],
      ['30', '0'],
    ]);
    expect(rows[0]?.melding).toBe(rows[1]?.melding);
  });

  it('give a finding that stands nowhere in particular one row without a place', async () => {
    const [row] = rowsOf(await textOf()).filter(({ regel }) => regel === 'assumed-encoding');
    expect([row?.bestand, row?.rij, row?.cliënt]).toEqual(['', '', '']);
  });

  it('mark a finding that is known and one that is accepted', async () => {
    const [row] = rowsOf(await textOf()).filter(({ regel }) => regel === 'vpt-client');
    expect(row?.status).toBe('bekend');
    expect(row?.geaccepteerd).toBe('geaccepteerd tot en met 30-06-2026 door A. Biller: Zorgkantoor akkoord voor C1002');
  });

  it('keep negative numbers numbers', async () => {
    const data = { lines: [{ minutes: -30 }] };
    const findings = [finding({ rule: 'not-multiple-of-five', data, places: [place(1, { reference: '-12' })] })];
    const [row] = rowsOf(await textOf({ ...REJECTED, findings }));
    expect([row?.minuten, row?.referentienummer]).toEqual(['-30', '-12']);
  });

  it('have only a header when there is nothing to repair', async () => {
    expect(rowsOf(await textOf(APPROVED))).toEqual([]);
    expect((await textOf(APPROVED)).split('\r\n')).toHaveLength(2);
  });

  it('are the same, byte for byte, each time they are made', async () => {
    expect(await textOf()).toBe(await textOf());
  });

  it.each([...payloads(), '\t=1', '\r\n=1', '"=1', ' =1', '＝1', '@x', 'a;=1', 'a\r\n=1'])(
    'run nothing and stay one row when every text is %j',
    async (payload) => {
      const rows = rowsOf(await textOf(hostileRun(payload)));
      expect(rows).toHaveLength(1);
      for (const value of Object.values(rows[0]!)) expect(value).not.toMatch(/^[\s"]*[=+\-@＝]/);
    },
  );
});
