import type { RunFinding, RunPlace, RunResult } from '../domain/run.ts';

/** Where a CI server shows something: a file and a row of it, counted from 1. */
export type ShownPlace = Pick<RunPlace, 'input' | 'sheet' | 'row' | 'cell'>;

/** A place as a CI server takes it: what is said of a file as a whole is shown at its first row. */
export function shownAt({ input, sheet, row, cell }: RunPlace): ShownPlace {
  return { input, sheet, row: Math.max(1, row), cell };
}

/** The first place of a finding; of one that stands nowhere in particular, the first file of the run, for CI servers refuse one without. */
export function shownPlace({ places }: RunFinding, { inputs, tool }: RunResult): ShownPlace {
  const [first] = places;
  if (first !== undefined) return shownAt(first);
  return { input: inputs[0]?.name ?? tool.name, sheet: null, row: 1, cell: null };
}
