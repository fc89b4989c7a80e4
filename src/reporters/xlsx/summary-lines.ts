import type { ReportLabels } from '../../messages/report-label-keys.ts';
import { headingOf } from '../heading.ts';
import { inputName, readingText, roleText } from '../input-text.ts';
import { periodText } from '../period-text.ts';
import type { ReportMatter } from '../reporter.ts';
import { ruleCounts, SEVERITY_SYMBOLS } from '../rule-counts.ts';
import { verdictRemarks, verdictSentence } from '../verdict-sentence.ts';
import { date, euros, hours, month, type SheetCell, text, whole } from './cell.ts';
import { LINE_VERDICT_STYLES, SEVERITY_STYLES, VERDICT_STYLES } from './styles.ts';

type Line = readonly SheetCell[];

/** The sections in the order of the questions a biller asks: may it go, what was not looked at, how much, why, on what ground. */
export function* summaryLines(matter: ReportMatter, labels: ReportLabels): Generator<Line> {
  yield* verdict(matter, labels);
  yield* notChecked(matter, labels);
  yield* numbers(matter, labels);
  yield* perRule(matter, labels);
  yield* months(matter, labels);
  yield* files(matter, labels);
  yield* policies(matter, labels);
  yield* remainder(matter, labels);
}

function* verdict({ result, words }: ReportMatter, labels: ReportLabels): Generator<Line> {
  const { run, tool } = result;
  const { summary } = labels;
  yield [text(labels.workbook.title(words.verdict(run.verdict), periodText(result, words)), 'title')];
  yield [text(verdictSentence(result, words), VERDICT_STYLES[run.verdict])];
  for (const remark of verdictRemarks(result, words)) yield [text(remark, 'loose')];
  yield [];
  yield [text(headingOf(summary.period)), text(periodText(result, words))];
  yield [text(headingOf(summary.asOf)), date(run.asOf)];
  yield [text(headingOf(summary.run)), text(run.id)];
  yield [text(headingOf(summary.startedAt)), text(run.startedAt.replace('T', ' ').replace('Z', ''))];
  yield [text(headingOf(summary.version)), text(`${tool.name} ${tool.version}`)];
}

function* notChecked({ result, words }: ReportMatter, labels: ReportLabels): Generator<Line> {
  yield* section(labels.summary.notChecked);
  if (result.notChecked.length === 0) yield [text(labels.summary.everythingChecked, 'loose')];
  for (const entry of result.notChecked) {
    yield [text(entry.rule, 'unsure'), whole(entry.lines), text(words.notChecked(entry), 'loose')];
  }
  if (result.unreadableRows > 0)
    yield [text(headingOf(labels.summary.unreadableRows), 'bad'), whole(result.unreadableRows)];
}

function* numbers({ result, words }: ReportMatter, labels: ReportLabels): Generator<Line> {
  const { lines: counts, clientMonths, minutes, amountCents } = result.summary;
  const { summary, columns } = labels;
  yield* section(summary.lines);
  yield [text(headingOf(summary.total)), whole(counts.total)];
  yield [text(headingOf(summary.technology)), whole(counts.technology)];
  for (const key of ['approved', 'rejected', 'undecided'] as const) {
    yield [
      text(headingOf(words.lineVerdict(key)), counts[key] > 0 ? LINE_VERDICT_STYLES[key] : 'text'),
      whole(counts[key]),
    ];
  }
  yield [text(headingOf(summary.ignored)), whole(counts.ignored)];
  for (const { code, lines: ignored } of result.ignoredCodes) yield [text(`   ${code}`), whole(ignored)];
  yield* section(summary.clientMonths);
  for (const key of ['total', 'withinCap', 'overCap'] as const)
    yield [text(headingOf(summary[key])), whole(clientMonths[key])];
  yield* section(summary.minutes, columns.minutes, columns.hours);
  for (const key of ['declared', 'credited', 'net', 'eligible', 'rejected', 'booked'] as const) {
    yield [text(headingOf(summary[key])), whole(minutes[key]), hours(minutes[key])];
  }
  if (amountCents === null) return;
  yield* section(summary.amount);
  yield [text(headingOf(summary.declared)), euros(amountCents.declared)];
  yield [text(headingOf(summary.rejected)), euros(amountCents.rejected)];
}

