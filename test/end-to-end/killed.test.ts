import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportOf, workplace } from './run-tzt.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
/** Lines of every delivery here: each has references and a client of its own, so that no booking stands in the way of another. */
const LINES = 150;
const KILLS = 12;

let place: Awaited<ReturnType<typeof workplace>>;
beforeEach(async () => {
  place = await workplace();
  const clients = Array.from({ length: 2 * KILLS + 4 }, (_, index) => `C${index}`);
  const register = (column: string, value: string) => [
    `Clientnummer;${column};Begindatum;Einddatum`,
    ...clients.map((client) => `${client};${value};01-01-2020;`),
    '',
  ];
  await place.write(
    new Map([
      ['registers/leveringsvormen.csv', register('Leveringsvorm', 'MPT').join('\r\n')],
      ['registers/indicaties.csv', register('Indicatie', 'wlz').join('\r\n')],
    ]),
  );
});
afterEach(() => place.remove());

/** Writes the delivery of a client and returns how it is validated. */
async function delivery(client: number): Promise<string[]> {
  const rows = Array.from(
    { length: LINES },
    (_, row) => `C${client};H138;01-03-2026;01-03-2026;2;minuut;R-${client}-${row}`,
  );
  const header = 'Clientnummer;Prestatiecode;Begindatum;Einddatum;Aantal;Eenheid;Referentienummer';
  await place.write(new Map([[`c${client}.csv`, [header, ...rows, ''].join('\r\n')]]));
  return ['validate', `c${client}.csv`, 'registers', '--as-of', '2026-04-30', '--quiet'];
}

/** Validates the delivery of a client, and returns the run. */
async function validated(client: number): Promise<string> {
  const outcome = await place.tzt([...(await delivery(client)), '--report', 'json=-']);
  expect(outcome.exitCode, outcome.stderr).toBe(0);
  return reportOf(outcome).run.id;
}

/** Starts the program and kills it after a while, unless it was done before. */
async function killed(args: readonly string[], afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: place.folder, stdio: 'ignore' });
  const ended = once(child, 'exit');
  await Promise.race([sleep(afterMs), ended]);
  child.kill('SIGKILL');
  await ended;
}

/** How long something takes, in milliseconds: the moments to kill are spread over it. */
async function duration(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** What the store holds, after it was found sound: lines per run, and per booking. */
function soundStore(): { readonly runs: number[]; readonly booked: number[] } {
  const path = join(place.folder, 'reports/tzt.sqlite');
  if (!existsSync(path)) return { runs: [], booked: [] };
  const db = new Database(path);
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    if (db.pragma('user_version', { simple: true }) === 0) return { runs: [], booked: [] };
    const counted = (query: string) => db.prepare<[], number>(query).pluck().all();
    return {
      runs: counted('SELECT total(lines) FROM runs LEFT JOIN line_blocks ON run = runs.number GROUP BY id'),
      booked: counted(
        'SELECT count(booked.booking) FROM bookings LEFT JOIN booked ON booking = bookings.number GROUP BY run',
      ),
    };
  } finally {
    db.close();
  }
}

/** Every file in the folder of reports is a whole report, or a draft that no report is called like. */
function expectWholeReports(folder: string): void {
  const path = join(place.folder, folder);
  for (const name of existsSync(path) ? readdirSync(path) : []) {
    if (/^\.[0-9a-f]{12}\.tzt$/.test(name)) continue;
    const text = readFileSync(join(path, name), 'utf8');
    if (name === 'report.json') expect(JSON.parse(text)).toHaveProperty('clientMonths');
    else if (name === 'rapport.html') expect(text.trimEnd().endsWith('</html>')).toBe(true);
    else expect.unreachable(`an unexpected file ${name}`);
  }
}

const everyOneWhole = (counts: readonly number[]) => expect(counts.filter((count) => count !== LINES)).toEqual([]);

describe('the program killed at any moment', () => {
  it('while it validates and books leaves a sound store with whole runs, and whole reports', async () => {
    const whole = [...(await delivery(0)), '--book', '--report', 'json,html'];
    const lasts = await duration(() => place.tzt([...whole, '--out', 'uit-0']));
    for (let kill = 1; kill <= KILLS; kill++) {
      const out = `uit-${kill}`;
      const args = [...(await delivery(kill)), '--book', '--report', 'json,html', '--out', out];
      await killed(args, Math.random() * lasts);
      const { runs, booked } = soundStore();
      everyOneWhole([...runs, ...booked]);
      expectWholeReports(out);
    }
    const list = await place.tzt(['runs', 'list']);
    expect(list.exitCode, list.stderr).toBe(0);
    await validated(KILLS + 1);
  }, 120_000);

  it('while it books leaves the booking made or not made, and then it can be made', async () => {
    const first = await validated(0);
    const lasts = await duration(() => place.tzt(['book', first]));
    for (let kill = 1; kill <= KILLS; kill++) {
      const run = await validated(kill);
      const before = soundStore().booked.length;
      await killed(['book', run], Math.random() * lasts);
      const { booked } = soundStore();
      everyOneWhole(booked);
      expect([before, before + 1]).toContain(booked.length);
      if (kill % 4 !== 0) continue;
      expect((await place.tzt(['book', run])).exitCode).toBe(0);
    }
  }, 120_000);

  it('leaves drafts that a later validation of that folder does not take for a file of the delivery', async () => {
    const args = await delivery(0);
    const draft = readFileSync(join(place.folder, 'c0.csv'), 'utf8').slice(0, 400);
    await place.write(new Map([['registers/.0123456789ab.tzt', draft]]));
    const outcome = await place.tzt([...args, '--report', 'json=-']);
    expect(reportOf(outcome).inputs.map(({ name }) => name)).not.toContain('registers/.0123456789ab.tzt');
    expect(reportOf(outcome).summary.lines.total).toBe(LINES);
    expect(outcome.exitCode).toBe(0);
  });
});

describe('the program beside itself', () => {
  it('two first validations at one moment make one store and one key', async () => {
    await Promise.all([validated(0), validated(1)]);
    expect(soundStore().runs).toEqual([LINES, LINES]);
    await validated(2);
  });

  it('two validations and a booking at one moment all succeed', async () => {
    const run = await validated(0);
    const [, , booked] = await Promise.all([validated(1), validated(2), place.tzt(['book', run])]);
    expect(booked.exitCode, booked.stderr).toBe(0);
    expect(soundStore()).toEqual({ runs: [LINES, LINES, LINES], booked: [LINES] });
  });
});
