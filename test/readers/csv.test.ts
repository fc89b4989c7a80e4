import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/readers/csv.ts';
import { NotUtf8 } from '../../src/readers/decode.ts';
import { cellsOf, chunksOf, collect, rowsOf } from './csv-reading.ts';

describe('rows and cells', () => {
  test('each record is a row, numbered as a spreadsheet shows it', async () => {
    expect(await rowsOf('client;uren\nC1;6,5\n')).toEqual([
      { row: 1, cells: ['client', 'uren'] },
      { row: 2, cells: ['C1', '6,5'] },
    ]);
  });

  test('cells are not trimmed and empty cells are empty', async () => {
    expect(await cellsOf(' a ;;\t\n;\n')).toEqual([
      [' a ', '', '\t'],
      ['', ''],
    ]);
  });

  test('the line end of the last row makes no row, a missing one no difference', async () => {
    expect(await rowsOf('a;b\n1;2')).toEqual(await rowsOf('a;b\n1;2\n'));
    expect(await rowsOf('a;b\n1;2\r')).toEqual(await rowsOf('a;b\n1;2\r\n'));
  });

  test('a blank line is a row, also at the end', async () => {
    expect(await rowsOf('a\n\n\nb\n\n')).toEqual([
      { row: 1, cells: ['a'] },
      { row: 2, cells: [''] },
      { row: 3, cells: [''] },
      { row: 4, cells: ['b'] },
      { row: 5, cells: [''] },
    ]);
  });

  test('an empty file has no rows', async () => {
    expect(await rowsOf('')).toEqual([]);
    expect(await rowsOf('\uFEFF')).toEqual([]);
  });

  test('CRLF, LF and a lone CR end a row, also mixed', async () => {
    expect(await cellsOf('a;b\r\nc;d\ne;f\rg;h\r\r\ni')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
      [''],
      ['i'],
    ]);
  });

  test('a lone CR alone makes rows', async () => {
    expect((await rowsOf('a;b\r1;2\r3;4\r')).map(({ row }) => row)).toEqual([1, 2, 3]);
  });

  test('the line sep= is a row like any other', async () => {
    expect(await rowsOf('sep=;\r\na;b\r\n')).toEqual([
      { row: 1, cells: ['sep=', ''] },
      { row: 2, cells: ['a', 'b'] },
    ]);
  });

  test('rows shorter or longer than the first are given as they are', async () => {
    expect(await cellsOf('a;b\n1\n1;2;3\n')).toEqual([['a', 'b'], ['1'], ['1', '2', '3']]);
  });

  test('other delimiters split, and then a semicolon does not', async () => {
    expect(await cellsOf('a;b\tc', { delimiter: '\t' })).toEqual([['a;b', 'c']]);
    expect(await cellsOf('a,"b|c"|d', { delimiter: '|' })).toEqual([['a,"b', 'c"', 'd']]);
  });

  test('a stray NUL stays in its cell', async () => {
    expect(await cellsOf('a\0b;c\n')).toEqual([['a\0b', 'c']]);
  });
});

describe('quotes', () => {
  test('a quoted cell may hold delimiters, doubled quotes and line breaks as they are', async () => {
    expect(await rowsOf('a;b;c\r\n"1;2";"zei ""ja""";"x\r\ny\nz"\r\n4;5;6\r\n')).toEqual([
      { row: 1, cells: ['a', 'b', 'c'] },
      { row: 2, cells: ['1;2', 'zei "ja"', 'x\r\ny\nz'] },
      { row: 3, cells: ['4', '5', '6'] },
    ]);
  });

  test('quotes around everything, and around nothing', async () => {
    expect(await cellsOf('"a";"b"\n"";""\n""\n')).toEqual([['a', 'b'], ['', ''], ['']]);
  });

  test('a quote further on in a cell is data, and so is one after a space', async () => {
    expect(await cellsOf('scherm 12";b\na; "b"\nx"y"z;"c;d"\n')).toEqual([
      ['scherm 12"', 'b'],
      ['a', ' "b"'],
      ['x"y"z', 'c;d'],
    ]);
  });

  test('rows read by splitting and rows read by csv-parse keep their order', async () => {
    const cells = await cellsOf('a;b\n"x""y";1\nc;d\n"z";2\n"p\nq";3\n');
    expect(cells.map(([first]) => first)).toEqual(['a', 'x"y', 'c', 'z', 'p\nq']);
  });

  test('a header of several lines is read below a title', async () => {
    const cells = await cellsOf('Rapport maart;2026\n\nclient;"aantal\nuren";code\nC1;1;1062\n');
    expect(cells.at(2)).toEqual(['client', 'aantal\nuren', 'code']);
    expect(cells.at(3)).toEqual(['C1', '1', '1062']);
  });
});

