import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import { UNREADABLE_REASONS } from '../../src/domain/unreadable-source.ts';
import { workbookBytes, workbookEntries, zipOf } from '../readers/xlsx-build.ts';
import { deliver, type Reading, sentences, validated } from './delivered.ts';

const CFB = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)]);
const workbook = workbookBytes({ data: '<row><c><v>1</v></c></row>' });
const EI = `01428${'0100'}P${' '.repeat(300)}\r\n`;
const plain = workbookEntries({ data: '<row><c><v>1</v></c></row>' });

/** A file for every reason but those of the disk, which read-delivery.test.ts has. */
const FILES: readonly { readonly reason: string; readonly content: string | Uint8Array; readonly reading?: Reading }[] =
  (
    [
      ['empty-file', ''],
      ['empty-file', ';;;\r\n;;;\r\n'],
      ['empty-file', '\ufeff\r\n'],
      ['not-text', Buffer.from(Array.from({ length: 400 }, (_, n) => n % 7))],
      ['unsupported-encoding', Buffer.from([0x61, 0xe9, 0x0a]), { encoding: 'utf-8' }],
      ['legacy-xls', CFB],
      ['pdf', '%PDF-1.7\n%âãÏÓ'],
      ['gzip', gzipSync(gzipSync('clientnummer;prestatiecode'))],
      ['xml-message', '<?xml version="1.0"?><bericht/>'],
      ['xml-message', '<html><table><tr><td>1062</td></tr></table></html>'],
      ['ei-message', EI],
      ['zip-archive', zipOf([{ name: 'maart.zip', data: zipOf([{ name: 'a', data: 'b' }]) }])],
      [
        'open-document',
        zipOf([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }]),
      ],
      ['not-a-workbook', zipOf([{ name: '[Content_Types].xml', data: '<Types/>' }])],
      ['damaged-zip', workbook.subarray(0, workbook.length - 40)],
      ['damaged-workbook', zipOf(plain.filter(({ name }) => !name.endsWith('sheet1.xml')))],
      ['doctype-in-xml', workbookBytes({ sheet: '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' })],
      ['encrypted-workbook', zipOf(plain.map((entry) => ({ ...entry, flags: 1 })))],
      ['no-sheets', workbook, { sheet: 'Maart' }],
      ['no-sheets', workbookBytes({ sheets: ' ' })],
      ['limit-exceeded', workbook, { limits: { ...DEFAULT_LIMITS, entryBytes: 10 } }],
    ] as const
  ).map(([reason, content, reading = {}]) => ({ reason, content, reading }));

describe('a file that cannot be read', () => {
  it.each(FILES)('$reason', async ({ reason, content, reading = {} }) => {
    const { findings, claims, inputs } = await deliver({ 'd.csv': content }, reading);
    expect(findings.map(({ rule, severity, data }) => [rule, severity, data.reason])).toEqual([
      ['unreadable-file', 'error', reason],
    ]);
    expect(claims).toBeNull();
    expect(inputs.length).toBeGreaterThan(0);
  });

  it('has a sample for every reason there is', () => {
    const ofTheDisk = ['read-error', 'changed-while-reading'];
    expect(new Set([...FILES.map(({ reason }) => reason), ...ofTheDisk])).toEqual(new Set(UNREADABLE_REASONS));
  });

  it.each(FILES)('never makes a run approved, and says what to do: $reason', async ({ content, reading = {} }) => {
    const claims = 'clientnummer;prestatiecode;begindatum;minuten\nC1;1062;02-03-2026;60';
    const { sheet, ...others } = reading;
    const result = await validated({ 'goed.csv': claims, 'slecht.csv': content }, others);
    expect(result.run.verdict).toBe('rejected');
    const sentence = sentences(result).find((text) => text.includes('slecht.csv'));
    if (sheet === undefined) expect(sentence).toMatch(/^„slecht\.csv”.* kan niet worden gelezen: .+\./);
  });
});

describe('a text that only looks strange', () => {
  it.each([
    ['JSON', '[{"prestatiecode":"1062"}]'],
    ['rich text', '{\\rtf1\\ansi tekst}'],
    ['a letter', 'Geachte heer, mevrouw,\n\nHierbij de declaraties.'],
    ['rows without a header', 'C1;1062;02-03-2026;60\nC2;1062;02-03-2026;60'],
    ['one stray NUL', 'naam\u0000;adres\nx;y'],
  ])('is read, and found to be nothing that is known: %s', async (_, content) => {
    const { findings } = await deliver({ 'd.csv': content });
    expect(findings.map(({ rule }) => rule)).toEqual(['unknown-role']);
  });
});
