import type { LineVerdicts, RowVerdict } from '../../domain/line-verdicts.ts';
import type { LineVerdict, RunFinding, RunInput, RunResult } from '../../domain/run.ts';
import { type CopyLabels, copyLabels } from '../../messages/copy-labels.ts';
import { reportLabels } from '../../messages/report-labels.ts';
import type { Words } from '../../messages/words.ts';

/** What a copy says of one data row. */
export interface RowNote {
  readonly verdict: LineVerdict;
  /** Approved or other care, but not to be sent without rows that are not. */
  readonly isHeldBack: boolean;
  /** The verdict in words. */
  readonly verdictText: string;
  /** Minutes that may be billed; null where nothing was decided. */
  readonly allowedMinutes: number | null;
  /** Ids of the rules that found something, errors first. */
  readonly rules: readonly string[];
  /** What they found, in sentences. */
  readonly message: string;
}

/** Tells of any data row of one input, by its number, what the run came to. */
export type NotesOfInput = (row: number) => RowNote;

/**
 * What a run has to say of the rows of its inputs, by the number of the input. A row that is no technology row is `ignored`;
 * a technology row that was not judged is `undecided`, whatever the reason: nothing is approved by absence.
 */
export function rowNotes(result: RunResult, words: Words, verdicts: LineVerdicts): (input: number) => NotesOfInput {
  const found = findingsByRow(result);
  const labels = copyLabels(words.language);
  const message = remembering(words);
  const undecided = labels.undecided(reasonsOf(result, words));
  return (input) => (row) => {
    const judged = verdicts.at(input, row) ?? NO_TECHNOLOGY;
    const isKeptApart = verdicts.isKeptApart(input, row);
    const { verdict, remark } = asCopied(judged, isKeptApart, undecided, labels);
    const findings = explaining(found.get(input), row, verdict, result.inputs[input]?.headerRow ?? WHOLE_FILE);
    return {
      verdict,
      isHeldBack: judged.isHeldBack || isKeptApart,
      verdictText: labels.verdicts[verdict],
      allowedMinutes: verdict === 'approved' || verdict === 'rejected' ? judged.allowedMinutes : null,
      rules: [...new Set(findings.map(({ rule }) => rule))],
      // Made when it is asked for: sentences take most of the time, and half of the rows are not in a half.
      get message() {
        const sentences = [...new Set(findings.map(message))];
        if (remark !== null) sentences.unshift(remark);
        else if (verdict === 'rejected' && sentences.length === 0) sentences.push(labels.noLine);
        return sentences.join(' ');
      },
    };
  };
}

const NO_TECHNOLOGY: RowVerdict = { verdict: 'ignored', allowedMinutes: 0, isHeldBack: false };

/** The verdict a copy shows, with what to say of it besides findings. A run ignores lines of months that were not asked for; a copy does not. */
function asCopied(
  judged: RowVerdict,
  isKeptApart: boolean,
  undecided: string,
  labels: CopyLabels,
): { readonly verdict: LineVerdict; readonly remark: string | null } {
  if (judged.verdict === 'ignored')
    return judged === NO_TECHNOLOGY
      ? { verdict: 'ignored', remark: isKeptApart ? labels.keptApart : null }
      : { verdict: 'undecided', remark: labels.otherMonth };
  if (judged.verdict === 'undecided') return { verdict: 'undecided', remark: undecided };
  return { verdict: judged.verdict, remark: remarkOf(judged, isKeptApart, labels) };
}

function remarkOf(
  { verdict, isHeldBack }: RowVerdict,
  isKeptApart: boolean,
  { keptApart, heldBack }: CopyLabels,
): string | null {
  if (isKeptApart && verdict === 'approved') return keptApart;
  return isHeldBack ? heldBack : null;
}

/** A finding about a whole file stands on row 0, or on that of its header. */
const WHOLE_FILE = 0;

/** The findings at a row; for a rejected row without an error of its own, those of its file. */
function explaining(
  rows: ReadonlyMap<number, readonly RunFinding[]> | undefined,
  row: number,
  verdict: LineVerdict,
  headerRow: number,
): readonly RunFinding[] {
  const own = rows?.get(row) ?? [];
  const isError = ({ severity }: RunFinding) => severity === 'error';
  if (verdict !== 'rejected' || own.some(isError)) return own;
  const ofFile = [...(rows?.get(WHOLE_FILE) ?? []), ...(rows?.get(headerRow) ?? [])];
  return [...new Set([...ofFile.filter(isError), ...own])];
}

function findingsByRow({ inputs, findings }: RunResult): ReadonlyMap<number, ReadonlyMap<number, RunFinding[]>> {
  const numbers = new Map(inputs.map((input, number) => [nameOf(input.name, input.sheet), number]));
  const found = new Map<number, Map<number, RunFinding[]>>();
  for (const finding of findings) {
    for (const place of finding.places) {
      const input = numbers.get(nameOf(place.input, place.sheet)) ?? -1;
      const rows = found.get(input) ?? new Map<number, RunFinding[]>();
      found.set(input, rows);
      const ofRow = rows.get(place.row);
      if (ofRow === undefined) rows.set(place.row, [finding]);
      else if (ofRow.at(-1) !== finding) ofRow.push(finding);
    }
  }
  return found;
}

function nameOf(input: RunInput['name'], sheet: RunInput['sheet']): string {
  return `${input}\0${sheet ?? ''}`;
}

/** Findings on more rows than this have their sentence kept: making it takes time for every place. */
const MANY = 8;

function remembering(words: Words): (finding: RunFinding) => string {
  const known = new Map<RunFinding, string>();
  return (finding) => {
    if (finding.places.length <= MANY) return words.message(finding);
    const text = known.get(finding) ?? words.message(finding);
    known.set(finding, text);
    return text;
  };
}

/** Why lines stayed undecided, in words; of the whole run, as a result does not say it line by line. */
function reasonsOf({ notChecked }: RunResult, words: Words): string[] {
  const { reasons } = reportLabels(words.language);
  const undeciding = notChecked.filter(({ reason, lines }) => lines > 0 && reason !== 'other-month');
  return [...new Set(undeciding.map(({ reason }) => reasons[reason]))];
}
