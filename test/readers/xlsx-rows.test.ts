import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import { CELL_INTS, type SheetRecords } from '../../src/domain/sheet-records.ts';
import type { Row } from '../../src/domain/table.ts';
import { UnreadableSource } from '../../src/domain/unreadable-source.ts';
import { FOR_PARSER, PartBytes, type PartScanner } from '../../src/readers/xlsx-part-bytes.ts';
import { SheetBytes } from '../../src/readers/xlsx-rows.ts';
import { SheetBuilder } from '../../src/readers/xlsx-sheet.ts';
import { StringPool } from '../../src/readers/xlsx-string-pool.ts';
import { xmlReader } from '../../src/readers/xlsx-xml.ts';

const strings = new StringPool();
for (const text of ['nul', 'een', 'twee & <drie>', '', 'zoë']) strings.add(text);
const CONTEXT = {
  strings,
  formats: [{ kind: 'general' }, { kind: 'date' }, { kind: 'elapsed' }, { kind: 'padded', width: 9 }],
  epoch: 1900,
  limits: { ...DEFAULT_LIMITS, columns: 60, cells: 500 },
} as never;

interface Seen {
  readonly rows: readonly Row[];
  readonly reached: number;
  readonly formulas: number;
  readonly error: string | null;
}

/** What a sheet comes to when every byte of it goes through the parser of XML. */
function byParser(bytes: Buffer): Seen {
  const builder = new SheetBuilder(CONTEXT);
  const xml = xmlReader('sheet', builder);
  return seen(builder, function* steps() {
    try {
      xml.write(bytes);
      xml.end();
    } finally {
      yield builder.take();
    }
  });
}

/** The same when the usual rows are read from their bytes, which come in pieces of any size; from row `from` on as records of so many columns. */
function byBytes(bytes: Buffer, sizes: readonly number[], columns: number | null = null, from = 0): Seen {
  const sheet: SheetBytes = new SheetBytes('sheet', CONTEXT, (): number | null =>
    sheet.reached >= from ? columns : null,
  );
  return seen(sheet, function* steps() {
    for (let at = 0, turn = 0; at < bytes.length; turn++) {
      const size = sizes[turn % sizes.length] ?? bytes.length;
      yield* sheet.write(bytes.subarray(at, at + size));
      at += size;
    }
    yield* sheet.end();
  });
}

function seen(
  facts: { readonly reached: number; readonly formulasWithoutValue: number },
  steps: () => Generator<readonly Row[] | SheetRecords>,
): Seen {
  const rows: Row[] = [];
  let error: string | null = null;
  try {
    for (const batch of steps()) rows.push(...('cells' in batch ? rowsOf(batch) : batch));
  } catch (thrown) {
    if (!(thrown instanceof UnreadableSource)) throw thrown;
    error = `${thrown.reason} ${JSON.stringify(thrown.data)}`;
  }
  return { rows, reached: facts.reached, formulas: facts.formulasWithoutValue, error };
}

/** The rows of a batch; whatever else it says of its cells has to be the same. */
function rowsOf(records: SheetRecords): Row[] {
  return Array.from({ length: records.count }, (_, index) => {
    const row = records.row(index);
    for (let column = 0; column < records.columns; column++) {
      const cell = { text: row.cells[column] ?? '', kind: row.kinds?.[column] ?? 'text' };
      expect(records.cell(index, column)).toEqual(cell);
      const plain = records.plain(index, [column]);
      expect(plain?.row(0).cells[column]).toBe(/^[\0-\x7f]*$/.test(cell.text) ? cell.text : undefined);
      expect(records.cells[(index * records.columns + column) * CELL_INTS] === 0).toBe(cell.text === '');
    }
    return row;
  });
}

