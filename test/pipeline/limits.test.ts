import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import { readDelivery } from '../../src/pipeline/read-delivery.ts';
import { bytesInChunks, READING, sentences, validated } from './delivered.ts';

const HEADER = 'clientnummer;prestatiecode;begindatum;minuten';
const rows = (count: number, row: (n: number) => string) =>
  [HEADER, ...Array.from({ length: count }, (_, n) => row(n))].join('\n');
const limited = (limits: Partial<typeof DEFAULT_LIMITS>) => ({ limits: { ...DEFAULT_LIMITS, ...limits } });

describe('findings beyond the limit', () => {
  const wrongDates = rows(25, (n) => `C${n};1062;31-04-2026;60`);

  it('are counted exactly, and reject as those that are kept', async () => {
    const all = await validated({ 'd.csv': wrongDates });
    const few = await validated({ 'd.csv': wrongDates }, limited({ findings: 10 }));
    expect(few.summary).toEqual(all.summary);
    expect(few.run.exitCode).toBe(all.run.exitCode);
    expect(few.findings.filter(({ rule }) => rule === 'invalid-date')).toHaveLength(10);
    expect(few.findingsBeyond).toEqual([{ rule: 'invalid-date', severity: 'error', findings: 15 }]);
  });

  it('are told, with the setting that keeps more', async () => {
    const { notices } = await validated({ 'd.csv': wrongDates }, limited({ findings: 10 }));
    expect(notices).toEqual([{ id: 'findings-not-kept', data: { rule: 'invalid-date', shown: 10, found: 25 } }]);
  });

  it('are no reason to forget that their lines are wrong', async () => {
    const invalid = `${HEADER};agb\n${Array.from({ length: 9 }, (_, n) => `C${n};1062;02-03-2026;60;12`).join('\n')}`;
    const { summary } = await validated({ 'd.csv': invalid }, limited({ findings: 2 }));
    expect([summary.lines.rejected, summary.findings.byRule['invalid-agb']]).toEqual([9, 9]);
  });

  it('are counted over files together, and for rules of the month too', async () => {
    const over = (file: number) => rows(8, (n) => `C${file}-${n};1062;02-03-2026;400`);
    const result = await validated({ 'a.csv': over(1), 'b.csv': over(2) }, limited({ findings: 5 }));
    expect(result.summary.findings.byRule['monthly-cap-exceeded']).toBe(16);
    expect(result.findings.filter(({ rule }) => rule === 'monthly-cap-exceeded')).toHaveLength(5);
    expect(result.clientMonths).toHaveLength(5);
  });

  it('are not counted when their rule is off', async () => {
    const off = { ...limited({ findings: 10 }), severities: new Map([['invalid-date', 'off' as const]]) };
    const { summary, findingsBeyond } = await validated({ 'd.csv': wrongDates }, off);
    expect([summary.findings.error, findingsBeyond, summary.lines.rejected]).toEqual([0, undefined, 25]);
  });
});

