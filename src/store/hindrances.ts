import type { Database } from 'better-sqlite3';
import type { Hindrance } from './booking.ts';
import { APPROVED } from './line-rows.ts';

/** A run that is about to be booked. */
export interface BookableRun {
  readonly number: number;
  readonly id: string;
  /** The number of the last booking, or end of one, that it was judged with. */
  readonly judgedAt: number;
  /** The runs that it was judged without, as JSON. */
  readonly judgedWithout: string;
  /** The run it takes the place of, and the booking of that run. */
  readonly replaces: string | null;
  readonly replaced: number | null;
}

/**
 * The credits of debits that are not sent with this run nor were before: sent without them they would make room that is not there. The
 * subquery stands by itself, so that it is answered once for a run.
 */
const CREDIT_OF_NOTHING = `
  lines.credit = 1 AND lines.corrects IN (
    SELECT debits.reference FROM lines AS debits
    WHERE debits.run = :run AND debits.credit = 0 AND debits.reference <> '' AND debits.verdict <> ${APPROVED} AND debits.booked_by IS NULL)`;

/**
 * Which lines of the run `:run` are booked: the approved ones, and those that only the run `:replaces` stood in the way of. Of a debit that
 * stays behind, its credits in the same run stay behind too.
 */
export const BOOKABLE = `
  lines.run = :run AND (lines.verdict = ${APPROVED} OR lines.booked_by = :replaces) AND NOT (${CREDIT_OF_NOTHING})`;

/** How many approved credits of the run `:run` stay behind. */
export const CREDITS_LEFT = `
  SELECT count(*) FROM lines WHERE lines.run = :run AND lines.verdict = ${APPROVED} AND ${CREDIT_OF_NOTHING}`;

/**
 * Which bookings stand in the way of booking a run. `stale`: bookings that were made or ended after it was judged, or of which lines came
 * back, in one of its client-months or with one of its references. `double`: bookings that hold some of its lines, or that it was judged without.
 */
export function hindrances(
  db: Database,
  { number: run, ...known }: BookableRun,
): { readonly stale: readonly Hindrance[]; readonly double: readonly Hindrance[] } {
  const found = db
    .prepare<[object], Found>(HINDRANCES)
    .all({ run, ...known })
    .map(({ changed, ...hindrance }) => ({ changed: changed === 1, hindrance }));
  return {
    stale: found.filter(({ changed }) => changed).map(({ hindrance }) => hindrance),
    double: found.filter(({ changed }) => !changed).map(({ hindrance }) => hindrance),
  };
}

interface Found extends Hindrance {
  readonly changed: 0 | 1;
}

/**
 * `left_out`: counts, and was left out when the run was judged. `changed`: counts now and did not then, or the reverse. What the run itself
 * had booked is no news to it, and neither is the booking whose place it takes.
 */
const OTHERS = `
  SELECT number, run, forgotten, ended IS NULL AS counts, unknown AND ended IS NULL AS left_out,
         NOT unknown AND (number <= :judgedAt AND (ended IS NULL OR ended > :judgedAt)) <> (ended IS NULL) AS changed
  FROM (SELECT *, run IN (SELECT value FROM json_each(:judgedWithout)) AS unknown FROM bookings)
  WHERE run <> :id AND number IS NOT :replaced`;

/** The client-months to be booked, with the number their client has among the booked ones; null when there is none. */
const MINE = `
  SELECT DISTINCT lines.client, lines.month, booked_clients.number AS known
  FROM lines
  CROSS JOIN clients ON clients.run = lines.run AND clients.number = lines.client
  LEFT JOIN booked_clients ON booked_clients.pseudonym = clients.pseudonym
  WHERE ${BOOKABLE}`;

/** A line that came back, of a booking that counts, since the run was judged: its month has more room now, or less. */
const RETURNED_SINCE_JUDGED = `
  SELECT returned.booking, mine.client, mine.month, NULL, 1
  FROM mine CROSS JOIN returned ON returned.month = mine.month AND returned.client = mine.known
  WHERE returned.state > :judgedAt AND returned.booking IN (SELECT number FROM others WHERE counts)`;

const SAME_CLIENT_MONTH = `
  SELECT booked.booking, mine.client, mine.month, NULL AS line, 0 AS came_back
  FROM mine CROSS JOIN booked ON booked.month = mine.month AND booked.client = mine.known
  WHERE booked.booking IN (SELECT number FROM others WHERE changed OR left_out)`;

/** Nobody knows any more which clients a forgotten booking had: it may have been any of its months. */
const FORGOTTEN_MONTH = `
  SELECT booking_months.booking, mine.client, mine.month, NULL, 0
  FROM others CROSS JOIN booking_months ON booking_months.booking = others.number CROSS JOIN mine ON mine.month = booking_months.month
  WHERE others.changed AND others.forgotten`;

/** A booked line that came back may be sent again. */
const NOT_RETURNED = `
  NOT EXISTS (SELECT 1 FROM returned WHERE returned.month = booked.month AND returned.client = booked.client
                AND returned.booking = booked.booking AND returned.number = booked.number)`;

const SAME_REFERENCE = `
  SELECT booked.booking, lines.client, lines.month, lines.number, 0
  FROM lines CROSS JOIN booked ON booked.reference = lines.reference AND booked.reference <> ''
  WHERE ${BOOKABLE} AND booked.booking IN (SELECT number FROM others WHERE counts) AND ${NOT_RETURNED}`;

/** Lines without a reference are known by their file and client-month. */
const SAME_FILE = `
  SELECT booked.booking, lines.client, lines.month, lines.number, 0
  FROM others
  CROSS JOIN booking_files ON booking_files.booking = others.number
  CROSS JOIN inputs ON inputs.run = :run AND inputs.sha256 = booking_files.sha256
  CROSS JOIN lines ON lines.input = inputs.number AND lines.reference = ''
  CROSS JOIN mine ON mine.client = lines.client AND mine.month = lines.month
  CROSS JOIN booked ON booked.month = lines.month AND booked.client = mine.known AND booked.booking = others.number
  WHERE ${BOOKABLE} AND others.counts AND ${NOT_RETURNED}`;

/** Joins are crossed where their order matters: SQLite has no statistics, and the run is always the smaller side. */
export const HINDRANCES = `
  WITH others AS MATERIALIZED (${OTHERS}),
       mine AS MATERIALIZED (${MINE}),
       touched (booking, client, month, line, came_back) AS (
         ${SAME_CLIENT_MONTH} UNION ALL ${RETURNED_SINCE_JUDGED} UNION ALL ${FORGOTTEN_MONTH} UNION ALL ${SAME_REFERENCE} UNION ALL ${SAME_FILE})
  SELECT others.run, others.changed OR max(came_back) AS changed, count(DISTINCT client || ' ' || month) AS clientMonths, count(DISTINCT line) AS lines
  FROM touched JOIN others ON others.number = touched.booking
  GROUP BY others.number
  ORDER BY others.number`;
