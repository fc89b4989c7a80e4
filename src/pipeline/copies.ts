import type { ByteSource } from '../domain/byte-source.ts';
import type { Limits } from '../domain/limits.ts';
import type { LineVerdicts } from '../domain/line-verdicts.ts';
import type { RunInput, RunResult } from '../domain/run.ts';
import type { Words } from '../messages/words.ts';
import type { CopyKind } from '../reporters/copies/copy-kind.ts';
import { type NotesOfInput, rowNotes } from '../reporters/copies/row-note.ts';
import { csvCopy } from './csv-copy.ts';
import { judgedBytes } from './judged-bytes.ts';
import type { MadeCopy, NumberedInput } from './made-copy.ts';
import { isBrokenMessage, messageCopy } from './message-copy.ts';
import type { NamedSource } from './read-settings.ts';
import { workbookCopy } from './workbook-copy.ts';

/** A file with claims of which copies can be made. */
export interface CopySource {
  /** As reports name it; a file of an archive behind the name of that, with a slash between. */
  readonly name: string;
  /** Copies are called after this name. */
  readonly fileName: string;
  /** The ending of the file name that fits a copy, with the dot; null when that of `fileName` does. */
  extension(kind: CopyKind): string | null;
  /** The file is packed; its copies are not. */
  readonly isPacked: boolean;
  /**
   * Makes one copy; null for a half that would be a message without lines. Throws CopyRefused, at once or while its bytes are asked for; then
   * what came before is no copy.
   */
  make(kind: CopyKind): Promise<MadeCopy | null>;
}

/** What making copies needs besides the files: the run that judged them. */
export interface CopySettings {
  readonly result: RunResult;
  readonly words: Words;
  /** Filled while the run was judged (`ValidateSettings.verdicts`). */
  readonly verdicts: LineVerdicts;
  readonly limits: Limits;
}

/** The files of a delivery that hold claims, each ready to be copied with what the run says of its rows. */
export function copySources(sources: readonly NamedSource[], settings: CopySettings): CopySource[] {
  const notes = rowNotes(settings.result, settings.words, settings.verdicts);
  return groupsOf(settings.result.inputs, sources.length).flatMap((inputs, source): CopySource[] => {
    const claims = inputs.filter(({ input }) => input.role === 'claims');
    const [first] = claims;
    const file = sources[source];
    if (!first || !file) return [];
    const { name, format, packed } = first.input;
    if (format === 'xlsx') {
      const make = (kind: CopyKind) => workbookCopy(file.bytes, claims, notes, kind, settings.limits);
      return [{ name, fileName: name, extension: () => '.xlsx', isPacked: false, make }];
    }
    return claims.map((claim) => {
      const position = packed === 'zip' ? inputs.indexOf(claim) : 0;
      return { ...named(claim.input), make: (kind) => textCopy(file.bytes, claim, position, notes, kind, settings) };
    });
  });
}

/** What a CSV or a message, packed or not, is called, and what its copies are. */
function named({ name, sheet, format, packed }: RunInput): Omit<CopySource, 'make'> {
  const unpacked = packed === 'gzip' ? name.replace(/\.gz$/i, '') : (sheet ?? name);
  // An ending that packing gave says nothing of what is in it.
  const isTelling = /\.[a-z0-9]{1,5}$/i.test(unpacked) && !(packed === 'gzip' && unpacked === name);
  const own = isTelling ? null : format === 'aw319' ? '.asc' : '.csv';
  return {
    name: sheet === null ? name : `${name}/${sheet}`,
    fileName: unpacked,
    extension: (kind) => (kind === 'annotated' && format === 'aw319' ? '.csv' : own),
    isPacked: packed !== undefined,
  };
}

async function textCopy(
  file: ByteSource,
  { input, number }: NumberedInput,
  position: number,
  notes: (input: number) => NotesOfInput,
  kind: CopyKind,
  { limits, result }: CopySettings,
): Promise<MadeCopy | null> {
  const judged = await judgedBytes(file, input, position, limits);
  if (input.format === 'csv') return { bytes: csvCopy(judged, input, notes(number), kind, limits), lost: [] };
  const bytes = await messageCopy(judged, input, notes(number), kind, isBrokenMessage(result, input));
  return bytes && { bytes, lost: [] };
}

/** The inputs of each source: a workbook has one per worksheet, and no two sources share a name. */
function groupsOf(inputs: readonly RunInput[], sources: number): NumberedInput[][] {
  const groups: NumberedInput[][] = [];
  for (const [number, input] of inputs.entries()) {
    const group = groups.at(-1);
    if (group?.[0]?.input.name === input.name) group.push({ input, number });
    else groups.push([{ input, number }]);
  }
  if (groups.length !== sources) throw new Error('the inputs of the run are not those of these sources');
  return groups;
}
