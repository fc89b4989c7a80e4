import { describe, expect, it } from 'vitest';
import { EI_RECORDS, type EiField } from '../../src/domain/ei-layout.ts';
import { aw319, aw319File, aw319Record, withField } from '../builders/aw319.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { deliver, faults } from './delivered.ts';

const CLIENT = { number: 'C1001', bsn: syntheticBsn(1), lines: [{ comments: ['toelichting'] }] };
const RIGHT = aw319([CLIENT]);
/** A debtor record has no place in these messages, and is looked at all the same. */
const WITH_DEBTOR = [...RIGHT.slice(0, 2), DEBTOR(), ...RIGHT.slice(2)];

function DEBTOR(): string {
  return aw319Record('03', { '0302': 2, '0303': 'D1', '0306': 1, '0307': 'Voorbeeld', '0315': 'Straat' });
}

/** What no field of its kind may hold: a letter among digits, a letter in the reserve, a space before a text or another letter than the list has. */
function broken({ type, start, end, obligation }: EiField): string {
  const length = end - start + 1;
  if (obligation === 'S') return 'x';
  if (type === 'N') return `${'1'.repeat(length - 1)}X`;
  return length === 1 ? '?' : ' x';
}

async function faultsOf(records: readonly string[]): Promise<string[]> {
  return faults(await deliver({ 'a.asc': aw319File(records) }));
}

describe('every field of the layout', () => {
  const fields = [...EI_RECORDS].flatMap(([type, all]) => all.map((field) => [field.number, type, field] as const));

  it.each(fields.filter(([number]) => !number.endsWith('01')))('%s is looked at', async (number, type, field) => {
    const records = type === '03' ? WITH_DEBTOR : RIGHT;
    const at = records.findIndex((record) => record.startsWith(type));
    const damaged = records.map((record, index) => (index === at ? withField(record, number, broken(field)) : record));
    const isHeader = ['0102', '0103', '0104'].includes(number);
    const found = await faultsOf(damaged);
    if (isHeader) expect(found.some((fault) => /unknown-role|unreadable-file/.test(fault))).toBe(true);
    else
      expect(found.filter((fault) => fault.includes(`:${at + 1} ei-`) && fault.includes(` ${number} `))).not.toEqual(
        [],
      );
  });

  it.each(['01', '02', '04', '98', '99'])('the type of a record %s is looked at', async (type) => {
    const damaged = RIGHT.map((record) => (record.startsWith(type) ? `XX${record.slice(2)}` : record));
    const found = await faultsOf(damaged);
    expect(found.some((fault) => /ei-structure|unknown-role/.test(fault))).toBe(true);
  });

  it('says nothing when all are right', async () => {
    expect(await faultsOf(RIGHT)).toEqual([]);
  });
});
