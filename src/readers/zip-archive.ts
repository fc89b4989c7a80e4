import type { ByteSource } from '../domain/byte-source.ts';
import type { Limits } from '../domain/limits.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { countedSource } from './gzip.ts';
import { openZip } from './zip.ts';

/** The files in a zip that is no workbook. */
export interface ZipArchive {
  /** In the order of the zip, in lower case; without what macOS puts beside its files. */
  readonly names: readonly string[];
  /** One of them as a source of its own, counted once. Throws UnreadableSource when it is damaged, encrypted or too large. */
  open(name: string): Promise<ByteSource>;
  close(): void;
}

/** Opens a zip for the files in it. Throws UnreadableSource, `limit-exceeded` when there are more files than a workbook may have sheets. */
export async function archivedFiles(source: ByteSource, limits: Limits): Promise<ZipArchive> {
  const zip = await openZip(source, limits);
  const names = zip.names.filter((name) => !/(^|\/)(__macosx\/|\.)/.test(name));
  if (names.length > limits.sheets) {
    zip.close();
    throw new UnreadableSource('limit-exceeded', { limit: 'sheets', value: names.length, maximum: limits.sheets });
  }
  const open = async (name: string): Promise<ByteSource> => {
    const part = zip.part(name);
    if (part === null) throw new UnreadableSource('damaged-zip', { part: name });
    return countedSource(() => part.chunks(), limits, Number.POSITIVE_INFINITY);
  };
  return { names, open, close: () => zip.close() };
}
