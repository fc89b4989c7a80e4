import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Notice } from '../domain/table.ts';
import { UserError } from '../errors.ts';
import { formatKey, KEY_BYTES, parseKey, parseStoredKey } from '../store/key.ts';
import type { Shell } from './shell.ts';

/** The key of this installation's pseudonyms and fingerprints. */
export interface FoundKey {
  readonly key: Uint8Array;
  readonly notices: readonly Notice[];
}

/**
 * TZT_KEY when set, else the key file beside the store, made on first use with mode 0600. Where it cannot be written the key lives as
 * long as the run, and a notice says that its pseudonyms and fingerprints cannot be compared with those of other runs.
 */
export function findKey(storeFile: string, env: Shell['env']): FoundKey {
  if (env.TZT_KEY) {
    const key = parseKey(env.TZT_KEY);
    if (key === null)
      throw new UserError('TZT_KEY is te kort: geef 64 hexadecimale cijfers of een wachtzin van minstens 16 tekens.');
    return { key, notices: [] };
  }
  const { path } = keyFileOf(storeFile);
  return { ...(readKey(path) ?? makeKey(path)) };
}

/** Where the key file of a store lies, and whether it is there. */
export function keyFileOf(storeFile: string): { readonly path: string; readonly exists: boolean } {
  const path = join(dirname(storeFile), 'tzt.key');
  return { path, exists: existsSync(path) };
}

function readKey(file: string): FoundKey | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw new UserError(
      `Het sleutelbestand ${file} is niet te lezen. Herstel de rechten, of zet de sleutel in TZT_KEY.`,
      error,
    );
  }
  const key = parseStoredKey(text);
  if (key === null) {
    throw new UserError(
      `Het sleutelbestand ${file} is beschadigd. Zet een reservekopie terug; zonder de oude sleutel zijn eerdere runs niet meer te koppelen.`,
    );
  }
  return { key, notices: [] };
}

function makeKey(file: string): FoundKey {
  const key = new Uint8Array(randomBytes(KEY_BYTES));
  try {
    mkdirSync(dirname(file), { recursive: true });
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, `${formatKey(key)}\n`);
    closeSync(handle);
    return { key, notices: [] };
  } catch (error) {
    // Another process was first: its key is the key.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readKey(file) ?? { key, notices: [] };
    return { key, notices: [{ id: 'ephemeral-key', data: { path: file } }] };
  }
}
