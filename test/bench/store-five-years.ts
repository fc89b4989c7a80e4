/**
 * Five years of a large provider in the store: 60 months of 20,000 client-months, two lines each, all remembered and booked. Measures what
 * a new month costs with it and with an empty store, in parts and as `tzt validate` whole, what `ledger` and `diff` take, and shows how
 * SQLite finds what it is asked. Takes some minutes and 600 MB; build the program first.
 *
 *   npx esbuild test/bench/store-five-years.ts --bundle --platform=node --format=esm --packages=external --outfile=node_modules/.cache/store-five-years.mjs
 *   npm run build
 *   node node_modules/.cache/store-five-years.mjs [FOLDER] [MONTHS] [random]
 *
 * Without a folder it works in a temporary one. A store that is there already is used as it is. `random`: reference numbers in no order.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { BOOKED_OF_CLIENT } from '../../src/store/client-ledger.ts';
import { HINDRANCES } from '../../src/store/hindrances.ts';
import { BEARING, NAMING, OF_MONTH } from '../../src/store/ledger.ts';
import { createPseudonyms } from '../../src/store/pseudonyms.ts';
import { BLOCK, BLOCKS_OF_RUN, RUNS_OF_CLIENT } from '../../src/store/read-lines.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { StoredLine } from '../../src/store/stored-run.ts';
import { UNPACKED } from '../../src/store/unpacked-run.ts';
import { sampleFinding, sampleInput, sampleLine, sampleRun } from '../store/sample-run.ts';
import { type FiveYears, measurePrograms } from './five-years-programs.ts';

const CLIENTS = 20_000;
const LINES_EACH = 2;
const FINDINGS = 2000;
const KEY = 'ab'.repeat(32);
const names = createPseudonyms(Buffer.from(KEY, 'hex'));
const { keyCheck } = names;
const known = new Map<number, string>();

/** What the queries that name their parameters are planned with. */
const NAMED = {
  run: null,
  id: null,
  judgedAt: null,
  judgedWithout: '[]',
  replaces: null,
  replaced: null,
  pseudonym: null,
  month: null,
  number: null,
  client: null,
  hash: null,
};

const [given, months = '60', order = 'ordered'] = process.argv.slice(2);
const folder = given ?? mkdtempSync(join(tmpdir(), 'tzt-five-years-'));
const full = join(folder, `${months}-${order}.sqlite`);
try {
  if (!existsSync(full)) timed(`building ${months} months`, () => build(full, Number(months)));
  print(`store: ${Math.round(statSync(full).size / 1e6)} MB`);
  plans();
  compare();
  measurePrograms(fiveYears(), print);
} finally {
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
}

function build(path: string, count: number): void {
  const store = openStore(path, { keyCheck });
  for (let month = 0; month < count; month++) {
    store.saveRun(runOf(month));
    const took = timed('', () => store.book(`run-${month}`, { bookedAt: '2026-01-01' }));
    if (month % 10 === 9) print(`  month ${month + 1}, booking took ${Math.round(took)} ms`);
  }
  store.close();
}

/** A new month, a delivery in which every client has a late line of another month, and the last booked month once more. */
function compare(): void {
  const empty = join(folder, 'empty.sqlite');
  rmSync(empty, { force: true });
  const stores = { empty: openStore(empty, { keyCheck }), full: openStore(full, { keyCheck }) };
  const last = Number(months);
  for (let round = 0; round < 3; round++) {
    for (const [name, month, late] of [
      ['a new month', last, false],
      ['a new month, every client with a late line', last, true],
      ['the last booked month again', last - 1, false],
    ] as const) {
      const before = ask(stores.empty, month, late);
      const after = ask(stores.full, month, late);
      print(`${name}: asked ${Math.round(before)} ms of an empty store, ${Math.round(after)} ms of the full one`);
    }
    const ids = [`new-${process.pid}-${round}-empty`, `new-${process.pid}-${round}-full`] as const;
    const saved = timed('', () => stores.empty.saveRun(runOf(last, ids[0])));
    const savedFull = timed('', () => stores.full.saveRun(runOf(last, ids[1])));
    print(`saving it: ${Math.round(saved)} ms into an empty store, ${Math.round(savedFull)} ms into the full one`);
    stores.empty.prune('2000-01-01');
  }
  timed('listing the runs', () => stores.full.listRuns());
  timed('ledger of a client', () => stores.full.ledgerOf(clientOf(77)));
  timed('ledger of a client-month', () => stores.full.ledgerOf(clientOf(77), monthOf(3)));
  timed('loading two runs (diff)', () => [stores.full.loadRun('run-1'), stores.full.loadRun('run-2')]);
  print(`booking a run that is stale: ${JSON.stringify(bookAgain(stores.full))}`);
  for (const store of Object.values(stores)) store.close();
}

