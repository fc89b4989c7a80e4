import type { Language } from '../domain/run.ts';

/** The words of `tzt runs` in one language. Counts come as a number, for the grammar, and as text, for the eye. */
interface RunsLabels {
  /** Run, day, verdict, care months, technology lines, booking, files. */
  readonly headings: readonly string[];
  readonly noRuns: string;
  pruned(runs: Count, lines: Count, findings: Count, day: string): string;
  /** Of a run whose lines are gone. */
  onlyBooking(run: string): string;
  booked(day: string): string;
  insteadOf(run: string): string;
  returned(lines: string): string;
  replacedBy(run: string): string;
  takenBack(day: string): string;
}

/** A count, with its text. */
interface Count {
  readonly n: number;
  readonly text: string;
}

const NL: RunsLabels = {
  headings: ['run', 'datum', 'oordeel', 'zorgmaanden', 'regels', 'boeking', 'bestanden'],
  noRuns: 'Er zijn nog geen runs onthouden.',
  pruned: (runs, lines, findings, day) =>
    runs.n === 0
      ? `Er zijn geen runs van voor ${day}; er is niets opgeruimd.`
      : `Opgeruimd: ${many(runs, 'run', 'runs')} van voor ${day}, met ${many(lines, 'regel', 'regels')} en ${many(findings, 'bevinding', 'bevindingen')}. Wat geboekt is, blijft meetellen.`,
  onlyBooking: (run) => `Run ${run} is opgeruimd; alleen zijn boeking is er nog.`,
  booked: (day) => `geboekt op ${day}`,
  insteadOf: (run) => `in plaats van ${run}`,
  returned: (lines) => `${lines} teruggekomen`,
  replacedBy: (run) => `vervangen door ${run}`,
  takenBack: (day) => `teruggedraaid op ${day}`,
};

const EN: RunsLabels = {
  headings: ['run', 'date', 'verdict', 'care months', 'lines', 'booking', 'files'],
  noRuns: 'No runs are remembered yet.',
  pruned: (runs, lines, findings, day) =>
    runs.n === 0
      ? `There are no runs from before ${day}; nothing was removed.`
      : `Removed: ${many(runs, 'run', 'runs')} from before ${day}, with ${many(lines, 'line', 'lines')} and ${many(findings, 'finding', 'findings')}. What was booked keeps counting.`,
  onlyBooking: (run) => `Run ${run} was removed; only its booking is left.`,
  booked: (day) => `booked on ${day}`,
  insteadOf: (run) => `in place of ${run}`,
  returned: (lines) => `${lines} returned`,
  replacedBy: (run) => `replaced by ${run}`,
  takenBack: (day) => `taken back on ${day}`,
};

/** What `tzt runs` says, per language. */
export const RUNS_LABELS: Readonly<Record<Language, RunsLabels>> = { nl: NL, en: EN };

function many({ n, text }: Count, one: string, more: string): string {
  return `${text} ${n === 1 ? one : more}`;
}
