import { CHANGE_CAUSES, type ChangeCause, type RunResult } from '../domain/run.ts';
import { DIFF_LABELS } from '../messages/diff-labels.ts';
import type { Words } from '../messages/words.ts';

/** Why findings are new, gone or otherwise than in the run that was compared with, a sentence per group; nothing where nothing changed. */
export function baselineCauses({ baseline, findings }: RunResult, words: Words): string[] {
  const { causes, solvedFindings = [], judgedAgain } = baseline ?? {};
  if (causes === undefined) return [];
  const labels = DIFF_LABELS[words.language];
  const of = (members: readonly { readonly fingerprint: string }[]) =>
    members.flatMap(({ fingerprint }) => causes[fingerprint] ?? []);
  const sentence = (heading: string, found: readonly ChangeCause[]) => {
    const counts = CHANGE_CAUSES.flatMap((cause) => {
      const count = found.filter((one) => one === cause).length;
      return count === 0 ? [] : [`${words.number(count)} ${labels.shortCauses[cause]}`];
    });
    return counts.length === 0 ? [] : [`${heading}: ${counts.join(', ')}.`];
  };
  const remark = judgedAgain === undefined ? null : labels.judgedAgain[judgedAgain];
  return [
    ...sentence(labels.groups.new, of(findings.filter(({ status }) => status === 'new'))),
    ...sentence(labels.groups.solved, of(solvedFindings)),
    ...sentence(labels.changedHeading, of(findings.filter(({ status }) => status === 'known'))),
    ...(remark === null ? [] : [remark]),
  ];
}
