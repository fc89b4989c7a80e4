import { harmlessInLog, printable } from './escape.ts';

/** How a line of terminal text is meant; the command line turns it into colour where there is any. */
export type Tone = 'plain' | 'heading' | 'good' | 'bad' | 'warning' | 'dim';

/** One line for a terminal, without control characters and without its line end. */
export interface TextLine {
  readonly text: string;
  readonly tone: Tone;
}

/** Makes a line; what came from a file loses its control characters here, and is no command to a CI server that reads along. */
export function textLine(text: string, tone: Tone = 'plain'): TextLine {
  return { text: harmlessInLog(printable(text)).trimEnd(), tone };
}

/** Rows of text in columns as wide as their widest cell; numbers can be set to the right. */
export function aligned(rows: readonly (readonly string[])[], rightColumns: readonly number[] = []): string[] {
  const clean = rows.map((row) => row.map(printable));
  const widths: number[] = [];
  for (const row of clean) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  return clean.map((row) =>
    row
      .map((cell, column) =>
        rightColumns.includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  );
}
