import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What the store was filled with, as far as files of the month after it are made of it. */
export interface FiveYears {
  readonly folder: string;
  readonly store: string;
  /** TZT_KEY, as hex. */
  readonly key: string;
  readonly clients: readonly string[];
  readonly linesEach: number;
  /** The booked months and, as the last, the one to come: `jjjj-mm`. */
  readonly months: readonly string[];
  readonly referenceOf: (client: number, line: number) => string;
}

interface Measure {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

const ROUNDS = 3;
const cli = resolve('dist/cli.js');
/** What a process tells at its end: processor time, in which others on the machine do not count. */
const TELL =
  "process.on('exit', () => { const u = process.resourceUsage(); process._rawDebug('usage ' + (u.userCPUTime + u.systemCPUTime) / 1e6); })";

/** One client in twenty has a late line: what a month brings. Every client: what no month does. */
const DELIVERIES = [
  { name: 'a new month', late: 0 },
  { name: 'a new month, 5 % of the clients with a late line', late: 0.05 },
  { name: 'a new month, every client with a late line (worst case)', late: 1 },
] as const;

/** `tzt validate` of a new month with five years in the store against an empty one, in turns, then `tzt ledger` and `tzt diff`. */
export function measurePrograms(known: FiveYears, print: (text: string) => void): void {
  const runs: string[] = [];
  for (const { name, late } of DELIVERIES) {
    const delivery = deliveryOf(known, late);
    const measures: Record<'empty' | 'full', Measure[]> = { empty: [], full: [] };
    for (let round = 0; round < ROUNDS; round++) {
      const empty = join(known.folder, 'empty-of-validate.sqlite');
      for (const suffix of ['', '-wal', '-shm']) rmSync(empty + suffix, { force: true });
      measures.empty.push(validate(known, delivery, empty).measure);
      const { measure, run } = validate(known, delivery, known.store);
      measures.full.push(measure);
      runs.push(run);
    }
    const [before, after] = [median(measures.empty), median(measures.full)];
    print(
      `validate, ${name}: empty ${shown(before)}, five years ${shown(after)}: CPU × ${ratio(after.cpuSeconds, before.cpuSeconds)}, wall × ${ratio(after.seconds, before.seconds)}`,
    );
  }
  const [first = '', second = ''] = [runs.at(0), runs.at(-1)];
  for (const [name, command] of [
    ['tzt --version', ['--version']],
    ['ledger of a client', ['ledger', known.clients[77] ?? '', '--store', known.store]],
    ['ledger of a client-month', ['ledger', known.clients[77] ?? '', known.months[3] ?? '', '--store', known.store]],
    ['diff of two runs', ['diff', first, second, '--store', known.store]],
    ['diff of a run with itself', ['diff', first, first, '--store', known.store]],
    ['runs list', ['runs', 'list', '--store', known.store]],
  ] as const) {
    const measures = Array.from({ length: ROUNDS }, () => ran(known, command).measure);
    print(`${name}: ${shown(median(measures))}`);
  }
}

/** The files of the month to come: every client two lines, and `late` of them one in an earlier month as well. */
function deliveryOf({ folder, clients, linesEach, months, referenceOf }: FiveYears, late: number): string {
  const path = join(folder, `delivery-${late}`);
  mkdirSync(path, { recursive: true });
  const month = months.at(-1) ?? '';
  const every = late === 0 ? Number.POSITIVE_INFINITY : Math.round(1 / late);
  const lines = clients.flatMap((client, index) => [
    ...Array.from({ length: linesEach }, (_, line) => row(client, `${month}-0${line + 1}`, referenceOf(index, line))),
    ...(index % every === 0 ? [row(client, `${months[index % (months.length - 1)]}-09`, `L-${index}`)] : []),
  ]);
  const header = 'clientnummer;prestatiecode;begindatum;aantal;eenheid;referentienummer';
  writeFileSync(join(path, 'declaraties.csv'), [header, ...lines, ''].join('\n'));
  const indications = clients.map((client) => `${client};wijkverpleging;2020-01-01;`);
  writeFileSync(
    join(path, 'indicaties.csv'),
    ['clientnummer;indicatie;begindatum;einddatum', ...indications, ''].join('\n'),
  );
  writeFileSync(join(path, 'leveringsvormen.csv'), 'clientnummer;leveringsvorm;begindatum;einddatum\n');
  return path;
}

function row(client: string, day: string, reference: string): string {
  return [client, '1062', day, 60, 'minuut', reference].join(';');
}

function validate(known: FiveYears, delivery: string, store: string): { measure: Measure; run: string } {
  const out = join(known.folder, 'reports');
  rmSync(out, { recursive: true, force: true });
  const asOf = `${known.months.at(-1)}-28`;
  const { measure, stdout } = ran(known, [
    'validate',
    delivery,
    '--store',
    store,
    '--out',
    out,
    '--as-of',
    asOf,
    '--no-progress',
  ]);
  return { measure, run: /run (\S+)/.exec(stdout)?.[1] ?? '' };
}

function ran(known: FiveYears, command: readonly string[]): { measure: Measure; stdout: string } {
  const began = performance.now();
  const { stdout, stderr, status, error } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(TELL)}`, cli, ...command],
    { encoding: 'utf8', maxBuffer: 2 ** 30, cwd: known.folder, env: { ...process.env, TZT_KEY: known.key } },
  );
  const seconds = (performance.now() - began) / 1000;
  const usage = /usage ([\d.]+)/.exec(stderr);
  if (error || !usage || (status !== 0 && status !== 1))
    throw new Error(`${command.join(' ')} did not come to its end: ${stderr}${stdout}`, { cause: error });
  return { measure: { seconds, cpuSeconds: Number(usage[1]) }, stdout };
}

function median(measures: readonly Measure[]): Measure {
  const middle = (pick: (measure: Measure) => number) =>
    measures.map(pick).sort((a, b) => a - b)[Math.floor(measures.length / 2)] ?? 0;
  return { seconds: middle(({ seconds }) => seconds), cpuSeconds: middle(({ cpuSeconds }) => cpuSeconds) };
}

function shown({ seconds, cpuSeconds }: Measure): string {
  return `${cpuSeconds.toFixed(2)} s CPU (${seconds.toFixed(2)} s wall)`;
}

function ratio(after: number, before: number): string {
  return (after / before).toFixed(2);
}
