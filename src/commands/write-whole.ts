import { randomBytes } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../errors.ts';

/** What a file system says when a place cannot be written, in words for the user. */
const TROUBLE: Readonly<Record<string, string>> = {
  EACCES: 'geen schrijfrechten',
  EPERM: 'geen schrijfrechten',
  EROFS: 'de schijf is alleen-lezen',
  EEXIST: 'er staat een bestand waar een map hoort',
  ENOTDIR: 'er staat een bestand waar een map hoort',
  EISDIR: 'er staat een map waar een bestand hoort',
  ENOENT: 'de map is verdwenen',
  ENOSPC: 'de schijf is vol',
  EDQUOT: 'de schijfruimte voor deze gebruiker is op',
  ENAMETOOLONG: 'de naam is te lang',
  EBUSY: 'het bestand is in gebruik; sluit het in Excel',
  EIO: 'de schijf geeft een fout',
};

/** A file to be written, and what goes into it. */
export interface FileToWrite {
  readonly path: string;
  readonly pieces: AsyncIterable<string | Uint8Array>;
}

/** Drafts that have no name yet: what a signal would leave behind. */
const open = new Set<string>();

/** Removes what is being written, at once: the process is about to end. */
export function removeDrafts(): void {
  for (const draft of open) rmSync(draft, { force: true });
}

/**
 * Writes a file whole or not at all: a temporary name beside the target, then a rename. Folders are made when missing; readable for this
 * user only. Throws UserError when the place cannot be written.
 */
export async function writeWhole(path: string, pieces: FileToWrite['pieces']): Promise<void> {
  await writeTogether([{ path, pieces }]);
}

/** The same for files that belong together: none gets its name before all are complete. */
export async function writeTogether(files: readonly FileToWrite[]): Promise<void> {
  const drafts: { readonly draft: string; readonly path: string }[] = [];
  let current = '';
  try {
    for (const { path, pieces } of files) {
      current = path;
      await refuseDevice(path);
      await mkdir(dirname(path), { recursive: true });
      const draft = join(dirname(path), `.${randomBytes(6).toString('hex')}.tzt`);
      drafts.push({ draft, path });
      open.add(draft);
      await pipeline(Readable.from(pieces), createWriteStream(draft, { mode: 0o600, flags: 'wx' }));
    }
    for (const { draft, path } of drafts) {
      current = path;
      await rename(draft, path);
    }
  } catch (error) {
    for (const { draft } of drafts) await rm(draft, { force: true }).catch(() => undefined);
    const trouble = troubleOf(error);
    if (trouble === null) throw error;
    throw new UserError(
      `Het rapport ${current} is niet te schrijven: ${trouble}. Kies een andere map met --out.`,
      error,
    );
  } finally {
    for (const { draft } of drafts) open.delete(draft);
  }
}

/** What a file system says, in words for the user; null when it is no trouble of a file system, or one that nobody knows. */
export function troubleOf(error: unknown): string | null {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  // Node says that a folder is not there when one on a disk that cannot be written was to be made.
  if (syscall === 'mkdir' && code === 'ENOENT') return 'de map is niet te maken';
  return syscall === undefined ? null : (TROUBLE[code] ?? null);
}

/** A report takes the place of what has its name: of a file, never of a device or a pipe, such as `/dev/null`, which others need. */
async function refuseDevice(path: string): Promise<void> {
  const facts = await stat(path).catch(() => null);
  if (facts === null || facts.isFile() || facts.isDirectory()) return;
  throw new UserError(
    `${path} is geen gewoon bestand en wordt niet vervangen. Kies een ander pad, of =- voor standaarduitvoer.`,
  );
}

/** Writes to standard output, no faster than it takes, and no further than it is read. */
export async function writeTo(stdout: Writable, pieces: FileToWrite['pieces']): Promise<void> {
  for await (const piece of pieces) {
    if (stdout.destroyed) return;
    if (!stdout.write(piece)) await drained(stdout);
  }
}

/** Resolves when more can be written, or when nothing can any more. */
function drained(stdout: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stdout.off('drain', done).off('close', done);
      resolve();
    };
    stdout.on('drain', done).on('close', done);
    if (stdout.destroyed) done();
  });
}
