import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import { UnreadableSource } from '../../src/domain/unreadable-source.ts';
import type { StringPool } from '../../src/readers/xlsx-string-pool.ts';
import { StringTable } from '../../src/readers/xlsx-strings.ts';

const LIMITS = { ...DEFAULT_LIMITS, sharedStringCharacters: 60 };

/** The texts of a part that comes in pieces of some sizes, or why it could not be read; with `from` the parser of XML reads all of it. */
function textsOf(xml: string, sizes: readonly number[], prefix = ''): readonly string[] | string {
  const table = new StringTable('strings', LIMITS);
  const bytes = Buffer.from(prefix === '' ? xml : xml.replaceAll('<si', `<si${prefix}`));
  try {
    for (let at = 0, turn = 0; at < bytes.length; turn++) {
      const size = sizes[turn % sizes.length]!;
      table.write(bytes.subarray(at, at + size));
      at += size;
    }
    table.end();
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    return `${error.reason} ${JSON.stringify(error.data)} after ${listOf(table.pool).length}`;
  }
  return listOf(table.pool);
}

function listOf(pool: StringPool): string[] {
  return Array.from({ length: pool.count }, (_, number) => pool.text(number) ?? '');
}

const text = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'C-1001',
    ' x ',
    'Zo\u00eb',
    '\u20ac 5',
    '\ud83d\ude00',
    '_x0041_',
    '_xD800_',
    'a_b',
    'a\nb',
  ),
  fc.constantFrom('&amp;', '&lt;a&gt;', '&#65;', '&nope;', 'a & b', 'a > b', ']]>', '\u0001', '\ufffe', '</t>', '<b/>'),
  fc.string({ maxLength: 12 }).map((own) => own.replace(/[<&>]/g, '')),
);
const item = fc.oneof(
  { weight: 6, arbitrary: text.map((own) => `<si><t>${own}</t></si>`) },
  { weight: 2, arbitrary: text.map((own) => `<si><t xml:space="preserve">${own}</t></si>`) },
  { weight: 1, arbitrary: text.map((own) => `<si><r><t>a</t></r><r><rPr/><t>${own}</t></r></si>`) },
  { weight: 1, arbitrary: text.map((own) => `<si><t>${own}</t><rPh sb="0" eb="1"><t>x</t></rPh></si>`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['<si/>', '<si></si>', '<si><t/></si>', '\n', '<!-- <si><t>b</t></si> -->', '<!-- </si>', '-->', 'text'],
      ...[
        '<si><t><![CDATA[</si>]]></t></si>',
        '</si>',
        '<si>',
        '<x><si><t>c</t></si></x>',
        '</sst><sst>',
        '<si ><t>d</t></si>',
      ],
    ),
  },
);
const head = fc.constantFrom(
  '<sst xmlns="urn:m">',
  '\ufeff<?xml version="1.0"?>\n<sst xmlns="urn:m" count="2">',
  '<x:sst xmlns:x="urn:m">',
);
const tail = fc.constantFrom('</sst>', '</sst>\n', '', '<extLst><si><t>e</t></si></extLst></sst>', '</x:sst>');
const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 });

describe('shared strings read from their bytes', () => {
  it('are those the parser of XML reads, with the same complaint, wherever the pieces end', () => {
    fc.assert(
      fc.property(head, fc.array(item, { maxLength: 8 }), tail, sizes, (begin, items, end, pieces) => {
        const xml = `${begin}${items.join('')}${end}`;
        // An attribute that means nothing makes every one of them unusual.
        const byParser = textsOf(xml, [xml.length * 9], ' own="1"');
        expect(textsOf(xml, pieces)).toEqual(byParser);
      }),
      { numRuns: 1000 },
    );
  });

  it('are kept as they are, and found by their number', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const table = new StringTable('strings', DEFAULT_LIMITS);
        for (const own of texts) table.pool.add(own);
        expect(listOf(table.pool)).toEqual(texts);
        expect(table.pool.hasEmpty).toBe(texts.includes(''));
        for (const number of [-1, 0.5, texts.length, Number.NaN]) expect(table.pool.text(number)).toBeUndefined();
        for (const [number, own] of texts.entries()) {
          // An ASCII text, and no other, may be read from its bytes.
          const isAscii = [...own].every((letter) => letter < '\u0080');
          expect([table.pool.isAscii(number), table.pool.isEmpty(number)]).toEqual([isAscii, own === '']);
        }
      }),
    );
  });
});
