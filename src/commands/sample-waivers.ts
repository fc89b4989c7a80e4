import type { RunResult } from '../domain/run.ts';
import type { Waiver } from '../domain/waiver.ts';
import type { SampleText } from './sample-text.ts';

/** The column of a sample that accepts what is found on a row, up to and including a day (`jjjj-mm-dd`). */
const ACCEPTED_UNTIL = 'geaccepteerd_tot';

/** A waiver, and the row of the sample that asks for it. */
export interface SampleWaiver {
  readonly waiver: Waiver;
  readonly row: number;
}

/** The waivers a sample asks for: of every finding on the row, or, where nothing is found, of a finding that is not there. */
export function sampleWaivers({ headings, rows }: SampleText, { findings }: RunResult): SampleWaiver[] {
  const column = headings.indexOf(ACCEPTED_UNTIL);
  return rows.flatMap(({ row, cells }) => {
    const until = cells[column] ?? '';
    if (until === '' || row === null) return [];
    const here = findings.filter(({ places }) => places.some((place) => place.row === row));
    const fingerprints = here.length > 0 ? here.map(({ fingerprint }) => fingerprint) : [`niet-gevonden-${row}`];
    const terms = {
      reason: 'Voorbeeld',
      owner: 'tzt',
      from: `${Number(until.slice(0, 4)) - 1}${until.slice(4)}`,
      until,
    };
    return fingerprints.map((fingerprint) => ({ waiver: { fingerprint, ...terms }, row }));
  });
}
