import { spawnSync } from 'node:child_process';

/** What a process took; CPU is that of all its threads together. */
export interface Measure {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

/** Something that is measured. */
export interface Contender {
  readonly name: string;
  /** Arguments for node. */
  readonly command: readonly string[];
  /** `rule client month`, of the three core rules; null when it finds nothing. */
  readonly violations: ((stdout: string) => string[]) | null;
}

/** Tells at the end of a process what it took. */
const TELL =
  "process.on('exit', () => { const u = process.resourceUsage(); " +
  "process._rawDebug('usage ' + (u.userCPUTime + u.systemCPUTime) / 1e6 + ' ' + u.maxRSS / 1024); })";

/** Runs a contender in a process of its own. Throws when it does not come to its end. */
export function measured({ name, command, violations }: Contender, cwd: string): { measure: Measure; found: string } {
  const began = performance.now();
  const { stdout, stderr, error } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(TELL)}`, ...command],
    { encoding: 'utf8', maxBuffer: 2 ** 30, cwd },
  );
  const seconds = (performance.now() - began) / 1000;
  // The last one: a contender that asks another program tells what that took.
  const usage = [...stderr.matchAll(/usage ([\d.]+) ([\d.]+)/g)].at(-1);
  if (error || !usage) throw new Error(`${name} did not come to its end: ${stderr}`, { cause: error });
  const found = violations ? JSON.stringify(violations(stdout).sort()) : '';
  return { measure: { seconds, cpuSeconds: Number(usage[1]), megabytes: Number(usage[2]) }, found };
}

/** The median of each measure. */
export function medians(all: readonly Measure[]): Measure {
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
