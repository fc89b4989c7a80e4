import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyNames, isCopyName } from '../../src/commands/copy-names.ts';

const HALVES = ['akkoord', 'afgekeurd'];
const names = (name: string, extension: string | null = null, taken: readonly string[] = []) =>
  copyNames({ name, extension }, HALVES, (candidate) => !taken.includes(candidate));

describe('the name of a copy', () => {
  it('is that of the file with what it is behind it', () => {
    expect(names('maart.csv')).toEqual(['maart-akkoord.csv', 'maart-afgekeurd.csv']);
    expect(copyNames({ name: 'maart.csv', extension: null }, ['tzt'], () => true)).toEqual(['maart-tzt.csv']);
  });

  it('keeps the ending of the file, takes the one it is given, and is .csv without any', () => {
    expect(names('maart.TXT')[0]).toBe('maart-akkoord.TXT');
    expect(names('maart.xlsm', '.xlsx')[0]).toBe('maart-akkoord.xlsx');
    expect(names('standaardinvoer')[0]).toBe('standaardinvoer-akkoord.csv');
    expect(names('export v1.2 (maart)')[0]).toBe('export v1.2 (maart)-akkoord.csv');
  });

  it('leaves folders out', () => {
    expect(names('/data/2026/maart.csv')[0]).toBe('maart-akkoord.csv');
    expect(names('C:\\data\\maart.csv')[0]).toBe('maart-akkoord.csv');
  });

  it('is numbered when one of the two is taken', () => {
    expect(names('maart.csv', null, ['maart-afgekeurd.csv'])).toEqual(['maart-2-akkoord.csv', 'maart-2-afgekeurd.csv']);
    expect(names('maart.csv', null, ['maart-akkoord.csv', 'maart-2-akkoord.csv'])[0]).toBe('maart-3-akkoord.csv');
  });

  it('holds nothing a system, a terminal or a browser gives a meaning, and is never longer than a file system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        for (const safe of names(name)) {
          expect(safe).toMatch(/^[^<>:"/\\|?*\p{C}]+$/u);
          expect(safe).toMatch(/^[^.\s-]/);
          expect([...safe].length).toBeLessThan(160);
        }
      }),
    );
  });

  it('does not show the mask of a BSN', () => {
    expect(names('maart •••••••••.csv')[0]).toBe('maart _________-akkoord.csv');
  });

  it('is recognised as that of a copy, and other names are not', () => {
    expect(['maart-tzt.csv', 'maart-2-akkoord.xlsx', 'Maart-AFGEKEURD.CSV'].map(isCopyName)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['report.json', 'tzt.csv', 'akkoord.csv', 'maart-tzt-oud.csv'].map(isCopyName)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
