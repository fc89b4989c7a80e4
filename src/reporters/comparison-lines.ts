import { COMPARE_LABELS, type CompareLabels } from '../messages/compare-labels.ts';
import type { Words } from '../messages/words.ts';
import type { ComparedLine, Comparison } from './comparison-schema.ts';
import { aligned, type TextLine, textLine } from './text-line.ts';

/** How many lines of a group are shown; the rest is counted. */
const MOST_SHOWN = 20;

/** What `tzt compare` prints: both sides in figures, what differs, what else was counted, the outcome last. */
export function comparisonLines(comparison: Comparison, words: Words, all: boolean): TextLine[] {
  const about: About = {
    labels: COMPARE_LABELS[words.language],
    words,
    most: all ? Number.POSITIVE_INFINITY : MOST_SHOWN,
  };
  const { labels } = about;
  const { summary, months } = comparison;
  return [
    textLine(labels.title(filesOf(comparison.export, labels), filesOf(comparison.message, labels)), 'heading'),
    ...(months === null ? [] : [textLine(labels.months(months.map(words.month).join(', ')))]),
    ...figures(comparison, about).map((text) => textLine(`  ${text}`)),
    ...group('onlyInExport', comparison.onlyInExport, (one) => lineText(one, labels.row(one.row), about), about),
    ...group('onlyInMessage', comparison.onlyInMessage, (one) => lineText(one, labels.record(one.row), about), about),
    ...group('different', comparison.different, (one) => differenceText(one, about), about),
    textLine(''),
    textLine(`${labels.groups.same}: ${countText(summary.same, about)}`, 'heading'),
    ...otherCodes(comparison, about),
    textLine(''),
    ...remarks(comparison, about).map((text) => textLine(text, 'warning')),
    outcome(comparison, about),
  ];
}

interface About {
  readonly labels: CompareLabels;
  readonly words: Words;
  readonly most: number;
}

function filesOf({ inputs }: Comparison['export'], { noFile }: CompareLabels): string {
  return inputs.map(fileName).join(', ') || noFile;
}

function fileName({ name, sheet }: { readonly name: string; readonly sheet: string | null }): string {
  return sheet === null ? name : `${name}/${sheet}`;
}

function figures({ export: left, message: right, codes }: Comparison, { labels, words }: About): string[] {
  const amount = (cents: number | null) => (cents === null ? labels.none : words.euros(cents));
  const rows = [
    ['', labels.export, labels.message],
    [labels.lines, words.number(left.lines), words.number(right.lines)],
    ...codes.map(({ code, ...count }) => [`  ${code}`, words.number(count.export), words.number(count.message)]),
    [labels.minutes, words.hours(left.minutes), words.hours(right.minutes)],
    [labels.amount, amount(left.amountCents), amount(right.amountCents)],
  ];
  return aligned(rows, [1, 2]);
}

function group<Member>(
  name: 'onlyInExport' | 'onlyInMessage' | 'different',
  members: readonly Member[],
  textOf: (member: Member) => string,
  about: About,
): TextLine[] {
  const { labels, words, most } = about;
  const left = members.length - most;
  return [
    textLine(''),
    textLine(`${labels.groups[name]}: ${countText(members.length, about)}`, 'heading'),
    ...members.slice(0, most).map((member) => textLine(`  ${textOf(member)}`, 'bad')),
    ...(left > 0 ? [textLine(`  ${labels.more(words.number(left))}`)] : []),
  ];
}

function countText(count: number, { labels, words }: About): string {
  return count === 0 ? labels.none : labels.count(count, words.number(count));
}

function lineText(line: ComparedLine, row: string, about: About): string {
  const { labels, words } = about;
  const { reference, client, code, minutes, amountCents } = line;
  return [
    placeText(line, row),
    ...(reference === null ? [] : [reference]),
    labels.client(client),
    code,
    daysText(line, about),
    line.debitCredit === 'C' ? labels.credit : labels.debit,
    words.hours(minutes),
    ...(amountCents === null ? [] : [words.euros(amountCents)]),
  ].join(', ');
}

function differenceText(
  { differs, export: left, message: right }: Comparison['different'][number],
  about: About,
): string {
  const { labels } = about;
  const places = [placeText(left, labels.row(left.row)), placeText(right, labels.record(right.row))];
  const subject = [
    ...places,
    ...(left.reference === null ? [] : [left.reference]),
    labels.client(left.client),
    left.code,
  ];
  const texts = differs.map((what) =>
    labels.differs(labels.differences[what], valueText(left, what, about), valueText(right, what, about)),
  );
  return `${subject.join(', ')}: ${texts.join('; ')}`;
}

function valueText(line: ComparedLine, what: Comparison['different'][number]['differs'][number], about: About): string {
  const { labels, words } = about;
  switch (what) {
    case 'client':
      return line.client;
    case 'code':
      return line.code;
    case 'dates':
      return daysText(line, about);
    case 'debit-credit':
      return line.debitCredit === 'C' ? labels.credit : labels.debit;
    case 'minutes':
      return words.hours(line.minutes);
    case 'amount':
      return line.amountCents === null ? labels.noAmount : words.euros(line.amountCents);
  }
}

function placeText({ input, sheet }: ComparedLine, row: string): string {
  return `${fileName({ name: input, sheet })} ${row}`;
}

function daysText({ start, end }: ComparedLine, { labels, words }: About): string {
  return labels.days(words.date(start), words.date(end));
}

function otherCodes({ otherCodes: codes }: Comparison, { labels, words }: About): TextLine[] {
  if (codes.length === 0) return [];
  const texts = codes.map(({ code, ...count }) =>
    labels.otherCode(code, words.number(count.export), words.number(count.message)),
  );
  return [textLine(''), textLine(labels.otherCodes, 'dim'), ...texts.map((text) => textLine(`  ${text}`, 'dim'))];
}

function remarks({ export: left, message: right, summary }: Comparison, { labels, words }: About): string[] {
  const unread = ({ unread: rows }: Comparison['export'], side: string) =>
    rows.length === 0 ? [] : [labels.unread(rows.length, words.number(rows.length), side)];
  const { otherReferences, clientsUnseen } = summary;
  const hasAmounts = left.amountCents !== null && right.amountCents !== null;
  return [
    ...[...left.problems, ...right.problems].map(({ message }) => message),
    ...unread(left, filesOf(left, labels)),
    ...unread(right, filesOf(right, labels)),
    ...(right.inputs.some(({ test }) => test) ? [labels.test] : []),
    ...(hasAmounts || left.lines === 0 || right.lines === 0 ? [] : [labels.noAmounts]),
    ...(otherReferences > 0 ? [labels.otherReferences(otherReferences, words.number(otherReferences))] : []),
    ...(clientsUnseen > 0 ? [labels.clientsUnseen(clientsUnseen, words.number(clientsUnseen))] : []),
  ];
}

function outcome({ exitCode, summary, export: left, message: right }: Comparison, { labels, words }: About): TextLine {
  const differences = summary.different + summary.onlyInExport + summary.onlyInMessage;
  if (exitCode === 1) return textLine(labels.verdictDifferent(differences, words.number(differences)), 'bad');
  if (exitCode === 0) return textLine(labels.verdictSame(summary.same, words.number(summary.same)), 'good');
  const isEmpty = left.lines === 0 || right.lines === 0;
  return textLine(isEmpty ? labels.nothingToCompare : labels.verdictUnsure, 'warning');
}
