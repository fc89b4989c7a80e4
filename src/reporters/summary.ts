import type { Verdict } from '../domain/run.ts';
import type { ReportLabels } from '../messages/report-label-keys.ts';
import { reportLabels } from '../messages/report-labels.ts';
import { baselineCauses } from './baseline-causes.ts';
import { cut } from './escape.ts';
import { headingOf } from './heading.ts';
import { inputName, readingText, roleText } from './input-text.ts';
import type { ReportMatter } from './reporter.ts';
import { ruleCounts, SEVERITY_SYMBOLS } from './rule-counts.ts';
import { countLines } from './summary-counts.ts';
import { aligned, type TextLine, type Tone, textLine } from './text-line.ts';
import { verdictRemarks, verdictSentence } from './verdict-sentence.ts';

/** How much of each list fits on one screen; what is left out is counted. */
const MOST = { files: 5, notChecked: 4, rules: 8, notices: 3 };
const NAME_LENGTH = 40;
const MESSAGE_LENGTH = 160;
/** What a file is instead, and what to do with it: nothing else is known of it, so it is told whole. */
const REASON_LENGTH = 400;

const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = { approved: 'good', rejected: 'bad', incomplete: 'warning' };
const SEVERITY_TONES = { error: 'bad', warning: 'warning', info: 'plain' } as const;

/** The summary of a run for a terminal: one screen, the verdict last. `reports` are the paths of the reports written. */
export function summaryOf(matter: ReportMatter, reports: readonly string[]): TextLine[] {
  const { result, words } = matter;
  const labels = reportLabels(words.language);
  const nothingJudged = result.run.verdict === 'approved' && result.summary.lines.technology === 0;
  return [
    textLine(
      `${result.tool.name} ${result.tool.version}, ${labels.summary.asOf} ${words.date(result.run.asOf)}, ${labels.summary.run} ${result.run.id}`,
      'dim',
    ),
    ...block(labels.summary.files, files(matter, labels)),
    ...block(labels.summary.lines, countLines(matter, labels)),
    ...block(labels.summary.notChecked, notChecked(matter, labels)),
    ...block(labels.summary.weakened, weakened(matter, labels)),
    ...block(findingsHeading(matter, labels), [
      ...findings(matter, labels),
      ...baselineCauses(result, words).map((sentence) => textLine(`  ${sentence}`, 'dim')),
    ]),
    ...block(
      labels.summary.reports,
      reports.map((path) => textLine(`  ${path}`)),
    ),
    textLine(''),
    ...verdictRemarks(result, words).map((remark) => textLine(remark, 'warning')),
    textLine(verdictSentence(result, words), nothingJudged ? 'plain' : VERDICT_TONES[result.run.verdict]),
  ];
}

function block(heading: string, lines: readonly TextLine[]): TextLine[] {
  if (lines.length === 0) return [];
  return [textLine(''), textLine(headingOf(heading), 'heading'), ...lines];
}

function files({ result, words }: ReportMatter, labels: ReportLabels): TextLine[] {
  const shown = result.inputs.slice(0, MOST.files);
  const rows = shown.map((input) => [
    `  ${cut(inputName(input, labels), NAME_LENGTH)}`,
    roleText(input, labels),
    labels.count.rows(input.rows, words.number(input.rows)),
    readingText(input, labels),
  ]);
  const texts = aligned(rows, [2]).map((text, index) =>
    textLine(text, shown[index]?.role === null ? 'warning' : 'plain'),
  );
  // Of several files, which one is meant must be told.
  const ofFiles = result.inputs.flatMap((input) =>
    input.notices.map((notice) => `${cut(inputName(input, labels), NAME_LENGTH)}: ${words.notice(notice)}`),
  );
  const notices = [...ofFiles, ...result.notices.map((notice) => words.notice(notice))].map((text) =>
    textLine(`  ${text}`, 'dim'),
  );
  const unreadable = result.findings.filter(({ rule }) => rule === 'unreadable-file');
  return [
    ...texts,
    ...more(result.inputs.length - shown.length, labels, words.number),
    ...unreadable
      .slice(0, MOST.files)
      .map((finding) => textLine(`  ${cut(words.message(finding), REASON_LENGTH)}`, 'bad')),
    ...notices.slice(0, MOST.notices),
    ...more(notices.length - MOST.notices, labels, words.number),
  ];
}

function notChecked({ result, words }: ReportMatter, labels: ReportLabels): TextLine[] {
  const shown = result.notChecked.slice(0, MOST.notChecked);
  const left = result.notChecked.length - shown.length;
  return [
    ...shown.map((entry) => textLine(`  ${cut(words.notChecked(entry), MESSAGE_LENGTH)}`, 'warning')),
    ...more(left, labels, words.number),
  ];
}

function weakened({ result }: ReportMatter, labels: ReportLabels): TextLine[] {
  return result.weakened.map(({ rule, severity, reason }) =>
    textLine(`  ${rule}: ${labels.weakenedTo(labels.severityOrOff[severity], reason)}`, 'warning'),
  );
}

function findingsHeading({ result, words }: ReportMatter, labels: ReportLabels): string {
  const { error, warning, info } = result.summary.findings;
  const waived = result.findings.filter((finding) => finding.waiver !== null).length;
  const known = result.findings.filter(({ status }) => status === 'known').length;
  const texts = [
    labels.count.errors(error, words.number(error)),
    labels.count.warnings(warning, words.number(warning)),
    labels.count.infos(info, words.number(info)),
  ];
  if (waived > 0) texts.push(labels.count.waived(waived, words.number(waived)));
  if (known > 0) texts.push(labels.count.known(known, words.number(known)));
  const solved = result.baseline?.solved ?? 0;
  if (solved > 0) texts.push(labels.count.solved(solved, words.number(solved)));
  return `${labels.summary.findings}: ${texts.join(', ')}`;
}

function findings({ result, words }: ReportMatter, labels: ReportLabels): TextLine[] {
  const all = ruleCounts(result);
  if (all.length === 0) return [textLine(`  ${labels.summary.noFindings}`)];
  const shown = all.slice(0, MOST.rules);
  const rows = shown.map(({ rule, severity, findings: found }) => [
    `  ${SEVERITY_SYMBOLS[severity]}`,
    words.number(found),
    `${words.rule(rule).title} (${rule})`,
  ]);
  const rest = all.slice(MOST.rules);
  const left = rest.reduce((sum, { findings: found }) => sum + found, 0);
  return [
    ...aligned(rows, [1]).map((text, index) => textLine(text, SEVERITY_TONES[shown[index]!.severity])),
    ...(rest.length > 0
      ? [textLine(`  ${labels.count.moreRules(rest.length, words.number(rest.length), words.number(left))}`, 'dim')]
      : []),
  ];
}

function more(left: number, labels: ReportLabels, number: (n: number) => string): TextLine[] {
  return left > 0 ? [textLine(`  ${labels.count.more(left, number(left))}`, 'dim')] : [];
}
