import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { maskBsn } from '../domain/bsn.ts';
import type { ByteSource } from '../domain/byte-source.ts';
import type { Limits } from '../domain/limits.ts';
import type { ReturnMessage } from '../domain/return-message.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { UserError } from '../errors.ts';
import { RETURN_LABELS } from '../messages/return-labels.ts';
import type { Words } from '../messages/words.ts';
import { type ReturnSettings, readReturn } from '../pipeline/read-return.ts';
import { textLine } from '../reporters/text-line.ts';
import type { ReturnOutcome } from '../store/returned.ts';
import type { Store } from '../store/store.ts';
import { momentOf } from './clock.ts';
import { limitsOf } from './config.ts';
import { readPolicies } from './read-policies.ts';
import { returnDocument, returnEntry } from './return-document.ts';
import { type ActedReturn, type JudgedReturn, judgeReturn } from './return-judged.ts';
import { type ReturnedRun, returnedRun } from './return-run.ts';
import { returnLines } from './return-text.ts';
import type { ExitCode, Shell } from './shell.ts';
import { findSources } from './sources.ts';
import type { StoreOptions } from './store-options.ts';
import type { Terminal } from './terminal.ts';
import { isWholeRefusal, refusedWhole } from './whole-refusal.ts';
import { withStore } from './with-store.ts';

/** Options of `tzt return`. */
export interface ReturnOptions extends StoreOptions {
  /** The run it answers; else it is found by its lines. */
  readonly run?: string;
  /** One JSON document instead of text. */
  readonly json?: boolean;
  /** Every line, also those granted as expected. */
  readonly all?: boolean;
  /** Acts upon the message also when its counts are not right. */
  readonly force?: boolean;
}

/**
 * `tzt return FILE`: what a payer sent back (AW320) beside what was expected, line by line; it is stored once, and lines that were refused
 * count no longer. 0: all granted · 1: something was not granted · 3: the message is damaged, or has lines that belong to no line of the run.
 */
export async function readBack(file: string, options: ReturnOptions, shell: Shell): Promise<ExitCode> {
  return withStore(options, shell, async ({ store, settled, words, terminal, pseudonyms }) => {
    const technology = readPolicies(settled.options.policies && resolve(shell.cwd, settled.options.policies)).codes;
    const limits = limitsOf(settled.config);
    const bytes = await fileOf(file, shell, limits);
    const message = await messageIn(bytes, file, { limits, technology, pseudonyms }, words);
    if (message.lines.length === 0 && !isWholeRefusal(message)) return withoutLines(message, words, terminal);
    const sha256 = await hashOf(bytes);
    const found = returnedRun(store, message, { sha256, wanted: options.run, words });
    const judged = judgeReturn(message, found, {
      ...whatIsKnown(store, message, found, words),
      force: options.force ?? false,
    });
    const outcome = judged.notStored === null ? save(store, judged, sha256, momentOf(shell).startedAt) : null;
    const acted: ActedReturn = { ...judged, booking: store.bookingOf(found.run), outcome };
    if (options.json) shell.stdout.write(`${JSON.stringify(returnDocument(acted), null, 2)}\n`);
    else terminal.lines(returnLines(acted, words, options.all ?? false));
    return exitCodeOf(acted);
  });
}

async function fileOf(file: string, shell: Shell, limits: Limits): Promise<ByteSource> {
  const { sources } = await findSources([file], shell, limits);
  const [only, ...others] = sources;
  if (only === undefined || others.length > 0)
    throw new UserError(`${file} is een map met meer bestanden. Geef één retourbericht.`);
  return only.bytes;
}

/** The message in a file. Throws UserError that names what the file is instead. */
async function messageIn(
  bytes: ByteSource,
  file: string,
  settings: ReturnSettings,
  words: Words,
): Promise<ReturnMessage> {
  const labels = RETURN_LABELS[words.language];
  const wrong = (text: string, cause?: unknown) => new UserError(`${maskBsn(file)} ${text}`, cause);
  try {
    const found = await readReturn(bytes, settings);
    if (found.found === 'return') return found.message;
    const { kind, message, version } = found.what;
    if (kind === 'no-header') throw wrong(labels.noHeader);
    throw wrong(kind === 'declaration' ? labels.declaration(message, version) : labels.other(message, version));
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    const { reason, data } = error;
    if (reason === 'xml-message')
      throw wrong(labels.xml(data.message === undefined ? undefined : String(data.message)), error);
    if (reason === 'not-text') throw wrong(labels.noMessage, error);
    const place = { input: file, sheet: null, row: 1, column: null, cell: null, reference: null };
    const finding = {
      rule: 'unreadable-file',
      data: { reason, facts: { ...data } },
      client: null,
      month: null,
      places: [place],
    };
    throw new UserError(words.message(finding), error);
  }
}

async function hashOf(bytes: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes.chunks()) hash.update(chunk);
  return hash.digest('hex');
}

/** A message without technology lines: nothing to hold against a run. */
function withoutLines({ faults, others }: ReturnMessage, words: Words, terminal: Terminal): ExitCode {
  const labels = RETURN_LABELS[words.language];
  const codes = others.map(({ code, lines }) => `${code} ${words.number(lines)}×`).join(', ');
  terminal.lines([
    ...faults.map((fault) => textLine(labels.fault(fault), 'bad')),
    textLine(labels.noTechnology(codes)),
    ...(faults.length > 0 ? [textLine(labels.notStoredDamaged, 'bad')] : []),
  ]);
  return faults.length > 0 ? 3 : 0;
}

function whatIsKnown(store: Store, message: ReturnMessage, { run, sent }: ReturnedRun, words: Words) {
  const found = store.loadRun(run);
  // A run that was removed is known by its booking only; the beginning of another id may be the same.
  const result = found.found === 'one' && found.result.run.id === run ? found.result : null;
  const booking = store.bookingOf(run);
  return { result, booking, whole: isWholeRefusal(message) ? refusedWhole(message, run, sent, result, words) : [] };
}

/** Keeps the message under pseudonyms. */
function save(store: Store, judged: JudgedReturn, sha256: string, storedAt: string): ReturnOutcome {
  const { message, run, lines, others, totals, refused } = judged;
  const { lines: _lines, others: _others, ...whole } = message;
  return store.saveReturn({
    sha256,
    run,
    storedAt,
    dated: message.dated,
    document: { ...whole, others, totals },
    lines: lines.map((one) => returnEntry(one, one.sent?.client ?? one.line.pseudonym)),
    refused,
  });
}

function exitCodeOf({ totals, refused, notStored }: ActedReturn): ExitCode {
  const { answers, unmatched } = totals;
  if (refused.length > 0 || answers.rejected + answers.partly + answers['not-judged'] > 0) return 1;
  const unknown = unmatched.unknown + unmatched.differs + unmatched.ambiguous;
  return unknown + answers.unclear > 0 || (notStored !== null && notStored !== 'test') ? 3 : 0;
}
