import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Language, RunResult } from '../domain/run.ts';
import { REPORT_THREAD } from '../package-root.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { reporterOf } from './report-files.ts';

/** What the thread is told of a run. */
export interface ReportOrder {
  readonly result: RunResult;
  readonly language: Language;
  /** Of the pseudonyms. */
  readonly key: Uint8Array;
}

/** What the thread gives: the bytes of a report piece after piece, then what the report is. */
export type ReportPart =
  | { readonly id: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | Pick<Reporter, 'id' | 'extension' | 'fileName'>;

/** Makes reports beside whatever the main thread does meanwhile. */
export interface ReportsBeside {
  /** Begins to make them. Nothing is made for who does not ask. */
  begin(order: ReportOrder): void;
  /** The reporter of a name, as `reporterOf` of report-files.ts gives it; what it renders is the report that was begun. */
  reporterOf(id: string): Promise<Reporter | undefined>;
  /** To be called whatever happens: an unfinished report is dropped. */
  end(): void;
}

/** Reports that take long to make of a large delivery. */
const HEAVY: readonly string[] = ['html', 'xlsx'];
/** From so many bytes of delivery on a thread pays for its start: below, loading everything twice takes longer than it gains. */
const LARGE = 32 * 1024 * 1024;
/** Where there is no thread, reports are made where they are asked for. */
const HERE: ReportsBeside = { begin: () => undefined, reporterOf, end: () => undefined };

/**
 * Starts a thread for the heavy reports among those wanted of a delivery of so many bytes, and has it load what makes them. When it fails, whatever the reason, they are made
 * here after all: a machine may have no room for a thread, and our own bug is told best by who meets it.
 */
export function reportsBeside(wanted: readonly string[], bytes: number): ReportsBeside {
  const heavy = HEAVY.filter((id) => wanted.includes(id));
  if (bytes < LARGE || heavy.length === 0 || !existsSync(REPORT_THREAD)) return HERE;
  const worker = new Worker(REPORT_THREAD, { execArgv: [] });
  worker.unref();
  worker.postMessage(heavy);
  return {
    begin: (order) => worker.postMessage(order),
    ...receiving(worker, heavy),
    end: () => void worker.terminate(),
  };
}

/** Gathers what the thread gives, whether it is asked for yet or not. */
function receiving(worker: Worker, heavy: readonly string[]): Pick<ReportsBeside, 'reporterOf'> {
  const pieces = new Map<string, Uint8Array[]>(heavy.map((id) => [id, []]));
  const made = new Map(heavy.map((id) => [id, settledLater<Reporter | null>()]));
  worker.on('message', (part: ReportPart) => {
    if ('bytes' in part) pieces.get(part.id)?.push(part.bytes);
    else made.get(part.id)?.settle({ ...part, render: () => handed(pieces.get(part.id) ?? []) });
  });
  const fail = () => {
    for (const { settle } of made.values()) settle(null);
  };
  worker.once('error', fail).once('exit', fail);
  return {
    async reporterOf(id) {
      // While it is waited for the thread keeps the program alive, and at no other time.
      worker.ref();
      const reporter = await made.get(id)?.value;
      worker.unref();
      return reporter ?? reporterOf(id);
    },
  };
}

/** Piece by piece, so that each is forgotten once it is written. */
async function* handed(pieces: Uint8Array[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) yield piece;
}

function settledLater<T>(): { readonly value: Promise<T>; readonly settle: (value: T) => void } {
  let settle!: (value: T) => void;
  const value = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { value, settle };
}