function* perRule({ result, words }: ReportMatter, labels: ReportLabels): Generator<Line> {
  const { columns, summary } = labels;
  yield* section(summary.findingsPerRule, columns.severity, columns.count, columns.rule);
  if (result.findings.length === 0) yield [text(summary.noFindings, 'loose')];
  for (const { rule, severity, findings } of ruleCounts(result)) {
    yield [
      text(words.rule(rule).title, 'wrapped'),
      text(`${SEVERITY_SYMBOLS[severity]} ${words.severity(severity)}`, SEVERITY_STYLES[severity]),
      whole(findings),
      text(rule, 'loose'),
    ];
  }
  const waived = result.findings.filter(({ waiver }) => waiver !== null).length;
  if (waived > 0) yield [text(headingOf(summary.accepted)), text(null), whole(waived)];
  for (const { rule, severity, reason } of result.weakened) {
    yield [text(`${rule}: ${labels.weakenedTo(labels.severityOrOff[severity], reason)}`, 'unsure')];
  }
}

function* months({ result, words }: ReportMatter, labels: ReportLabels): Generator<Line> {
  const { columns, summary } = labels;
  yield* section(summary.months, summary.clients, columns.minutes, columns.hours);
  for (const { month: care, clients, minutes, byCode } of result.summary.months) {
    const codes = Object.entries(byCode).map(([code, net]) => `${code}: ${words.hours(net)}`);
    yield [month(care), whole(clients), whole(minutes), hours(minutes), text(codes.join(', '), 'loose')];
  }
}

function* files({ result, words }: ReportMatter, labels: ReportLabels): Generator<Line> {
  const { file, summary } = labels;
  yield* section(summary.files, file.role, file.rows, file.bytes, file.header, file.format);
  for (const input of result.inputs) {
    yield [
      text(inputName(input, labels), 'wrapped'),
      text(roleText(input, labels), input.role === null ? 'unsure' : 'text'),
      whole(input.rows),
      whole(input.bytes),
      text(input.headerRow === null ? null : file.headerRow(input.headerRow)),
      text(`${readingText(input, labels)}; ${file.sha256} ${input.sha256}`, 'loose'),
    ];
    if (input.unknownColumns.length > 0)
      yield [text(`   ${headingOf(file.unknownColumns)}: ${input.unknownColumns.join(', ')}`, 'loose')];
    for (const notice of input.notices) yield [text(`   ${words.notice(notice)}`, 'loose')];
  }
  for (const notice of result.notices) yield [text(words.notice(notice), 'loose')];
}

function* policies({ result, words }: ReportMatter, labels: ReportLabels): Generator<Line> {
  const { summary } = labels;
  yield* section(summary.policies);
  for (const { id, validFrom, validTo, caps, sources, lastConfirmed } of result.policies) {
    yield [
      text(id),
      text(summary.validity(words.date(validFrom), validTo === null ? null : words.date(validTo)), 'loose'),
    ];
    for (const { codes, minutes } of caps)
      yield [text(`   ${summary.cap(codes.join(', '), words.hours(minutes))}`, 'loose')];
    if (lastConfirmed !== null) yield [text(`   ${headingOf(labels.lastConfirmed(lastConfirmed))}`, 'loose')];
    for (const source of sources) yield [text(`   ${source}`, 'loose')];
  }
}

/** What the workbook itself is made of, for whoever finds it later. */
function* remainder({ result }: ReportMatter, labels: ReportLabels): Generator<Line> {
  const { summary } = labels;
  yield [];
  yield [text(headingOf(summary.exitCode)), whole(result.run.exitCode)];
}

function* section(label: string, ...headings: readonly string[]): Generator<Line> {
  yield [];
  yield [text(headingOf(label), 'section'), ...headings.map((heading) => text(headingOf(heading), 'header'))];
}
