import fc from 'fast-check';

/** Technology given on one day, as the care system holds it at the end of the year, and when the payer hears of it. */
export interface Care {
  /** Reference number of its line. */
  readonly reference: string;
  readonly client: string;
  /** The care month, 1–12. */
  readonly month: number;
  readonly day: number;
  readonly minutes: number;
  /** The delivery it is first sent with: that of its own month, or a later one. */
  readonly sent: number;
  /** What happens to it afterwards, with which delivery: a credit of some of its minutes, or more or fewer minutes by a replacement. */
  readonly later: null | {
    readonly kind: 'credit' | 'correction';
    readonly delivery: number;
    readonly minutes: number;
  };
}

/** What the biller does with a delivery: see `year-biller.ts`. */
export type Way = 'repair' | 'replace' | 'book what is approved';

/** A year: what was given, and how each of the twelve deliveries goes. A thirteenth offers once more what did not fit. */
export interface Year {
  readonly cares: readonly Care[];
  readonly ways: readonly Way[];
}

/** The last delivery, in which nothing new is sent. */
export const LAST = 13;

/** Two clients who may have technology, under one law each, and one whose lines are refused for another reason than the cap. */
export const CLIENTS = { wlz: 'H138', zvw: '1062', vpt: 'H138' } as const;

const CAP = 390;

const five = (max: number) => fc.integer({ min: 1, max: max / 5 }).map((count) => count * 5);

const care = fc.record({
  client: fc.constantFrom('wlz', 'wlz', 'zvw', 'zvw', 'vpt'),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  minutes: five(300),
  late: fc.constantFrom(0, 0, 0, 1, 2, 5),
  later: fc.option(
    fc.record({
      kind: fc.constantFrom('credit' as const, 'credit' as const, 'correction' as const),
      after: fc.constantFrom(0, 1, 1, 2, 4),
      part: fc.constantFrom(1, 1, 0.4, 0.2),
      more: fc.boolean(),
    }),
    { freq: 2 },
  ),
});

/** Any year of some tens of lines: late lines, credits in whole and in part, in the delivery of their debit or later, corrections. */
export const anyYear: fc.Arbitrary<Year> = fc.record({
  cares: fc.array(care, { minLength: 20, maxLength: 70 }).map((cares) =>
    cares.map(({ late, later, ...given }, index): Care => {
      const sent = Math.min(12, given.month + late);
      return { ...given, reference: `D${index + 1}`, sent, later: later && laterOf(given.minutes, sent, later) };
    }),
  ),
  ways: fc.array(fc.constantFrom<Way>('repair', 'replace', 'book what is approved'), { minLength: 12, maxLength: 12 }),
});

function laterOf(
  given: number,
  sent: number,
  { kind, after, part, more }: { kind: 'credit' | 'correction'; after: number; part: number; more: boolean },
): Care['later'] {
  const minutes = Math.max(1, Math.floor(given * part));
  // A correction of what is in the same file is no correction: it comes a delivery later at the earliest.
  const delivery = Math.min(12, sent + (kind === 'correction' ? Math.max(1, after) : after));
  if (kind === 'correction' && delivery === sent) return null;
  return { kind, delivery, minutes: kind === 'correction' && !more ? -minutes : minutes };
}

/** Minutes of a line as the care system has them after some delivery; a credit takes none of them away. */
export function minutesAfter({ minutes, later }: Care, delivery: number): number {
  return later?.kind === 'correction' && later.delivery <= delivery ? minutes + later.minutes : minutes;
}

/**
 * The independent computation: per client-month, with nothing but a sum, what was given less what was credited up to a delivery, and the part
 * of it that the law pays.
 */
export function computed(cares: readonly Care[], delivery: number): Map<string, { wanted: number; billable: number }> {
  const months = new Map<string, { wanted: number; billable: number }>();
  for (const care of cares) {
    if (care.sent > delivery) continue;
    const { client, month, later } = care;
    const credited = later?.kind === 'credit' && later.delivery <= delivery ? later.minutes : 0;
    const before = months.get(`${client} ${month}`)?.wanted ?? 0;
    const wanted = client === 'vpt' ? 0 : before + minutesAfter(care, delivery) - credited;
    months.set(`${client} ${month}`, { wanted, billable: Math.min(CAP, wanted) });
  }
  return months;
}
