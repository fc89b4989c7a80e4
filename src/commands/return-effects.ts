import { refusesFile } from '../domain/return-codes.ts';
import type { ReturnLabels } from '../messages/return-label-keys.ts';
import type { Words } from '../messages/words.ts';
import { type TextLine, type Tone, textLine } from '../reporters/text-line.ts';
import type { ActedReturn } from './return-judged.ts';

/** The sums of a return message and what it changed, a sentence a line. */
export function returnEffects(acted: ActedReturn, words: Words, labels: ReturnLabels): TextLine[] {
  const { totals, others, silent, message } = acted;
  const { answers, unmatched } = totals;
  const counted = (n: number, sentence: (n: number, text: string) => string, tone: Tone = 'plain') =>
    n > 0 ? [textLine(sentence(n, words.number(n)), tone)] : [];
  const unknown = unmatched.unknown + unmatched.differs + unmatched.ambiguous;
  const otherLines = others.reduce((sum, { lines }) => sum + lines, 0);
  const codes = others.map(({ code, lines }) => `${code} ${words.number(lines)}×`).join(', ');
  const fileRefused = message.codes.some(refusesFile);
  return [
    ...sums(acted, words, labels),
    ...counted(otherLines, (n, text) => labels.others(n, text, codes), 'dim'),
    ...counted(answers.partly, labels.partly, 'warning'),
    ...counted(answers.unclear, labels.unclear, 'warning'),
    ...counted(unknown, labels.unmatchedCount, 'warning'),
    ...(fileRefused ? counted(silent, labels.fileRefusedOthers, 'warning') : counted(silent, labels.silent, 'dim')),
    ...changes(acted, words, labels),
  ];
}

function sums({ totals }: ActedReturn, words: Words, labels: ReturnLabels): TextLine[] {
  const { lines, answers, declaredCents, grantedCents } = totals;
  if (lines === 0) return [];
  const texts = {
    granted: words.number(answers.granted),
    partly: words.number(answers.partly),
    rejected: words.number(answers.rejected),
    'not-judged': words.number(answers['not-judged']),
    unclear: words.number(answers.unclear),
  };
  const amounts =
    declaredCents === null || grantedCents === null
      ? ''
      : ` ${labels.amounts(words.euros(declaredCents), words.euros(grantedCents))}`;
  return [textLine(labels.totals(lines, texts) + amounts)];
}

function changes(acted: ActedReturn, words: Words, labels: ReturnLabels): TextLine[] {
  const { outcome, notStored, refused, run } = acted;
  if (notStored === 'damaged') return [textLine(labels.notStoredDamaged, 'bad')];
  if (notStored === 'counts') return [textLine(labels.notStoredCounts, 'bad')];
  if (outcome === null) return [];
  if (outcome.outcome === 'known') return [textLine(labels.known(words.date(outcome.storedAt)), 'warning')];
  if (!outcome.booked) return [textLine(labels.notBooked(run), 'warning')];
  const count = (wanted: string) => refused.filter(({ line }) => line.booked === wanted).length;
  const [earlier, never] = [count('returned'), count('no')];
  return [
    outcome.lines > 0
      ? textLine(labels.stopped(outcome.lines, words.number(outcome.lines), words.hours(outcome.minutes)), 'bad')
      : textLine(labels.nothingStopped, 'good'),
    ...(earlier > 0 ? [textLine(labels.earlier(earlier, words.number(earlier)), 'dim')] : []),
    ...(never > 0 ? [textLine(labels.neverBooked(never, words.number(never)), 'dim')] : []),
  ];
}
