import type { RunFinding } from '../domain/run.ts';
import type { ReportLabels } from '../messages/report-label-keys.ts';
import { reportLabels } from '../messages/report-labels.ts';
import { cut, markdownText } from './escape.ts';
import { findingMarks } from './finding-marks.ts';
import { inputName, readingText, roleText } from './input-text.ts';
import { baselineSection } from './markdown-baseline.ts';
import { type Cells, item, more, section, table } from './markdown-parts.ts';
import { periodText } from './period-text.ts';
import { publisher } from './published-finding.ts';
import type { Reporter, ReportMatter } from './reporter.ts';
import { ruleCounts, SEVERITY_SYMBOLS } from './rule-counts.ts';
import { verdictRemarks, verdictSentence } from './verdict-sentence.ts';

/**
 * A job summary for CI and for controllers: pseudonyms only, and always under the 1 MiB that GitHub takes,
 * since every list and every text in it has a limit. What is left out is counted.
 */
export const markdown: Reporter = {
  id: 'markdown',
  extension: '.md',
  fileName: 'samenvatting',
  async *render(matter) {
    const { result, words } = matter;
    const labels = reportLabels(words.language);
    const weakened = result.weakened.map(({ rule, severity, reason }) =>
      item(`${rule}: ${labels.weakenedTo(labels.severityOrOff[severity], reason)}`),
    );
    yield [
      `## ${markdownText(labels.markdown.title)}`,
      `${VERDICT_SYMBOLS[result.run.verdict]} **${markdownText(verdictSentence(result, words))}**`,
      ...verdictRemarks(result, words).map(markdownText),
      section(labels.summary.notChecked, notChecked(matter, labels)),
      ...(weakened.length === 0 ? [] : [section(labels.summary.weakened, weakened.join('\n'))]),
      section(labels.summary.lines, counts(matter, labels)),
      ...baselineSection(matter, labels),
      section(labels.summary.findingsPerRule, perRule(matter, labels)),
      section(labels.summary.findings, findings(matter, labels)),
      section(labels.summary.files, files(matter, labels)),
      section(labels.summary.policies, policies(matter, labels)),
      `<sub>${markdownText(`${result.tool.name} ${result.tool.version}, ${labels.summary.asOf} ${words.date(result.run.asOf)}, ${labels.summary.run} ${result.run.id}`)}</sub>`,
    ].join('\n\n');
    yield '\n';
  },
};

const VERDICT_SYMBOLS = { approved: '✅', rejected: '❌', incomplete: '⚠️' } as const;

/** With the longest names and only characters of four bytes this stays well under 1 MiB. */
const MOST = { findings: 100, files: 50, rules: 100, notChecked: 50, policies: 20, name: 120 };

function notChecked({ result, words }: ReportMatter, labels: ReportLabels): string {
  if (result.notChecked.length === 0) return markdownText(labels.summary.everythingChecked);
  const shown = result.notChecked.slice(0, MOST.notChecked).map((entry) => item(words.notChecked(entry)));
  return [...shown, ...more(result.notChecked.length - shown.length, labels, words.number)].join('\n');
}

function counts({ result, words }: ReportMatter, labels: ReportLabels): string {
  const { lines, clientMonths, minutes, amountCents } = result.summary;
  const { summary } = labels;
  const rows: Cells[] = [
    [words.lineVerdict('approved'), words.number(lines.approved)],
    [words.lineVerdict('rejected'), words.number(lines.rejected)],
    [words.lineVerdict('undecided'), words.number(lines.undecided)],
    [summary.ignored, words.number(lines.ignored)],
    [summary.unreadableRows, words.number(result.unreadableRows)],
    [summary.clientMonths, words.number(clientMonths.total)],
    [`${summary.clientMonths}, ${summary.overCap}`, words.number(clientMonths.overCap)],
    ...(['declared', 'credited', 'net', 'eligible', 'rejected', 'booked'] as const).map(
      (key): Cells => [summary[key], words.hours(minutes[key])],
    ),
  ];
  if (amountCents !== null) {
    rows.push([`${summary.amount}, ${summary.declared}`, words.euros(amountCents.declared)]);
    rows.push([`${summary.amount}, ${summary.rejected}`, words.euros(amountCents.rejected)]);
  }
  return table([summary.period, periodText(result, words)], rows, 'right');
}