const place = fc.constantFrom(
  '',
  ' r="A1"',
  ' r="C2"',
  ' r="AB7"',
  ' r="b3"',
  ' r="ZZZZ1"',
  ' r="A"',
  ' r="A0"',
  " r='D4'",
);
const style = fc.constantFrom('', '', ' s="1"', ' s="2"', ' s="3"', ' s="99"', ' s=""', ' s="1.0"', ' s="1234567"');
const type = fc.constantFrom(
  '',
  '',
  ' t="s"',
  ' t="n"',
  ' t="str"',
  ' t="inlineStr"',
  ' t="b"',
  ' t="e"',
  ' t="d"',
  ' t="x"',
  ' t=""',
);
const more = fc.constantFrom(
  '',
  '',
  '',
  '',
  ' cm="1"',
  ' r="E5"',
  ' ',
  '\n',
  ' vm = "2"',
  ' a="1"b="2"',
  ' x="&amp;"',
  ' x="<"',
  ' x=">"',
);
const text = fc.constantFrom(
  ...[
    '0',
    '1',
    '2',
    '46082',
    '46082.5',
    '0.25',
    '1e3',
    '-7',
    ' 3 ',
    '',
    '2026-03-01',
    'TRUE',
    'é',
    '€ 5',
    '_x0041_',
    'a\nb',
    'a\tb',
  ],
  ...[
    '&amp;',
    '&lt;a&gt;',
    '&quot;&apos;',
    '&#65;',
    '&nope;',
    'a & b',
    'a > b',
    ']]>',
    'a\r\nb',
    '\u0001',
    '\ufffe',
    '<b/>',
    '\u007f',
  ],
);
const value = fc.oneof(
  { weight: 6, arbitrary: text.map((own) => `<v>${own}</v>`) },
  { weight: 2, arbitrary: text.map((own) => `<is><t>${own}</t></is>`) },
  { weight: 1, arbitrary: text.map((own) => `<is><t xml:space="preserve">${own}</t></is>`) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        '',
        '<v/>',
        '<v></v>',
        '<f>A1</f><v>3</v>',
        '<f>A1</f>',
        '<v>1</v><v>2</v>',
        '<is><r><t>a</t></r><r><t>b</t></r></is>',
      ],
      ...[
        '<v><![CDATA[</row>]]></v>',
        '<v>1<!-- </c></row> -->2</v>',
        '<v xml:space="preserve"> 1 </v>',
        '<is><t>a</t></is><v>1</v>',
        '<v>1</v',
        'x',
      ],
    ),
  },
);
const cell = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.tuple(place, style, type, more, value).map(([r, s, t, m, v]) => `<c${r}${s}${t}${m}>${v}</c>`),
  },
  { weight: 1, arbitrary: fc.tuple(place, style, more).map(([r, s, m]) => `<c${s}${r}${m}/>`) },
);
const usualContent = fc.oneof(
  fc.tuple(fc.constantFrom('', ' t="s"', ' s="1"', ' s="3"', ' s="2" t="n"'), fc.nat(5)).map((own) => own),
  fc.tuple(fc.constantFrom('', ' s="1"', ' s="2"'), fc.constantFrom('46082', '46082.5', '0.25', '274.65999999999997')),
  fc.tuple(fc.constantFrom(' t="str"', ' t="e"', ' s="1" t="b"', ' t="inlineStr"'), text),
);
const usualRow = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), usualContent)))
  .map(([number, cells]) => {
    let column = -1;
    const places = cells.map(([step, [facts, own]]) => {
      column += step;
      const letters = column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26));
      return `<c r="${letters}${String.fromCharCode(65 + (column % 26))}${number}"${facts}><v>${own}</v></c>`;
    });
    return `<row r="${number}" spans="1:9">${places.join('')}</row>`;
  });
const formulaCell = fc
  .tuple(fc.constantFrom('SUM(B1:B2)', '&quot;a&quot;&amp;B1', 'A1&lt;2', 'a & b', '&nope;', ''), value)
  .map(([own, content]) => `<c><f>${own}</f>${content}</c>`);
const rowFacts = fc.constantFrom(
  ...[
    '',
    ' r="1"',
    ' r="5"',
    ' r="12" spans="1:3"',
    ' spans="1:3" r="7" ht="12.5" customHeight="1"',
    ' r="0"',
    ' r="x"',
    ' r="1" r="2"',
    ' ',
  ],
  ...[' spans="1" spans="2"', ' a="/>"', ' a=">"', " r='3'", ' r="3" x14ac:dyDescent="0.25"', ' r="1"spans="2"'],
);
const row = fc.oneof(
  { weight: 6, arbitrary: usualRow },
  {
    weight: 4,
    arbitrary: fc
      .tuple(rowFacts, fc.array(fc.oneof(cell, cell, formulaCell), { maxLength: 3 }))
      .map(([facts, cells]) => `<row${facts}>${cells.join('')}</row>`),
  },
  { weight: 1, arbitrary: rowFacts.map((facts) => `<row${facts}/>`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        '\n',
        '  ',
        '<!-- <row></row> -->',
        '<!-- </row>',
        '-->',
        '<![CDATA[<row/></row>]]>',
        'text',
        '</row>',
        '<row',
        '<row></row ><!-- </row>',
        '<row>',
        '<row r="4"><c><v>7</v></c>',
      ],
      ...[
        '<other><row/></other>',
        '</sheetData><sheetData>',
        '</sheetData>',
        '<?pi </row>?>',
        '<row xmlns="urn:x"><c><v>1</v></c></row>',
        '&amp;',
      ],
    ),
  },
);
const head = fc.constantFrom(
  '<worksheet xmlns="urn:m"><sheetData>',
  '\ufeff<?xml version="1.0"?><worksheet xmlns="urn:m"><dimension ref="A1"/><sheetData>',
  '<worksheet xmlns="urn:m"><!-- <sheetData> --><sheetData>',
  '<worksheet xmlns="urn:m"><sheetData a="1">',
  '<x:worksheet xmlns:x="urn:m"><sheetData/><x:sheetData>',
  '<x:worksheet xmlns:x="urn:m" xmlns="urn:m"><sheetData>',
);
const tail = fc.constantFrom(
  '</sheetData></worksheet>',
  '</sheetData><mergeCells/></worksheet>',
  '</sheetData>',
  '',
  '</x:sheetData></x:worksheet>',
);
const sizes = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 4 });

