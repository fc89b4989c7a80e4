import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { isoOf } from '../../src/domain/day.ts';
import { aw319, aw319File } from '../builders/aw319.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { copied, made } from './copied.ts';
import { deliver, validated } from './delivered.ts';

const MINUTES: Readonly<Record<string, number>> = { '01': 1, '04': 60, '07': 5 };
const CODES: Readonly<Record<string, readonly string[]>> = {
  '428': ['1062', '1000'],
  '187': ['H138', 'H139', 'H306', 'H127'],
};
const two = (number: number) => String(number).padStart(2, '0');

/** A delivery as a biller could have made it: one message, clients with and without a number, lines of technology and of other care. */
const delivery = fc.constantFrom('428', '187').chain((message) =>
  fc.record({
    message: fc.constant(message),
    kind: fc.constantFrom('P', 'T'),
    clients: fc.array(
      fc.record({
        hasNumber: fc.boolean(),
        name: fc.constantFrom('Voorbeeld', 'Brontë', 'Ångström – €'),
        lines: fc.array(
          fc.record({
            code: fc.constantFrom(...CODES[message]!),
            unit: fc.constantFrom('01', '04', '07'),
            quantity: fc.integer({ min: 1, max: 9 }),
            rate: fc.integer({ min: 1, max: 9_999 }),
            days: fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 31 })),
            month: fc.constantFrom('01', '03'),
            credit: fc.boolean(),
          }),
          { minLength: 1, maxLength: 4 },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);
type Delivery = typeof delivery extends fc.Arbitrary<infer Made> ? Made : never;

/** The clients of the message, with all that a message wants. */
function clientsOf({ message, clients }: Delivery) {
  const wlz = { '0408': '0001', '0409': 'C-1', '0410': 1, '0411': 1, '0412': 31 };
  const ofClient: Readonly<Record<string, string>> = message === '187' ? { '0224': '0001', '0225': 'C-1' } : {};
  let number = 0;
  return clients.map(({ hasNumber, name, lines }, n) => ({
    number: hasNumber ? `C${n}` : '',
    bsn: syntheticBsn(n + 1),
    fields: { '0210': name, ...ofClient },
    lines: lines.map(({ days: [a, b], month, ...line }) => ({
      ...line,
      first: `2026${month}${two(Math.min(a, b))}`,
      last: `2026${month}${two(Math.max(a, b))}`,
      reference: `R${++number}`,
      corrects: line.credit ? `V${number}` : '',
      fields: message === '187' ? wlz : {},
    })),
  }));
}

const written = (made: Delivery) =>
  iconv.encode(aw319File(aw319(clientsOf(made), { '0102': made.message, '0105': made.kind })), 'windows-1252');

describe('any valid delivery written as AW319', () => {
  it('is read back as the lines that were written, in every field, and without a fault of the message', async () => {
    await fc.assert(
      fc.asyncProperty(delivery, async (wanted) => {
        const { lines, identity, findings, claims, inputs } = await deliver({ 'a.asc': written(wanted) });
        const found = Array.from({ length: lines.length }, (_, line) => {
          const { numbers, bsns } = identity.keys(lines.client(line));
          return {
            ...{ number: numbers[0] ?? '', bsn: bsns[0], code: lines.code(line), minutes: lines.minutes(line) },
            ...{ first: isoOf(lines.first(line)), last: isoOf(lines.last(line)), credit: lines.isCredit(line) },
            ...{ amount: lines.amount(line), expected: lines.expectedAmount(line) },
            ...{ reference: lines.reference(line), corrects: lines.corrects(line) },
            ...{ provider: lines.provider(line), insurer: lines.insurer(line) },
          };
        });
        const all = clientsOf(wanted).flatMap(({ number, bsn, lines: own }) =>
          own.map((line) => ({ ...line, number, bsn })),
        );
        const technology = all.filter(({ code }) => !['1000', 'H127'].includes(code));
        const iso = (day: string) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
        expect(found).toEqual(
          technology.map(({ number, bsn, code, quantity, unit, rate, first, last, credit, reference, corrects }) => ({
            ...{
              number,
              bsn,
              code,
              minutes: quantity * (MINUTES[unit] ?? 0),
              first: iso(first),
              last: iso(last),
              credit,
            },
            ...{ amount: quantity * rate, expected: quantity * rate, reference, corrects },
            ...{ provider: '41999999', insurer: '9999' },
          })),
        );
        expect(claims?.rows).toBe(all.length);
        expect(inputs[0]?.test === true).toBe(wanted.kind === 'T');
        const errors = findings.filter(({ rule, severity }) => rule.startsWith('ei-') && severity === 'error');
        expect(errors).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('comes to the same judgement as the table that is made of it', async () => {
    await fc.assert(
      fc.asyncProperty(delivery, async (wanted) => {
        const run = await copied({ 'a.asc': written(wanted) });
        const { bytes } = await made(run.sources[0], 'annotated');
        const again = await validated({ 'a-tzt.csv': bytes });
        const judged = ({ findings, summary }: typeof again) => [
          ...[summary.lines, summary.minutes, summary.amountCents, summary.months],
          findings
            .filter(({ rule }) => !rule.startsWith('ei-'))
            .map(({ rule, client, month, data }) =>
              JSON.stringify([rule, client, month, data]).replaceAll(/"(?:row|input)":(?:\d+|"[^"]*")/g, ''),
            ),
        ];
        expect(judged(again)).toEqual(judged(run.result));
      }),
      { numRuns: 25 },
    );
  });
});
