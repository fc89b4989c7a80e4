import { RETURN_CODES, returnCode } from '../domain/return-codes.ts';
import { RETURN_TERMS } from '../domain/return-layout.ts';
import { type ComparedReturn, codesOf } from '../engine/compare-return.ts';
import type { ReturnLabels } from '../messages/return-label-keys.ts';
import { RETURN_LABELS } from '../messages/return-labels.ts';
import type { Words } from '../messages/words.ts';
import { headingOf } from '../reporters/heading.ts';
import { aligned, type TextLine, type Tone, textLine } from '../reporters/text-line.ts';
import type { SentLine } from '../store/returned.ts';
import { returnEffects } from './return-effects.ts';
import type { ActedReturn } from './return-judged.ts';

/** How many lines are shown; the rest is counted. */
const MOST_SHOWN = 40;
const INDENT = '  ';

/** What `tzt return` prints: the message, the lines beside what was expected, sums per code and rule, and what it changed. */
export function returnLines(acted: ActedReturn, words: Words, all: boolean): TextLine[] {
  const labels = RETURN_LABELS[words.language];
  return [
    ...heading(acted, words, labels),
    ...table(acted, words, labels, all ? Number.POSITIVE_INFINITY : MOST_SHOWN),
    ...codeScores(acted, words, labels),
    ...ruleScores(acted, words, labels),
    textLine(''),
    ...returnEffects(acted, words, labels),
  ];
}

/** What a return code means, as far as it is known. */
export function meaningOf(code: string, words: Words): string {
  const labels = RETURN_LABELS[words.language];
  const known = returnCode(code);
  if (known === undefined) return labels.unknownCode;
  return known[words.language] ?? labels.topicOnly(RETURN_CODES.topics[known.topic]?.[words.language] ?? known.topic);
}

function heading({ message, run, booking, pruned }: ActedReturn, words: Words, labels: ReturnLabels): TextLine[] {
  const name = RETURN_TERMS.messages[message.message]?.name ?? message.message;
  const dated = message.dated === null ? labels.noDay : words.date(message.dated);
  const counts = booking !== null && booking.endedAt === null;
  const layout = RETURN_TERMS.subversions[`0${message.version.slice(2)}`];
  return [
    textLine(labels.title(name, message.version, dated), 'heading'),
    textLine(labels.about(message.insurer, message.invoice)),
    textLine(labels.run(run, counts ? words.date(booking.bookedAt) : null), counts ? 'plain' : 'warning'),
    ...(pruned ? [textLine(labels.pruned, 'warning')] : []),
    ...(message.test ? [textLine(labels.test, 'warning')] : []),
    ...(layout === 'bevestigd' ? [] : [textLine(labels.inferred, 'dim')]),
    ...message.faults.map((fault) => textLine(labels.fault(fault), 'bad')),
    ...(message.codes.length > 0 && message.codes.some((code) => !isGood(code))
      ? [
          textLine(labels.wholeFile, 'bad'),
          ...message.codes.map((code) => textLine(`${INDENT}${code} ${meaningOf(code, words)}`, 'bad')),
        ]
      : []),
  ];
}

/** A remark, such as that all was granted. */
function isGood(code: string): boolean {
  return returnCode(code)?.weight === 'O';
}

function table({ lines }: ActedReturn, words: Words, labels: ReturnLabels, most: number): TextLine[] {
  const isOrdinary = ({ comparison, why }: ComparedReturn<SentLine>) => comparison === 'agreed' && why === null;
  const told = most === Number.POSITIVE_INFINITY ? lines : lines.filter((line) => !isOrdinary(line));
  const hidden = lines.length - told.length;
  const shown = told.slice(0, most);
  const { row, client, code, days, time, reference, answer, returnCode: codes, expected, comparison } = labels.columns;
  const head = [row, client, code, days, time, reference, answer, codes, expected, comparison];
  const rows = shown.map((one) => cellsOf(one, words, labels));
  const texts = aligned([head, ...rows], [0, 4]);
  const more = told.length - shown.length;
  return [
    ...(shown.length === 0 ? [] : [textLine(''), textLine(labels.lines, 'heading')]),
    ...(shown.length === 0
      ? []
      : texts.map((text, index) => textLine(INDENT + text, index === 0 ? 'dim' : toneOf(shown[index - 1])))),
    ...(more > 0 ? [textLine(INDENT + labels.more(more, words.number(more)), 'dim')] : []),
    ...(hidden > 0 ? [textLine(''), textLine(labels.agreedHidden(hidden, words.number(hidden)), 'dim')] : []),
  ];
}

