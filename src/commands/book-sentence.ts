import type { RunResult } from '../domain/run.ts';
import type { Words } from '../messages/words.ts';
import type { Booking, BookOutcome, Hindrance, UnbookOutcome } from '../store/booking.ts';

/** What came of booking a run, in a sentence or two. `outcome` null: it was not tried, since the run is not approved. */
export function bookSentence(run: string, outcome: BookOutcome | null, words: Words): string {
  const say = SENTENCES[words.language];
  switch (outcome?.outcome) {
    case undefined:
      return say.notApproved(run);
    case 'booked':
      return say.booked(run, outcome.booking, words);
    case 'already':
      return say.already(run, words.date(outcome.booking.bookedAt));
    case 'unknown-run':
      return say.unknownRun(run);
    case 'pruned':
      return say.pruned(run);
    case 'not-replaceable':
      return say.notReplaceable;
    case 'stale':
      return say.stale(run, hindrances(outcome.runs, words));
    case 'double':
      return say.double(run, hindrances(outcome.runs, words));
  }
}

/** Whether a run judged a test message (AW319 field 0105): it is never sent as a claim, so it cannot be booked. */
export function isTest({ inputs }: Pick<RunResult, 'inputs'>): boolean {
  return inputs.some(({ test }) => test === true);
}

/** Why such a run is not booked. */
export function testSentence(run: string, words: Words): string {
  return SENTENCES[words.language].test(run);
}

/** What came of taking a booking back. */
export function unbookSentence(run: string, outcome: UnbookOutcome, words: Words): string {
  const say = SENTENCES[words.language];
  if (outcome.outcome === 'unbooked') return say.unbooked(run, stillCounted(outcome.booking), words);
  return outcome.outcome === 'not-booked' ? say.notBooked(run) : say.unknownRun(run);
}

const SENTENCES = {
  nl: {
    notApproved: (run: string) => `Run ${run} is niet geboekt: --book boekt alleen een goedgekeurde run.`,
    booked: (run: string, { lines, minutes, months, replaces }: Booking, words: Words) =>
      `Run ${run} is geboekt${replaces === null ? '' : `, in plaats van run ${replaces}`}: ${words.number(lines)} ${lines === 1 ? 'regel' : 'regels'}, ${words.hours(minutes)} (${months.map((month) => words.month(month)).join(', ')}). Ze tellen nu mee voor het maximum van hun maand.`,
    test: (run: string) =>
      `Run ${run} is niet geboekt: er zit een testbericht bij (AW319, soort T), en dat is geen declaratie.`,
    already: (run: string, day: string) => `Run ${run} was al geboekt op ${day}.`,
    unknownRun: (run: string) => `Er is geen run ${run}. Bekijk de lijst met: tzt runs list`,
    pruned: (run: string) =>
      `De regels van run ${run} zijn opgeruimd; hij kan niet meer geboekt worden. Controleer het bestand opnieuw en boek die run.`,
    notReplaceable: 'De run die vervangen moet worden, is niet geboekt. Bekijk de lijst met: tzt runs list',
    stale: (run: string, runs: string) =>
      `Niet geboekt: sinds run ${run} beoordeeld is, is er geboekt of teruggedraaid voor dezelfde cliënten en maanden (${runs}). Controleer het bestand opnieuw en boek die run.`,
    double: (run: string, runs: string) =>
      `Niet geboekt: regels van run ${run} zijn al geboekt (${runs}). Komt deze aanlevering in de plaats van de eerdere, boek dan met --replaces.`,
    unbooked: (run: string, { lines, minutes }: Booking, words: Words) =>
      `De boeking van run ${run} is teruggedraaid: ${words.number(lines)} ${lines === 1 ? 'regel telt' : 'regels tellen'} niet meer mee (${words.hours(minutes)}).`,
    notBooked: (run: string) => `Run ${run} is niet geboekt.`,
    lines: (lines: number) => (lines === 1 ? 'regel' : 'regels'),
    clientMonths: (months: number) => (months === 1 ? 'cliëntmaand' : 'cliëntmaanden'),
  },
  en: {
    notApproved: (run: string) => `Run ${run} was not booked: --book books approved runs only.`,
    booked: (run: string, { lines, minutes, months, replaces }: Booking, words: Words) =>
      `Run ${run} is booked${replaces === null ? '' : `, in place of run ${replaces}`}: ${words.number(lines)} ${lines === 1 ? 'line' : 'lines'}, ${words.hours(minutes)} (${months.map((month) => words.month(month)).join(', ')}). They now count towards the maximum of their month.`,
    test: (run: string) => `Run ${run} was not booked: it holds a test message (AW319, kind T), which is no claim.`,
    already: (run: string, day: string) => `Run ${run} was booked already on ${day}.`,
    unknownRun: (run: string) => `There is no run ${run}. See the list with: tzt runs list`,
    pruned: (run: string) =>
      `The lines of run ${run} were removed; it can no longer be booked. Validate the file again and book that run.`,
    notReplaceable: 'The run to be replaced is not booked. See the list with: tzt runs list',
    stale: (run: string, runs: string) =>
      `Not booked: since run ${run} was judged, bookings changed for the same clients and months (${runs}). Validate the file again and book that run.`,
    double: (run: string, runs: string) =>
      `Not booked: lines of run ${run} are booked already (${runs}). If this delivery takes the place of the earlier one, book it with --replaces.`,
    unbooked: (run: string, { lines, minutes }: Booking, words: Words) =>
      `The booking of run ${run} was taken back: ${words.number(lines)} ${lines === 1 ? 'line counts' : 'lines count'} no longer (${words.hours(minutes)}).`,
    notBooked: (run: string) => `Run ${run} is not booked.`,
    lines: (lines: number) => (lines === 1 ? 'line' : 'lines'),
    clientMonths: (months: number) => (months === 1 ? 'client-month' : 'client-months'),
  },
} as const;

/** What counted when a booking was taken back: what the payer had sent back counted no longer. */
function stillCounted(booking: Booking): Booking {
  const { lines, minutes, returned } = booking;
  return { ...booking, lines: lines - returned.lines, minutes: minutes - returned.minutes };
}

/** Which runs stand in the way, and with how many lines, or client-months where no line is the same. */
function hindrances(runs: readonly Hindrance[], words: Words): string {
  const say = SENTENCES[words.language];
  return runs
    .map(({ run, lines, clientMonths }) =>
      lines > 0
        ? `run ${run}: ${words.number(lines)} ${say.lines(lines)}`
        : `run ${run}: ${words.number(clientMonths)} ${say.clientMonths(clientMonths)}`,
    )
    .join('; ');
}
