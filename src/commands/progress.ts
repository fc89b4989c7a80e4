import type { Shell } from './shell.ts';
import type { Terminal } from './terminal.ts';

/** A bar on the terminal while files are read. */
export interface Progress {
  readonly report: (name: string, bytes: number, size: number) => void;
  /** Wipes the bar. */
  readonly done: () => void;
}

const PATIENCE_MS = 500;
const REDRAW_MS = 100;
const WIDTH = 24;

/** Draws nothing in the first half second: short work needs no bar. */
export function progressOn(shell: Shell, terminal: Terminal): Progress {
  const began = shell.now();
  let drawn = 0;
  return {
    report: (name, bytes, size) => {
      const now = shell.now();
      if (!terminal.progress || now - began < PATIENCE_MS || now - drawn < REDRAW_MS) return;
      drawn = now;
      const share = size === 0 ? 1 : Math.min(1, bytes / size);
      const full = Math.round(share * WIDTH);
      const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
      shell.stderr.write(
        `\r\u001b[K${bar} ${Math.round(share * 100)} %  ${shortened(name, (shell.stderr.columns ?? 80) - WIDTH - 10)}`,
      );
    },
    done: () => {
      if (drawn > 0) shell.stderr.write('\r\u001b[K');
    },
  };
}

function shortened(name: string, length: number): string {
  const plain = name.replace(/\p{Cc}/gu, '');
  return plain.length <= length ? plain : `${plain.slice(0, Math.max(0, length - 1))}…`;
}
