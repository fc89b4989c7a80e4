import { maskBsn } from '../domain/bsn.ts';
import type { RuleFacts } from '../domain/rule.ts';
import type { Language } from '../domain/run.ts';
import { RULE_LABELS, type RuleLabels } from '../messages/rule-labels.ts';
import type { Words } from '../messages/words.ts';
import { comparable } from '../parse/columns.ts';
import { aligned, type TextLine, type Tone, textLine } from '../reporters/text-line.ts';
import type { JudgedSample } from './judge-sample.ts';
import type { SampleRow } from './sample-text.ts';

/** Readable without turning the head, however wide the terminal. */
const WIDEST = 100;
const INDENT = '  ';
/** The column of a sample that explains its rows, in Dutch. */
const REMARKS = 'toelichting';

/** Everything there is to say of one rule: its words, its sources, and its samples with the messages their bad rows cause. */
export function rulePage(rule: RuleFacts, judged: readonly JudgedSample[], words: Words, columns = WIDEST): TextLine[] {
  const labels = RULE_LABELS[words.language];
  const width = Math.min(columns, WIDEST) - INDENT.length;
  const { title, why, remedy } = words.rule(rule.id);
  const { expectedReturnCode } = rule;
  const paragraph = (text: string, mark = '') => wrapped(text, width, mark).map((line) => textLine(INDENT + line));
  return [
    textLine(title, 'heading'),
    textLine(`${rule.id} · ${words.severity(rule.severity)}`),
    textLine(expectedReturnCode === null ? labels.noReturnCode : words.expectedReturnCode(expectedReturnCode)),
    ...section(labels.why, paragraph(why)),
    ...section(labels.remedy, paragraph(remedy)),
    ...section(
      labels.sources,
      rule.sources.flatMap((source) => paragraph(source, '- ')),
    ),
    ...judged.flatMap((one) =>
      section(labels.sample(`samples/rules/${one.sample.name}`), [
        ...sampleTable(rule, one, words, labels),
        ...one.result.findings
          .filter((finding) => finding.rule === rule.id)
          .flatMap((finding) => paragraph(words.message(finding), '→ ')),
      ]),
    ),
    textLine(''),
    textLine(labels.judgedWith, 'dim'),
  ];
}

function section(heading: string, lines: readonly TextLine[]): TextLine[] {
  return [textLine(''), textLine(heading, 'heading'), ...lines];
}

function sampleTable(rule: RuleFacts, { sample }: JudgedSample, words: Words, labels: RuleLabels): TextLine[] {
  const shown = columnsShown(sample.headings, words.language);
  const cellsOf = (cells: readonly string[]) => cells.filter((_, column) => shown(column)).map((cell) => maskBsn(cell));
  const rows = withBlankRows(sample);
  const table = rows.map(({ row, cells }) => [
    row === null ? '' : String(row),
    outcomeOf(row, rule, sample, words, labels),
    ...cellsOf(cells),
  ]);
  const heading = [labels.row, labels.outcome, ...cellsOf(sample.headings)];
  return aligned([heading, ...table], [0]).map((line, index) => {
    const tone: Tone = index === 0 ? 'dim' : isBad(rows[index - 1]?.row ?? null, rule, sample) ? 'bad' : 'plain';
    return textLine(INDENT + line, tone);
  });
}

/** The remarks in a sample are Dutch; a page in another language leaves them out. Cells beyond the headings are what a sample is about. */
function columnsShown(headings: readonly string[], language: Language): (column: number) => boolean {
  return (column) => language === 'nl' || comparable(headings[column] ?? '') !== REMARKS;
}

/** A blank row shows only when something is found there. */
function withBlankRows({ rows, marks }: JudgedSample['sample']): SampleRow[] {
  const blank = marks.filter((mark) => mark.row !== null && !rows.some(({ row }) => row === mark.row));
  return [...rows, ...blank.map(({ row }) => ({ row, cells: [] }))].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

/** What becomes of a row: good, the severity of this rule, or the other rules that speak of it. Nothing where the file as a whole is bad. */
function outcomeOf(
  row: number | null,
  rule: RuleFacts,
  sample: JudgedSample['sample'],
  words: Words,
  labels: RuleLabels,
): string {
  if (isBadAsWhole(rule, sample))
    return row === firstRow(sample) ? `${words.severity(rule.severity)}: ${labels.wholeFile}` : '';
  const here = sample.marks.filter((mark) => mark.row === row).map((mark) => mark.rule);
  if (here.length === 0) return labels.good;
  return here.map((id) => (id === rule.id ? words.severity(rule.severity) : id)).join(' + ');
}

function isBad(row: number | null, rule: RuleFacts, sample: JudgedSample['sample']): boolean {
  return isBadAsWhole(rule, sample)
    ? row === firstRow(sample)
    : sample.marks.some((mark) => mark.rule === rule.id && mark.row === row);
}

function isBadAsWhole(rule: RuleFacts, { marks }: JudgedSample['sample']): boolean {
  return marks.some((mark) => mark.rule === rule.id && mark.row === null);
}

function firstRow({ rows }: JudgedSample['sample']): number | null {
  return rows[0]?.row ?? null;
}

/** Lines of at most a width; the mark stands before the first, the others are as far in. */
function wrapped(text: string, width: number, mark: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && mark.length + last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line);
}
