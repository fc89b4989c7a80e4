import type { RuleSample } from './rule-samples.ts';

/** What a sample shows of its rule: rows without any finding, and places where the rule must speak. */
export interface SampleCounts {
  readonly good: number;
  readonly bad: number;
}

/** Counts the good and bad rows of one rule over its samples. In a file that is bad as a whole no row is good. */
export function countSamples(samples: readonly RuleSample[]): SampleCounts {
  let good = 0;
  let bad = 0;
  for (const { rule, rows, marks } of samples) {
    bad += marks.filter((mark) => mark.rule === rule).length;
    if (marks.some((mark) => mark.row === null)) continue;
    good += rows.filter(({ row }) => !marks.some((mark) => mark.row === row)).length;
  }
  return { good, bad };
}