describe('a limit that is exceeded', () => {
  it('of seconds ends the reading and names what to raise', async () => {
    const late = { ...limited({ seconds: 20 }), elapsed: () => 21.7 };
    const result = await validated({ 'd.csv': rows(3, (n) => `C${n};1062;02-03-2026;60`) }, late);
    expect(result.findings[0]?.data).toEqual({
      reason: 'limit-exceeded',
      facts: { limit: 'seconds', value: 21, maximum: 20 },
    });
    expect(sentences(result)[0]).toContain('limits.seconds');
  });

  it('of rows that do not stand under the header ends the reading, and what was read is told', async () => {
    const ragged = rows(1000, () => 'x');
    const result = await validated({ 'd.csv': `${ragged}\n` }, limited({ raggedRows: 50, findings: 10 }));
    const [last] = result.findings.filter(({ rule }) => rule === 'unreadable-file');
    expect(last?.data).toMatchObject({ reason: 'limit-exceeded', facts: { limit: 'raggedRows', maximum: 50 } });
    expect(result.run.exitCode).toBe(1);
    expect(sentences(result).join('\n')).toMatch(
      /rijen die niet onder de kop passen; het maximum is 50.*limits\.raggedRows/,
    );
  });

  it('of the size of a file refuses it before it is read', async () => {
    const result = await validated({ 'd.csv': rows(9, (n) => `C${n};1062;02-03-2026;60`) }, limited({ fileBytes: 99 }));
    expect(result.findings[0]?.data.facts).toMatchObject({ limit: 'fileBytes', maximum: 99 });
  });

  it('of different codes counts them together', async () => {
    const { ignoredCodes, summary } = await validated(
      { 'd.csv': rows(9, (n) => `C${n};X${n};02-03-2026;60`) },
      limited({ codes: 4 }),
    );
    expect(ignoredCodes).toHaveLength(5);
    expect(ignoredCodes[0]).toEqual({ code: '…', lines: 5 });
    expect(summary.lines.ignored).toBe(9);
  });

  it('of the lines of one client and month names both', async () => {
    const wrongColumn = { 'd.csv': rows(12, () => 'WIJK-A;1062;02-03-2026;5') };
    await expect(validated(wrongColumn, limited({ monthLines: 10 }))).rejects.toThrow(
      /Cliënt WIJK-A heeft 12 declaratieregels in 2026-03; het maximum is 10.*limits\.monthLines/,
    );
  });
});

describe('a file that is another at the end than it was at the beginning', () => {
  it('is unreadable, whatever was read of it', async () => {
    const bytes = { ...bytesInChunks(rows(2, (n) => `C${n};1062;02-03-2026;60`)), isChanged: async () => true };
    const { findings, inputs } = await readDelivery([{ name: 'd.csv', bytes }], READING);
    expect(findings.map(({ data }) => data.reason)).toEqual(['changed-while-reading']);
    expect(inputs[0]?.rows).toBe(2);
  });

  it('is no register to rely on', async () => {
    const bytes = { ...bytesInChunks('clientnummer;leveringsvorm;begindatum\n'), isChanged: async () => true };
    const { registers } = await readDelivery([{ name: 'v.csv', bytes }], READING);
    expect(registers.given.has('deliveryForms')).toBe(false);
  });
});

describe('a text without end', () => {
  const long = 'x1'.repeat(101);
  const keyed = 'clientnummer;prestatiecode;begindatum;minuten;referentienummer;referentienummer_voorgaand';
  const filler = Array.from({ length: 30 }, (_, n) => `C${n};1062;02-03-2026;60;R${n};`).join('\n');
  const found = async (row: string) => {
    const { findings, summary, unreadableRows } = await validated({ 'd.csv': `${keyed}\n${filler}\n${row}\n` });
    return {
      values: findings.filter(({ rule }) => rule === 'invalid-value').map(({ data }) => [data.field, data.value]),
      rejected: summary.lines.rejected,
      unreadableRows,
    };
  };
  const shownAs = `${long.slice(0, 60)}…`;

  it.each([
    ['clientnummer', `${long};1062;02-03-2026;60;R;`, 'client', 0],
    ['referentienummer', `C1;1062;02-03-2026;60;${long};`, 'reference', 0],
    ['reference that is corrected', `C1;1062;02-03-2026;-60;R;${long}`, 'corrects', 0],
    ['prestatiecode', `C1;${long};02-03-2026;60;R;`, 'code', 1],
  ])('is no %s, and is shown by its beginning', async (_, row, field, unread) => {
    const { values, unreadableRows, rejected } = await found(row);
    expect(values).toEqual([[field, shownAs]]);
    expect(unreadableRows).toBe(unread);
    if (unread === 0) expect(rejected).toBeGreaterThan(0);
  });

  it('of a heading is told by its beginning with each finding', async () => {
    const heading = `begindatum${'_'.repeat(5000)}`;
    const csv = `clientnummer;prestatiecode;${heading};minuten\nC1;1062;x;60\n`;
    const { findings } = await validated({ 'd.csv': csv });
    const place = findings.find(({ rule }) => rule === 'invalid-date')?.places[0];
    expect(place?.column).toBe(`${heading.slice(0, 200)}…`);
  });
});
