import { expect, it } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import { FindingList } from '../../src/domain/finding-list.ts';

const place = { input: 0, row: 1, column: null, cell: null, reference: null };
const finding = (rule: string, places: number): Finding => ({
  rule,
  severity: 'error',
  client: null,
  month: null,
  places: Array<typeof place>(places).fill(place),
  data: {},
  identity: '',
  lines: [],
});

it('findings of one rule with as many places as a file has lines are kept up to a hundred thousand places', () => {
  const list = new FindingList(1000);
  for (let turn = 0; turn < 10; turn++) list.add(finding('a', 40_000));
  expect(list.kept).toHaveLength(3);
  expect(list.beyond).toEqual([{ rule: 'a', severity: 'error', findings: 7 }]);
  expect(list.found('a')).toBe(10);
});

it('so many rules do not fill memory together: beyond two hundred thousand places each has a few, and all are counted', () => {
  const list = new FindingList(1000);
  for (let rule = 0; rule < 30; rule++) for (let turn = 0; turn < 100; turn++) list.add(finding(`r${rule}`, 900));
  const places = list.kept.reduce((sum, one) => sum + one.places.length, 0);
  expect(places).toBeLessThan(270_000);
  for (let rule = 0; rule < 30; rule++) {
    expect(list.kept.some((one) => one.rule === `r${rule}`)).toBe(true);
    expect(list.found(`r${rule}`)).toBe(100);
  }
});
