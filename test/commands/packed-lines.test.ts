import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PackedLines } from '../../src/commands/packed-lines.ts';
import type { StoredLine } from '../../src/store/stored-run.ts';

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'R1', '41999001'));
const count = fc.nat(0x7fffffff);
const line: fc.Arbitrary<Required<StoredLine>> = fc.record({
  client: text,
  month: fc.constantFrom('2026-03', '2026-04'),
  code: fc.constantFrom('1062', 'H138'),
  first: fc.constantFrom('2026-03-02', '2026-03-31'),
  last: fc.constantFrom('2026-03-02', '2026-03-31'),
  minutes: count,
  credit: fc.boolean(),
  reference: text,
  corrects: text,
  provider: text,
  insurer: text,
  amountCents: fc.option(fc.integer({ min: -0x7fffffff, max: 0x7fffffff })),
  verdict: fc.constantFrom('approved', 'rejected', 'undecided', 'ignored'),
  allowedMinutes: count,
  input: fc.nat(255),
  row: count,
  bookedBy: fc.option(fc.constantFrom('20260403-a', '20260404-b')),
});

test('lines that are packed come back as they were, in order and as often as one likes', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const packed = new PackedLines();
      for (const one of lines) packed.push(one);
      expect([...packed]).toEqual(lines);
      expect([...packed]).toEqual(lines);
    }),
    { numRuns: 100 },
  );
});
