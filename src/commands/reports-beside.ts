import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Language, RunResult } from '../domain/run.ts';
import { REPORT_THREAD } from '../package-root.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { COPY_REPORTS } from './copy-files.ts';
import { reporterOf } from './report-files.ts';

/** What the thread is told: the reports to make, by name, and what of. */
export interface ReportOrder {
  readonly ids: readonly string[];
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
  /** As `reporterOf` of report-files.ts; of a report that is being made already, one that gives what was made. */
  reporterOf(id: string): Promise<Reporter | undefined>;
  /** To be called whatever happens: an unfinished report is dropped. */
  end(): void;
}

/** Of so many reports of so many findings a thread pays for its start. */
const SEVERAL = 2;
const MANY = 1000;
/** Beyond, the copy of the result that the thread works with takes more memory than a second or two are worth. */
const TOO_MANY = 20_000;
/** Nothing is made beforehand: reports are made where they are asked for. */
const HERE: ReportsBeside = { reporterOf, end: () => undefined };

/**
 * Begins to make the reports in a thread, when there is enough to make. When it fails, whatever the reason, they are made here after all: a machine
 * may have no room for a thread, and our own bug is told best by who meets it.
 */
export function reportsBeside(order: ReportOrder): ReportsBeside {
  // A report may be wanted in two places: it is made once.
  const ids = [...new Set(order.ids)].filter((id) => !COPY_REPORTS.includes(id));
  const findings = order.result.findings.length;
  const pays = ids.length >= SEVERAL && findings >= MANY && findings <= TOO_MANY;
  if (!pays || !existsSync(REPORT_THREAD)) return HERE;
  const worker = new Worker(REPORT_THREAD, { execArgv: [] });
  worker.unref();
  worker.postMessage({ ...order, ids });
  return { ...receiving(worker, ids), end: () => void worker.terminate() };
}

/** Gathers what the thread gives, whether it is asked for yet or not. */
function receiving(worker: Worker, ids: readonly string[]): Pick<ReportsBeside, 'reporterOf'> {
  const pieces = new Map<string, Uint8Array[]>(ids.map((id) => [id, []]));
  const made = new Map(ids.map((id) => [id, settledLater<Reporter | null>()]));
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

async function* handed(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, undefined> {
  yield* pieces;
}

function settledLater<T>(): { readonly value: Promise<T>; readonly settle: (value: T) => void } {
  let settle!: (value: T) => void;
  const value = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { value, settle };
}
