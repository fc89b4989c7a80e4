/**
 * Measures tzt beside others that judge the same delivery, each in a process of its own, round after round, and first holds all of them to the
 * same violating client-months. `node test/bench/bench.mjs [lines] [share of technology, 0–1] [rounds]`; the results are also written as JSON.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeDelivery } from './delivery.ts';

interface Measure {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

interface Contender {
  readonly name: string;
  /** Arguments for node. */
  readonly command: (folder: string, out: string) => readonly string[];
  /** `rule client month`, of the three core rules. */
  readonly violations: (stdout: string, out: string) => string[];
}

const CORE: readonly string[] = ['monthly-cap-exceeded', 'vpt-client', 'zvw-without-indication'];
const here = fileURLToPath(new URL('.', import.meta.url));
/** The project, from node_modules/.cache/tzt-bench/, where this file runs. */
const root = join(here, '..', '..', '..');
const cli = join(root, 'dist', 'cli.js');

const [lines = '1000000', technology = '0.15', rounds = '3'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'tzt-bench-'));
try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const size = { lines: Number(lines), technology: Number(technology) };
  const delivery = join(folder, 'delivery');
  writeDelivery(delivery, size);
  const contenders = [
    tzt('tzt --no-store --report json', ['--no-store', '--report', 'json']),
    tzt('tzt (store, default reports)', ['--store', join(folder, 'tzt.sqlite')]),
    script('DuckDB, three rules in SQL', 'duckdb'),
    // Beyond a million lines it only makes everybody wait.
    ...(size.lines <= 1_000_000 ? [script('csv-parse + zod + date-fns + Map', 'first-choice')] : []),
  ];
  const measures = new Map<string, Measure[]>();
  let expected: string | null = null;
  for (let round = 0; round < Number(rounds); round++) {
    for (const contender of contenders) {
      const out = join(folder, `out-${round}`);
      const { measure, found } = run(contender, delivery, out);
      expected ??= found;
      if (found !== expected) throw new Error(`${contender.name} finds other violations than ${contenders[0]?.name}`);
      measures.set(contender.name, [...(measures.get(contender.name) ?? []), measure]);
      process.stderr.write(`${contender.name}: ${measure.seconds.toFixed(2)} s\n`);
      rmSync(out, { recursive: true, force: true });
    }
  }
  const results = [...measures].map(([name, all]) => ({ name, ...medians(all) }));
  const duckdb = results.find(({ name }) => name.startsWith('DuckDB'));
  const facts = { ...size, rounds: Number(rounds), violations: (JSON.parse(expected ?? '[]') as string[]).length };
  print(results, duckdb, facts);
  const file = join(root, 'test', 'bench', `results-${lines}-${technology}.json`);
  writeFileSync(
    file,
    `${JSON.stringify({ ...facts, node: process.version, cores: cpus().length, results }, null, 2)}\n`,
  );
  process.stdout.write(`\n${file}\n`);
}

function tzt(name: string, options: readonly string[]): Contender {
  return {
    name,
    command: (delivery, out) => [
      cli,
      'validate',
      delivery,
      '--out',
      out,
      '--quiet',
      '--no-progress',
      '--as-of',
      '2026-04-02',
      ...options,
    ],
    violations: (_, out) => {
      const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as {
        findings: { rule: string; client: string; month: string }[];
      };
      return report.findings
        .filter(({ rule }) => CORE.includes(rule))
        .map((one) => `${one.rule} ${one.client} ${one.month}`);
    },
  };
}

function script(name: string, file: string): Contender {
  return {
    name,
    command: (delivery) => [join(here, `${file}.js`), delivery],
    violations: (stdout) => JSON.parse(stdout) as string[],
  };
}

/** Runs a contender in a process of its own, which tells at its end what it took. */
function run(
  { name, command, violations }: Contender,
  delivery: string,
  out: string,
): { measure: Measure; found: string } {
  const tell =
    "process.on('exit', () => { const u = process.resourceUsage(); " +
    "process._rawDebug('usage ' + (u.userCPUTime + u.systemCPUTime) / 1e6 + ' ' + u.maxRSS / 1024); })";
  const began = performance.now();
  const { stdout, stderr, error } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, ...command(delivery, out)],
    { encoding: 'utf8', maxBuffer: 2 ** 30, cwd: folder },
  );
  const seconds = (performance.now() - began) / 1000;
  const usage = /usage ([\d.]+) ([\d.]+)/.exec(stderr);
  if (error || !usage) throw new Error(`${name} did not come to its end: ${stderr}`, { cause: error });
  const found = JSON.stringify(violations(stdout, out).sort());
  return { measure: { seconds, cpuSeconds: Number(usage[1]), megabytes: Number(usage[2]) }, found };
}

function medians(all: readonly Measure[]): Measure {
  const median = (pick: (measure: Measure) => number) => {
    const sorted = all.map(pick).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  return {
    seconds: median(({ seconds }) => seconds),
    cpuSeconds: median(({ cpuSeconds }) => cpuSeconds),
    megabytes: median(({ megabytes }) => megabytes),
  };
}

function print(results: readonly (Measure & { name: string })[], base: Measure | undefined, facts: object): void {
  process.stdout.write(
    `${JSON.stringify(facts)}\n\n| | wall | × DuckDB | CPU | peak memory |\n| --- | --: | --: | --: | --: |\n`,
  );
  for (const { name, seconds, cpuSeconds, megabytes } of results) {
    const ratio = base ? (seconds / base.seconds).toFixed(2) : '';
    const cells = [name, `${seconds.toFixed(2)} s`, ratio, `${cpuSeconds.toFixed(2)} s`, `${megabytes.toFixed(0)} MB`];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
}
