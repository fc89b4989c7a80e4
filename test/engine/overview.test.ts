import { describe, expect, it } from 'vitest';
import { judged, type RowFacts } from '../builders/delivery.ts';

const overviewOf = (rows: readonly RowFacts[]) => judged(rows).tally.overview.result();
const classesOf = (minutes: readonly number[]) =>
  overviewOf(minutes.map((size, index) => ({ client: `C${index}`, minutes: size }))).distributions[0];

describe('the shape of a delivery', () => {
  it('counts client-months in classes of half an hour, with the cap between two of them', () => {
    expect(classesOf([1, 30, 31])?.counts).toEqual([2, 1]);
    expect(classesOf([390])?.counts).toHaveLength(13);
    expect(classesOf([391])?.counts).toHaveLength(14);
  });

  it('puts a month without minutes in the first class', () => {
    expect(classesOf([0])?.counts).toEqual([1]);
  });

  it('keeps everything beyond twenty hours in one open class', () => {
    expect(classesOf([1170])).toMatchObject({ open: false });
    expect(classesOf([1171, 99_999])).toMatchObject({ open: true });
    expect(classesOf([1171, 99_999])?.counts.at(-1)).toBe(2);
  });

  it('has a distribution per cap', () => {
    const rows = [{}, { client: 'C2', code: '1019', days: '2019-06-03' }];
    expect(overviewOf(rows).distributions.map(({ capMinutes }) => capMinutes)).toEqual([390, 150]);
  });

  it('counts clients and net minutes per code and per insurer', () => {
    const rows: RowFacts[] = [
      { insurer: '9998', minutes: 100 },
      { insurer: '9998', minutes: 40, credit: true },
      { client: 'C2', insurer: '9998', code: 'H138', minutes: 30 },
      { client: 'C3', minutes: 10 },
    ];
    const { codes, insurers } = overviewOf(rows);
    expect([...codes].sort((a, b) => (a.code < b.code ? -1 : 1))).toEqual([
      { code: '1062', clients: 2, minutes: 70 },
      { code: 'H138', clients: 1, minutes: 30 },
    ]);
    expect(insurers).toEqual(
      expect.arrayContaining([
        { insurer: '9998', clients: 2, minutes: 90, byCode: { '1062': 60, H138: 30 } },
        { insurer: null, clients: 1, minutes: 10, byCode: { '1062': 10 } },
      ]),
    );
  });
});
