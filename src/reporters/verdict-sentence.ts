import type { NotCheckedReason, RunResult } from '../domain/run.ts';
import { reportLabels } from '../messages/report-labels.ts';
import type { Words } from '../messages/words.ts';

/** The verdict of a run in one sentence, as a biller needs it: `AFGEKEURD: 12 van 480 declaratieregels moeten eerst hersteld worden.` */
export function verdictSentence(result: RunResult, words: Words): string {
  const { lines, findings } = result.summary;
  const { verdict: say } = reportLabels(words.language);
  const technology = words.number(lines.technology);
  switch (result.run.verdict) {
    case 'rejected':
      return lines.rejected > 0
        ? say.rejectedLines(lines.rejected, words.number(lines.rejected), technology)
        : say.rejectedFaults(findings.error, words.number(findings.error));
    case 'incomplete':
      return lines.undecided > 0
        ? say.incomplete(words.number(lines.undecided), technology, reasonsText(result, words))
        : say.incompleteReading(reasonsText(result, words));
    case 'approved':
      return lines.technology === 0 ? say.approvedEmpty : say.approved(lines.technology, technology);
  }
}

/** What must be said beside the verdict: lines not judged in a rejected run, warnings in an approved one, an exit code of its own. */
export function verdictRemarks(result: RunResult, words: Words): string[] {
  const { run, summary } = result;
  const { lines, findings } = summary;
  const { verdict: say } = reportLabels(words.language);
  const remarks: string[] = [];
  if (run.verdict === 'rejected' && lines.undecided > 0) {
    const reasons = reasonsText(result, words);
    remarks.push(say.alsoUndecided(lines.undecided, words.number(lines.undecided), reasons));
  }
  const suspect = result.findings.filter(({ rule }) => rule === 'suspect-code').length;
  if (suspect > 0) remarks.push(say.suspectCodes(suspect, words.number(suspect)));
  const { creditsLeft = 0 } = result;
  if (creditsLeft > 0) remarks.push(say.creditsLeft(creditsLeft, words.number(creditsLeft)));
  if (run.verdict === 'approved' && findings.warning > 0) {
    remarks.push(say.warnings(findings.warning, words.number(findings.warning)));
  }
  if (run.exitCode !== { approved: 0, rejected: 1, incomplete: 3 }[run.verdict])
    remarks.push(say.exitCode(run.exitCode));
  return remarks;
}

function reasonsText(result: RunResult, words: Words): string {
  const labels = reportLabels(words.language);
  const reasons = new Set<NotCheckedReason>();
  // Beside lines that were judged, lines of other months are what was asked for.
  const nothingElse = result.summary.lines.technology === 0;
  for (const { reason, lines } of result.notChecked) {
    if (reason === 'no-claims' || reason === 'no-store' || (lines > 0 && (reason !== 'other-month' || nothingElse)))
      reasons.add(reason);
  }
  const texts = [...reasons].map((reason) => labels.reasons[reason]);
  if (result.unreadableRows > 0) {
    texts.push(labels.verdict.unreadableRows(result.unreadableRows, words.number(result.unreadableRows)));
  }
  if (texts.length === 0) texts.push(labels.verdict.somethingUnreadable);
  return texts.join('; ');
}
