import { maskBsn } from '../domain/bsn.ts';
import type { ByteSource } from '../domain/byte-source.ts';
import { ClientIdentity } from '../domain/client-identity.ts';
import type { Limits } from '../domain/limits.ts';
import type { Pseudonyms } from '../domain/pseudonyms.ts';
import type { ReturnMessage } from '../domain/return-message.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { type ClientNames, clientNames } from '../engine/client-names.ts';
import { Aw320Parser, type ReadReturn } from '../parse/aw320.ts';
import { type NoReturn, noReturn } from '../parse/aw320-kind.ts';
import { readAw319 } from '../readers/aw319.ts';
import { recogniseFormat } from '../readers/format.ts';
import { xmlFacts } from './read-message.ts';

/** How a return message is read. */
export interface ReturnSettings {
  readonly limits: Limits;
  /** Every code that some policy knows. */
  readonly technology: ReadonlySet<string>;
  readonly pseudonyms: Pseudonyms;
}

/** A return message, or what the file is instead. */
export type FoundReturn =
  | { readonly found: 'return'; readonly message: ReturnMessage }
  | { readonly found: 'other'; readonly what: NoReturn };

const HEAD = 65_536;

/**
 * Reads a file as a return message (AW320 1.3 or 1.4), packed or not. What is wrong in the message is told in its faults. Throws
 * UnreadableSource for a file that is no EI message, or cannot be read at all.
 */
export async function readReturn(source: ByteSource, settings: ReturnSettings): Promise<FoundReturn> {
  const kind = recogniseFormat(await source.read(0, HEAD));
  if (kind === 'gzip') {
    const { gunzipped } = await import('../readers/gzip.ts');
    return readMessage(await gunzipped(source, settings.limits), settings);
  }
  if (kind !== 'zip') return readMessage(source, settings);
  const { archivedFiles } = await import('../readers/zip-archive.ts');
  const archive = await archivedFiles(source, settings.limits);
  try {
    const [only, ...others] = archive.names;
    if (only === undefined || others.length > 0) throw new UnreadableSource('zip-archive');
    return await readMessage(await archive.open(only), settings);
  } finally {
    archive.close();
  }
}

async function readMessage(bytes: ByteSource, settings: ReturnSettings): Promise<FoundReturn> {
  if (bytes.size === 0) throw new UnreadableSource('empty-file');
  const head = await bytes.read(0, HEAD);
  const kind = recogniseFormat(head);
  if (kind === 'xml') throw new UnreadableSource('xml-message', xmlFacts(head));
  if (kind !== 'ei') throw new UnreadableSource('not-text', { detail: kind });
  const what = noReturn(latin1(head).replace(/^\u00ef\u00bb\u00bf/, ''));
  if (what !== null) return { found: 'other', what };
  const identity = new ClientIdentity();
  const parser = new Aw320Parser(settings.technology, identity);
  try {
    for await (const records of readAw319(bytes.chunks())) {
      for (const record of records) parser.record(record);
    }
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    // What was read stays to be shown; a message that is not whole is not acted upon.
    parser.stopped(error.reason);
  }
  return { found: 'return', message: named(parser.end(), clientNames(identity, settings.pseudonyms)) };
}

/** The message with names in place of clients, and without any BSN in its texts. */
function named(read: ReadReturn, names: ClientNames): ReturnMessage {
  const safe = (text: string) => maskBsn(names.safe(text));
  return {
    ...read,
    invoice: safe(read.invoice),
    payerReference: safe(read.payerReference),
    lines: read.lines.map((line) => ({
      ...line,
      client: line.client === null ? '' : names.label(line.client),
      pseudonym: line.client === null ? '' : names.pseudonym(line.client),
      reference: names.safe(line.reference),
    })),
  };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
}
