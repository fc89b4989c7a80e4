import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineVerdicts } from '../../src/domain/line-verdicts.ts';
import { validated } from './delivered.ts';

const CLAIMS = [
  'clientnummer;prestatiecode;begindatum;einddatum;minuten',
  'C1;1062;02-03-2026;;60',
  'C1;1062;20-03-2026;25-03-2026;60',
  'C2;1062;05-03-2026;;60',
  'C3;H138;05-03-2026;;60',
  'C3;H138;30-03-2026;;60',
  'C4;H139;05-03-2026;;60',
];
const FORMS = [
  'clientnummer;leveringsvorm;begindatum;einddatum',
  'C1;VPT;21-03-2026;22-03-2026',
  'C2;VPT;01-01-2020;',
  'C3;MPT;01-01-2026;15-03-2026',
  'C4;MPT;01-01-2026;',
  'C4;VPT;01-04-2026;',
];
const INDICATIONS = [
  'clientnummer;indicatie;begindatum;einddatum',
  'C1;wijkverpleging;01-01-2026;31-03-2026',
  'C2;wijkverpleging;01-01-2026;',
  'C2;wlz;05-03-2026;',
];
const DEATHS = ['clientnummer;overlijdensdatum', 'C3;10-03-2026', 'C1;'];
const REGISTERS = { 'l.csv': FORMS, 'i.csv': INDICATIONS, 'o.csv': DEATHS };

/** What may happen to a cell; none of it is a value of its kind. */
const damage = fc.constantFrom('', '#N/B', '31-02-2026', 'heden', 'x;y', '31-12-1999');

const place = fc
  .constantFrom('l.csv' as const, 'i.csv' as const, 'o.csv' as const)
  .chain((file) =>
    fc.tuple(
      fc.constant(file),
      fc.integer({ min: 1, max: REGISTERS[file].length - 1 }),
      fc.integer({ min: 0, max: 3 }),
    ),
  );

test('a register row that is damaged, and reported as such, makes no line approved that was not', async () => {
  const before = await verdictsOf(REGISTERS);
  expect(before.verdicts).toEqual(['approved', 'rejected', 'rejected', 'approved', 'rejected', 'approved']);
  await fc.assert(
    fc.asyncProperty(place, damage, async ([file, row, column], text) => {
      const rows = REGISTERS[file].with(row, damaged(REGISTERS[file][row] ?? '', column, text));
      const after = await verdictsOf({ ...REGISTERS, [file]: rows });
      // A cell that reads as another value is another register, and no row was lost.
      fc.pre(after.errors.length > before.errors.length);
      const better = after.verdicts.filter(
        (verdict, line) => verdict === 'approved' && before.verdicts[line] !== verdict,
      );
      expect(better).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

async function verdictsOf(registers: Readonly<Record<string, readonly string[]>>) {
  const verdicts = new LineVerdicts();
  const files = Object.entries({ 'd.csv': CLAIMS, ...registers }).map(([name, rows]) => [name, rows.join('\n')]);
  const result = await validated(Object.fromEntries(files), { verdicts });
  const intake = ['invalid-date', 'period-reversed', 'unknown-', 'missing-value', 'invalid-value', 'ragged-row'];
  return {
    verdicts: CLAIMS.slice(1).map((_, index) => verdicts.at(0, index + 2)?.verdict),
    errors: result.findings.filter(({ rule }) => intake.some((name) => rule.startsWith(name))),
  };
}

function damaged(row: string, column: number, text: string): string {
  const cells = row.split(';');
  return cells.with(Math.min(column, cells.length - 1), text).join(';');
}