describe('stray quotes', () => {
  const FAULT = 'unclosed-quote';

  test('a quote that never closes is the fault of its own line; the lines after it are read', async () => {
    expect(await rowsOf('a;b;c\n1;"2;3\n4;5;6\n7;8;9\n')).toEqual([
      { row: 1, cells: ['a', 'b', 'c'] },
      { row: 2, cells: ['1', '"2', '3'], fault: FAULT },
      { row: 3, cells: ['4', '5', '6'] },
      { row: 4, cells: ['7', '8', '9'] },
    ]);
  });

  test('on the last line, without a line end, it is one too', async () => {
    expect(await rowsOf('a;b\n1;"2')).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['1', '"2'], fault: FAULT },
    ]);
  });

  test('with properly quoted lines after it only its own line is lost', async () => {
    const rows = await rowsOf('a;b;c\n1;"twee;3\n4;"vijf";6\n7;"acht\n8";9\n10;"elf ""x""";12\n');
    expect(rows.map(({ row, fault }) => [row, fault])).toEqual([
      [1, undefined],
      [2, FAULT],
      [3, undefined],
      [4, undefined],
      [5, undefined],
    ]);
    expect(rows.at(3)?.cells).toEqual(['7', 'acht\n8', '9']);
  });

  test('a cell that goes on behind its closing quote is a fault within one line', async () => {
    expect(await rowsOf('"a"b;c\nd;e\n')).toEqual([
      { row: 1, cells: ['"a"b', 'c'], fault: FAULT },
      { row: 2, cells: ['d', 'e'] },
    ]);
  });

  test('two strays that make a record of another width are told from a cell of several lines', async () => {
    const rows = await rowsOf('a;b;c\n1;2;"3\n4;5;6\n7";8;9\nx;y;z\n');
    expect(rows.map(({ fault }) => fault)).toEqual([undefined, FAULT, undefined, undefined, undefined]);
    expect(rows.at(3)?.cells).toEqual(['7"', '8', '9']);
  });

  test('two strays that make a record of the right width are told by their lines being records themselves', async () => {
    const rows = await rowsOf('a;b;c\n1;"2;3\n4;5;6\n7;8";9\nx;y;z\n');
    expect(rows.map(({ row, fault }) => [row, fault])).toEqual([
      [1, undefined],
      [2, FAULT],
      [3, undefined],
      [4, undefined],
      [5, undefined],
    ]);
  });

  test('behind the first twenty rows a width nobody has seen is not believed, however narrow the file', async () => {
    const narrow = `${'x;y\n'.repeat(20)}"a\nb";c;d\n`;
    expect((await rowsOf(narrow)).at(20)).toEqual({ row: 21, cells: ['"a'], fault: FAULT });
    const early = `${'x;y\n'.repeat(19)}"a\nb";c;d\n`;
    expect((await rowsOf(early)).at(19)).toEqual({ row: 20, cells: ['a\nb', 'c', 'd'] });
  });

  test('a cell of two hundred lines is a cell, one of two hundred and one is a stray quote', async () => {
    const cell = (lines: number): string => `a;b;c\n1;"${Array(lines).fill('x').join('\n')}";3\n4;5;6\n`;
    expect((await rowsOf(cell(200))).map(({ row, fault }) => [row, fault])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, undefined],
    ]);
    const rows = await rowsOf(cell(201));
    expect(rows).toHaveLength(203);
    expect(rows.at(1)).toEqual({ row: 2, cells: ['1', '"x'], fault: FAULT });
    expect(rows.at(-1)).toEqual({ row: 203, cells: ['4', '5', '6'] });
  });

  test('a record over the length limit by its line breaks is a stray quote; at the limit it is read', async () => {
    const limits = { rowLength: 13, columns: 9 };
    const fits = await rowsOf('a;b;c\n1;"23\n4567";8\n', { limits });
    expect(fits.at(1)).toEqual({ row: 2, cells: ['1', '23\n4567', '8'] });
    const over = await rowsOf('a;b;c\n1;"23\n45678";8\n', { limits });
    expect(over.map(({ fault }) => fault)).toEqual([undefined, FAULT, undefined]);
  });

  test('an open quote before a huge file does not hold the file back', async () => {
    const line = 'C1;1062;x\n';
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a;b;c\n1;"2;3\n');
      for (let count = 0; count < 100; count++) yield Buffer.from(line.repeat(1_000));
    }
    const sizes: number[] = [];
    let last = { row: 0 };
    for await (const rows of readCsv(endless(), {
      encoding: 'utf-8',
      delimiter: ';',
      limits: { rowLength: 1_000, columns: 9 },
    })) {
      sizes.push(rows.length);
      last = rows.at(-1) ?? last;
    }
    expect(last.row).toBe(100_002);
    expect(Math.max(...sizes)).toBeLessThan(2_010);
  });
});