function perRule({ result, words }: ReportMatter, labels: ReportLabels): string {
  const all = ruleCounts(result);
  if (all.length === 0) return markdownText(labels.summary.noFindings);
  const { columns } = labels;
  const rows = all
    .slice(0, MOST.rules)
    .map(
      ({ rule, severity, findings: found }): Cells => [
        `${SEVERITY_SYMBOLS[severity]} ${words.severity(severity)}`,
        rule,
        words.rule(rule).title,
        words.number(found),
      ],
    );
  const texts = [table([columns.severity, columns.rule, columns.title, columns.count], rows)];
  return [...texts, ...more(all.length - rows.length, labels, words.number)].join('\n\n');
}

function findings(matter: ReportMatter, labels: ReportLabels): string {
  const { result, words } = matter;
  if (result.findings.length === 0) return markdownText(labels.summary.noFindings);
  const { columns } = labels;
  const publish = publisher(matter);
  const shown = result.findings.slice(0, MOST.findings);
  const rows = shown
    .map(publish)
    .map(
      (finding): Cells => [
        `${SEVERITY_SYMBOLS[finding.severity]} ${finding.rule}`,
        finding.client ?? '',
        finding.month ?? '',
        placeText(finding, matter, labels),
        [words.message(finding), ...findingMarks(finding, words, labels)].join(' '),
      ],
    );
  const parts = [
    markdownText(labels.markdown.privacy),
    table([columns.rule, columns.client, columns.month, labels.markdown.place, columns.message], rows),
  ];
  if (result.findings.length > shown.length) {
    parts.push(
      markdownText(labels.count.shownFindings(words.number(shown.length), words.number(result.findings.length))),
    );
  }
  return parts.join('\n\n');
}

function placeText({ places }: RunFinding, { words }: ReportMatter, labels: ReportLabels): string {
  const [first] = places;
  if (first === undefined) return '';
  const place = `${cut(inputName({ name: first.input, sheet: first.sheet }, labels), MOST.name)}:${first.row}`;
  const left = places.length - 1;
  return left === 0 ? place : `${place} ${labels.count.morePlaces(left, words.number(left))}`;
}

function files({ result, words }: ReportMatter, labels: ReportLabels): string {
  const { columns, file } = labels;
  const rows = result.inputs
    .slice(0, MOST.files)
    .map(
      (input): Cells => [
        cut(inputName(input, labels), MOST.name),
        roleText(input, labels),
        words.number(input.rows),
        readingText(input, labels),
        input.sha256,
      ],
    );
  const texts = [table([columns.input, file.role, file.rows, file.format, file.sha256], rows)];
  return [...texts, ...more(result.inputs.length - rows.length, labels, words.number)].join('\n\n');
}

function policies({ result, words }: ReportMatter, labels: ReportLabels): string {
  const lines = result.policies
    .slice(0, MOST.policies)
    .map(({ id, validFrom, validTo, caps, lastConfirmed, sources }) => {
      const texts = caps.map(({ codes, minutes }) => labels.summary.cap(codes.join(', '), words.hours(minutes)));
      const validity = labels.summary.validity(words.date(validFrom), validTo === null ? null : words.date(validTo));
      const confirmed = lastConfirmed === null ? [] : [labels.lastConfirmed(lastConfirmed)];
      return item([`${id} (${validity})`, ...texts, ...confirmed, ...sources].join('; '));
    });
  return [...lines, ...more(result.policies.length - lines.length, labels, words.number)].join('\n');
}
