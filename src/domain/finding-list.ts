import type { Finding, Severity } from './finding.ts';

/** Places that the kept findings of one rule have together: one client-month can have as many lines as a file. */
const MOST_PLACES = 100_000;

/** Findings of one rule and severity that were counted and not kept. */
export interface FindingsBeyond {
  readonly rule: string;
  readonly severity: Severity;
  readonly findings: number;
}

/** Findings, of each rule no more than so many: what a hostile file can fill memory with. The others are counted, exactly. */
export class FindingList {
  readonly kept: Finding[] = [];
  readonly #most: number;
  readonly #perRule = new Map<string, { findings: number; places: number }>();
  readonly #beyond = new Map<string, FindingsBeyond>();

  constructor(most: number) {
    this.#most = most;
  }

  get beyond(): FindingsBeyond[] {
    return [...this.#beyond.values()];
  }

  /** Keeps the finding, or counts it when its rule has no room; whether it was kept. */
  add(finding: Finding): boolean {
    const { rule, severity } = finding;
    if (this.room(rule) <= 0) {
      this.count({ rule, severity, findings: 1 });
      return false;
    }
    const kept = this.#perRule.get(rule) ?? { findings: 0, places: 0 };
    this.#perRule.set(rule, { findings: kept.findings + 1, places: kept.places + finding.places.length });
    this.kept.push(finding);
    return true;
  }

  /** Adds findings, and what was counted besides them elsewhere. */
  addAll(findings: readonly Finding[], beyond: readonly FindingsBeyond[] = []): void {
    for (const finding of findings) this.add(finding);
    for (const one of beyond) this.count(one);
  }

  /** How many findings of a rule can still be kept. */
  room(rule: string): number {
    const { findings, places } = this.#perRule.get(rule) ?? { findings: 0, places: 0 };
    return places >= MOST_PLACES ? 0 : this.#most - findings;
  }

  /** Counts findings that nobody keeps. */
  count({ rule, severity, findings }: FindingsBeyond): void {
    const key = `${rule} ${severity}`;
    this.#beyond.set(key, { rule, severity, findings: findings + (this.#beyond.get(key)?.findings ?? 0) });
  }
}
