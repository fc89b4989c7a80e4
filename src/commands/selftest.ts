import type { Language } from '../domain/run.ts';
import { RULE_LABELS, type RuleLabels } from '../messages/rule-labels.ts';
import { CATALOGUE } from '../pipeline/catalogue.ts';
import { aligned, type TextLine, textLine } from '../reporters/text-line.ts';
import { type JudgedSample, sampleJudge } from './judge-sample.ts';
import { type RuleSample, readRuleSamples, readSharedFiles, SAMPLES_FOLDER } from './rule-samples.ts';
import { countSamples, type SampleCounts } from './sample-counts.ts';
import type { ExitCode, Shell } from './shell.ts';
import { terminalOf } from './terminal.ts';

interface RuleOutcome extends SampleCounts {
  readonly rule: string;
  readonly holds: boolean;
  /** What is wrong, in words. */
  readonly problems: readonly string[];
}

/**
 * `tzt selftest`: judges the good and bad samples of every rule and prints the table. 0 when every finding is announced by its row
 * and the other way round, and every rule has a good and a bad row; else 4: the program does not do what it says.
 */
export async function selftest(
  options: { readonly lang: Language; readonly color?: boolean },
  shell: Shell,
  folder: string = SAMPLES_FOLDER,
): Promise<ExitCode> {
  const labels = RULE_LABELS[options.lang];
  const samples = readRuleSamples(folder);
  const judge = sampleJudge(readSharedFiles(folder));
  const judged: JudgedSample[] = [];
  for (const sample of samples) judged.push(await judge(sample));
  const known = CATALOGUE.map(({ id }) => id);
  const outcomes = known.map((rule) => outcomeOf(rule, judged, labels));
  const strangers = samples.filter(({ rule }) => !known.includes(rule)).map(({ name }) => labels.noSuchRule(name));
  terminalOf(shell, options, false).lines(linesOf(outcomes, strangers, samples, labels));
  return outcomes.every(({ holds }) => holds) && strangers.length === 0 ? 0 : 4;
}

function outcomeOf(rule: string, judged: readonly JudgedSample[], labels: RuleLabels): RuleOutcome {
  const own = judged.filter(({ sample }) => sample.rule === rule);
  const counts = countSamples(own.map(({ sample }) => sample));
  const problems = own.flatMap((one) => mismatches(one, labels));
  if (own.length === 0) problems.push(labels.noSample(rule));
  else if (counts.good === 0) problems.push(labels.noGoodRow(rule));
  else if (counts.bad === 0) problems.push(labels.noBadRow(rule));
  return { rule, ...counts, holds: problems.length === 0, problems };
}

function mismatches({ sample, missing, unexpected }: JudgedSample, labels: RuleLabels): string[] {
  const lines = [
    ...missing.map(({ rule, row }) => labels.expectedNotFound(labels.place(row), rule)),
    ...unexpected.map(({ rule, row, input }) =>
      labels.foundNotExpected(input === null ? labels.place(row) : `${input}, ${labels.place(row)}`, rule),
    ),
  ];
  return lines.map((line) => `${sample.name}: ${line}`);
}

function linesOf(
  outcomes: readonly RuleOutcome[],
  strangers: readonly string[],
  samples: readonly RuleSample[],
  labels: RuleLabels,
): TextLine[] {
  const rows = outcomes.map(({ rule, good, bad, holds }) => [
    rule,
    String(good),
    String(bad),
    holds ? labels.holds : labels.fails,
  ]);
  const [heading = '', ...table] = aligned([labels.selftestHeading, ...rows], [1, 2]);
  const problems = [...outcomes.flatMap((outcome) => outcome.problems), ...strangers];
  const failed = outcomes.filter(({ holds }) => !holds).length;
  const sum = (of: (outcome: RuleOutcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const verdict =
    problems.length === 0
      ? labels.passed(
          outcomes.length,
          samples.length,
          sum(({ good }) => good),
          sum(({ bad }) => bad),
        )
      : labels.failed(failed, outcomes.length, problems.length);
  return [
    textLine(heading, 'heading'),
    ...table.map((text, index) => textLine(text, outcomes[index]?.holds ? 'plain' : 'bad')),
    textLine(''),
    ...problems.map((problem) => textLine(problem, 'bad')),
    ...(problems.length > 0 ? [textLine('')] : []),
    textLine(verdict, problems.length === 0 ? 'good' : 'bad'),
  ];
}
