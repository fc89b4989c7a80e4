import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { BOOKED_OF_CLIENT } from '../../src/store/client-ledger.ts';
import { HINDRANCES } from '../../src/store/hindrances.ts';
import { BEARING, NAMING, OF_MONTH } from '../../src/store/ledger.ts';
import { migrate } from '../../src/store/migrations.ts';
import { BLOCK, BLOCKS_OF_RUN, RUNS_OF_CLIENT } from '../../src/store/read-lines.ts';
import { MARK } from '../../src/store/returns.ts';
import { BOOKED_LINES } from '../../src/store/sent-lines.ts';
import { UNPACKED } from '../../src/store/unpacked-run.ts';

const db = new Database(':memory:');
migrate(db, 'check');
db.exec(UNPACKED);

/** What SQLite would do for a query, step by step. */
function planOf(query: string): string[] {
  const names = [...query.matchAll(/:(\w+)/g)].map(([, name]) => [name, null]);
  const parameters = names.length > 0 ? [Object.fromEntries(names)] : [...query.matchAll(/\?/g)].map(() => null);
  return db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${query}`)
    .all(...parameters)
    .map(({ detail }) => detail);
}

describe('no question walks through all lines, whatever was booked in five years', () => {
  test.each([
    ['the booked lines of a client-month', OF_MONTH],
    ['the booked lines of a reference', BEARING],
    ['the credits of a reference', NAMING],
    ['the booked lines of a client', BOOKED_OF_CLIENT],
    ['the runs of a client', RUNS_OF_CLIENT],
    ['the judged lines of a client', BLOCK],
    ['the lines of a run', BLOCKS_OF_RUN],
    ['what stands in the way of a booking', HINDRANCES],
    ['the lines of a booking', BOOKED_LINES],
    ['marking a booked line that came back', MARK],
  ])('%s', (_, query) => {
    expect(
      planOf(query).filter((step) =>
        /^SCAN (?:booked|booked_clients|lines|clients|line_blocks|client_places|inputs|returned|return_lines)\b/.test(
          step,
        ),
      ),
    ).toEqual([]);
  });

  test('the judged lines of a client are found by the shelf it is on, one look per run', () => {
    expect(planOf(RUNS_OF_CLIENT)).toContainEqual(
      expect.stringMatching(/^SEARCH client_places .*\(run=\? AND shelf=\?\)$/),
    );
  });

  test('and the lines of a client-month are found by both, not by the month alone', () => {
    expect(planOf(OF_MONTH)).toContain('SEARCH booked USING PRIMARY KEY (month=? AND client=?)');
    expect(planOf(BOOKED_OF_CLIENT)).toContain('SEARCH booked USING PRIMARY KEY (month=? AND client=?)');
  });
});