function toneOf(line: ComparedReturn<SentLine> | undefined): Tone {
  if (line === undefined || line.comparison === 'agreed') return 'plain';
  return line.answer === 'rejected' ? 'bad' : 'warning';
}

function cellsOf(one: ComparedReturn<SentLine>, words: Words, labels: ReturnLabels): string[] {
  const { line, answer, comparison, why } = one;
  const { first, last } = line;
  const days =
    first === null ? '' : first === last ? words.date(first) : `${words.date(first)} – ${words.date(last ?? '')}`;
  const minutes = line.minutes === null ? '' : words.hours(line.credit ? -line.minutes : line.minutes);
  const granted = answer === 'partly' && line.grantedCents !== null ? ` (${words.euros(line.grantedCents)})` : '';
  return [
    String(line.row),
    line.client,
    line.code,
    days,
    minutes,
    line.reference,
    labels.answers[answer] + granted,
    codesOf(line).join(' '),
    why === null ? expectedText(one, labels) : labels.unmatched[why],
    labels.comparisons[comparison],
  ];
}

function expectedText({ sent, expected }: ComparedReturn<SentLine>, labels: ReturnLabels): string {
  const codes = [...new Set(expected.map(({ code }) => code))].join(' ');
  switch (sent?.verdict) {
    case 'rejected':
      return labels.rejectedHere(codes);
    case 'approved':
      return codes === '' ? labels.approvedHere : `${labels.approvedHere}, ${codes}?`;
    case 'undecided':
      return labels.undecidedHere;
    default:
      return labels.nothingExpected;
  }
}

function codeScores({ totals }: ActedReturn, words: Words, labels: ReturnLabels): TextLine[] {
  if (totals.byCode.length === 0) return [];
  const { comparisons, scoreColumns } = labels;
  const outcomes = [comparisons.hit, comparisons.miss, comparisons.surprise].map(headingOf);
  const head = [scoreColumns.code, scoreColumns.lines, ...outcomes, scoreColumns.meaning];
  const rows = totals.byCode.map(({ code, lines, hits, misses, surprises }) => [
    code,
    ...[lines, hits, misses, surprises].map((n) => words.number(n)),
    meaningOf(code, words),
  ]);
  return section(labels.byCode, [head, ...rows], [1, 2, 3, 4]);
}

function ruleScores({ totals }: ActedReturn, words: Words, labels: ReturnLabels): TextLine[] {
  if (totals.byRule.length === 0) return [];
  const { comparisons, scoreColumns } = labels;
  const head = [
    scoreColumns.lines,
    headingOf(comparisons.hit),
    scoreColumns.otherCode,
    scoreColumns.granted,
    scoreColumns.rule,
  ];
  const rows = totals.byRule.map(({ rule, lines, hits, otherCode, granted }) => [
    ...[lines, hits, otherCode, granted].map((n) => words.number(n)),
    `${words.rule(rule).title} (${rule})`,
  ]);
  return section(labels.byRule, [head, ...rows], [0, 1, 2, 3]);
}

function section(title: string, rows: readonly (readonly string[])[], right: readonly number[]): TextLine[] {
  const texts = aligned(rows, right);
  return [
    textLine(''),
    textLine(title, 'heading'),
    ...texts.map((text, index) => textLine(INDENT + text, index === 0 ? 'dim' : 'plain')),
  ];
}
