import type { Severity } from '../../domain/finding.ts';
import { SEVERITY_SYMBOLS } from '../rule-counts.ts';
import type { Sheet } from './sheet.ts';

/** A severity as symbol and word, never colour alone; null is a card of which all findings are accepted. */
export function SeverityMark({ severity, sheet }: { readonly severity: Severity | null; readonly sheet: Sheet }) {
  const word = severity === null ? sheet.labels.card.accepted : sheet.words.severity(severity);
  return (
    <>
      <span class="sym" aria-hidden="true">
        {severity === null ? '○' : SEVERITY_SYMBOLS[severity]}
      </span>
      <span class="vh">{word}: </span>
    </>
  );
}
