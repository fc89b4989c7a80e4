import type { ByteSource } from '../domain/byte-source.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { readSource } from './zip-source.ts';

/**
 * Refuses a compound file (MS-CFB) with the reason that helps: throws UnreadableSource `encrypted-workbook` when it wraps an encrypted
 * workbook (MS-OFFCRYPTO), `not-a-workbook` when its directory could be read and names no workbook (a Word document, a mail), else `legacy-xls`.
 */
export async function classifyCompoundFile(source: ByteSource): Promise<never> {
  const names = await storageNames(source);
  if (names.has('encryptedpackage') || names.has('encryptioninfo')) throw new UnreadableSource('encrypted-workbook');
  if (names.size === 0 || names.has('workbook') || names.has('book')) throw new UnreadableSource('legacy-xls');
  throw new UnreadableSource('not-a-workbook', { detail: 'compound-file' });
}

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** The first 109 numbers of table sectors stand in the header; a file whose directory lies behind them is over 7 MB and read as far as that. */
const TABLE_SECTORS_IN_HEADER = 109;
/** Sectors of directory to look through; the names sought are among the first entries. A loop in the chain ends here. */
const MAXIMUM_DIRECTORY_SECTORS = 64;

/** The names in the directory, lower case; empty when the file is too damaged to tell. */
async function storageNames(source: ByteSource): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  const header = viewOf(await readSource(source, 0, HEADER_BYTES));
  if (header.byteLength < HEADER_BYTES) return names;
  const shift = header.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return names;
  const size = 1 << shift;
  const sectorAt = async (sector: number): Promise<DataView | null> => {
    const offset = (sector + 1) * size;
    if (offset + size > source.size) return null;
    const view = viewOf(await readSource(source, offset, size));
    return view.byteLength === size ? view : null;
  };

  let sector = header.getUint32(48, true);
  for (let count = 0; count < MAXIMUM_DIRECTORY_SECTORS; count += 1) {
    const directory = await sectorAt(sector);
    if (!directory) break;
    for (let entry = 0; entry < size; entry += ENTRY_BYTES) names.add(entryName(directory, entry).toLowerCase());
    const perTable = size / 4;
    const table = Math.floor(sector / perTable);
    if (table >= TABLE_SECTORS_IN_HEADER) break;
    const links = await sectorAt(header.getUint32(76 + table * 4, true));
    if (!links) break;
    sector = links.getUint32((sector % perTable) * 4, true);
  }
  names.delete('');
  return names;
}

/** An entry starts with its name in UTF-16, at most 31 characters and a zero; its length in bytes, the zero included, stands at 64. */
function entryName(directory: DataView, entry: number): string {
  const length = Math.min(directory.getUint16(entry + 64, true), 64);
  let name = '';
  for (let at = 0; at + 2 < length; at += 2) name += String.fromCharCode(directory.getUint16(entry + at, true));
  return name;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
