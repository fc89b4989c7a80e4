import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliver, type Files, validated } from './delivered.ts';
import { REGISTERS } from './dirt.ts';
import { workbookOf } from './workbooks.ts';

const HEADER = ['clientnummer', 'prestatiecode', 'begindatum', 'aantal', 'eenheid', 'dc'];

/** Cells as they may stand in each column, right ones more often than wrong ones. */
const POOLS: readonly (readonly string[])[] = [
  ['C1', 'C2', 'C3', 'C1', '', '#N/A', 'clientnummer'],
  ['1062', '1062', 'H138', '1000', 'V100', '', '1O62', '-', 'Totaal', 'prestatiecode'],
  ['02-03-2026', '2026-03-03', '03-04-2026', '31-04-2026', '', 'begindatum'],
  ['60', '1,5', '1.5', '6.30', '6:30', '-60', '0', '', 'veel', '1.000', 'aantal'],
  ['min', 'uur', '07', 'week', '', 'eenheid'],
  ['D', 'C', '', 'X', 'dc'],
];

const cells = fc.tuple(...POOLS.map((pool) => fc.constantFrom(...pool))).map((row) => [...row]);
/** Rows as files have them: whole ones, cut ones, long ones, blank ones, headers. */
const row = fc.oneof(
  { weight: 12, arbitrary: cells },
  { weight: 1, arbitrary: fc.tuple(cells, fc.nat(6)).map(([all, width]) => all.slice(0, width)) },
  { weight: 1, arbitrary: cells.map((all) => [...all, 'x']) },
  { weight: 1, arbitrary: cells.map((all) => [...all, '']) },
  {
    weight: 1,
    arbitrary: fc.constantFrom([], ['', '', '', '', '', ''], HEADER, ['clientnummer', 'leveringsvorm', 'begindatum']),
  },
);
const rows = fc.array(row, { maxLength: 12 });
const csvOf = (all: readonly (readonly string[])[]) => [HEADER, ...all].map((one) => one.join(';')).join('\n');
/** The order of headers matters: the rows below one of another table belong to it. */
const isNoHeader = (one: readonly string[]) => HEADER.filter((heading) => one.includes(heading)).length < 2;
const isBlank = (one: readonly string[]) => one.every((cell) => cell === '');

describe('whatever the rows are', () => {
  it('every one of them is a line, other care, or reported: none is lost and none counts twice', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const result = await validated({ 'd.csv': csvOf(all), ...REGISTERS });
        const { total, technology, ignored, approved, rejected, undecided } = result.summary.lines;
        expect(total).toBe(all.filter((one) => !isBlank(one)).length);
        expect(total).toBe(technology + ignored + result.unreadableRows);
        expect(technology).toBe(approved + rejected + undecided);
        expect(result.ignoredCodes.reduce((sum, { lines }) => sum + lines, 0)).toBe(ignored);
      }),
      { numRuns: 150 },
    );
  });

  it('an approved run has read every row of them and rejected none', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const { run, unreadableRows, summary, findings } = await validated({ 'd.csv': csvOf(all), ...REGISTERS });
        if (run.verdict !== 'approved') return;
        expect([unreadableRows, summary.lines.rejected, summary.lines.undecided]).toEqual([0, 0, 0]);
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(run.exitCode).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('a row that became nothing has an error on its own row', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const { lines, findings, claims } = await deliver({ 'd.csv': csvOf(all) });
        const accounted = new Set(Array.from({ length: lines.length }, (_, line) => lines.row(line)));
        for (const { severity, places } of findings) {
          if (severity === 'error') for (const place of places) accounted.add(place.row);
        }
        const others = [...(claims?.ignored.values() ?? [])].reduce((sum, count) => sum + count, 0);
        const silent = all.filter((one, index) => !isBlank(one) && !accounted.has(index + 2)).length;
        expect(silent).toBeLessThanOrEqual(others);
      }),
      { numRuns: 100 },
    );
  });

  it('the same rows in a workbook are counted the same', async () => {
    const whole = fc.array(cells.filter(isNoHeader), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(whole, async (all) => {
        const book = await workbookOf({ Blad1: [HEADER, ...all.map((one) => one.map((cell) => cell || null))] });
        const [fromCsv, fromBook] = [await deliver({ d: csvOf(all) }), await deliver({ d: book })];
        expect(fromBook.claims).toEqual(fromCsv.claims);
        expect(fromBook.findings.map(({ rule, data }) => [rule, data])).toEqual(
          fromCsv.findings.map(({ rule, data }) => [rule, data]),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('their order changes no count and no verdict', async () => {
    const shuffled = fc
      .array(cells.filter(isNoHeader), { maxLength: 8 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    const counts = async (all: readonly (readonly string[])[]) => {
      const { summary, unreadableRows, run } = await validated({ 'd.csv': csvOf(all), ...REGISTERS });
      const { declared, credited, net } = summary.minutes;
      return [summary.lines.total, summary.lines.technology, unreadableRows, declared, credited, net, run.verdict];
    };
    await fc.assert(
      fc.asyncProperty(shuffled, async ([all, other]) => {
        expect(await counts(other)).toEqual(await counts(all));
      }),
      { numRuns: 80 },
    );
  });
});

describe('whatever the bytes are', () => {
  const read = async (files: Files) => {
    const { findings, inputs, lines, claims } = await deliver(files);
    expect(inputs.length).toBeGreaterThan(0);
    if (claims === null && inputs.every(({ role }) => role === null)) expect(findings.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(claims?.technology ?? 0);
  };

  it('reading ends with an account of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => read({ d: bytes })),
      { numRuns: 150 },
    );
  });

  it('reading ends too behind the mark of some format', async () => {
    const marks = ['PK\x03\x04', '\ufeff', '%PDF-', '<?xml', 'sep=', '"', '01428', `${HEADER.join(';')}\n`].map(
      (text) => Buffer.from(text),
    );
    const binary = ['fffe', 'feff', 'd0cf11e0a1b11ae1', '1f8b'].map((hex) => Buffer.from(hex, 'hex'));
    const bytes = fc.tuple(fc.constantFrom(...marks, ...binary), fc.uint8Array({ maxLength: 200 }));
    await fc.assert(
      fc.asyncProperty(bytes, ([mark, rest]) => read({ d: Buffer.concat([mark, rest]) })),
      { numRuns: 150 },
    );
  });

  it('a good file with some of them changed is never read as more than it was', async () => {
    const good = Buffer.from(
      csvOf(Array.from({ length: 20 }, (_, n) => [`C${n}`, '1062', '02-03-2026', '60', 'min', 'D'])),
    );
    const changes = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const bytes = Buffer.from(good);
        for (const [at, byte] of all) bytes[at] = byte;
        await read({ d: bytes });
      }),
      { numRuns: 100 },
    );
  });

  it('a good workbook with some of them changed does no more harm', async () => {
    const good = await workbookOf({ Blad1: [HEADER, ['C1', '1062', '02-03-2026', '60', 'min', 'D']] });
    const changes = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const bytes = Buffer.from(good);
        for (const [at, byte] of all) bytes[at] = byte;
        await read({ d: bytes });
      }),
      { numRuns: 60 },
    );
  });
});
