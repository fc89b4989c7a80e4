import type { Severity } from '../domain/finding.ts';
import type { RunFinding, Verdict } from '../domain/run.ts';
import type { ReportLabels } from '../messages/report-label-keys.ts';
import { reportLabels } from '../messages/report-labels.ts';
import { cut, relativePath, workflowProperty, workflowText } from './escape.ts';
import { findingMarks } from './finding-marks.ts';
import { inputName } from './input-text.ts';
import { publisher } from './published-finding.ts';
import type { Reporter, ReportMatter } from './reporter.ts';
import { shownPlace } from './shown-place.ts';
import { verdictSentence } from './verdict-sentence.ts';

/**
 * Workflow commands that become annotations on GitHub: the verdict, then the findings, pseudonyms only. GitHub shows ten of each level per
 * step and drops the others without a word; so there are never more, and the tenth says how many were left out.
 */
export const github: Reporter = {
  id: 'github',
  extension: '.txt',
  fileName: 'github-annotaties',
  async *render(matter) {
    const { result, words } = matter;
    const labels = reportLabels(words.language);
    const publish = publisher(matter);
    for (const level of LEVELS) {
      const findings = result.findings.filter((finding) => levelOf(finding) === level);
      const isVerdict = VERDICT_LEVELS[result.run.verdict] === level;
      const room = MOST_SHOWN - (isVerdict ? 1 : 0);
      const shown = findings.length > room ? findings.slice(0, room - 1) : findings;
      const left = findings.length - shown.length;
      if (isVerdict) yield command(level, { title: labels.markdown.title }, verdictSentence(result, words));
      for (const finding of shown) yield annotation(level, publish(finding), matter, labels);
      if (left > 0)
        yield command(level, { title: labels.markdown.title }, labels.ci.notShown(left, words.number(left)));
    }
  },
};

const LEVELS = ['error', 'warning', 'notice'] as const;
type Level = (typeof LEVELS)[number];

const FINDING_LEVELS: Readonly<Record<Severity, Level>> = { error: 'error', warning: 'warning', info: 'notice' };
const VERDICT_LEVELS: Readonly<Record<Verdict, Level>> = {
  rejected: 'error',
  incomplete: 'warning',
  approved: 'notice',
};

/** Annotations of one level in one step that GitHub shows. */
const MOST_SHOWN = 10;
const MOST_TEXT = 1000;

/** An accepted finding is no reason for a red mark. */
function levelOf({ severity, waiver }: RunFinding): Level {
  return waiver === null ? FINDING_LEVELS[severity] : 'notice';
}

function annotation(level: Level, finding: RunFinding, { result, words }: ReportMatter, labels: ReportLabels): string {
  const { input, sheet, row } = shownPlace(finding, result);
  const title = `${words.rule(finding.rule).title} (${finding.rule})`;
  const sheetNote = sheet === null ? [] : [`(${inputName({ name: input, sheet }, labels)})`];
  const text = [words.message(finding), ...findingMarks(finding, words, labels), ...sheetNote].join(' ');
  return command(level, { file: relativePath(input), line: String(row), title }, text);
}

function command(level: Level, properties: Readonly<Record<string, string>>, text: string): string {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${workflowProperty(cut(value, MOST_TEXT))}`);
  return `::${level} ${pairs.join(',')}::${workflowText(cut(text, MOST_TEXT))}\n`;
}
