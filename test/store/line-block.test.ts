import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLOCK_LINES, BlockPacker, linesOfBlock } from '../../src/store/line-block.ts';
import { narrowColumn, wideColumn } from '../../src/store/narrow-column.ts';
import type { StoredLine } from '../../src/store/stored-run.ts';
import { sampleLine } from './sample-run.ts';

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'R1', '41999001'));
const day = fc.constantFrom('2026-03-02', '2026-03-31', '0001-01-01', '9999-12-31');
const int = fc.oneof(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.nat(300));
const line: fc.Arbitrary<Required<StoredLine>> = fc.record({
  client: text,
  month: fc.constantFrom('2026-03', '2026-04'),
  code: fc.constantFrom('1062', 'H138'),
  first: day,
  last: day,
  minutes: int,
  credit: fc.boolean(),
  reference: text,
  corrects: text,
  provider: text,
  insurer: text,
  amountCents: fc.option(int),
  verdict: fc.constantFrom('approved', 'rejected', 'undecided', 'ignored'),
  allowedMinutes: int,
  input: fc.nat(255),
  row: int,
  bookedBy: fc.option(fc.constantFrom('20260403-a', '20260404-b')),
});

function packed(packer: BlockPacker, lines: readonly StoredLine[]) {
  for (const one of lines) packer.push(one);
  return packer.block();
}

describe('lines in a block', () => {
  test('come back as they were, in their order, block after block', () => {
    const packer = new BlockPacker();
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const back = linesOfBlock(packed(packer, lines));
        expect(back.map((one) => one.line)).toEqual(lines);
        expect(back.map(({ at }) => at)).toEqual(lines.map((_, index) => index));
      }),
      { numRuns: 200 },
    );
  });

  test('of one client are told apart from the others, also when it comes twice', () => {
    const lines = ['p-a', 'p-b', 'p-a'].map((client, row) => sampleLine({ client, row, bookedBy: null }));
    const block = packed(new BlockPacker(), lines);
    expect(linesOfBlock(block, 'p-a')).toEqual([
      { at: 0, line: lines[0] },
      { at: 2, line: lines[2] },
    ]);
    expect(linesOfBlock(block, 'p-c')).toEqual([]);
  });

  test('take few bytes each where they are alike', () => {
    const lines = Array.from({ length: BLOCK_LINES }, (_, index) =>
      sampleLine({ client: `p-${index >> 1}`, reference: '', row: 2 + index * 7, minutes: index % 60 }),
    );
    expect(packed(new BlockPacker(), lines).numbers.length / BLOCK_LINES).toBeLessThan(8);
  });

  test('with a number that 32 bits do not hold are our mistake', () => {
    for (const wrong of [{ minutes: 2 ** 31 }, { row: 1.5 }, { amountCents: -(2 ** 31) - 1 }])
      expect(() => new BlockPacker().push(sampleLine(wrong))).toThrow(RangeError);
  });

  test('of which bytes are missing, or texts, are no lines', () => {
    const block = packed(new BlockPacker(), [sampleLine(), sampleLine({ row: 9 })]);
    expect(() => linesOfBlock({ ...block, numbers: block.numbers.subarray(0, 20) })).toThrow(RangeError);
    expect(() => linesOfBlock({ ...block, texts: '{"clients":[],"words":[],"references":[]}' })).toThrow(RangeError);
    expect(() => linesOfBlock({ ...block, texts: block.texts.slice(0, -1) })).toThrow(SyntaxError);
  });
});

describe('a narrow column', () => {
  test('is the column it was made of, wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(int), fc.nat(9), (values, before) => {
        const narrow = narrowColumn(Int32Array.from(values));
        const bytes = new Uint8Array([...new Uint8Array(before), ...narrow, 7]);
        const wide = wideColumn(bytes, before, values.length);
        expect([...wide.values]).toEqual(values);
        expect(wide.end).toBe(before + narrow.length);
      }),
    );
  });

  test.each([
    [[7, 7, 7], 0],
    [[0, 255], 1],
    [[-1, 255], 2],
    [[0, 65_535], 2],
    [[0, 65_536], 4],
    [[-(2 ** 31), 2 ** 31 - 1], 4],
  ])('of %j takes %i bytes a value', (values, width) => {
    expect(narrowColumn(Int32Array.from(values)).length).toBe(5 + width * values.length);
  });
});
