import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { zipOf } from './zip-file.mjs';

const HEADER = 'clientnummer;prestatiecode;begindatum;einddatum;aantal;eenheid;referentienummer\n';
const ROW = 'C1;1062;02-03-2026;;60;min;R1\n';
const MB = 1 << 20;
const FAULTS = [
  (n) => `;1062;02-03-2026;;60;min;R${n}\n`,
  (n) => `C${n};1062;2-13-2026;;60;min;R${n}\n`,
  (n) => `C${n};1O62;02-03-2026;;60;min;R${n}\n`,
  (n) => `C${n};1062;02-03-2026;01-03-2026;60;min;R${n}\n`,
  (n) => `C${n};1062;02-03-2026;;x${n};min;R${n}\n`,
  (n) => `C${n};1062;02-03-2026;;6;stuk;R${n}\n`,
  (n) => `C${n};1062;02-03-2031;;7,5;min;R${n}\n`,
  (n) => `C${n};1062\n`,
  (n) => `C${n};;02-03-2026;;0;min;R${n}\n`,
];

/** Deliveries that hurt, or that somebody may think hurt: the files of each, with a function that gives what stands in it piece by piece. */
export const FILES = {
  'bad-dates-1m': claims(1e6, (n) => `C${n % 1000};1062;31-02-2026;;60;min;R${n}\n`),
  'other-bad-dates-1m': claims(1e6, (n) => `C${n % 1000};1062;x${n};;60;min;R${n}\n`),
  'different-faults-1m': claims(1e6, (n) => FAULTS[n % FAULTS.length](n)),
  'duplicate-references-500k': claims(5e5, (n) => `C${n % 20000};1062;0${1 + (n % 9)}-03-2026;;5;min;R${n % 250000}\n`),
  'clients-2m': claims(2e6, (n) => `C${n};1062;02-03-2026;;60;min;R${n}\n`),
  'codes-2m': claims(2e6, (n) => `C1;X${n};02-03-2026;;60;min;R${n}\n`),
  'identical-lines-500k': claims(5e5, () => ROW),
  'headers-1m': claims(1e6, () => HEADER),
  'ragged-rows-1m': claims(1e6, (n) => `C${n};1062;02-03-2026\n`),
  'rows-of-one-letter-200mb': csv(HEADER, repeated('x\n', 200)),
  'quote-never-closed-20mb': csv(HEADER, 'C1;"1062;02-03-2026;;60;min;R1\n', repeated(ROW, 20)),
  'quote-never-closed-200mb': csv(HEADER, 'C1;"1062;02-03-2026;;60;min;R1\n', repeated(ROW, 200)),
  'one-quoted-cell-200mb': csv(HEADER, 'C1;1062;02-03-2026;;60;min;"', repeated('x', 200), '"\n'),
  'one-quoted-cell-of-lines-200mb': csv(HEADER, 'C1;1062;02-03-2026;;60;min;"', repeated('x\n', 200), '"\n'),
  'quotes-50mb': csv(HEADER, repeated('"', 50)),
  'quotes-and-delimiters-50mb': csv(HEADER, repeated('";";"";;";""";"\n', 50)),
  'quotes-and-delimiters-long-lines-100mb': csv(HEADER, repeated(`${'"";"'.repeat(100_000)}\n`, 100)),
  'blank-cells-50mb': csv(HEADER, repeated(';;;;;;\n', 50)),
  'line-breaks-100mb': csv(HEADER, repeated('\n', 100)),
  'returns-100mb': csv(HEADER, repeated('\r', 100)),
  'cells-of-900kb': claims(100, (n) => `C1;1062;02-03-2026;;60;min;${'x'.repeat(900_000)}${n}\n`),
  'references-of-100kb': claims(4000, (n) => `C1;1062;02-03-2026;;60;min;${String(n).padStart(100_000, 'r')}\n`),
  'clients-of-100kb': claims(4000, (n) => `${String(n).padStart(100_000, 'c')};1062;02-03-2026;;60;min;R${n}\n`),
  'codes-of-100kb': claims(4000, (n) => `C${n};${String(n).padStart(100_000, 'q')};02-03-2026;;60;min;R${n}\n`),
  'dates-of-100kb': claims(4000, (n) => `C${n};1062;${String(n).padStart(100_000, '1')};;60;min;R${n}\n`),
  'line-200mb': csv(HEADER, repeated('x', 200)),
  'heading-of-400kb': csv(
    HEADER.replace('begindatum', `begindatum${'_'.repeat(400_000)}`),
    repeated(ROW.replace('02-03', '32-03'), 5),
  ),
  'columns-16385': csv(`${HEADER.trimEnd()}${';x'.repeat(16_378)}\n`, repeated(ROW, 1)),
  'columns-16384-alike': csv(
    `${HEADER.trimEnd()}${';minuten'.repeat(16_377)}\n`,
    repeated(`C1;1062${';5'.repeat(16_382)}\n`, 100),
  ),
  'columns-100k': csv(`${HEADER.trimEnd()}${';x'.repeat(99_993)}\n`, repeated(`C1;1062${';5'.repeat(99_998)}\n`, 50)),
  'utf16-200mb': csv(
    () => Buffer.from(`\ufeff${HEADER}`, 'utf16le'),
    () => utf16(repeated(ROW, 100)),
  ),
  'utf16-wrong-dates-200mb': csv(
    () => Buffer.from(`\ufeff${HEADER}`, 'utf16le'),
    () => utf16(repeated(ROW.replace('02-03-2026', '31-02-2026 verkeerd'), 100)),
  ),
  'overlapping-periods-1m': {
    'd.csv': () => [HEADER, ROW],
    'v.csv': () =>
      numbered(
        'clientnummer;leveringsvorm;begindatum;einddatum\n',
        1e6,
        (n) => `C1;${n % 2 ? 'VPT' : 'MPT'};0${1 + (n % 9)}-0${1 + (n % 7)}-2025;\n`,
      ),
  },
  'ragged-register-200mb': {
    'd.csv': () => [HEADER, ROW],
    'v.csv': csv('clientnummer;leveringsvorm;begindatum\n', repeated('x\n', 200))['d.csv'],
  },
  'aw319-wrong-500k': { 'd.asc': () => message(5e5) },
  'zip-of-65534-files': { 'd.zip': () => zipOf(Array.from({ length: 65_534 }, (_, n) => [`${n}.csv`, HEADER + ROW])) },
  'shared-strings-of-32k': { 'd.xlsx': () => workbook(sharedRows(20_000), sharedStrings(6000)) },
  'sheet-of-1m-rows-of-one-long-string': { 'd.xlsx': () => workbook(sharedRows(1e6), sharedStrings(1)) },
  'sheet-with-a-last-cell': { 'd.xlsx': () => workbook(['<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'], []) },
};

