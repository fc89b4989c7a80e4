import { styleText } from 'node:util';
import { harmlessInLog } from '../reporters/escape.ts';
import type { TextLine, Tone } from '../reporters/text-line.ts';
import type { Shell } from './shell.ts';

/** Where a command speaks to people. */
export interface Terminal {
  /** The summary: standard output, unless a report goes there. */
  lines(lines: readonly TextLine[]): void;
  /** Something worth knowing, on standard error. */
  note(text: string): void;
  /** Something went wrong, on standard error. */
  problem(text: string): void;
  /** Whether progress may be drawn. */
  readonly progress: boolean;
}

const STYLES: Partial<Record<Tone, 'bold' | 'green' | 'red' | 'yellow' | 'dim'>> = {
  heading: 'bold',
  good: 'green',
  bad: 'red',
  warning: 'yellow',
  dim: 'dim',
};

/** A terminal as the options and the environment (NO_COLOR, CI) want it. `outputTaken`: a report is written to standard output. */
export function terminalOf(
  shell: Shell,
  options: { readonly quiet?: boolean; readonly color?: boolean; readonly progress?: boolean },
  outputTaken: boolean,
): Terminal {
  const out = outputTaken ? shell.stderr : shell.stdout;
  const colour = (stream: { readonly isTTY?: boolean }) =>
    stream.isTTY === true && options.color !== false && !shell.env.NO_COLOR;
  return {
    lines: (lines) => {
      for (const { text, tone } of lines) {
        const style = STYLES[tone];
        out.write(`${style && colour(out) ? styleText(style, text, { validateStream: false }) : text}\n`);
      }
    },
    note: (text) => {
      if (!options.quiet) shell.stderr.write(`${harmlessInLog(text)}\n`);
    },
    problem: (text) => {
      const line = harmlessInLog(text);
      shell.stderr.write(`${colour(shell.stderr) ? styleText('red', line, { validateStream: false }) : line}\n`);
    },
    progress: shell.stderr.isTTY === true && !options.quiet && options.progress !== false && !shell.env.CI,
  };
}
