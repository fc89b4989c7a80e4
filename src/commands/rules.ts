import type { Language } from '../domain/run.ts';
import { UserError } from '../errors.ts';
import { RULE_LABELS } from '../messages/rule-labels.ts';
import { wordsFor } from '../messages/words-for.ts';
import { nearest } from '../nearest.ts';
import { CATALOGUE } from '../pipeline/catalogue.ts';
import { aligned, textLine } from '../reporters/text-line.ts';
import { type JudgedSample, sampleJudge } from './judge-sample.ts';
import { rulePage } from './rule-page.ts';
import { readRuleSamples, readSharedFiles, SAMPLES_FOLDER } from './rule-samples.ts';
import type { ExitCode, Shell } from './shell.ts';
import { terminalOf } from './terminal.ts';

/** Options of the commands about rules. */
export interface RuleOptions {
  readonly lang: Language;
  readonly color?: boolean;
}

/** `tzt rules`: every rule, one line each. */
export function listRules(options: RuleOptions, shell: Shell): ExitCode {
  const words = wordsFor(options.lang);
  const labels = RULE_LABELS[options.lang];
  const rows = CATALOGUE.map((rule) => [
    rule.id,
    words.severity(rule.severity),
    rule.expectedReturnCode ?? '',
    words.rule(rule.id).title,
  ]);
  terminalOf(shell, options, false).lines([
    ...aligned([labels.rulesHeading, ...rows]).map((text, index) => textLine(text, index === 0 ? 'heading' : 'plain')),
    textLine(''),
    textLine(labels.rulesHint(rows.length), 'dim'),
  ]);
  return 0;
}

/** `tzt explain RULE`: what it guards and why, what to do, its sources, and its samples judged here and now. Throws UserError for an id no rule has. */
export async function explainRule(id: string, options: RuleOptions, shell: Shell): Promise<ExitCode> {
  const rule = CATALOGUE.find((known) => known.id === id.trim().toLowerCase());
  if (!rule) {
    const known = CATALOGUE.map((one) => one.id);
    throw new UserError(`Regel "${id}" bestaat niet.${nearest(id, known)} Alle regels: tzt rules`);
  }
  const judge = sampleJudge(readSharedFiles(SAMPLES_FOLDER));
  const judged: JudgedSample[] = [];
  for (const sample of readRuleSamples(SAMPLES_FOLDER, rule.id)) judged.push(await judge(sample));
  terminalOf(shell, options, false).lines(rulePage(rule, judged, wordsFor(options.lang), shell.stdout.columns));
  return 0;
}
