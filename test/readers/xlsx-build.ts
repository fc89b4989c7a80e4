import { crc32, deflateRawSync } from 'node:zlib';
import type { ByteSource } from '../../src/domain/byte-source.ts';
import type { Limits } from '../../src/domain/limits.ts';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import type { Notice, Row } from '../../src/domain/table.ts';
import { openWorkbook } from '../../src/readers/xlsx.ts';

/** Bytes in memory as a source. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    async *chunks() {
      yield bytes;
    },
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  };
}

/** One entry of a zip to be built; flags and sizes can be made to lie. */
export interface ZipEntry {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly uncompressedSize?: number;
  readonly crc?: number;
  /** Where the directory says that it begins; after the entry before it unless told. */
  readonly offset?: number;
}

/** A zip of these entries, in this order. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const raw = Buffer.from(entry.data as Uint8Array);
    const data = entry.stored ? raw : deflateRawSync(raw);
    const name = Buffer.from(entry.name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 | (entry.flags ?? 0), 2);
    common.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), 4);
    common.writeUInt32LE(entry.crc ?? crc32(raw), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(entry.uncompressedSize ?? raw.length, 18);
    common.writeUInt16LE(name.length, 22);
    bodies.push(Buffer.from('PK\x03\x04'), common, name, data);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(entry.offset ?? offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), common, place, name);
    offset += 4 + 26 + name.length + data.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, ...directory, Buffer.from('PK\x05\x06'), end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** What differs from a plain workbook with one sheet; each part as XML. */
export interface WorkbookParts {
  /** What stands inside `<sheetData>`. */
  readonly data?: string;
  /** The whole worksheet part, instead of `data`. */
  readonly sheet?: string;
  /** The `<si>` elements. */
  readonly strings?: string;
  /** Number format codes of the styles 1, 2, …; style 0 is General. */
  readonly formats?: readonly string[];
  /** What stands before `<sheets>`. */
  readonly properties?: string;
  readonly sheets?: string;
  /** More `<Relationship>` elements of the workbook. */
  readonly links?: string;
  readonly more?: readonly ZipEntry[];
}

/** The entries of a small workbook, one sheet `Blad1` unless told otherwise. */
export function workbookEntries(parts: WorkbookParts): readonly ZipEntry[] {
  const codes = (parts.formats ?? []).map(
    (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`,
  );
  const styles = (parts.formats ?? []).map((_, index) => `<xf numFmtId="${164 + index}"/>`);
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${LINKS}/${type}" Target="${target}"/>`;
  const links =
    link('rId1', 'worksheet', 'worksheets/sheet1.xml') +
    link('rId2', 'styles', 'styles.xml') +
    link('rId3', 'sharedStrings', 'sharedStrings.xml');
  return [
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${PACKAGE}">${link('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}">${parts.properties ?? ''}<sheets>${parts.sheets ?? '<sheet name="Blad1" sheetId="1" r:id="rId1"/>'}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="${PACKAGE}">${links}${parts.links ?? ''}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      data: `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    },
    { name: 'xl/sharedStrings.xml', data: `<sst xmlns="${MAIN}">${parts.strings ?? ''}</sst>` },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: parts.sheet ?? `<worksheet xmlns="${MAIN}"><sheetData>${parts.data ?? ''}</sheetData></worksheet>`,
    },
    ...(parts.more ?? []),
  ];
}

/** A small workbook as bytes. */
export function workbookBytes(parts: WorkbookParts): Buffer {
  return zipOf(workbookEntries(parts));
}

/** What a workbook holds, read to its end. */
export interface WorkbookText {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly rows: readonly Row[] }[];
  readonly notices: readonly Notice[];
}

/** Reads a whole workbook. */
export async function readAll(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<WorkbookText> {
  const workbook = await openWorkbook(memorySource(bytes), { ...DEFAULT_LIMITS, ...limits });
  const sheets: { name: string; hidden: boolean; rows: Row[] }[] = [];
  for (const { name, hidden, rows } of workbook.sheets) {
    const all: Row[] = [];
    for await (const batch of rows()) all.push(...batch);
    sheets.push({ name, hidden, rows: all });
  }
  const { notices } = workbook;
  await workbook.close();
  return { sheets, notices };
}

/** The rows of the first sheet of a small workbook. */
export async function rowsOf(parts: WorkbookParts): Promise<readonly Row[]> {
  return (await readAll(workbookBytes(parts))).sheets[0]?.rows ?? [];
}

/** The cells of a row, each as its kind and its text: `number 6.5`. */
export function cellsOf(row: Row | undefined): readonly string[] {
  return (row?.cells ?? []).map((cell, index) => `${row?.kinds?.[index] ?? 'text'} ${cell}`.trim());
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