describe('limits', () => {
  const limits = { rowLength: 10, columns: 3 };

  test('a row at the length limit is read, one over it is cut and marked, the next is read', async () => {
    expect(await rowsOf('aaaaa;bbbb\naaaaa;bbbbb\nc;d\n', { limits })).toEqual([
      { row: 1, cells: ['aaaaa', 'bbbb'] },
      { row: 2, cells: ['aaaaa', 'bbbb'], fault: 'row-too-long' },
      { row: 3, cells: ['c', 'd'] },
    ]);
  });

  test('a line many times the limit is one row with a fault, wherever its chunks end', async () => {
    const bytes = Buffer.from(`a;b\r\n"${'x;'.repeat(5_000)}\r\nc;d\r\n`);
    for (const size of [1, 7, 64, 65_536]) {
      const options = { encoding: 'utf-8', delimiter: ';', limits };
      const rows = await collect(readCsv(chunksOf(bytes, size), options));
      expect(rows.map(({ row, fault }) => [row, fault])).toEqual([
        [1, undefined],
        [2, 'row-too-long'],
        [3, undefined],
      ]);
    }
  });

  test('a line of fifty million characters passes by in little memory', async () => {
    const block = Buffer.alloc(1_000_000, 'x');
    async function* huge(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a;b\n');
      for (let count = 0; count < 50; count++) yield block;
      yield Buffer.from('\nc;d');
    }
    const options = { encoding: 'utf-8', delimiter: ';', limits: { rowLength: 1_000_000, columns: 9 } };
    const rows = await collect(readCsv(huge(), options));
    expect(rows.map(({ row, fault }) => [row, fault])).toEqual([
      [1, undefined],
      [2, 'row-too-long'],
      [3, undefined],
    ]);
    expect(rows.at(1)?.cells.join('').length).toBe(200);
  });

  test('a huge line at the end of the file is a row as well', async () => {
    expect((await rowsOf(`a\n${'x'.repeat(99)}`, { limits })).map(({ fault }) => fault)).toEqual([
      undefined,
      'row-too-long',
    ]);
  });

  test('as many columns as the limit are read; more are cut and marked', async () => {
    expect(await rowsOf('1;2;3\n1;2;3;4\n5;6;7\n', { limits })).toEqual([
      { row: 1, cells: ['1', '2', '3'] },
      { row: 2, cells: ['1', '2', '3'], fault: 'row-too-long' },
      { row: 3, cells: ['5', '6', '7'] },
    ]);
  });

  test('quoted cells count as columns like others', async () => {
    expect(await rowsOf('1;2;"3"\n1;2;3;""\n1;"""";3;4\n', { limits })).toEqual([
      { row: 1, cells: ['1', '2', '3'] },
      { row: 2, cells: ['1', '2', '3'], fault: 'row-too-long' },
      { row: 3, cells: ['1', '"', '3'], fault: 'row-too-long' },
    ]);
  });
});

describe('encodings', () => {
  test('a byte order mark is no part of the first cell', async () => {
    expect(await cellsOf('\uFEFF"id";naam\n')).toEqual([['id', 'naam']]);
  });

  test('Windows-1252 as Excel writes it', async () => {
    const bytes = iconv.encode('naam;tarief\r\nZoë ‘de’ –;€ 12\r\n', 'windows-1252');
    expect(await cellsOf(bytes, { encoding: 'windows-1252' })).toEqual([
      ['naam', 'tarief'],
      ['Zoë ‘de’ –', '€ 12'],
    ]);
  });

  test('UTF-16 of both byte orders', async () => {
    const bytes = Buffer.from('\uFEFFnaam;€\r\n"Zoë";1\r\n', 'utf16le');
    const expected = [
      ['naam', '€'],
      ['Zoë', '1'],
    ];
    expect(await cellsOf(bytes, { encoding: 'utf-16le' })).toEqual(expected);
    expect(await cellsOf(Buffer.from(bytes).swap16(), { encoding: 'utf-16be' })).toEqual(expected);
  });

  test('a byte in the last row that is no UTF-8 stops the reading and says where', async () => {
    const start = Buffer.from('id;naam\r\n1;Zoë\r\n2;Jos');
    const bytes = Buffer.concat([start, Buffer.from([0xe9, 0x0d, 0x0a])]);
    const failure = await rowsOf(bytes).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NotUtf8);
    expect(failure).toMatchObject({ offset: start.length });
    expect((await cellsOf(bytes, { encoding: 'windows-1252' })).at(-1)).toEqual(['2', 'José']);
  });
});
