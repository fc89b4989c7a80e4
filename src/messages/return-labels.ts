import type { Language } from '../domain/run.ts';
import type { ReturnLabels } from './return-label-keys.ts';
import { RETURN_LABELS_EN } from './return-labels-en.ts';
import { RETURN_LABELS_NL } from './return-labels-nl.ts';

/** What `tzt return` says, per language. */
export const RETURN_LABELS: Readonly<Record<Language, ReturnLabels>> = { nl: RETURN_LABELS_NL, en: RETURN_LABELS_EN };
