import * as yauzl from 'yauzl';
import type { ByteSource } from '../domain/byte-source.ts';
import type { Limits } from '../domain/limits.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { inflated, inflatedCounter } from './zip-entry.ts';
import { SourceReader } from './zip-source.ts';

/** One file inside a zip. */
export interface ZipPart {
  /** As the zip has it, with `/` between folders. */
  readonly name: string;
  /** Its bytes, inflated while they are asked for. Its size and checksum are held against the directory of the zip at the end. */
  chunks(): AsyncGenerator<Uint8Array, void, undefined>;
}

/** The files of a zip, found by name without regard to case. */
export interface Zip {
  /** All names, lower case, with `/` between folders. */
  readonly names: readonly string[];
  /** The part of that name, or null; throws UnreadableSource when the zip has it twice or holds it encrypted. */
  part(name: string): ZipPart | null;
  close(): void;
}

/**
 * Opens a zip of which only the directory at its end is read. Nothing is ever written to disk.
 * Throws UnreadableSource `damaged-zip` or `encrypted-workbook`.
 */
export async function openZip(source: ByteSource, limits: Limits): Promise<Zip> {
  const file = await openDirectory(source);
  const byName = await readDirectory(file).catch((error: unknown) => {
    file.close();
    throw error;
  });
  const count = inflatedCounter(limits);
  const part = (name: string): ZipPart | null => {
    const entries = byName.get(normalised(name));
    if (entries === undefined) return null;
    const [entry] = entries;
    // Two entries of one name are how a file shows one content to a checker and another to Excel.
    if (entry === undefined || entries.length > 1)
      throw new UnreadableSource('damaged-zip', { detail: 'duplicate-entry', part: name });
    if (entry.isEncrypted()) throw new UnreadableSource('encrypted-workbook', { part: name });
    return { name, chunks: () => inflated(source, entry, () => dataStart(file, entry), name, count) };
  };
  return { names: [...byName.keys()], part, close: () => file.close() };
}

/** More entries than any workbook has; bounds the memory the directory takes. */
const MAXIMUM_ENTRIES = 10_000;

async function openDirectory(source: ByteSource): Promise<yauzl.ZipFile> {
  try {
    // Names are decoded here, not by yauzl: it would refuse a whole workbook for one entry `/xl/workbook.xml`.
    const options = { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: true };
    return await yauzl.fromRandomAccessReaderPromise(new SourceReader(source), source.size, options);
  } catch (error) {
    throw damagedZip(error);
  }
}

async function dataStart(file: yauzl.ZipFile, entry: yauzl.Entry): Promise<number> {
  try {
    return (await file.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart;
  } catch (error) {
    throw damagedZip(error);
  }
}

async function readDirectory(file: yauzl.ZipFile): Promise<ReadonlyMap<string, readonly yauzl.Entry[]>> {
  const byName = new Map<string, yauzl.Entry[]>();
  const places: Place[] = [];
  try {
    for await (const entry of file.eachEntry()) {
      if (file.entriesRead > MAXIMUM_ENTRIES) throw new UnreadableSource('damaged-zip', { detail: 'too-many-entries' });
      const raw = entry.fileName as unknown as Buffer;
      const name = normalised(yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false));
      if (name.split('/').includes('..')) throw new UnreadableSource('damaged-zip', { detail: 'path-outside-zip' });
      places.push(placeOf(entry, raw.length));
      if (name.endsWith('/')) continue;
      const same = byName.get(name);
      if (same) same.push(entry);
      else byName.set(name, [entry]);
    }
  } catch (error) {
    throw damagedZip(error);
  }
  refuseOverlap(places);
  return byName;
}

/** The bytes of an entry in the zip, as far as the directory tells. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** The header of an entry without its name and extra fields. */
const LOCAL_HEADER_BYTES = 30;

function placeOf({ relativeOffsetOfLocalHeader: start, compressedSize }: yauzl.Entry, nameLength: number): Place {
  return { start, end: start + LOCAL_HEADER_BYTES + nameLength + compressedSize };
}

/** Entries that share bytes are how a small zip becomes any size: no program writes them so. */
function refuseOverlap(places: Place[]): void {
  places.sort((a, b) => a.start - b.start);
  for (let index = 1; index < places.length; index++) {
    if (places[index]!.start < places[index - 1]!.end)
      throw new UnreadableSource('damaged-zip', { detail: 'overlapping-entries' });
  }
}

/** Part names are equal without regard to case (OPC, ECMA-376 part 2, 6.2.2.3); some writers use backslashes or a leading slash. */
function normalised(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function damagedZip(error: unknown): unknown {
  if (error instanceof UnreadableSource) return error;
  if (!(error instanceof Error)) return error;
  if (error.message === 'strong encryption is not supported')
    return new UnreadableSource('encrypted-workbook', {}, error);
  return new UnreadableSource('damaged-zip', {}, error);
}
