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

describe('a file that is something else', () => {
  const pointing = (target: string) =>
    zipOf([
      { name: '[Content_Types].xml', data: '<Types/>' },
      {
        name: '_rels/.rels',
        data: `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="${target}"/></Relationships>`,
      },
      { name: target, data: '<x/>' },
    ]);
  const html =
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>1062</td></tr></table></body></html>';
  it.each([
    [
      'a binary workbook',
      pointing('xl/workbook.bin'),
      'een binaire Excel-werkmap (.xlsb). Open het bestand in Excel en sla het op als .xlsx.',
    ],
    ['a Word document', pointing('word/document.xml'), 'een ander Office-bestand, zoals van Word of PowerPoint.'],
    [
      'a workbook of Numbers',
      zipOf([{ name: 'Index/Document.iwa', data: 'x' }]),
      'een werkmap van Apple Numbers. Exporteer ze in Numbers als Excel of CSV.',
    ],
    [
      'a damaged gzip',
      gzipSync('clientnummer').subarray(0, 20),
      'het ingepakte bestand is beschadigd of niet volledig.',
    ],
    [
      'a workbook in a zip',
      zipOf([{ name: 'maart.xlsx', data: workbook }]),
      'een werkmap of zip-bestand in een zip-archief. Pak het archief uit en geef de werkmap zelf.',
    ],
    [
      'a table of a web page',
      html,
      'een webpagina (HTML), ook als het .xls heet. Open het in Excel en sla het op als .xlsx.',
    ],
    ['a page behind a comment', `<!-- export -->\n${html}`, 'een webpagina (HTML)'],
    ['a bare table', '<table border=1><tr><td>1062</td></tr></table>', 'een webpagina (HTML)'],
    [
      'an XML spreadsheet',
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      'een XML-werkblad van Excel 2003. Open het in Excel en sla het op als .xlsx.',
    ],
    ['a workbook of Excel 4', Buffer.from('090406000000100000000a000000', 'hex'), 'een oud Excel-bestand (.xls).'],
    ['a PDF behind an empty line', '\r\n%PDF-1.7\n%âãÏÓ', 'een PDF.'],
    [
      'a 7z archive',
      Buffer.from('377abcaf271c000400000000', 'hex'),
      'ingepakt op een manier die hier niet gelezen wordt. Pak het uit, of pak het in als .zip.',
    ],
    ['a rar archive', Buffer.from('526172211a0700cf907300', 'hex'), 'ingepakt op een manier'],
    [
      'an archive of very many files',
      zipOf(Array.from({ length: 300 }, (_, n) => ({ name: `${n}.csv`, data: 'a;b' }))),
      'met 300 bladen of bestanden;',
    ],
  ])('is named for what it is, with what to do: %s', async (_, content, words) => {
    const [sentence, ...others] = sentences(await validated({ 'maart.xlsx': content }));
    expect(others).toEqual([]);
    expect(sentence).toContain(words);
    expect(sentence).not.toMatch(/\([a-z-]+\)$/);
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