describe('rows of a worksheet read from their bytes', () => {
  it('are the rows the parser of XML gives, with the same complaint at the same row, wherever the pieces end', () => {
    fc.assert(
      fc.property(head, fc.array(row, { maxLength: 8 }), tail, sizes, (begin, rows, end, pieces) => {
        const bytes = Buffer.from(`${begin}${rows.join('')}${end}`);
        expect(byBytes(bytes, pieces)).toEqual(byParser(bytes));
      }),
      { numRuns: 1000 },
    );
  });

  it('are the same as records, however many columns these have and from whichever row on', () => {
    const columns = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(
        head,
        fc.array(row, { maxLength: 8 }),
        tail,
        sizes,
        columns,
        fc.nat(3),
        (begin, rows, end, ...how) => {
          const bytes = Buffer.from(`${begin}${rows.join('')}${end}`);
          expect(byBytes(bytes, ...how)).toEqual(byParser(bytes));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('are hardly ever shown to the parser', () => {
    const rows = Array.from(
      { length: 100 },
      (_, n) =>
        `<row r="${n + 1}" spans="1:3" ht="12.5"><c r="A${n + 1}" t="s"><v>1</v></c><c r="B${n + 1}" s="1"/>` +
        `<c r="C${n + 1}" s="1"><f>A1+1</f><v>46082.5</v></c><c r="AA${n + 1}" t="inlineStr"><is><t>Zo\u00eb &amp; ik</t></is></c></row>`,
    );
    const bytes = Buffer.from(`<worksheet xmlns="urn:m"><sheetData>\n${rows.join('\r\n')}</sheetData></worksheet>`);
    for (const columns of [null, 20, 27, 40]) {
      const sheet = new SheetBytes('sheet', { ...(CONTEXT as object), limits: DEFAULT_LIMITS } as never, () => columns);
      const read = [...sheet.write(bytes), ...sheet.end()];
      expect(read.length).toBeGreaterThan(0);
      expect([sheet.parsed, sheet.reached]).toEqual([1, 100]);
    }
  });

  it('are those of the parser in bytes that are no UTF-8, too', () => {
    const bytes = Buffer.from(
      '<worksheet xmlns="urn:m"><sheetData><row><c t="str"><v>Zo\xeb</v></c></row></sheetData></worksheet>',
      'latin1',
    );
    expect(byBytes(bytes, [50])).toEqual(byParser(bytes));
    expect(byParser(bytes).error).toMatch(/encoding/);
  });

  it('do not pile up, however wide they are', () => {
    const wide = Array.from({ length: 200 }, (_, index) => `<row r="${index + 1}"><c r="XFD1"><v>1</v></c></row>`);
    const sheet = new SheetBytes('sheet', { ...(CONTEXT as object), limits: DEFAULT_LIMITS } as never);
    let most = 0;
    for (const rows of sheet.write(
      Buffer.from(`<worksheet xmlns="urn:m"><sheetData>${wide.join('')}</sheetData></worksheet>`),
    )) {
      most = Math.max(most, (rows as readonly Row[]).length);
    }
    expect(most).toBe(1);
  });
});

describe('what stands between two rows and does not end', () => {
  it('goes to the parser as it comes, which counts it; kept and looked at with every chunk it would take minutes', () => {
    let given = '';
    const xml = {
      write: (bytes: Uint8Array) => {
        given += Buffer.from(bytes).toString('latin1');
      },
      end: () => undefined,
    };
    const scanner: PartScanner = {
      opening: Buffer.from('<row'),
      closing: Buffer.from('</row>'),
      isBetween: true,
      get parsed() {
        return given.split('</row>').length;
      },
      isHolding: false,
      scan: () => FOR_PARSER,
    };
    const part = new PartBytes(xml, scanner);
    const takeAll = (taken: Iterable<void>) => [...taken].length;
    takeAll(part.write(Buffer.from('<sheetData><row r="1"></row>')));
    for (let chunk = 0; chunk < 40; chunk++) takeAll(part.write(Buffer.alloc(65_536, ' ')));
    expect(given.length).toBeGreaterThan(40 * 65_536 - 1_100_000);
  });
});
