import { SEVERITIES, type Severity } from '../domain/finding.ts';
import { CHANGE_CAUSES, type ChangeCause, type JudgedAgain } from '../domain/run.ts';
import type { RunComparison } from '../engine/compare-runs.ts';
import { DIFF_LABELS, type DiffLabels } from '../messages/diff-labels.ts';
import type { Words } from '../messages/words.ts';
import { SEVERITY_SYMBOLS } from '../reporters/rule-counts.ts';
import { type TextLine, type Tone, textLine } from '../reporters/text-line.ts';
import type { ListedFinding, ListedRun } from './listed-run.ts';

/** How many findings of a group are shown; the rest is counted. */
const MOST_SHOWN = 20;
const TONES: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'warning', info: 'plain' };

/** What `tzt diff` prints: what differs around the findings, then the findings by group and cause, the outcome last. */
export function diffLines(
  runs: readonly [ListedRun, ListedRun],
  comparison: RunComparison<ListedFinding>,
  judgedAgain: JudgedAgain,
  words: Words,
  all: boolean,
): TextLine[] {
  const labels = DIFF_LABELS[words.language];
  const about = { words, labels, most: all ? Number.POSITIVE_INFINITY : MOST_SHOWN };
  const changed = comparison.unchanged.flatMap(({ finding, older, cause }) =>
    cause === null ? [] : [{ finding, cause, before: older.severity }],
  );
  const [older, newer] = runs.map(({ name, startedAt }) => `${name} (${words.date(startedAt)})`);
  return [
    textLine(labels.title(older ?? '', newer ?? ''), 'heading'),
    ...notes(runs, comparison, labels),
    textLine(''),
    ...circumstances(runs, comparison, words, labels),
    ...(labels.judgedAgain[judgedAgain] === null ? [] : [textLine(labels.judgedAgain[judgedAgain] ?? '', 'dim')]),
    ...group('new', comparison.new, comparison.new, about),
    ...group('solved', comparison.solved, comparison.solved, about),
    ...group('unchanged', comparison.unchanged, changed, about),
    textLine(''),
    outcome(comparison, words, labels),
  ];
}

interface Shown {
  readonly finding: ListedFinding;
  readonly cause: ChangeCause;
  /** The severity it had, when both runs have it. */
  readonly before?: Severity;
}

interface About {
  readonly words: Words;
  readonly labels: DiffLabels;
  readonly most: number;
}

function notes(
  [older, newer]: readonly [ListedRun, ListedRun],
  comparison: RunComparison<ListedFinding>,
  labels: DiffLabels,
): TextLine[] {
  const texts: string[] = [];
  if (older.startedAt > newer.startedAt) texts.push(labels.laterFirst);
  if (comparison.otherKey) texts.push(labels.otherKey);
  else if (comparison.unchanged.length === 0 && older.findings.length > 0 && newer.findings.length > 0)
    texts.push(labels.nothingInCommon);
  return texts.map((text) => textLine(text, 'warning'));
}

function circumstances(
  [older, newer]: readonly [ListedRun, ListedRun],
  { circumstances: differing }: RunComparison<ListedFinding>,
  words: Words,
  labels: DiffLabels,
): TextLine[] {
  const roles = differing.changedRoles.map((role) => labels.roles[role ?? ''] ?? labels.noRole);
  const texts = [
    ...(differing.versionChanged ? [labels.version(older.version, newer.version)] : []),
    ...(differing.changedPolicies.length > 0 ? [labels.policies(differing.changedPolicies.join(', '))] : []),
    ...(differing.weakenedChanged === true ? [labels.weakened] : []),
    ...(differing.dayChanged ? [labels.asOf(words.date(older.asOf), words.date(newer.asOf))] : []),
    ...(roles.length > 0 ? [labels.files(roles.join(', '))] : []),
  ];
  if (texts.length === 0) return [textLine(labels.differsInNothing, 'dim')];
  if (roles.length === 0) texts.push(labels.sameFiles);
  return [textLine(labels.differs, 'heading'), ...texts.map((text) => textLine(`  ${text}`))];
}

function group(
  name: 'new' | 'solved' | 'unchanged',
  members: readonly { readonly finding: ListedFinding }[],
  listed: readonly Shown[],
  about: About,
): TextLine[] {
  const { labels, words, most } = about;
  const counts = countsText(
    members.map(({ finding }) => finding),
    about,
  );
  const changed =
    name === 'unchanged' && listed.length > 0 ? [labels.changed(listed.length, words.number(listed.length))] : [];
  const heading = textLine(`${labels.groups[name]}: ${[counts, ...changed].join(', ')}`, 'heading');
  const sorted = CHANGE_CAUSES.flatMap((cause) => listed.filter((change) => change.cause === cause));
  const lines = sorted.slice(0, most).flatMap((shown, index, all) => {
    const isFirst = index === 0 || all[index - 1]?.cause !== shown.cause;
    return [...(isFirst ? [textLine(`  ${labels.causes[shown.cause]}`, 'dim')] : []), findingLine(shown, about)];
  });
  const left = sorted.length - most;
  return [
    textLine(''),
    heading,
    ...lines,
    ...(left > 0 ? [textLine(`  ${labels.more(left, words.number(left))}`)] : []),
  ];
}

function countsText(findings: readonly ListedFinding[], { labels, words }: About): string {
  const texts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [labels.count(severity, count, words.number(count))];
  });
  return texts.length === 0 ? labels.nothing : texts.join(', ');
}

function findingLine({ finding, before }: Shown, { labels, words }: About): TextLine {
  const { severity, rule, waived, places } = finding;
  const marks = [
    ...(before === undefined || before === severity ? [] : [labels.severityWas(words.severity(before))]),
    ...(waived ? [labels.waived] : []),
  ];
  const [place] = places;
  const where = finding.client === null && place !== undefined ? `${place.input}, ${labels.row(place.row)}: ` : '';
  const mark = marks.length === 0 ? '' : ` (${marks.join(', ')})`;
  return textLine(`    ${SEVERITY_SYMBOLS[severity]} ${rule}${mark}: ${where}${finding.say()}`, TONES[severity]);
}

function outcome({ new: added }: RunComparison<ListedFinding>, words: Words, labels: DiffLabels): TextLine {
  const errors = added.filter(({ finding }) => finding.severity === 'error' && !finding.waived).length;
  return errors === 0
    ? textLine(labels.verdictGood, 'good')
    : textLine(labels.verdictBad(errors, words.number(errors)), 'bad');
}
