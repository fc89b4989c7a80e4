import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import columnNames from '../../schemas/columns.json' with { type: 'json' };
import { ClientIdentity } from '../../src/domain/client-identity.ts';
import { LineTable } from '../../src/domain/line-table.ts';
import { RegisterTable } from '../../src/domain/register-table.ts';
import type { Row } from '../../src/domain/table.ts';
import { AssumedSign } from '../../src/parse/assumed-sign.ts';
import type { DecimalReading } from '../../src/parse/quantity.ts';
import { type ReadTable, readTable } from '../../src/pipeline/read-table.ts';
import { parsedClaims } from '../parse/parsed.ts';
import { READING } from './delivered.ts';

const HEADER = 'clientnummer;prestatiecode;begindatum;aantal;eenheid;bedrag';
const of = (aantal: string, eenheid = 'min', bedrag = '') => `C1;1062;02-03-2026;${aantal};${eenheid};${bedrag}`;

/** Reads a table and counts how often its rows were asked for. */
async function readCounted(lines: readonly string[]): Promise<ReadTable & { readonly times: number }> {
  let times = 0;
  async function* rows(): AsyncGenerator<readonly Row[]> {
    times++;
    yield [HEADER, ...lines].map((line, index) => ({ row: index + 1, cells: line.split(';') }));
  }
  const gathered = { lines: new LineTable(), identity: new ClientIdentity(), registers: new RegisterTable() };
  const table = {
    input: 0,
    format: 'csv' as const,
    rows,
    names: columnNames,
    role: undefined,
    assumedSign: ',' as const,
  };
  return { ...(await readTable(table, gathered, READING)), times };
}

describe('a table whose numbers settle no decimal sign', () => {
  it('of whole numbers alone is read once', async () => {
    const { times, decimal } = await readCounted([of('60'), of('390'), of('2', 'uur', '110'), of('6:30', 'uur')]);
    expect([times, decimal]).toEqual([1, null]);
  });

  it.each([
    ['a thousand or one', of('1,000')],
    ['no number', of('x')],
    ['no amount', of('60', 'min', 'x')],
  ])('that has %s is read once more, unsettled', async (_, line) => {
    const { times, decimal } = await readCounted([of('60'), line]);
    expect([times, decimal]).toEqual([2, null]);
  });

  it('that has the other sign is read once more with that one', async () => {
    const { times, decimal } = await readCounted([of('6.75', 'uur')]);
    expect([times, decimal]).toEqual([2, '.']);
  });
});

it('what nobody asked about is read the same, settled or not', () => {
  const cell = fc.constantFrom(
    '',
    '60',
    '390',
    '-60',
    '6:30',
    '6.30',
    '6,30',
    '1.000',
    '1,000',
    '1.234',
    '12.345,5',
    'x',
    '2 uur',
    '0',
    '5.',
  );
  const line = fc.tuple(cell, fc.constantFrom('min', 'uur', '', 'stuk'), cell).map((cells) => of(...cells));
  const table = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => [HEADER, ...lines].join('\n'));
  fc.assert(
    fc.property(table, fc.constantFrom<',' | '.'>(',', '.'), (text, sign) => {
      const assumed = new AssumedSign(sign);
      const first = told(text, assumed);
      if (!assumed.mattered) expect(told(text, { sign, settled: false })).toEqual(first);
    }),
    { numRuns: 2_000 },
  );
});

function told(text: string, decimal: DecimalReading): unknown {
  const { findings, lines } = parsedClaims(text, { decimal });
  const numbers = Array.from({ length: lines.length }, (_, line) => [lines.minutes(line), lines.amount(line)]);
  return { findings, numbers };
}
