import type { NL_HTML_LABELS } from './html-labels-nl.ts';
import type { SameKeys } from './report-label-keys.ts';

/** Every label of the HTML report. A language that lacks one does not compile. */
export type HtmlLabels = SameKeys<typeof NL_HTML_LABELS>;