function claims(count, row) {
  return { 'd.csv': () => numbered(HEADER, count, row) };
}

/** Parts are texts, functions that give a text or pieces, or pieces by themselves. */
function csv(...parts) {
  return {
    'd.csv': function* () {
      for (const part of parts) {
        const given = typeof part === 'function' ? part() : part;
        if (typeof given === 'string' || Buffer.isBuffer(given)) yield given;
        else yield* given;
      }
    },
  };
}

function* numbered(header, count, row) {
  yield header;
  for (let n = 0; n < count; n += 100) {
    yield Array.from({ length: Math.min(100, count - n) }, (_, at) => row(n + at)).join('');
  }
}

/** So many megabytes of a text, again and again; may be asked for more than once. */
function repeated(text, megabytes) {
  const piece = text.repeat(Math.max(1, Math.floor(MB / text.length)));
  return {
    *[Symbol.iterator]() {
      for (let written = 0; written < megabytes * MB; written += piece.length) yield piece;
    },
  };
}

function* utf16(pieces) {
  for (const piece of pieces) yield Buffer.from(piece, 'utf16le');
}

/** The example message with its first performance record again and again, each with other letters where dates and numbers belong. */
function* message(records) {
  const example = fileURLToPath(new URL('../../samples/aw319-wijkverpleging/declaratie-maart.asc', import.meta.url));
  const [header, client, record] = readFileSync(example, 'latin1').split('\r\n');
  yield `${header}\r\n${client}\r\n`;
  for (let n = 0; n < records; n += 100) {
    const wrong = (at) => `${record.slice(0, 60)}${String(n + at).padStart(60, 'x')}${record.slice(120)}\r\n`;
    yield Array.from({ length: 100 }, (_, at) => wrong(at)).join('');
  }
}

function* sharedRows(count) {
  const heads = ['clientnummer', 'prestatiecode', 'begindatum', 'minuten'];
  yield `<row r="1">${heads.map((head, at) => `<c r="${'ABCD'[at]}1" t="inlineStr"><is><t>${head}</t></is></c>`).join('')}</row>`;
  for (let n = 2; n < count + 2; n++) {
    yield `<row r="${n}"><c r="A${n}" t="s"><v>${n % 6000}</v></c><c r="B${n}"><v>1062</v></c><c r="C${n}" t="s"><v>0</v></c><c r="D${n}"><v>60</v></c></row>`;
  }
}

function sharedStrings(count) {
  return Array.from({ length: count }, (_, n) => String(n).padStart(32_000, 's'));
}

function workbook(rows, strings) {
  const office = 'http://schemas.openxmlformats.org';
  const main = `${office}/spreadsheetml/2006/main`;
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const relations = (list) =>
    `<Relationships xmlns="${office}/package/2006/relationships">${list.map(([type, target], at) => `<Relationship Id="r${at}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`;
  return zipOf([
    [
      '[Content_Types].xml',
      `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/></Types>`,
    ],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="Blad1" sheetId="1" r:id="r0"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    ],
    ['xl/sharedStrings.xml', `<sst xmlns="${main}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`],
    ['xl/worksheets/sheet1.xml', `<worksheet xmlns="${main}"><sheetData>${[...rows].join('')}</sheetData></worksheet>`],
  ]);
}
