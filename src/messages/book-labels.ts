import type { Words } from './words.ts';

/** A booking, as far as it is told. */
interface BookedSum {
  readonly lines: number;
  /** Debits less credits. */
  readonly minutes: number;
  readonly months: readonly string[];
  readonly replaces: string | null;
}

/** What `tzt book` and `tzt unbook` say. */
export const BOOK_LABELS = {
  nl: {
    notApproved: (run: string) => `Run ${run} is niet geboekt: --book boekt alleen een goedgekeurde run.`,
    booked: (run: string, { lines, minutes, months, replaces }: BookedSum, words: Words) =>
      `Run ${run} is geboekt${replaces === null ? '' : `, in plaats van run ${replaces}`}: ${words.number(lines)} ${lines === 1 ? 'regel' : 'regels'}, ${words.hours(minutes)} (${months.map((month) => words.month(month)).join(', ')}). ${lines === 1 ? 'Die telt nu mee voor het maximum van zijn maand.' : 'Ze tellen nu mee voor het maximum van hun maand.'}`,
    creditsLeft: (n: number, credits: string) =>
      `${credits} ${n === 1 ? 'goedgekeurde creditregel is' : 'goedgekeurde creditregels zijn'} niet geboekt, want de debetregel die ${n === 1 ? 'hij terugneemt' : 'ze terugnemen'}, is niet goedgekeurd.`,
    linesLeft: (n: number, lines: string) =>
      `${lines} ${n === 1 ? 'regel is afgekeurd of onbeslist en is' : 'regels zijn afgekeurd of onbeslist en zijn'} niet geboekt: verstuur ${n === 1 ? 'die' : 'ze'} nog niet.`,
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
    unbooked: (run: string, { lines, minutes }: BookedSum, words: Words) =>
      `De boeking van run ${run} is teruggedraaid: ${words.number(lines)} ${lines === 1 ? 'regel telt' : 'regels tellen'} niet meer mee (${words.hours(minutes)}).`,
    notBooked: (run: string) => `Run ${run} is niet geboekt.`,
    lines: (lines: number) => (lines === 1 ? 'regel' : 'regels'),
    clientMonths: (months: number) => (months === 1 ? 'cliëntmaand' : 'cliëntmaanden'),
  },
  en: {
    notApproved: (run: string) => `Run ${run} was not booked: --book books approved runs only.`,
    booked: (run: string, { lines, minutes, months, replaces }: BookedSum, words: Words) =>
      `Run ${run} is booked${replaces === null ? '' : `, in place of run ${replaces}`}: ${words.number(lines)} ${lines === 1 ? 'line' : 'lines'}, ${words.hours(minutes)} (${months.map((month) => words.month(month)).join(', ')}). ${lines === 1 ? 'It now counts towards the maximum of its month.' : 'They now count towards the maximum of their month.'}`,
    creditsLeft: (n: number, credits: string) =>
      `${credits} approved ${n === 1 ? 'credit was' : 'credits were'} not booked, because the debit ${n === 1 ? 'it takes' : 'they take'} back is not approved.`,
    linesLeft: (n: number, lines: string) =>
      `${lines} ${n === 1 ? 'line is rejected or undecided and was' : 'lines are rejected or undecided and were'} not booked: do not send ${n === 1 ? 'it' : 'them'} yet.`,
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
    unbooked: (run: string, { lines, minutes }: BookedSum, words: Words) =>
      `The booking of run ${run} was taken back: ${words.number(lines)} ${lines === 1 ? 'line counts' : 'lines count'} no longer (${words.hours(minutes)}).`,
    notBooked: (run: string) => `Run ${run} is not booked.`,
    lines: (lines: number) => (lines === 1 ? 'line' : 'lines'),
    clientMonths: (months: number) => (months === 1 ? 'client-month' : 'client-months'),
  },
} as const;
