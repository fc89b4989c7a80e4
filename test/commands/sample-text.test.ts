import { describe, expect, it } from 'vitest';
import { readSampleText, readSidecar } from '../../src/commands/sample-text.ts';

describe('a sample that marks itself', () => {
  it('says per row which findings it causes, with the row a spreadsheet shows', () => {
    const { marks, rows, headings } = readSampleText('verwacht;a;b\n;1;2\nx-rule y-rule;3;4\n');
    expect(headings).toEqual(['a', 'b']);
    expect(rows).toEqual([
      { row: 2, cells: ['1', '2'] },
      { row: 3, cells: ['3', '4'] },
    ]);
    expect(marks).toEqual([
      { rule: 'x-rule', row: 3 },
      { rule: 'y-rule', row: 3 },
    ]);
  });

  it('can mark the file as a whole, and a row above', () => {
    const { marks } = readSampleText('verwacht;a\nx-rule@bestand;1\n\nempty-row@-1;2\n');
    expect(marks).toEqual([
      { rule: 'x-rule', row: null },
      { rule: 'empty-row', row: 3 },
    ]);
  });

  it('skips blank rows and counts them', () => {
    expect(readSampleText('verwacht;a\n\n;;\n;1\n').rows).toEqual([{ row: 4, cells: ['1'] }]);
  });

  it('finds its headings below title rows', () => {
    const sample = readSampleText('Overzicht\r\n;\r\nverwacht;a\r\n;1\r\n');
    expect(sample.headerRow).toBe(3);
    expect(sample.rows).toEqual([{ row: 4, cells: ['1'] }]);
  });

  it('keeps a quoted semicolon and a doubled quote in their cell', () => {
    expect(readSampleText('verwacht;a;b\n;"1;2";"say ""yes"""\n').rows[0]?.cells).toEqual(['1;2', 'say "yes"']);
  });

  it('marks a row with too many or too few cells as well', () => {
    const { rows, marks } = readSampleText('verwacht;a;b\nragged-row;1\nragged-row;1;2;3\n');
    expect(rows.map(({ cells }) => cells.length)).toEqual([1, 3]);
    expect(marks).toHaveLength(2);
  });
});

describe('marks beside a file that cannot mark itself', () => {
  it('name the row of that file, or none for the file as a whole', () => {
    const { rows, marks } = readSidecar('verwacht;rij;toelichting\n;2;good\nx-rule;3;bad\ny-rule;;broken\n');
    expect(rows).toEqual([
      { row: 2, cells: ['good'] },
      { row: 3, cells: ['bad'] },
      { row: null, cells: ['broken'] },
    ]);
    expect(marks).toEqual([
      { rule: 'x-rule', row: 3 },
      { rule: 'y-rule', row: null },
    ]);
  });
});
