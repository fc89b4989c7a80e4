import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  csvText,
  cut,
  harmlessInLog,
  harmlessInSpreadsheet,
  markdownText,
  printable,
  relativePath,
  relativeUri,
  sarifText,
  workbookText,
  workflowProperty,
  workflowText,
  xmlText,
} from '../../src/reporters/escape.ts';
import { textLine } from '../../src/reporters/text-line.ts';
import { payloads } from './payloads.ts';

describe('a text a spreadsheet would run', () => {
  it.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '  "=1"',
    '“=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠A1',
  ])('gets an apostrophe before it: %j', (text) => {
    expect(harmlessInSpreadsheet(text)).toBe(`'${text}`);
  });

  it.each(['-5', '-1234', '-6,5', '-1.234,50', '-0.5'])('stays a number when it is a negative one: %s', (text) => {
    expect(harmlessInSpreadsheet(text)).toBe(text);
  });

  it.each(['-5=', '-5+1', '--5', '-', '- 5', '-5;=1', '+5'])('is no negative number: %s', (text) => {
    expect(harmlessInSpreadsheet(text)).toBe(`'${text}`);
  });

  it.each(['', 'C1001', 'a=b', '1-2', 'R-12', 'a@b.nl', '(=1)', "'=1"])(
    'is left as it is when it does not start like one: %j',
    (text) => {
      expect(harmlessInSpreadsheet(text)).toBe(text);
    },
  );

  it('never starts like a formula afterwards, whatever stands in the cell', () => {
    const nasty = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n "\'＝a1,.|!;\u200b\u202e\u0000') });
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (text) => {
        for (const made of [harmlessInSpreadsheet(text), harmlessInSpreadsheet(printable(text)), workbookText(text)]) {
          expect(/^[\s"]*[=+@\t\r＝＋－＠]/.test(made) || (/^[\s"]*-/.test(made) && !/^-[\d.,]+$/.test(made))).toBe(
            false,
          );
        }
      }),
    );
  });

  it('is not changed a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'=+-@ "\'a1') }), (text) => {
        expect(harmlessInSpreadsheet(harmlessInSpreadsheet(text))).toBe(harmlessInSpreadsheet(text));
      }),
    );
  });

  it.each(payloads())('runs nothing from a list of attacks: %s', (payload) => {
    expect(csvText(payload)).toMatch(/^(?:D|"D|'|"')/);
  });
});

describe('a value in a CSV', () => {
  it.each([
    ['a;b', '"a;b"'],
    ['zegt "ja"', '"zegt ""ja"""'],
    ['"ja"; nee', '"""ja""; nee"'],
    [' spatie', '" spatie"'],
    ['twee\nregels', 'twee regels'],
    ['=1;2', `"'=1;2"`],
  ])('%j is written as %j', (text, written) => {
    expect(csvText(text)).toBe(written);
  });
});

describe('a text for people', () => {
  it.each([
    ['a\u001b[31mb', 'a [31mb'],
    ['x\n::error::y', 'x ::error::y'],
    ['\u202egpj.exe', 'gpj.exe'],
    ['a\u200bb', 'ab'],
    ['\ud800', '\ufffd'],
    ['\uffff', '\ufffd'],
    ['Zoë 👵🏽', 'Zoë 👵🏽'],
  ])('loses what a terminal would obey or an eye cannot see: %j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('is shown in a workbook as it is, where Excel would read an escaped character', () => {
    expect(workbookText('a_x003D_b')).toBe('a_x005F_x003D_b');
    expect(workbookText('a_x_b')).toBe('a_x_b');
  });

  it.each([
    ['a|b', 'a\\|b'],
    ['<img src=x>', '&lt;img src=x&gt;'],
    ['[x](javascript:1)', '\\[x\\](javascript:1)'],
    ['**vet** `code`', '\\*\\*vet\\*\\* \\`code\\`'],
    ['Zorg & Co', 'Zorg &amp; Co'],
    ['@jan', '@\u200bjan'],
    ['https://x', 'https:\u200b//x'],
    ['www.x.nl', 'www.\u200bx.nl'],
    ['#12', '\\#\u200b12'],
  ])('is plain words in Markdown: %j', (text, shown) => {
    expect(markdownText(text)).toBe(shown);
  });

  it('is cut with a mark, never through a character', () => {
    expect(cut('abcdef', 6)).toBe('abcdef');
    expect(cut('abcdefg', 6)).toBe('abcde…');
    expect(cut('abcd👵🏽', 6)).toBe('abcd…');
    expect(cut('abcdefg', 6, '!!')).toBe('abcd!!');
  });
});

describe('a text for a CI server', () => {
  it('is no mark-up in XML, and holds no character that XML forbids', () => {
    expect(xmlText(`<a b="c" d='e'>]]>&amp;\u0000\ufffe\ud800x</a>`)).toBe(
      '&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;]]&gt;&amp;amp; \ufffd\ufffdx&lt;/a&gt;',
    );
  });

  it('is no placeholder and no link in SARIF', () => {
    expect(sarifText('{0} [hier](https://x.example) a[1] }')).toBe('{{0}} [hier] (https://x.example) a[1] }}');
  });

  it('is one line without a property or a code of its own in a workflow command', () => {
    expect(workflowText('100%0A\r\n::error::x')).toBe('100%250A ::error::x');
    expect(workflowProperty('a,b: 5%')).toBe('a%2Cb%3A 5%25');
  });

  it.each([
    ['declaraties.csv', 'declaraties.csv'],
    ['map/declaraties.csv', 'map/declaraties.csv'],
    ['map\\declaraties.csv', 'map/declaraties.csv'],
    ['/etc/passwd', 'etc/passwd'],
    ['../../x', 'x'],
    ['./a/./b', 'a/b'],
    ['//server/x', 'server/x'],
    ['..', '_'],
    ['', '_'],
  ])('is a path within the repository: %j', (name, path) => {
    expect(relativePath(name)).toBe(path);
  });

  it.each([
    ['mrt 2026.csv', 'mrt%202026.csv'],
    ['https://x.example/y', 'https%3A/x.example/y'],
    ['50%#?.csv', '50%25%23%3F.csv'],
    ['cliënt.csv', 'cli%C3%ABnt.csv'],
  ])('is a relative reference: %j', (name, uri) => {
    expect(relativeUri(name)).toBe(uri);
  });

  it.each([
    ['::error::x', ': :error::x'],
    ['  ::set-output name=x::y', '  : :set-output name=x::y'],
    ['zie ##[error]x', 'zie # #[error]x'],
    ['##vso[task.setvariable]x', '# #vso[task.setvariable]x'],
    ['a::b ## c', 'a::b ## c'],
  ])('is no command in a log: %j', (line, text) => {
    expect(harmlessInLog(line)).toBe(text);
    expect(textLine(line).text).toBe(text);
  });
});