function bookAgain(store: Store): unknown {
  const id = `again-${process.pid}`;
  store.saveRun(runOf(Number(months) - 1, id));
  let outcome: unknown;
  timed('booking the last month twice', () => (outcome = store.book(id, { bookedAt: '2026-01-01' })));
  return outcome;
}

/** What judging a delivery asks of the ledger: once per client-month, and for the reference of every line. */
function ask(store: Store, month: number, late: boolean): number {
  let found = 0;
  const took = timed('', () => {
    const ledger = store.ledger();
    for (let client = 0; client < CLIENTS; client++) {
      found += ledger.ofMonth(clientOf(client), monthOf(month)).length;
      if (late) found += ledger.ofMonth(clientOf(client), monthOf(client % month)).length;
      for (let line = 0; line < LINES_EACH; line++) found += ledger.bearing(referenceOf(month, client, line)).length;
    }
  });
  if (found < 0) throw new Error('nothing was asked');
  return took;
}

function runOf(month: number, id = `run-${month}`) {
  const findings = Array.from({ length: FINDINGS }, (_, index) => sampleFinding(`f-${month}-${index}`));
  const inputs = [{ ...sampleInput('declaraties.csv'), sha256: digest(id) }];
  const startedAt = new Date(Date.UTC(2021, month + 1, 2)).toISOString();
  return { result: sampleRun({ id, startedAt }, { findings, inputs }), lines: lines(month) };
}

function* lines(month: number): Generator<StoredLine> {
  const day = monthOf(month);
  for (let client = 0; client < CLIENTS; client++) {
    for (let line = 0; line < LINES_EACH; line++) {
      const reference = referenceOf(month, client, line);
      const first = `${day}-${String(line + 1).padStart(2, '0')}`;
      yield sampleLine({
        client: clientOf(client),
        month: day,
        first,
        last: first,
        minutes: 60,
        reference,
        row: client + 2,
      });
    }
  }
}

function clientOf(client: number): string {
  const name = known.get(client) ?? names.client(`client ${numberOf(client)}`);
  known.set(client, name);
  return name;
}

function numberOf(client: number): string {
  return `C${100_000 + client}`;
}

/** What the program is measured with. */
function fiveYears(): FiveYears {
  return {
    folder,
    store: full,
    key: KEY,
    clients: Array.from({ length: CLIENTS }, (_, client) => numberOf(client)),
    linesEach: LINES_EACH,
    months: Array.from({ length: Number(months) + 1 }, (_, month) => monthOf(month)),
    referenceOf: (client, line) => referenceOf(Number(months), client, line),
  };
}

function monthOf(month: number): string {
  return `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function referenceOf(month: number, client: number, line: number): string {
  const number = (month * CLIENTS + client) * LINES_EACH + line;
  return order === 'random' ? digest(`R${number}`).slice(0, 16) : `R-${String(number).padStart(10, '0')}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function plans(): void {
  const db = new Database(full);
  db.exec(UNPACKED);
  for (const [name, query] of Object.entries({
    OF_MONTH,
    BEARING,
    NAMING,
    BOOKED_OF_CLIENT,
    RUNS_OF_CLIENT,
    BLOCK,
    BLOCKS_OF_RUN,
    HINDRANCES,
  })) {
    print(`${name}:`);
    const plan = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${query}`);
    const parameters = query.includes('?') ? [...query.matchAll(/\?/g)].map(() => null) : [NAMED];
    for (const { detail } of plan.all(...parameters)) print(`  ${detail}`);
  }
  db.close();
}

/** Processor time in milliseconds: what others do on the machine does not count. */
function timed(name: string, work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1000;
  if (name !== '') print(`${name}: ${Math.round(took)} ms`);
  return took;
}

function print(text: string): void {
  writeSync(1, `${text}\n`);
}
