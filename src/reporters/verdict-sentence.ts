import type { NotCheckedReason, RunResult } from '../domain/run.ts';
import { reportLabels } from '../messages/report-labels.ts';
import type { Words } from '../messages/words.ts';

/** The verdict of a run in one or two sentences, as a biller needs it: `AFGEKEURD: 12 van 480 declaratieregels moeten eerst hersteld worden.` */
export function verdictSentence(result: RunResult, words: Words): string {
  const { lines, findings } = result.summary;
  const { verdict: say } = reportLabels(words.language);
  const undecided = words.number(lines.undecided);
  const technology = words.number(lines.technology);
  switch (result.run.verdict) {
    case 'rejected': {
      const rejected =
        lines.rejected > 0
          ? say.rejectedLines(lines.rejected, words.number(lines.rejected), technology)
          : say.rejectedFaults(findings.error, words.number(findings.error));
      return lines.undecided === 0
        ? rejected
        : `${rejected} ${say.alsoUndecided(lines.undecided, undecided, reasonsText(result, words))}`;
    }
    case 'incomplete':
      return lines.undecided > 0
        ? say.incomplete(undecided, technology, reasonsText(result, words))
        : say.incompleteReading(reasonsText(result, words));
    case 'approved': {
      const approved = lines.technology === 0 ? say.approvedEmpty : say.approved(lines.technology, technology);
      const { warning } = findings;
      return warning === 0 ? approved : `${approved} ${say.warnings(warning, words.number(warning))}`;
    }
  }
}

/** A sentence when the exit code is another than the verdict alone would give, else null. */
export function exitCodeSentence({ run }: RunResult, words: Words): string | null {
  const usual = { approved: 0, rejected: 1, incomplete: 3 }[run.verdict];
  return run.exitCode === usual ? null : reportLabels(words.language).verdict.exitCode(run.exitCode);
}

function reasonsText(result: RunResult, words: Words): string {
  const labels = reportLabels(words.language);
  const reasons = new Set<NotCheckedReason>();
  for (const { reason, lines } of result.notChecked) {
    if (reason === 'no-claims' || (lines > 0 && reason !== 'other-month')) reasons.add(reason);
  }
  const texts = [...reasons].map((reason) => labels.reasons[reason]);
  if (result.unreadableRows > 0) {
    texts.push(labels.verdict.unreadableRows(result.unreadableRows, words.number(result.unreadableRows)));
  }
  if (texts.length === 0) texts.push(labels.verdict.somethingUnreadable);
  return texts.join('; ');
}
