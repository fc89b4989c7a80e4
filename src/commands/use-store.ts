import type { Language } from '../domain/run.ts';
import type { Words } from '../messages/words.ts';
import { wordsFor } from '../messages/words-for.ts';
import { createPseudonyms, type KeyedPseudonyms } from '../store/pseudonyms.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { findKey } from './key-file.ts';
import { storeAt } from './remember.ts';
import { type Settled, settle } from './settled.ts';
import type { ExitCode, Shell } from './shell.ts';
import type { StoreOptions } from './store-options.ts';
import { type Terminal, terminalOf } from './terminal.ts';

/** What a command that may need the store works with. */
export interface StoreUse {
  readonly settled: Settled;
  readonly storeFile: string;
  readonly language: Language;
  readonly words: Words;
  readonly terminal: Terminal;
  /** Opens the store, once; null when there is none and it is not to be made. Only then a key is looked for, or made. */
  open(make?: boolean): Promise<OpenStore | null>;
}

/** An open store with the names of its key. */
export interface OpenStore {
  readonly store: Store;
  readonly pseudonyms: KeyedPseudonyms;
}

/** Does work that may need the store, closes it afterwards, and says what is wrong when the store is in trouble (exit 4). */
export async function usingStore(
  options: StoreOptions,
  shell: Shell,
  work: (use: StoreUse) => Promise<ExitCode>,
): Promise<ExitCode> {
  const settled = settle(options, shell);
  const { language } = settled;
  const words = wordsFor(language);
  const storeFile = settled.storeFile;
  const terminal = terminalOf(shell, options, false);
  let opened: OpenStore | null = null;
  try {
    return await work({
      settled,
      storeFile,
      language,
      words,
      terminal,
      open: async (make = false) => {
        opened ??= await openStoreOf(storeFile, shell, make);
        return opened;
      },
    });
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    terminal.problem(words.storeError(error.kind, { ...error.data, path: storeFile }));
    return 4;
  } finally {
    (opened as OpenStore | null)?.store.close();
  }
}

async function openStoreOf(file: string, shell: Shell, make: boolean): Promise<OpenStore | null> {
  let pseudonyms: KeyedPseudonyms | null = null;
  const keyed = () => {
    pseudonyms ??= createPseudonyms(findKey(file, shell.env).key);
    return pseudonyms;
  };
  const store = await storeAt(file, () => keyed().keyCheck, make);
  return store === null ? null : { store, pseudonyms: keyed() };
}
