import type { Artifact, Log, Notification, Run } from 'sarif';
import type { ReportLabels } from '../messages/report-label-keys.ts';
import { reportLabels } from '../messages/report-labels.ts';
import { jsonText, relativeUri, sarifText } from './escape.ts';
import { jsonLines } from './json-lines.ts';
import { publisher } from './published-finding.ts';
import type { Reporter, ReportMatter } from './reporter.ts';
import { SARIF_LEVELS, sarifResult } from './sarif-result.ts';
import { sarifRule } from './sarif-rule.ts';
import { verdictSentence } from './verdict-sentence.ts';

/**
 * SARIF 2.1.0 for code scanning and editors: pseudonyms only. One result per finding, one per line; the head is indented for people.
 * What GitHub would refuse a file for is left out, and a notification says how much that was.
 */
export const sarif: Reporter = {
  id: 'sarif',
  extension: '.sarif',
  fileName: 'bevindingen',
  async *render(matter) {
    const { findings } = matter.result;
    const labels = reportLabels(matter.words.language);
    const publish = publisher(matter);
    const artifacts = artifactsOf(matter);
    const indexes = {
      rules: indexed(matter.rules.map(({ id }) => id)),
      artifacts: indexed(artifacts.map(({ location }) => location?.uri ?? '')),
    };
    const log: Log = {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [{ ...head(matter, labels, artifacts, indexes.rules), results: [] }],
    };
    const [before = '', after = ''] = jsonText(log, 2).split('"results": []');
    yield `${before}"results": [`;
    const shown = findings.slice(0, MOST_RESULTS);
    yield* jsonLines(shown, '        ', (finding) => sarifResult(publish(finding), matter, labels, indexes));
    yield `${shown.length > 0 ? '\n      ' : ''}]${after}\n`;
  },
};

/** GitHub refuses a file with more results in a run; findings come worst first, so the least of them are left out. */
const MOST_RESULTS = 25_000;

function head(
  matter: ReportMatter,
  labels: ReportLabels,
  artifacts: Artifact[],
  rules: ReadonlyMap<string, number>,
): Omit<Run, 'results'> {
  const { result, words } = matter;
  const { run, tool } = result;
  return {
    tool: {
      driver: {
        name: tool.name,
        version: tool.version,
        language: words.language,
        rules: matter.rules.map((rule) => sarifRule(rule, words, labels)),
      },
    },
    // What stands before the last slash is the category that GitHub keeps the alerts of a run in.
    automationDetails: { id: `${tool.name}/${relativeUri(run.id)}` },
    invocations: [
      {
        executionSuccessful: true,
        startTimeUtc: run.startedAt,
        exitCode: run.exitCode,
        exitCodeDescription: sarifText(verdictSentence(result, words)),
        toolConfigurationNotifications: weakened(matter, labels, rules),
        toolExecutionNotifications: [...leftOut(matter, labels), ...notChecked(matter, rules)],
      },
    ],
    artifacts,
    properties: { verdict: run.verdict, asOf: run.asOf, findings: result.findings.length },
  };
}

function artifactsOf({ result }: ReportMatter): Artifact[] {
  const byUri = new Map<string, Artifact>();
  for (const { name, bytes, sha256 } of result.inputs) {
    const uri = relativeUri(name);
    byUri.set(uri, { location: { uri }, length: bytes, hashes: { 'sha-256': sha256 }, roles: ['analysisTarget'] });
  }
  return [...byUri.values()];
}

function notChecked({ result, words }: ReportMatter, rules: ReadonlyMap<string, number>): Notification[] {
  return result.notChecked.map((entry) => ({
    level: 'warning',
    message: { text: sarifText(words.notChecked(entry)) },
    ...associated(entry.rule, rules),
  }));
}

function weakened({ result }: ReportMatter, labels: ReportLabels, rules: ReadonlyMap<string, number>): Notification[] {
  return result.weakened.map(({ rule, severity, reason }) => ({
    level: severity === 'off' ? 'note' : SARIF_LEVELS[severity],
    message: { text: sarifText(`${rule}: ${labels.weakenedTo(labels.severityOrOff[severity], reason)}`) },
    ...associated(rule, rules),
  }));
}

function leftOut({ result, words }: ReportMatter, labels: ReportLabels): Notification[] {
  const { length } = result.findings;
  if (length <= MOST_RESULTS) return [];
  const text = labels.count.shownFindings(words.number(MOST_RESULTS), words.number(length));
  return [{ level: 'warning', message: { text } }];
}

function associated(rule: string, rules: ReadonlyMap<string, number>): Pick<Notification, 'associatedRule'> {
  const index = rules.get(rule);
  return index === undefined ? {} : { associatedRule: { id: rule, index } };
}

function indexed(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, index) => [name, index]));
}
