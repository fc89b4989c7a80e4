import type { RunResult } from '../domain/run.ts';
import type { Words } from '../messages/words.ts';

/** The care months of a run in words: one month, or the first and the last. */
export function periodText({ summary }: RunResult, words: Words): string {
  const first = summary.months[0]?.month;
  const last = summary.months.at(-1)?.month;
  if (first === undefined || last === undefined) return '';
  return first === last ? words.month(first) : `${words.month(first)} – ${words.month(last)}`;
}
