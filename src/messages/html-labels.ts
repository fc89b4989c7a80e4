import type { Language } from '../domain/run.ts';
import type { HtmlLabels } from './html-label-keys.ts';
import { EN_HTML_LABELS } from './html-labels-en.ts';
import { NL_HTML_LABELS } from './html-labels-nl.ts';

/** The labels of the HTML report in a language. */
export function htmlLabels(language: Language): HtmlLabels {
  return { nl: NL_HTML_LABELS, en: EN_HTML_LABELS }[language];
}
