import { UserError } from '../errors.ts';
import type { Words } from '../messages/words.ts';
import type { Settled } from './settled.ts';
import type { ExitCode, Shell } from './shell.ts';
import type { StoreOptions } from './store-options.ts';
import type { Terminal } from './terminal.ts';
import { type OpenStore, usingStore } from './use-store.ts';

/** What a command that cannot do without the store works with. */
export interface StoreWork extends OpenStore {
  readonly settled: Settled;
  readonly words: Words;
  readonly terminal: Terminal;
}

/** Does work on the store that exists. Throws UserError when there is none yet. */
export function withStore(
  options: StoreOptions,
  shell: Shell,
  work: (parts: StoreWork) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  return usingStore(options, shell, async ({ open, settled, storeFile, words, terminal }) => {
    const opened = await open();
    if (opened !== null) return work({ ...opened, settled, words, terminal });
    throw new UserError(`Er is nog geen opslag: ${storeFile} bestaat niet. Ze ontstaat bij de eerste tzt validate.`);
  });
}
