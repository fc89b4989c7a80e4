import { describe, expect, it } from 'vitest';
import { ClientIdentity } from '../../src/domain/client-identity.ts';
import { UNKNOWN_CLIENT } from '../../src/domain/register.ts';
import { RegisterTable } from '../../src/domain/register-table.ts';
import { day, stretch } from '../builders/days.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';

const place = { input: 0, row: 2, column: null, cell: null, reference: null };
const vpt = (text: string) => ({ ...stretch(text), form: 'VPT', place }) as const;

describe('the registers of a run', () => {
  it('know nothing of a client who is in none', () => {
    const identity = new ClientIdentity();
    const registers = new RegisterTable();
    registers.settle(identity);
    expect(registers.of(identity.client('C1', '', 0, 0, 2))).toBe(UNKNOWN_CLIENT);
  });

  it('lay a row under one key to the client whom another row joins to it', () => {
    const identity = new ClientIdentity();
    const registers = new RegisterTable();
    registers.addDeliveryForm(identity.client('', syntheticBsn(0), 0, 0, 2), vpt('2026-03-01/'));
    const client = identity.client('C1', syntheticBsn(0), 0, 1, 2);
    registers.settle(identity);
    expect(registers.of(identity.resolve(client)).deliveryForms).toHaveLength(1);
  });

  it('put the periods in order of time, whatever their order in the file', () => {
    const identity = new ClientIdentity();
    const registers = new RegisterTable();
    const client = identity.client('C1', '', 0, 0, 2);
    for (const text of ['2026-03-01/', '2026-01-01/2026-01-31', '2026-03-01/2026-03-05']) {
      registers.addDeliveryForm(client, vpt(text));
    }
    registers.settle(identity);
    expect(registers.of(identity.resolve(client)).deliveryForms.map(({ first, last }) => ({ first, last }))).toEqual(
      ['2026-01-01/2026-01-31', '2026-03-01/2026-03-05', '2026-03-01/'].map(stretch),
    );
  });

  it('take the earlier of two dates of death', () => {
    const identity = new ClientIdentity();
    const registers = new RegisterTable();
    const client = identity.client('C1', '', 0, 0, 2);
    for (const text of ['2026-03-20', '2026-03-10', '2026-03-15']) registers.addDeath(client, day(text));
    registers.settle(identity);
    expect(registers.of(identity.resolve(client)).dateOfDeath).toBe(day('2026-03-10'));
  });

  it('forget the rows of a file that is read afresh', () => {
    const identity = new ClientIdentity();
    const registers = new RegisterTable();
    const client = identity.client('C1', '', 0, 0, 2);
    registers.addDeliveryForm(client, vpt('2026-01-01/'));
    const before = registers.length;
    registers.addDeliveryForm(client, vpt('2026-02-01/'));
    registers.truncate(before);
    registers.settle(identity);
    expect(registers.of(identity.resolve(client)).deliveryForms).toHaveLength(1);
  });
});
