import type { Finding, Severity } from './finding.ts';

/** Places that the kept findings of one rule have together: one client-month can have as many lines as a file. */
const MOST_PLACES = 100_000;
/** Places that those of all rules have together; beyond, a rule has room for a few, so that none is silent. */
const MOST_OF_ALL = 200_000;
const FEW_PLACES = 1000;

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
  #places = 0;
  readonly #perRule = new Map<string, { findings: number; places: number }>();
  /** By severity and rule; counted up in place, a million times in a file that is wrong all over. */
  readonly #beyond = new Map<Severity, Map<string, number>>();

  constructor(most: number) {
    this.#most = most;
  }

  get beyond(): FindingsBeyond[] {
    return [...this.#beyond].flatMap(([severity, byRule]) =>
      [...byRule].map(([rule, findings]) => ({ rule, severity, findings })),
    );
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
    this.#places += finding.places.length;
    this.kept.push(finding);
    return true;
  }

  /** Adds findings, and what was counted besides them elsewhere. */
  addAll(findings: readonly Finding[], beyond: readonly FindingsBeyond[] = []): void {
    for (const finding of findings) this.add(finding);
    for (const one of beyond) this.count(one);
  }

  /** How many findings of a rule there are, kept or not. */
  found(rule: string): number {
    let found = this.#perRule.get(rule)?.findings ?? 0;
    for (const byRule of this.#beyond.values()) found += byRule.get(rule) ?? 0;
    return found;
  }

  /** How many findings of a rule can still be kept. */
  room(rule: string): number {
    const { findings, places } = this.#perRule.get(rule) ?? { findings: 0, places: 0 };
    const most = this.#places >= MOST_OF_ALL ? FEW_PLACES : MOST_PLACES;
    return places >= most ? 0 : this.#most - findings;
  }

  /** Counts findings that nobody keeps. */
  count({ rule, severity, findings }: FindingsBeyond): void {
    const byRule = this.#beyond.get(severity) ?? new Map<string, number>();
    this.#beyond.set(severity, byRule);
    byRule.set(rule, findings + (byRule.get(rule) ?? 0));
  }
}
