import type { RunFinding } from '../domain/run.ts';
import type { ReportLabels } from '../messages/report-label-keys.ts';
import type { Words } from '../messages/words.ts';

/** What stands behind the message of a finding, in brackets: that it was known, that it is accepted and by whom. */
export function findingMarks({ status, waiver }: RunFinding, words: Words, labels: ReportLabels): string[] {
  const known = status === 'known' ? [`(${labels.status.known})`] : [];
  return waiver === null
    ? known
    : [...known, `(${labels.waived(words.date(waiver.until), waiver.owner, waiver.reason)})`];
}
