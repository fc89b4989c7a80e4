import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EI_RECORDS } from '../../src/domain/ei-layout.ts';
import { aw319, aw319File } from '../builders/aw319.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { sentences, validated } from './delivered.ts';

const REGISTERS = {
  'leveringsvormen.csv': 'clientnummer;leveringsvorm;begindatum\nC9;MPT;01-01-2024\n',
  'indicaties.csv': `clientnummer;indicatie;begindatum\n${[1, 2].map((n) => `C${n};wijkverpleging;01-01-2024`).join('\n')}\n`,
  'clienten.csv': 'clientnummer;overlijdensdatum\nC1;\n',
};
const BSNS = [syntheticBsn(1), syntheticBsn(2)];
const RIGHT = Buffer.from(
  aw319File(
    aw319([
      { number: 'C1', bsn: syntheticBsn(1), lines: [{ reference: 'R1' }, { reference: 'R2', first: '20260309' }] },
      { number: 'C2', bsn: syntheticBsn(2), lines: [{ reference: 'R3', comments: ['toelichting'] }] },
    ]),
  ),
  'latin1',
);
const SAMPLES = ['aw319-wijkverpleging', 'aw319-wlz'].map((name) =>
  readFileSync(new URL(`../../samples/${name}/declaratie-maart.asc`, import.meta.url)),
);
const STRIDE = 312;

/**
 * Fields in which another value is as right as the first: no receiver could tell. Names and addresses, codes of other parties, days that
 * exist, numbers of the provider's own, and which care it was.
 */
const ANY_VALUE = new Set(
  '0112 0114 0115 0116 0117 0207 0208 0210 0211 0214 0215 0216 0219 0220 0221 0217 0212 0414 0415 0417 0420 0422 0428 0431 9804'.split(
    ' ',
  ),
);

type Damage = (bytes: Buffer) => Buffer;

const place = fc.nat(RIGHT.length - 1);
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.tuple(place, fc.nat(255)).map(
    ([at, byte]): Damage =>
      (bytes) =>
        spliced(bytes, at, 1, [byte]),
  ),
  fc.tuple(place, fc.integer({ min: 48, max: 57 })).map(
    ([at, digit]): Damage =>
      (bytes) =>
        spliced(bytes, at, 1, [digit]),
  ),
  fc.tuple(place, fc.nat(255)).map(
    ([at, byte]): Damage =>
      (bytes) =>
        spliced(bytes, at, 0, [byte]),
  ),
  fc.tuple(place, fc.integer({ min: 1, max: 400 })).map(
    ([at, count]): Damage =>
      (bytes) =>
        spliced(bytes, at, count, []),
  ),
  fc.tuple(place, fc.integer({ min: 1, max: 700 })).map(
    ([at, count]): Damage =>
      (bytes) =>
        spliced(bytes, at, 0, bytes.subarray(at, at + count)),
  ),
  place.map(
    (at): Damage =>
      (bytes) =>
        bytes.subarray(0, at),
  ),
  // Two lines joined, one line twice, one line lost, two lines in the other order.
  fc.nat(7).map(
    (row): Damage =>
      (bytes) =>
        spliced(bytes, row * STRIDE + 310, 2, []),
  ),
  fc.nat(7).map(
    (row): Damage =>
      (bytes) =>
        spliced(bytes, row * STRIDE, 0, bytes.subarray(row * STRIDE, (row + 1) * STRIDE)),
  ),
  fc.nat(7).map(
    (row): Damage =>
      (bytes) =>
        spliced(bytes, row * STRIDE, STRIDE, []),
  ),
  fc.nat(6).map(
    (row): Damage =>
      (bytes) => {
        const [first, second] = [
          bytes.subarray(row * STRIDE, (row + 1) * STRIDE),
          bytes.subarray((row + 1) * STRIDE, (row + 2) * STRIDE),
        ];
        return spliced(bytes, row * STRIDE, 2 * STRIDE, Buffer.concat([second, first]));
      },
  ),
);

function spliced(bytes: Buffer, at: number, count: number, put: ArrayLike<number>): Buffer {
  return Buffer.concat([bytes.subarray(0, at), Uint8Array.from(put), bytes.subarray(at + count)]);
}

/** Whether every byte that differs stands in a field that may hold anything, and no byte moved. */
function couldBeRight(damaged: Buffer): boolean {
  if (damaged.length !== RIGHT.length) return false;
  return damaged.every((byte, at) => byte === RIGHT[at] || ANY_VALUE.has(fieldAt(at)));
}

function fieldAt(at: number): string {
  const [row, column] = [Math.floor(at / STRIDE), (at % STRIDE) + 1];
  const type = RIGHT.toString('latin1', row * STRIDE, row * STRIDE + 2);
  return EI_RECORDS.get(type)?.find(({ start, end }) => column >= start && column <= end)?.number ?? '';
}

describe('a damaged message', () => {
  it('never crashes it, and is never approved without a word', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (all) => {
        const damaged = all.reduce<Buffer>((bytes, one) => one(bytes), RIGHT);
        const result = await validated({ ...REGISTERS, 'a.asc': damaged });
        const isSilent = result.run.verdict === 'approved' && result.findings.length === 0;
        if (isSilent) expect(couldBeRight(damaged)).toBe(true);
        expect(withBsn(result)).toBe('');
      }),
      { numRuns: 250 },
    );
  });

  it('is refused whenever it has lost or gained more than the spaces at its end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: RIGHT.length - 1 }), async (length) => {
        const { run, findings } = await validated({ ...REGISTERS, 'a.asc': RIGHT.subarray(0, length) });
        // Behind the last field of the closing record there are only spaces to lose.
        const last = (RIGHT.length / STRIDE - 1) * STRIDE + 45;
        expect(findings).not.toEqual([]);
        expect(run.verdict === 'approved').toBe(length >= last);
      }),
      { numRuns: 60 },
    );
  });

  it('of the samples never crashes it and shows no BSN', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SAMPLES),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        async (sample, all) => {
          const result = await validated({
            ...REGISTERS,
            'a.asc': all.reduce<Buffer>((bytes, one) => one(bytes), sample),
          });
          expect(result.run.verdict).not.toBe('approved');
          expect(sentences(result).join('\n')).not.toMatch(/undefined|\[object/);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Where a BSN of the message stands in the result; '' when nowhere. */
function withBsn(result: Awaited<ReturnType<typeof validated>>): string {
  const shown = JSON.stringify(result) + sentences(result).join('\n');
  const at = BSNS.map((bsn) => shown.indexOf(bsn)).find((index) => index >= 0);
  return at === undefined ? '' : shown.slice(Math.max(at - 150, 0), at + 30);
}
