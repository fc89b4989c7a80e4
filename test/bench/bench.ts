/**
 * Measures tzt beside others that judge the same delivery, each in a process of its own, round after round, and first holds all of them to the
 * same violating client-months. The results are printed, and written as JSON and as a picture.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Contender, type Measure, measured, medians } from './contender.ts';
import { writeDelivery } from './delivery.ts';
import { pictureOf } from './picture.ts';
import { writeWorkbook } from './workbook.ts';

const CORE: readonly string[] = ['monthly-cap-exceeded', 'vpt-client', 'zvw-without-indication'];
const here = fileURLToPath(new URL('.', import.meta.url));
/** The project, from node_modules/.cache/tzt-bench/, where this file runs. */
const root = join(here, '..', '..', '..');
const cli = join(root, 'dist', 'cli.js');
const folder = mkdtempSync(join(tmpdir(), 'tzt-bench-'));

/** What is measured: contenders in order, of which one is what the others are held against. */
interface Race {
  /** Part of the names of the files. */
  readonly name: string;
  readonly title: string;
  readonly base: string;
  readonly rounds: number;
  readonly contenders: readonly Contender[];
}

try {
  const [first = '1000000', ...rest] = process.argv.slice(2);
  if (first === 'xlsx') run(workbooks(Number(rest[0] ?? 100_000), Number(rest[1] ?? 3)));
  else if (first === 'start') run(start(Number(rest[0] ?? 9)));
  else run(csv(Number(first), Number(rest[0] ?? 0.15), Number(rest[1] ?? 3)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function csv(lines: number, technology: number, rounds: number): Race {
  const delivery = join(folder, 'delivery');
  writeDelivery(delivery, { lines, technology });
  const script = scriptOn(delivery);
  return {
    name: `${lines}-${technology}`,
    title: `${lines.toLocaleString('en')} lines of CSV, ${technology * 100}% technology`,
    base: 'DuckDB, three rules in SQL',
    rounds,
    contenders: [
      tzt('tzt --no-store --report json', delivery, ['--no-store', '--report', 'json']),
      tzt('tzt (store, default reports)', delivery, ['--store', join(folder, 'tzt.sqlite')]),
      script('DuckDB, three rules in SQL', 'duckdb'),
      // Beyond a million lines they only make everybody wait.
      ...(lines > 1_000_000
        ? []
        : [
            script('SQLite .import, three rules in SQL', 'sqlite'),
            script('papaparse + Map', 'papaparse'),
            script('csv-parse + zod + date-fns + Map', 'first-choice'),
          ]),
    ],
  };
}

function workbooks(lines: number, rounds: number): Race {
  const delivery = join(folder, 'delivery');
  mkdirSync(delivery);
  writeWorkbook(join(delivery, 'delivery.xlsx'), { lines, technology: 0.15 });
  const reader = (name: string, which: string) => scriptOn(which, delivery)(name, 'workbook-readers');
  return {
    name: `xlsx-${lines}`,
    title: `${lines.toLocaleString('en')} rows of XLSX`,
    base: 'tzt --no-store --report json',
    rounds,
    contenders: [
      tzt('tzt --no-store --report json', delivery, ['--no-store', '--report', 'json']),
      reader('exceljs, stream', 'exceljs-stream'),
      // They hold the whole workbook.
      ...(lines > 100_000
        ? []
        : [
            reader('exceljs, readFile', 'exceljs-file'),
            reader('read-excel-file', 'read-excel-file'),
            reader('SheetJS CE', 'sheetjs'),
          ]),
    ],
  };
}

/** What a user waits for before anything is read. */
function start(rounds: number): Race {
  const plain = (name: string, command: readonly string[]): Contender => ({ name, command, violations: null });
  const sample = join(root, 'samples', 'goede-maand');
  const out = join(folder, 'out');
  return {
    name: 'start',
    title: 'Starting, and a small delivery',
    base: 'node -e 0',
    rounds,
    contenders: [
      plain('node -e 0', ['-e', '0']),
      plain('tzt --version', [cli, '--version']),
      plain('tzt --help', [cli, '--help']),
      plain('tzt validate, default reports', [
        ...[cli, 'validate', sample, '--out', out, '--quiet', '--store', join(folder, 'start.sqlite')],
      ]),
    ],
  };
}

function run({ name, title, base, rounds, contenders }: Race): void {
  const measures = new Map<string, Measure[]>();
  let expected: string | null = null;
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      const { measure, found } = measured(contender, folder);
      if (contender.violations) {
        expected ??= found;
        if (found !== expected) throw new Error(`${contender.name} finds other violations than ${contenders[0]?.name}`);
      }
      measures.set(contender.name, [...(measures.get(contender.name) ?? []), measure]);
      process.stderr.write(`${contender.name}: ${measure.seconds.toFixed(2)} s\n`);
    }
  }
  const results = [...measures].map(([contender, all]) => ({ name: contender, ...medians(all) }));
  const baseline = results.find((result) => result.name === base);
  const violations = (JSON.parse(expected ?? '[]') as string[]).length;
  const facts = { title, rounds, violations, base, node: process.version, cores: cpus().length };
  print(results, baseline, facts);
  const file = join(root, 'test', 'bench', `results-${name}`);
  writeFileSync(`${file}.json`, `${JSON.stringify({ ...facts, results }, null, 2)}\n`);
  writeFileSync(`${file}.svg`, pictureOf(title, results, baseline));
  process.stdout.write(`\n${file}.json\n${file}.svg\n`);
}

function tzt(name: string, delivery: string, options: readonly string[]): Contender {
  const out = join(folder, 'out');
  const fixed = ['--quiet', '--no-progress', '--as-of', '2026-04-02'];
  return {
    name,
    command: [cli, 'validate', delivery, '--out', out, ...fixed, ...options],
    violations: () => {
      const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as {
        findings: { rule: string; client: string; month: string }[];
      };
      rmSync(out, { recursive: true, force: true });
      return report.findings
        .filter(({ rule }) => CORE.includes(rule))
        .map((one) => `${one.rule} ${one.client} ${one.month}`);
    },
  };
}

function scriptOn(...args: readonly string[]): (name: string, file: string) => Contender {
  return (name, file) => ({
    name,
    command: [join(here, `${file}.js`), ...args],
    violations: (stdout) => JSON.parse(stdout) as string[],
  });
}

function print(results: readonly (Measure & { name: string })[], base: Measure | undefined, facts: object): void {
  const text = (value: number, digits: number) => value.toFixed(digits);
  process.stdout.write(
    `${JSON.stringify(facts)}\n\n| | wall | × | CPU | × | peak memory | × |\n| --- | --: | --: | --: | --: | --: | --: |\n`,
  );
  for (const { name, seconds, cpuSeconds, megabytes } of results) {
    const times = (value: number, of: number | undefined) => (of ? text(value / of, 2) : '');
    const cells = [
      ...[name, `${text(seconds, 2)} s`, times(seconds, base?.seconds), `${text(cpuSeconds, 2)} s`],
      ...[times(cpuSeconds, base?.cpuSeconds), `${text(megabytes, 0)} MB`, times(megabytes, base?.megabytes)],
    ];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
}
