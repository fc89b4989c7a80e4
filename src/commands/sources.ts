import { open, readdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { ByteSource } from '../domain/byte-source.ts';
import type { Limits } from '../domain/limits.ts';
import type { Notice } from '../domain/table.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { UserError } from '../errors.ts';
import { hashBeside } from './hash-beside.ts';

/** A file of the delivery as the shell found it. */
export interface FoundSource {
  /** Its name in reports: without folders, unless two files share it. */
  readonly name: string;
  /** Its path as the user gave it, or as the folder held it; `-` for standard input. */
  readonly path: string;
  readonly bytes: ByteSource;
}

/** Endings of files that a folder is searched for. Content decides what they are; other files are left, and named. */
const ENDINGS: readonly string[] = [
  '.csv',
  '.tsv',
  '.txt',
  '.tab',
  '.xlsx',
  '.xlsm',
  '.xls',
  '.ods',
  '.asc',
  '.ei',
  '.gz',
  '.zip',
];
const CHUNK = 256 * 1024;
/** From so many bytes on a thread that hashes pays for its start. */
const LARGE = 32 * 1024 * 1024;

/**
 * Opens files, folders (one level deep) and standard input (`-`). Throws UserError for a path that does not exist or is no file, and for more
 * on standard input than the limit.
 */
export async function findSources(
  paths: readonly string[],
  shell: { readonly cwd: string; readonly stdin: Readable | null },
  limits: Pick<Limits, 'standardInputBytes'>,
): Promise<{ sources: FoundSource[]; notices: Notice[] }> {
  const notices: Notice[] = [];
  const found: { path: string; bytes: ByteSource }[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    for (const file of path === '-' && shell.stdin ? ['-'] : await filesOf(path, shell.cwd, notices)) {
      const full = file === '-' && shell.stdin ? '-' : resolve(shell.cwd, file);
      if (seen.has(full)) continue;
      seen.add(full);
      found.push({
        path: file,
        bytes:
          file === '-' && shell.stdin
            ? await standardInput(shell.stdin, limits.standardInputBytes)
            : await fileSource(full),
      });
    }
  }
  const names = found.map(({ path }) => (path === '-' ? 'standaardinvoer' : basename(path)));
  const sources = found.map(({ path, bytes }, index) => {
    const name = names[index] ?? path;
    return { path, bytes, name: names.indexOf(name) === names.lastIndexOf(name) ? name : path };
  });
  return { sources, notices };
}

/** The bytes of a file. Reading errors become UnreadableSource: they are about this file, not about the program. */
export async function fileSource(path: string): Promise<ByteSource> {
  const first = await stat(path, { bigint: true });
  const size = Number(first.size);
  let hash: (() => Promise<string | null>) | null = null;
  const beside = () => {
    hash ??= hashBeside(path, size);
    return hash;
  };
  return {
    size,
    ...(size < LARGE ? {} : { sha256: () => beside()() }),
    // By what no program can set back: a file that is replaced is another, one that is written to has another time of change.
    isChanged: async () => {
      const now = await stat(path, { bigint: true }).catch(() => null);
      if (now === null) return true;
      return now.size !== first.size || now.ctimeNs !== first.ctimeNs || now.ino !== first.ino || now.dev !== first.dev;
    },
    async *chunks() {
      if (size >= LARGE) beside();
      const handle = await guarded(open(path, 'r'));
      // In turns: the one is filled while the other is looked at.
      const buffers = [Buffer.allocUnsafe(CHUNK), Buffer.allocUnsafe(CHUNK)] as const;
      let turn = 0;
      const readAt = (position: number) => handle.read(buffers[turn++ % 2]!, 0, CHUNK, position);
      // The next chunk is on its way while this one is looked at. Its error is thrown when its turn comes, or by nobody when that never does.
      let next = readAt(0);
      next.catch(() => undefined);
      try {
        for (let position = 0; ; ) {
          const { bytesRead, buffer } = await guarded(next);
          if (bytesRead === 0) return;
          position += bytesRead;
          // A file that somebody goes on writing to has no end: that it is longer than it was is all there is to know.
          if (position <= size) {
            next = readAt(position);
            next.catch(() => undefined);
          }
          yield buffer.subarray(0, bytesRead);
          if (position > size) return;
        }
      } finally {
        await next.catch(() => undefined);
        await handle.close();
      }
    },
    async read(offset, length) {
      const handle = await guarded(open(path, 'r'));
      try {
        const wanted = Math.max(0, Math.min(length, size - offset));
        const { bytesRead, buffer } = await guarded(handle.read(Buffer.allocUnsafe(wanted), 0, wanted, offset));
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
  };
}

async function filesOf(path: string, cwd: string, notices: Notice[]): Promise<string[]> {
  const full = resolve(cwd, path);
  const facts = await stat(full).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new UserError(`Bestand of map niet gevonden: ${path}`, error);
    throw new UserError(`Geen toegang tot ${path} (${error.code ?? 'onbekende fout'}).`, error);
  });
  if (facts.isFile()) return [path];
  if (!facts.isDirectory())
    throw new UserError(`${path} is geen gewoon bestand. Geef een bestand, een map, of - voor standaardinvoer.`);
  const entries = (await readdir(full, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of entries) {
    // Hidden files and the lock files of office programs are no part of a delivery.
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
    const isFile = entry.isFile() || (entry.isSymbolicLink() && (await isFileBehind(join(full, entry.name))));
    const taken = isFile && ENDINGS.includes(extname(entry.name).toLowerCase());
    if (taken) files.push(join(path, entry.name));
    else notices.push({ id: 'folder-entry-skipped', data: { name: entry.name } });
  }
  if (files.length === 0) throw new UserError(`In de map ${path} staat geen bestand om te controleren (csv of xlsx).`);
  return files;
}

/** A link to a folder, or to nothing, is no file of the delivery; neither is a pipe, which would be waited for. */
async function isFileBehind(link: string): Promise<boolean> {
  return stat(link).then(
    (facts) => facts.isFile(),
    () => false,
  );
}

async function standardInput(stdin: Readable, most: number): Promise<ByteSource> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    size += chunk.length;
    if (size > most) {
      throw new UserError(
        `Op standaardinvoer komen meer dan ${most} bytes. Geef het bestand zelf, of verhoog limits.standardInputBytes in tzt.config.json.`,
      );
    }
    chunks.push(Buffer.from(chunk));
  }
  return bufferSource(Buffer.concat(chunks));
}

/** Bytes that are in memory already. */
export function bufferSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    async *chunks() {
      for (let start = 0; start < bytes.length; start += CHUNK) yield bytes.subarray(start, start + CHUNK);
    },
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}

async function guarded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new UnreadableSource('read-error', { detail: (error as NodeJS.ErrnoException).code ?? 'onbekend' }, error);
  }
}
