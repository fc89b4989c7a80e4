import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../src/store/client-places.ts';
import { MIGRATIONS, migrate } from '../../src/store/migrations.ts';
import { storeOn } from '../../src/store/store.ts';
import type { StoredLine } from '../../src/store/stored-run.ts';
import { AT, memoryStore } from './booking-store.ts';
import { sampleLine, sampleRun } from './sample-run.ts';

/** Lines of so many clients that they fill several blocks and shelves; `each` times all of them in turn. */
function manyLines(clients: number, each: number): StoredLine[] {
  return Array.from({ length: clients * each }, (_, index) =>
    sampleLine({
      client: `p-${index % clients}`,
      reference: `R-${String(index).padStart(4, '0')}`,
      row: index + 2,
      bookedBy: null,
    }),
  );
}

describe('a client among thousands', () => {
  test('is found with all its lines, wherever they stand in the run', () => {
    const store = memoryStore();
    const lines = manyLines(1500, 3);
    store.saveRun({ result: sampleRun(), lines });
    expect([...store.linesOf('r1')]).toEqual(lines);
    for (const client of ['p-0', 'p-777', 'p-1499']) {
      const { judged } = store.ledgerOf(client);
      expect(judged.map((one) => one.lines)).toEqual([lines.filter((line) => line.client === client)]);
    }
    expect(store.ledgerOf('p-1500').judged).toEqual([]);
    store.close();
  });

  test('is not taken for another one of the same hash', () => {
    // Two words that are known to collide in FNV-1a.
    const [one, other] = ['costarring', 'liquid'] as const;
    expect(hashOf(one)).toBe(hashOf(other));
    const store = memoryStore();
    store.saveRun({ result: sampleRun(), lines: [sampleLine({ client: one })] });
    expect(store.ledgerOf(other).judged).toEqual([]);
    expect(store.ledgerOf(one).judged).toHaveLength(1);
    store.close();
  });

  test('is booked with the lines it has, and no client beside it is touched', () => {
    const store = memoryStore();
    store.saveRun({ result: sampleRun(), lines: manyLines(1500, 2) });
    expect(store.book('r1', { bookedAt: AT })).toMatchObject({ outcome: 'booked', booking: { lines: 3000 } });
    expect(store.ledgerOf('p-42').booked.map(({ reference }) => reference)).toEqual(['R-0042', 'R-1542']);
    const sent = store.sentLines('r1');
    expect(sent.map(({ number, booked }) => `${number} ${booked}`)).toEqual(sent.map((_, index) => `${index} counts`));
    store.close();
  });
});

describe('a store of before lines lay in blocks', () => {
  test('keeps every line of every run under its number, whatever order they were saved in', () => {
    const db = new Database(':memory:');
    migrate(db, 'check', MIGRATIONS.slice(0, 3));
    const lines = manyLines(1500, 3);
    for (const run of [1, 2]) saveAsVersion3(db, run, lines);
    const store = storeOn(db, { keyCheck: 'check' });
    for (const run of ['r1', 'r2']) expect([...store.linesOf(run)]).toEqual(lines);
    expect(store.sentLines('r2').map(({ number }) => number)).toEqual(lines.map((_, index) => index));
    expect(store.ledgerOf('p-777').judged).toHaveLength(2);
    expect(db.prepare("SELECT 1 FROM sqlite_schema WHERE name IN ('lines', 'clients')").all()).toEqual([]);
    store.close();
  });
});

/** The rows that version 3 wrote for a run. */
function saveAsVersion3(db: Database.Database, run: number, lines: readonly StoredLine[]): void {
  const result = { ...sampleRun({ id: `r${run}` }), inputs: [], findings: [], clientMonths: [] };
  db.prepare('INSERT INTO runs (number, id, document) VALUES (?, ?, ?)').run(run, `r${run}`, JSON.stringify(result));
  db.prepare("INSERT INTO inputs (run, number, document) VALUES (?, 0, '{}')").run(run);
  const clients = [...new Set(lines.map(({ client }) => client))];
  for (const [number, client] of clients.entries())
    db.prepare('INSERT INTO clients VALUES (?, ?, ?)').run(run, number, client);
  const insert = db.prepare(
    `INSERT INTO lines VALUES (?, ?, 24314, ?, '1062', 20513, 20543, 200, 0, ?, '', '41234567', '3332', 12345, 0, 200, 0, ?, NULL)`,
  );
  for (const [number, line] of lines.entries())
    insert.run(run, clients.indexOf(line.client), number, line.reference, line.row);
}
