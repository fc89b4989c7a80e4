import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { Language, RunResult } from '../domain/run.ts';
import { REPORT_THREAD } from '../package-root.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { COPY_REPORTS } from './copy-files.ts';
import { reporterOf } from './report-files.ts';
import { answerOf } from './thread-answer.ts';

/** What the thread is told: the reports to make, by name, and what of. */
export interface ReportOrder {
  readonly ids: readonly string[];
  readonly result: RunResult;
  readonly language: Language;
  /** Of the pseudonyms. */
  readonly key: Uint8Array;
}

/** A report that the thread made, in pieces. */
export interface MadeReport extends Pick<Reporter, 'id' | 'extension' | 'fileName'> {
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
}

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
  worker.postMessage({ ...order, ids });
  const made = answerOf<readonly MadeReport[]>(worker);
  return {
    async reporterOf(id) {
      const report = (await made())?.find((one) => one.id === id);
      return report === undefined ? reporterOf(id) : { ...report, render: () => Readable.from(report.pieces) };
    },
    end: () => void worker.terminate(),
  };
}
