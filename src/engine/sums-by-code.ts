import type { LineTable } from '../domain/line-table.ts';

/** Minutes by code, with those by the number of the code. */
export function addedTo(
  byCode: Readonly<Record<string, number>>,
  byNumber: readonly number[],
  { codes }: LineTable,
): Record<string, number> {
  const sums = { ...byCode };
  // forEach passes over codes that were never met.
  byNumber.forEach((minutes, number) => {
    const code = codes.text(number);
    sums[code] = (sums[code] ?? 0) + minutes;
  });
  return sums;
}

/** The same record with its keys in order, so that reports do not depend on the order of the input. */
export function sortedByKey<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  const entries = Object.entries(record);
  // One code in a month is what nearly every month has.
  if (entries.length < 2) return { ...record };
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
