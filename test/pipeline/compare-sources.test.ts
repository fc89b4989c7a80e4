import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthFromText } from '../../src/domain/month.ts';
import { wordsFor } from '../../src/messages/words-for.ts';
import { type CompareSettings, compareSources } from '../../src/pipeline/compare-sources.ts';
import { comparisonLines } from '../../src/reporters/comparison-lines.ts';
import { type Comparison, ComparisonShape } from '../../src/reporters/comparison-schema.ts';
import { createPseudonyms } from '../../src/store/pseudonyms.ts';
import { type Aw319Client, type Aw319Line, aw319, aw319File, withField } from '../builders/aw319.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { bytesInChunks, type Files, READING } from './delivered.ts';

const [ONE, TWO] = [syntheticBsn(1), syntheticBsn(2)];
const HEADER = 'clientnummer;bsn;prestatiecode;begindatum;einddatum;minuten;dc;referentienummer;bedrag';
const csv = (...rows: string[]) => [HEADER, ...rows, ''].join('\n');
const messageOf = (lines: readonly Aw319Line[], client: Partial<Aw319Client> = {}, header = {}) =>
  aw319File(aw319([{ number: 'C1', bsn: ONE, ...client, lines }], header));
const ROW = `C1;${ONE};1062;02-03-2026;02-03-2026;60;D;R1;60,00`;
const LINE: Aw319Line = { reference: 'R1' };

/** The two sides, compared; what was found fits the schema, and neither it nor its text holds a BSN. */
async function compared(exported: Files, message: Files, settings: Partial<CompareSettings> = {}): Promise<Comparison> {
  const sourcesOf = (files: Files) =>
    Object.entries(files).map(([name, content]) => ({ name, bytes: bytesInChunks(content) }));
  const comparison = await compareSources(sourcesOf(exported), sourcesOf(message), {
    ...READING,
    pseudonyms: createPseudonyms(Buffer.alloc(32, 7)),
    tool: { name: 'tzt', version: '0.0.0' },
    words: wordsFor('nl'),
    months: null,
    ...settings,
  });
  ComparisonShape.parse(comparison);
  const told = JSON.stringify(comparison) + JSON.stringify(comparisonLines(comparison, wordsFor('nl'), true));
  for (const bsn of [ONE, TWO]) expect(told).not.toContain(bsn);
  return comparison;
}

describe('an export beside its message', () => {
  it('is the same when both say the same, euros and cents, minutes and hours alike', async () => {
    const lines = [
      LINE,
      { reference: 'R2', quantity: 2, unit: '04', rate: 6_000, first: '20260303', last: '20260309' },
    ];
    const rows = csv(ROW, 'C1;;1062;03-03-2026;09-03-2026;120;;R2;120,00');
    const {
      exitCode,
      summary,
      export: left,
      message: right,
    } = await compared({ 'm.csv': rows }, { 'm.asc': messageOf(lines) });
    expect([exitCode, summary.same, left.amountCents, right.amountCents, right.minutes]).toEqual([
      0, 2, 18_000, 18_000, 180,
    ]);
  });

  it.each([
    ['minutes', { quantity: 61 }],
    ['amount', { rate: 101 }],
    ['dates', { last: '20260303' }],
    ['code', { code: 'H138' }],
    ['debit-credit', { credit: true }],
  ])('differs in %s', async (what, change) => {
    const { exitCode, different } = await compared(
      { 'm.csv': csv(ROW) },
      { 'm.asc': messageOf([{ ...LINE, ...change }]) },
    );
    expect([exitCode, different.length, different[0]?.differs]).toEqual([1, 1, expect.arrayContaining([what])]);
    expect(different[0]).toMatchObject({ export: { row: 2, reference: 'R1' }, message: { row: 3, reference: 'R1' } });
  });

  it('lists what is in one of the two only, with its place', async () => {
    const rows = csv(ROW, `C2;${TWO};1062;04-03-2026;04-03-2026;30;D;R7;30,00`);
    const found = await compared(
      { 'm.csv': rows },
      { 'm.asc': messageOf([LINE, { reference: 'R8', first: '20260311' }]) },
    );
    expect(found.onlyInExport).toMatchObject([
      { input: 'm.csv', row: 3, client: 'C2', reference: 'R7', amountCents: 3_000 },
    ]);
    expect(found.onlyInMessage).toMatchObject([{ input: 'm.asc', row: 4, client: 'C1', start: '2026-03-11' }]);
  });

  it('is read packed as well', async () => {
    expect(
      (await compared({ 'm.csv.gz': gzipSync(csv(ROW)) }, { 'm.asc.gz': gzipSync(messageOf([LINE])) })).exitCode,
    ).toBe(0);
  });

  it('only counts other care, and a difference there is none of the outcome', async () => {
    const rows = csv(ROW, 'C1;;1000;02-03-2026;02-03-2026;60;D;R2;60,00');
    const found = await compared({ 'm.csv': rows }, { 'm.asc': messageOf([LINE]) });
    expect([found.exitCode, found.otherCodes]).toEqual([0, [{ code: '1000', export: 1, message: 0 }]]);
  });

  it('compares the months asked for', async () => {
    const rows = csv(ROW, 'C1;;1062;03-02-2026;03-02-2026;60;D;R2;60,00');
    const months = new Set([monthFromText('2026-03')!]);
    const found = await compared({ 'm.csv': rows }, { 'm.asc': messageOf([LINE]) }, { months });
    expect([found.exitCode, found.months, found.export.lines]).toEqual([0, ['2026-03'], 1]);
  });
});

