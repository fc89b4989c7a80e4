import type { RunFinding, RunInput, RunResult } from '../domain/run.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { readAw319 } from '../readers/aw319.ts';
import { belongsIn, type CopyKind } from '../reporters/copies/copy-kind.ts';
import { MessageNotSplit, messageHalf } from '../reporters/copies/message-half.ts';
import { messageTable } from '../reporters/copies/message-table.ts';
import type { NotesOfInput } from '../reporters/copies/row-note.ts';
import { CopyRefused } from './copy-refused.ts';
import type { JudgedBytes } from './judged-bytes.ts';

/** Faults after which nobody knows which records belong together. */
const SHAPELESS: ReadonlySet<string> = new Set(['ei-structure', 'ei-record-length']);

/**
 * A copy of an AW319 while it is read once more: a table of its lines (annotated), or one half of it as a message of its own. Null for a half
 * in which no line belongs. Throws CopyRefused, at once or at the end, when the file is no longer the one that was judged.
 */
export async function messageCopy(
  judged: JudgedBytes,
  input: RunInput,
  notes: NotesOfInput,
  kind: CopyKind,
  isBroken: boolean,
): Promise<AsyncGenerator<Uint8Array, void, undefined> | null> {
  if (kind === 'annotated') return tableOf(judged, input, notes);
  try {
    if (isBroken) throw new CopyRefused('message');
    if (await hasLines(judged, notes, kind)) return halfOf(judged, notes, kind);
  } catch (error) {
    judged.close();
    throw refusalOf(error);
  }
  judged.close();
  return null;
}

/**
 * Whether a message has an error that is not about one client or line: in its order, the length of its records, its header or its closing
 * record. A half would then be right where the whole is not, for its numbers, counts and total are made anew. So it is with errors that
 * were counted and not kept: nobody knows where they are.
 */
export function isBrokenMessage({ findings, findingsBeyond }: RunResult, { name, sheet }: RunInput): boolean {
  const counts = ({ rule, severity }: Pick<RunFinding, 'rule' | 'severity'>) =>
    SHAPELESS.has(rule) || (severity === 'error' && rule.startsWith('ei-'));
  if (findingsBeyond?.some(counts)) return true;
  return findings.some(
    (finding) =>
      counts(finding) &&
      finding.places.some(
        ({ input, sheet: ofSheet, column }) =>
          input === name && ofSheet === sheet && (SHAPELESS.has(finding.rule) || /^(?:01|99)\d\d /.test(column ?? '')),
      ),
  );
}

async function hasLines({ bytes }: JudgedBytes, notes: NotesOfInput, kind: CopyKind): Promise<boolean> {
  for await (const records of readAw319(bytes.chunks())) {
    if (records.some(({ row, text }) => text.startsWith('04') && belongsIn(kind, notes(row)))) return true;
  }
  return false;
}

async function* halfOf(
  judged: JudgedBytes,
  notes: NotesOfInput,
  kind: CopyKind,
): AsyncGenerator<Uint8Array, void, undefined> {
  // Five bytes mean nothing in Windows-1252, and would not be found back from letters.
  const records = readAw319(judged.bytes.chunks(), 'bytes');
  try {
    for await (const piece of messageHalf(records, notes, kind)) yield Buffer.from(piece, 'latin1');
    if (!(await judged.isUnchanged())) throw new CopyRefused('changed');
  } catch (error) {
    throw refusalOf(error);
  } finally {
    judged.close();
  }
}

async function* tableOf(
  judged: JudgedBytes,
  input: RunInput,
  notes: NotesOfInput,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    const pieces = messageTable(readAw319(judged.bytes.chunks()), notes);
    for (;;) {
      const next = await pieces.next();
      if (next.done && next.value !== input.rows) throw new CopyRefused('changed');
      if (next.done) break;
      yield Buffer.from(next.value);
    }
    if (!(await judged.isUnchanged())) throw new CopyRefused('changed');
  } catch (error) {
    throw refusalOf(error);
  } finally {
    judged.close();
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof MessageNotSplit) return new CopyRefused('message', {}, error);
  return error instanceof UnreadableSource ? new CopyRefused('unreadable', {}, error) : error;
}
