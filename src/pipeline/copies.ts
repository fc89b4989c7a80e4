import type { Limits } from '../domain/limits.ts';
import type { LineVerdicts } from '../domain/line-verdicts.ts';
import type { RunInput, RunResult } from '../domain/run.ts';
import type { Words } from '../messages/words.ts';
import type { CopyKind } from '../reporters/copies/copy-kind.ts';
import { rowNotes } from '../reporters/copies/row-note.ts';
import { CopyRefused } from './copy-refused.ts';
import { csvCopy } from './csv-copy.ts';
import type { MadeCopy, NumberedInput } from './made-copy.ts';
import type { NamedSource } from './read-settings.ts';
import { workbookCopy } from './workbook-copy.ts';

/** A file with claims of which copies can be made. */
export interface CopySource {
  /** As reports name it. */
  readonly name: string;
  /** The ending of the file name that fits the copies, with the dot; null when that of the file itself does. */
  readonly extension: string | null;
  /**
   * Makes one copy. Throws CopyRefused, at once or while its bytes are asked for; then what came before is no copy.
   */
  make(kind: CopyKind): Promise<MadeCopy>;
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
    const { name, format } = first.input;
    const extension = format === 'xlsx' ? '.xlsx' : null;
    const make = async (kind: CopyKind): Promise<MadeCopy> => {
      // The bytes of a packed file are not the rows that were read.
      if (first.input.packed !== undefined) throw new CopyRefused('format');
      if (format === 'xlsx') return workbookCopy(file.bytes, claims, notes, kind, settings.limits);
      if (format !== 'csv') throw new CopyRefused('format');
      return { bytes: csvCopy(file.bytes, first.input, notes(first.number), kind, settings.limits), lost: [] };
    };
    return [{ name, extension, make }];
  });
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
