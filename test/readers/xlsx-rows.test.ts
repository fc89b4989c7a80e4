import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import type { Row } from '../../src/domain/table.ts';
import { UnreadableSource } from '../../src/domain/unreadable-source.ts';
import { SheetBytes } from '../../src/readers/xlsx-rows.ts';
import { SheetBuilder } from '../../src/readers/xlsx-sheet.ts';
import { xmlReader } from '../../src/readers/xlsx-xml.ts';

const CONTEXT = {
  strings: ['nul', 'een', 'twee & <drie>'],
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
    xml.write(bytes);
    xml.end();
    yield;
  });
}

/** The same when the usual rows are read from their bytes, which come in pieces of any size. */
function byBytes(bytes: Buffer, sizes: readonly number[]): Seen {
  const builder = new SheetBuilder(CONTEXT);
  const sheet = new SheetBytes(xmlReader('sheet', builder), builder);
  return seen(builder, function* steps() {
    for (let at = 0, turn = 0; at < bytes.length; turn++) {
      const size = sizes[turn % sizes.length] ?? bytes.length;
      yield* sheet.write(bytes.subarray(at, at + size));
      at += size;
    }
    yield* sheet.end();
  });
}

function seen(builder: SheetBuilder, steps: () => Generator<void>): Seen {
  const rows: Row[] = [];
  let error: string | null = null;
  try {
    for (const _ of steps()) rows.push(...builder.take());
  } catch (thrown) {
    if (!(thrown instanceof UnreadableSource)) throw thrown;
    error = `${thrown.reason} ${JSON.stringify(thrown.data)}`;
  }
  rows.push(...builder.take());
  return { rows, reached: builder.reached, formulas: builder.formulasWithoutValue, error };
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
const usualCell = fc
  .tuple(fc.integer({ min: 65, max: 90 }), fc.constantFrom('', ' t="s"', ' s="1"'), fc.nat(3))
  .map(([letter, facts, number]) => `<c r="${String.fromCharCode(letter)}1"${facts}><v>${number}</v></c>`);
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
  { weight: 4, arbitrary: fc.array(usualCell, { maxLength: 5 }).map((cells) => `<row r="3">${cells.join('')}</row>`) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(rowFacts, fc.array(cell, { maxLength: 3 }))
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
    const builder = new SheetBuilder({ ...(CONTEXT as object), limits: DEFAULT_LIMITS } as never);
    const sheet = new SheetBytes(xmlReader('sheet', builder), builder);
    let most = 0;
    for (const _ of sheet.write(
      Buffer.from(`<worksheet xmlns="urn:m"><sheetData>${wide.join('')}</sheetData></worksheet>`),
    )) {
      most = Math.max(most, builder.take().length);
    }
    expect(most).toBe(1);
  });
});
