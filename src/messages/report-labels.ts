import type { Language } from '../domain/run.ts';
import type { ReportLabels } from './report-label-keys.ts';
import { EN_LABELS } from './report-labels-en.ts';
import { NL_LABELS } from './report-labels-nl.ts';

/** The labels of a language. */
export function reportLabels(language: Language): ReportLabels {
  return { nl: NL_LABELS, en: EN_LABELS }[language];
}
