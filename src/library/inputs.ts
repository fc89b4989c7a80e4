import { fileURLToPath } from 'node:url';
import { bufferSource, findSources } from '../commands/sources.ts';
import { DEFAULT_LIMITS } from '../domain/limits.ts';
import { ROLES, type Role } from '../domain/role.ts';
import type { Notice } from '../domain/table.ts';
import { UserError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import type { NamedSource } from '../pipeline/read-settings.ts';

/** What a file is made of when it is not on disk: bytes, text (read as UTF-8), or pieces of either as they come in. */
export type InputContent = Uint8Array | string | Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>;

/** A file that is not on disk. Its name is how reports call it. Pieces that come in are kept in memory, since files are read more than once. */
export interface ContentInput {
  readonly name: string;
  readonly content: InputContent;
  /** What the file is for; recognised by its columns when absent. */
  readonly role?: Role;
}

/** A file on disk, with its role; read in pieces, never whole in memory. */
export interface PathInput {
  readonly path: string | URL;
  readonly role?: Role;
}

/** A file of a delivery: a path (of a file, or of a folder, read one level deep), a `file:` URL, or content with a name. */
export type Input = string | URL | PathInput | ContentInput;

/** Opens the files of a delivery. Throws UserError for a path that is not there, a role nobody knows, or one name twice. */
export async function sourcesOf(
  inputs: readonly Input[],
  signal: AbortSignal | undefined,
): Promise<{ sources: NamedSource[]; notices: Notice[] }> {
  if (inputs.length === 0) throw new UserError('Geef minstens één bestand om te controleren.');
  const given = inputs.map((input, index) => normal(input, `invoer ${index + 1}`));
  const paths = given.flatMap((input) => ('path' in input ? [input] : []));
  // As on the command line: folders are searched and two files of one name are told apart by their paths.
  const found = await findSources(
    paths.map(({ path }) => path),
    { cwd: '', stdin: null },
    DEFAULT_LIMITS,
  );
  const sources: NamedSource[] = found.sources.map(({ name, path, bytes }) =>
    withRole({ name, bytes }, paths.find((one) => one.path === path)?.role),
  );
  for (const input of given) {
    if ('path' in input) continue;
    const bytes = bufferSource(await gathered(input, signal));
    sources.push(withRole({ name: input.name, bytes }, input.role));
  }
  const names = sources.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UserError(`Twee bestanden heten ${twice}; geef elk een eigen naam.`);
  return { sources, notices: found.notices };
}

// Programs without types call as well: what is no file is told before one is opened.
function normal(input: Input, place: string): { path: string; role?: Role } | ContentInput {
  if (typeof input === 'string') return { path: input };
  if (input instanceof URL) return { path: localPath(input, place) };
  if (typeof input !== 'object' || input === null || !('content' in input || 'path' in input)) {
    throw new UserError(`${place}: geef een pad, een file:-URL, { path } of { name, content }.`);
  }
  const { role } = input;
  if (role !== undefined && !ROLES.includes(role)) {
    throw new UserError(`role: ${role} bestaat niet.${nearest(String(role), ROLES)} Kies uit: ${ROLES.join(', ')}.`);
  }
  if ('content' in input) return withContent(input, place);
  const path = input.path instanceof URL ? localPath(input.path, place) : input.path;
  if (typeof path !== 'string') throw new UserError(`${place}: path moet een pad of een file:-URL zijn.`);
  return role === undefined ? { path } : { path, role };
}

function localPath(url: URL, place: string): string {
  try {
    return fileURLToPath(url);
  } catch (error) {
    throw new UserError(`${place}: ${url.protocol} kan hier niet; alleen een file:-URL van deze computer.`, error);
  }
}

function withContent(input: ContentInput, place: string): ContentInput {
  const { name, content } = input;
  if (typeof name !== 'string' || name === '') throw new UserError(`${place}: geef ook name, de naam in de rapporten.`);
  const pieces = typeof content === 'object' && content !== null;
  if (typeof content === 'string' || (pieces && (Symbol.iterator in content || Symbol.asyncIterator in content)))
    return input;
  throw notContent(name);
}

function notContent(name: string): UserError {
  return new UserError(`${name}: content moet tekst zijn, bytes (Uint8Array) of een stroom van een van beide.`);
}

function withRole(source: NamedSource, role: Role | undefined): NamedSource {
  return role === undefined ? source : { ...source, role };
}

async function gathered({ name, content }: ContentInput, signal: AbortSignal | undefined): Promise<Uint8Array> {
  if (content instanceof Uint8Array) return content;
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  const pieces: Buffer[] = [];
  for await (const piece of content) {
    signal?.throwIfAborted();
    if (typeof piece !== 'string' && !(piece instanceof Uint8Array)) throw notContent(name);
    // A copy: whoever makes the pieces may use the same memory for the next.
    pieces.push(Buffer.from(piece as Uint8Array));
  }
  return Buffer.concat(pieces);
}