describe('the clients of both', () => {
  const numberOnly = csv('C1;;1062;02-03-2026;02-03-2026;60;D;R1;60,00');
  const bsnOnly = messageOf([LINE], { number: '' });

  it('are joined by a file with both keys beside the export', async () => {
    const clients = `clientnummer;bsn\nC1;${ONE}\n`;
    const { exitCode, summary } = await compared({ 'm.csv': numberOnly, 'c.csv': clients }, { 'm.asc': bsnOnly });
    expect([exitCode, summary.clientsUnseen]).toEqual([0, 0]);
  });

  it('are not called the same when nothing joins them', async () => {
    const { exitCode, summary } = await compared({ 'm.csv': numberOnly }, { 'm.asc': bsnOnly });
    expect([exitCode, summary.clientsUnseen, summary.different]).toEqual([3, 1, 0]);
  });

  it('are told apart, by a pseudonym where there is no number', async () => {
    const { different } = await compared(
      { 'm.csv': csv(ROW) },
      { 'm.asc': messageOf([LINE], { number: '', bsn: TWO }) },
    );
    expect(different).toMatchObject(
      [{ differs: ['client'], export: { client: 'C1' }, message: { client: /^p-/ } }].map((one) => ({
        ...one,
        message: { client: expect.stringMatching(/^p-/) },
      })),
    );
  });
});

describe('what could not be compared', () => {
  it.each([
    ['a row of which no line can be made', { 'm.csv': csv(ROW, `C1;${ONE};1062;31-02-2026;;60;D;R2;60,00`) }],
    ['a file that cannot be read', { 'm.csv': csv(ROW), 'n.csv': '' }],
    [
      'a file without its columns',
      { 'm.csv': csv(ROW), 'n.csv': 'clientnummer;prestatiecode;begindatum\nC1;1062;02-03-2026\n' },
    ],
  ])('is no agreement: %s', async (_, exported) => {
    const { exitCode, export: side } = await compared(exported, { 'm.asc': messageOf([LINE]) });
    expect([exitCode, side.unread.length + side.problems.length > 0]).toEqual([3, true]);
  });

  it('is no agreement: a record of the message that cannot be read', async () => {
    const records = aw319([{ number: 'C1', bsn: ONE, lines: [LINE, { reference: 'R2' }] }]);
    const damaged = records.map((record, at) => (at === 3 ? withField(record, '0418', 'veel') : record));
    const { exitCode, message } = await compared({ 'm.csv': csv(ROW) }, { 'm.asc': aw319File(damaged) });
    expect([exitCode, message.unread]).toEqual([3, [{ input: 'm.asc', sheet: null, row: 4 }]]);
  });

  it('is no agreement: nothing at all', async () => {
    const other = csv('C1;;1000;02-03-2026;02-03-2026;60;D;R2;60,00');
    expect((await compared({ 'm.csv': other }, { 'm.asc': messageOf([{ code: '1000' }]) })).exitCode).toBe(3);
  });

  it('does not hide a difference', async () => {
    const exported = { 'm.csv': csv(ROW, 'C1;;1062;31-02-2026;;60;D;R2;60,00') };
    expect((await compared(exported, { 'm.asc': messageOf([{ ...LINE, quantity: 75 }]) })).exitCode).toBe(1);
  });
});

it('a message made from an export is the same as it, and every line that is left out is found', async () => {
  const line = fc.record({
    day: fc.integer({ min: 1, max: 28 }).map((day) => String(day).padStart(2, '0')),
    quantity: fc.integer({ min: 1, max: 40 }),
    rate: fc.integer({ min: 1, max: 500 }),
    credit: fc.boolean(),
    reference: fc.boolean(),
    isLost: fc.constantFrom(false, false, true),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
      const rows = lines.map(({ day, quantity, rate, credit, reference }, n) => {
        const cents = quantity * rate;
        const euros = `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
        return `C1;;1062;${day}-03-2026;;${quantity};${credit ? 'C' : 'D'};${reference ? `R${n}` : ''};${euros}`;
      });
      const sent = lines.map(({ day, ...rest }, n) => ({ ...rest, first: `202603${day}`, reference: `R${n}` }));
      const [whole, part] = [sent, sent.filter(({ isLost }) => !isLost)];
      const exported = { 'm.csv': csv(...rows) };
      expect((await compared(exported, { 'm.asc': messageOf(whole) })).exitCode).toBe(0);
      const { summary } = await compared(exported, { 'm.asc': messageOf(part) });
      expect([summary.onlyInExport, summary.onlyInMessage]).toEqual([whole.length - part.length, 0]);
    }),
    { numRuns: 25 },
  );
});
