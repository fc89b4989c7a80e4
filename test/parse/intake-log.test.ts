import { describe, expect, it } from 'vitest';
import type { ClientId } from '../../src/domain/client-identity.ts';
import { IntakeLog, shown } from '../../src/parse/intake-log.ts';
import { month } from '../builders/days.ts';
import { syntheticBsn, syntheticBsnWithZero } from '../oracle/synthetic-bsn.ts';

const HEADINGS = ['clientnummer', 'datum'];
const row = (number: number, ...cells: string[]) => ({ row: number, cells });
const CLIENT = 7 as ClientId;

describe('the log of reading', () => {
  it('places a fault on its row, heading and, in a workbook, cell', () => {
    for (const [addresses, cell] of [
      [true, 'B12'],
      [false, null],
    ] as const) {
      const log = new IntakeLog(3, HEADINGS, addresses);
      log.row('missing-value', row(12, 'C1', ''), 1, { field: 'start' });
      expect(log.findings[0]?.places).toEqual([{ input: 3, row: 12, column: 'datum', cell, reference: null }]);
    }
  });

  it('tells all findings of a row, and none of another, whom and which line they concern', () => {
    const log = new IntakeLog(0, HEADINGS, false);
    log.beginRow();
    log.row('missing-value', row(2, '', ''), 0, { field: 'client' });
    log.beginRow();
    log.row('missing-value', row(3, 'C1', ''), 1, { field: 'start' });
    log.row('invalid-date', row(3, 'C1', ''), 1, { field: 'end', value: 'x' });
    log.endRow(CLIENT, month('2026-03'), 'R-3', 5);
    expect(log.findings.map(({ client, lines, places: [place] }) => [client, lines, place?.reference])).toEqual([
      [null, [], null],
      [CLIENT, [5], 'R-3'],
      [CLIENT, [5], 'R-3'],
    ]);
  });

  it('knows whether the row has an error, warnings and other rows aside', () => {
    const log = new IntakeLog(0, HEADINGS, false);
    log.beginRow();
    log.row('invalid-date', row(2, 'C1', 'x'), 1, { field: 'start', value: 'x' });
    expect(log.rowHasError()).toBe(true);
    log.beginRow();
    log.row('dummy-bsn', row(3, 'C1', 'x'), 1, {});
    expect(log.rowHasError()).toBe(false);
  });

  it('counts what is beyond the limit, and still knows that the row has an error', () => {
    const log = new IntakeLog(0, HEADINGS, false, 2);
    for (const at of [2, 3, 4, 5]) {
      log.beginRow();
      log.row('invalid-date', row(at, 'C1', 'x'), 1, { field: 'start', value: 'x' });
      expect(log.rowHasError()).toBe(true);
      log.endRow(CLIENT, null, null, null);
    }
    expect(log.findings.map(({ places: [place] }) => place?.row)).toEqual([2, 3]);
    expect(log.beyond).toEqual([{ rule: 'invalid-date', severity: 'error', findings: 2 }]);
  });

  it('identifies a fault by the content of its row and its column, not by where the row stands', () => {
    const log = new IntakeLog(0, HEADINGS, false);
    const fault = (at: number, column: number, ...cells: string[]) => {
      log.row('missing-value', row(at, ...cells), column, { field: 'start' });
      return log.findings.at(-1)?.identity;
    };
    expect(fault(9, 1, 'C1', '')).toBe(fault(2, 1, 'C1', ''));
    expect(fault(2, 1, 'C2', '')).not.toBe(fault(2, 1, 'C1', ''));
    expect(fault(2, 0, 'C1', '')).not.toBe(fault(2, 1, 'C1', ''));
    expect(fault(2, 1, 'C1;', '')).not.toBe(fault(2, 1, 'C1', ';'));
  });
});

describe('a cell as a finding shows it', () => {
  const bsn = syntheticBsn(5);

  it.each([
    ['is trimmed', '  6,5\u00a0', '6,5'],
    ['names what cannot be seen', '10\u200b62\u0000', '10[U+200B]62[U+0000]'],
    ['keeps its spaces', 'a\tb c\u00a0d', 'a\tb c\u00a0d'],
    ['keeps 60 characters', 'x'.repeat(60), 'x'.repeat(60)],
    ['is cut after that', 'x'.repeat(61), `${'x'.repeat(60)}…`],
    ['keeps a date of eight digits', '20260231', '20260231'],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    bsn,
    `BSN ${bsn} van de cliënt`,
    `${bsn.slice(0, 4)}.${bsn.slice(4, 6)}.${bsn.slice(6)}`,
    `${bsn.slice(0, 4)}\u200b${bsn.slice(4)}`,
    syntheticBsnWithZero(2).slice(1),
    '999999999',
  ])('never holds a BSN', (text) => {
    expect(shown(text).replace(/\D/g, '')).toBe('');
  });
});
