import { EI_TERMS } from '../domain/ei-layout.ts';
import { returnCode } from '../domain/return-codes.ts';
import { RETURN_TERMS } from '../domain/return-layout.ts';
import type { ReturnMessage } from '../domain/return-message.ts';
import type { RunResult } from '../domain/run.ts';
import { UserError } from '../errors.ts';
import { RETURN_LABELS } from '../messages/return-labels.ts';
import type { Words } from '../messages/words.ts';
import type { SentLine } from '../store/returned.ts';

/** Whether a message refuses the declaration as a whole: it comes back as its first and last record, with a code that is no mere remark. */
export function isWholeRefusal({ lines, others, codes }: Pick<ReturnMessage, 'lines' | 'others' | 'codes'>): boolean {
  return lines.length === 0 && others.length === 0 && codes.some((code) => returnCode(code)?.weight !== 'O');
}

/**
 * The lines of a run that a message without lines refuses: those of the codes that such a message declares, and where the run has several
 * insurers, of its insurer. Throws UserError when the run was made of several such messages: which of them came back cannot be seen.
 */
export function refusedWhole(
  message: Pick<ReturnMessage, 'message' | 'insurer'>,
  run: string,
  sent: readonly SentLine[],
  result: RunResult | null,
  words: Words,
): SentLine[] {
  const declared = RETURN_TERMS.messages[message.message]?.answers ?? '';
  const lists = EI_TERMS.messages[declared]?.codeLists ?? [];
  const ofKind = sent.filter(({ code, booked }) => booked === 'counts' && lists.includes(EI_TERMS.codes[code] ?? ''));
  const insurers = new Set(ofKind.map(({ insurer }) => insurer));
  const lines = insurers.size > 1 ? ofKind.filter(({ insurer }) => insurer === message.insurer) : ofKind;
  const messages = [...new Set(lines.map(({ input }) => input))].flatMap((input) => {
    const file = input === null ? undefined : result?.inputs[input];
    return file?.format === 'aw319' ? [file.name] : [];
  });
  if (messages.length > 1)
    throw new UserError(RETURN_LABELS[words.language].wholeSeveralFiles(run, messages.join(', ')));
  return lines;
}
