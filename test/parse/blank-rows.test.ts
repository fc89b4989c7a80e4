import { describe, expect, it } from 'vitest';
import { faultsOf, linesOf, parsedClaims } from './parsed.ts';

const HEADER = 'clientnummer;prestatiecode;begindatum;minuten';
const ROW = 'C1;1062;02-03-2026;60';
const read = (...rows: string[]) => parsedClaims([HEADER, ...rows].join('\n'));

describe('blank rows', () => {
  it.each([
    ['an empty line', ''],
    ['only delimiters', ';;;'],
    ['spaces', ' ; ;\u00a0; '],
    ['what cannot be seen', '\u200b;;\u0000;'],
    ['the end of file of DOS', '\u001a'],
  ])('are those with %s', (_, blank) => {
    const claims = read(ROW, blank, ROW);
    expect(faultsOf(claims)).toEqual(['3 empty-row']);
    expect(claims.counts).toMatchObject({ rows: 2, technology: 2, unreadable: 0 });
  });

  it('under each other are one finding, on the first of them', () => {
    const { findings } = read(ROW, '', '', ';;;', ROW, '', ROW);
    expect(findings.map(({ places: [place], data, severity }) => [place?.row, data.rows, severity])).toEqual([
      [3, 3, 'info'],
      [7, 1, 'info'],
    ]);
  });

  it('directly below the header are reported, at the end they are not', () => {
    expect(faultsOf(read('', ROW, '', ''))).toEqual(['2 empty-row']);
  });

  it('do not move the row numbers of the others', () => {
    expect(linesOf(read('', ROW, '', ROW)).map((line) => line.split(' ')[0])).toEqual(['3', '5']);
  });

  it('do not touch the findings of the row that follows', () => {
    const { findings } = read(ROW, '', 'C1;1062;x;60');
    expect(findings.map(({ rule, client }) => [rule, client === null])).toEqual([
      ['empty-row', true],
      ['invalid-date', false],
    ]);
  });
});
