import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { UserError } from '../errors.ts';
import { copyLabels } from '../messages/copy-labels.ts';
import type { Words } from '../messages/words.ts';
import type { CopySource } from '../pipeline/copies.ts';
import { CopyRefused } from '../pipeline/copy-refused.ts';
import type { CopyKind } from '../reporters/copies/copy-kind.ts';
import { copyNames, isCopyName } from './copy-names.ts';
import type { Terminal } from './terminal.ts';
import { writeTo, writeTogether } from './write-whole.ts';

/** The reports that are copies of the input: what each is made of, and what the names of its files end in. */
const COPIES: Readonly<Record<string, readonly { readonly kind: CopyKind; readonly suffix: string }[]>> = {
  annotated: [{ kind: 'annotated', suffix: 'tzt' }],
  split: [
    { kind: 'approved', suffix: 'akkoord' },
    { kind: 'rejected', suffix: 'afgekeurd' },
  ],
};

/** Every kind of copy, with what the name of its file ends in. */
export const COPY_KINDS = Object.values(COPIES).flat();

/** Names of the reports that are copies of the input. */
export const COPY_REPORTS: readonly string[] = Object.keys(COPIES);

/** Where copies go and who hears of them. */
export interface CopyPlace {
  readonly folder: string;
  readonly cwd: string;
  /** Full paths of the files of the delivery: no copy is ever written over one. */
  readonly inputs: readonly string[];
  readonly stdout: Writable;
  readonly terminal: Terminal;
  readonly words: Words;
}

/** Files that are written together, or one copy to standard output (`-`). */
export interface PlannedCopy {
  readonly source: CopySource;
  readonly files: readonly { readonly kind: CopyKind; readonly path: string }[];
}

/**
 * Decides which files the wanted copies become; writes nothing. Throws UserError when one path is given for the copies of several files,
 * or the path of a file of the delivery.
 */
export function planCopies(
  reports: readonly { readonly id: string; readonly target: string | null }[],
  sources: readonly CopySource[],
  { folder, cwd, inputs }: Pick<CopyPlace, 'folder' | 'cwd' | 'inputs'>,
): PlannedCopy[] {
  const taken = new Set(inputs.map(same));
  const isFree = (path: string) => !taken.has(same(path));
  return reports.flatMap(({ id, target }) => {
    const copies = COPIES[id] ?? [];
    if (copies.length > 0 && target !== null) refuseTarget(`${id}=${target}`, resolve(cwd, target), sources, isFree);
    return copies.length === 0
      ? []
      : sources.map((source) => {
          const suffixes = copies.map(({ suffix }) => suffix);
          const extension = source.extension(copies[0]?.kind ?? 'annotated');
          const named = { name: source.fileName, extension };
          const names = copyNames(named, suffixes, (name) => isFree(join(folder, name)));
          const files = copies.map(({ kind }, index) => ({
            kind,
            path: target === null ? join(folder, names[index] ?? '') : target === '-' ? '-' : resolve(cwd, target),
          }));
          for (const { path } of files) taken.add(same(path));
          return { source, files };
        });
  });
}

/** Writes the planned copies, each whole or not at all, and returns their paths. Says which could not be made, and what could not be kept. */
export async function writeCopies(planned: readonly PlannedCopy[], place: CopyPlace): Promise<string[]> {
  const labels = copyLabels(place.words.language);
  const written: string[] = [];
  const unpacked = new Set<string>();
  for (const copy of planned) {
    try {
      const paths = await writeCopy(copy, place);
      if (copy.source.isPacked && paths.length > 0) unpacked.add(copy.source.name);
      written.push(...paths);
    } catch (error) {
      if (!(error instanceof CopyRefused)) throw error;
      const facts = Object.entries(error.facts).map(([name, value]) => [name, place.words.number(value)]);
      place.terminal.problem(labels.refused(copy.source.name, error.reason, Object.fromEntries(facts)));
    }
  }
  for (const name of unpacked) place.terminal.note(labels.unpacked(name));
  if (planned.length === 0) place.terminal.note(labels.noClaims);
  noteEarlier(place, written);
  return written;
}

async function writeCopy({ source, files }: PlannedCopy, place: CopyPlace): Promise<string[]> {
  const labels = copyLabels(place.words.language);
  const [first] = files;
  if (first?.path === '-') {
    // Standard output takes nothing back: the copy is made once for nobody, to be sure that it can be made.
    const bytes = async () => (await source.make(first.kind))?.bytes ?? Readable.from([]);
    for await (const _ of await bytes());
    await writeTo(place.stdout, await bytes());
    return [];
  }
  const made: { path: string; pieces: AsyncIterable<Uint8Array> }[] = [];
  for (const { kind, path } of files) {
    const copy = await source.make(kind);
    if (copy === null) {
      place.terminal.note(labels.emptyHalf(path));
      continue;
    }
    const { bytes, lost } = copy;
    made.push({ path, pieces: bytes });
    if (lost.length > 0) place.terminal.note(labels.lost(path, lost));
  }
  await writeTogether(made);
  return made.map(({ path }) => path);
}

function refuseTarget(
  wish: string,
  path: string,
  sources: readonly CopySource[],
  isFree: (path: string) => boolean,
): void {
  if (sources.length > 1) {
    throw new UserError(
      `${wish}: er zijn ${sources.length} bestanden met declaratieregels. Noem geen bestand en kies een map met --out.`,
    );
  }
  if (!isFree(path)) throw new UserError(`${wish}: dat is een bestand van de levering zelf. Kies een andere naam.`);
}

/** Copies of another run that lie beside these are left alone, for they may be somebody's work; but not without a word. */
function noteEarlier({ folder, inputs, terminal }: CopyPlace, written: readonly string[]): void {
  const known = new Set([...inputs, ...written].map(same));
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => isCopyName(name) && !known.has(same(join(folder, name))));
  } catch {
    return; // Nothing was written there, so nothing lies mixed.
  }
  if (names.length > 0) terminal.note(`In ${folder} staan nog kopieën die niet van deze run zijn: ${names.join(', ')}`);
}

/** Windows and macOS take names that differ in case for the same. */
function same(path: string): string {
  return path.toLowerCase();
}
