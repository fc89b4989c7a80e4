import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_LEDGER } from '../../src/domain/ledger.ts';
import { allTogether, Biller } from './year-biller.ts';
import { type Validated, validatedLines } from './year-files.ts';
import { anyYear, computed, LAST, type Year } from './year-plan.ts';

/**
 * What is compared is what the law is about: the minutes that may be billed of each client-month, and which months hold more than fits. Which
 * line carries the excess differs with good reason: what was booked is never touched, so a year lays it on what came last and one
 * validation on the latest care. Two things keep a year from coming to the same end, and are therefore not in it: a second credit of one
 * line, which is an error of its own, and a credit of what no payer ever got, which cannot be sent.
 */
test('a year fed month by month, with late lines, credits, re-exports and replacements, ends as one validation of all lines together', async () => {
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(anyYear, async (year) => {
      const biller = new Biller(year);
      try {
        for (let delivery = 1; delivery <= LAST; delivery++) {
          await biller.deliver(delivery);
          for (const [key, minutes] of biller.booked()) expect(minutes, key).toBeLessThanOrEqual(390);
        }
        const together = await validatedLines('all', allTogether(year), EMPTY_LEDGER);
        const sums = computed(year.cares, LAST);
        const billable = positive([...sums].map(([key, sum]) => [key, sum.billable]));
        expect(positive(billableOf(together, year))).toEqual(billable);
        expect(positive(biller.booked())).toEqual(billable);
        const over = [...sums].filter(([, { wanted, billable: fits }]) => wanted > fits).map(([key]) => key);
        expect(overCap(together)).toEqual(over.sort());
        expect([...biller.left(LAST)].sort()).toEqual(over);
      } finally {
        biller.store.close();
      }
      for (const event of biller.met) met.add(event);
    }),
    { numRuns: 15 },
  );
  // The law says something only when every way of delivering was met.
  expect([...met].sort()).toEqual(['correction', 'good at once', 'part of a delivery', 'repair', 'replace']);
}, 120_000);

/** Minutes that may be billed per client-month: what is allowed of the debits, less the credits of what is allowed. */
function billableOf({ lines }: Validated, { cares }: Year): Map<string, number> {
  const allowed = new Map(lines.map((line) => [line.reference, line.allowedMinutes]));
  const sums = new Map<string, number>();
  for (const { reference, corrects, credit, minutes, allowedMinutes } of lines) {
    const care = cares.find((one) => one.reference === (credit ? corrects : reference));
    const key = `${care?.client} ${care?.month}`;
    const counts = credit ? (allowed.get(corrects) === 0 ? 0 : -minutes) : allowedMinutes;
    sums.set(key, (sums.get(key) ?? 0) + counts);
  }
  return sums;
}

function overCap({ result }: Validated): string[] {
  return result.findings
    .filter(({ rule }) => rule === 'monthly-cap-exceeded')
    .map(({ client, month }) => `${client} ${Number(month?.slice(5))}`)
    .sort();
}

/** Months without anything to bill are told in no particular way. */
function positive(months: Iterable<readonly [string, number]>): [string, number][] {
  return [...months]
    .filter(([, minutes]) => minutes !== 0)
    .map(([key, minutes]): [string, number] => [key, minutes])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
