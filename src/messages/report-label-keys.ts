import type { NL_LABELS } from './report-labels-nl.ts';

/** The same keys with any text: what one language has, every language must have. */
export type SameKeys<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : SameKeys<T[K]>;
};

/** Every label of the reports: sheet names, column headings, words of the summary. A language that lacks one does not compile. */
export type ReportLabels = SameKeys<typeof NL_LABELS>;
