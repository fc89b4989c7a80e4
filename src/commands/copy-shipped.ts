import { constants, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { UserError } from '../errors.ts';

/** A file that ships with the program, and where its copy goes. */
export interface ShippedFile {
  readonly from: string;
  readonly to: string;
}

/** Copies files that ship with the program; never over a file that is there: then none is copied. Throws UserError. */
export function copyShipped(files: readonly ShippedFile[], cwd: string): void {
  const taken = files.filter(({ to }) => existsSync(to)).map(({ to }) => relative(cwd, to) || to);
  if (taken.length > 0)
    throw new UserError(`Er is niets geschreven, want dit bestaat al: ${taken.join(', ')}. Kies een andere map.`);
  for (const { from, to } of files) {
    try {
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(from, to, constants.COPYFILE_EXCL);
    } catch (error) {
      const { code = 'onbekende fout' } = error as NodeJS.ErrnoException;
      throw new UserError(
        `${join(relative(cwd, to)) || to} is niet te schrijven (${code}). Kies een andere map.`,
        error,
      );
    }
  }
}
