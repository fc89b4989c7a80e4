/** The delivery as one workbook of three sheets, written as Excel writes it: shared strings, dates as numbers with a format. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import {
  CLAIM_COLUMNS,
  claimRows,
  type DeliverySize,
  FORM_COLUMNS,
  formRows,
  INDICATION_COLUMNS,
  indicationRows,
} from './delivery.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PIECE = 1_000_000;
const EPOCH = Date.UTC(1899, 11, 30);
const SHEETS = ['declaraties', 'leveringsvormen', 'indicaties'] as const;

/** Writes the workbook. The same size gives the same bytes. */
export function writeWorkbook(path: string, size: DeliverySize): void {
  const zip = new ZipFile(path);
  const strings = new Map<string, number>();
  const sheets = [
    sheetXml(CLAIM_COLUMNS, claimRows(size), strings),
    sheetXml(FORM_COLUMNS, formRows(size), strings),
    sheetXml(INDICATION_COLUMNS, indicationRows(size), strings),
  ];
  zip.add('[Content_Types].xml', [contentTypes()]);
  zip.add('_rels/.rels', [links([['officeDocument', 'xl/workbook.xml']])]);
  zip.add('xl/workbook.xml', [
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>${SHEETS.map(
      (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    ).join('')}</sheets></workbook>`,
  ]);
  const parts = SHEETS.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]);
  zip.add('xl/_rels/workbook.xml.rels', [
    links([...parts, ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']]),
  ]);
  zip.add('xl/styles.xml', [
    `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>` +
      '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
  ]);
  for (const [index, sheet] of sheets.entries()) zip.add(`xl/worksheets/sheet${index + 1}.xml`, sheet);
  zip.add('xl/sharedStrings.xml', stringsXml(strings));
  zip.end();
}

function* sheetXml(
  header: readonly string[],
  rows: Iterable<readonly string[]>,
  strings: Map<string, number>,
): Generator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${LINKS}"><sheetData>`;
  let number = 0;
  yield rowXml(++number, header, strings);
  for (const row of rows) yield rowXml(++number, row, strings);
  yield '</sheetData></worksheet>';
}

function rowXml(number: number, cells: readonly string[], strings: Map<string, number>): string {
  let xml = `<row r="${number}" spans="1:${cells.length}">`;
  for (const [column, text] of cells.entries()) {
    if (text === '') continue;
    const place = `${String.fromCharCode(65 + column)}${number}`;
    if (/^\d\d-\d\d-\d{4}$/.test(text)) xml += `<c r="${place}" s="1"><v>${serialOf(text)}</v></c>`;
    else if (/^\d+(,\d+)?$/.test(text) && column !== 1 && column < 13)
      xml += `<c r="${place}"><v>${text.replace(',', '.')}</v></c>`;
    else {
      const known = strings.get(text) ?? strings.size;
      strings.set(text, known);
      xml += `<c r="${place}" t="s"><v>${known}</v></c>`;
    }
  }
  return `${xml}</row>`;
}

function* stringsXml(strings: ReadonlyMap<string, number>): Generator<string> {
  yield `${HEAD}<sst xmlns="${MAIN}" count="${strings.size}" uniqueCount="${strings.size}">`;
  for (const text of strings.keys()) yield `<si><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></si>`;
  yield '</sst>';
}

function serialOf(text: string): number {
  const [day = 0, month = 0, year = 0] = text.split('-').map(Number);
  return (Date.UTC(year, month - 1, day) - EPOCH) / 86_400_000;
}

function contentTypes(): string {
  const part = (name: string, type: string) => `<Override PartName="/xl/${name}" ContentType="${TYPES}.${type}+xml"/>`;
  const sheets = SHEETS.map((_, index) => part(`worksheets/sheet${index + 1}.xml`, 'worksheet')).join('');
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `${part('workbook.xml', 'sheet.main')}${sheets}${part('styles.xml', 'styles')}${part('sharedStrings.xml', 'sharedStrings')}</Types>`
  );
}

function links(targets: readonly (readonly [string, string])[]): string {
  const items = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${LINKS}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

/** A zip written part by part; of a part only what it deflates to is held. */
class ZipFile {
  readonly #file: number;
  readonly #directory: Buffer[] = [];
  #offset = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  add(name: string, pieces: Iterable<string>): void {
    const deflated: Buffer[] = [];
    let [size, checksum, waiting] = [0, 0, ''];
    const deflate = (finishFlush: number) => {
      const raw = Buffer.from(waiting);
      size += raw.length;
      checksum = crc32(raw, checksum);
      deflated.push(deflateRawSync(raw, { level: 6, finishFlush }));
      waiting = '';
    };
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length > PIECE) deflate(constants.Z_SYNC_FLUSH);
    }
    deflate(constants.Z_FINISH);
    const data = Buffer.concat(deflated);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(checksum, 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(this.#offset, 10);
    this.#directory.push(Buffer.from('PK\x01\x02\x14\x00'), common, place, Buffer.from(name));
    this.#write(Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]));
  }

  end(): void {
    const directory = Buffer.concat(this.#directory);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06');
    end.writeUInt16LE(this.#directory.length / 4, 8);
    end.writeUInt16LE(this.#directory.length / 4, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.#offset, 16);
    this.#write(Buffer.concat([directory, end]));
    closeSync(this.#file);
  }

  #write(bytes: Buffer): void {
    writeSync(this.#file, bytes);
    this.#offset += bytes.length;
  }
}
