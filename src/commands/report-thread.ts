import type { MessagePort } from 'node:worker_threads';
import { createPseudonyms } from '../store/pseudonyms.ts';
import { reporterOf } from './report-files.ts';
import { matterOf } from './report-matter.ts';
import type { MadeReport, ReportOrder } from './reports-beside.ts';

/** What the thread of `reports-beside.ts` does: it makes the reports that are ordered and hands their bytes over, uncopied. */
export function makeReports(port: MessagePort): void {
  port.once('message', async ({ ids, result, language, key }: ReportOrder) => {
    const matter = matterOf(result, language, createPseudonyms(key));
    const made: MadeReport[] = [];
    for (const wanted of ids) {
      const reporter = await reporterOf(wanted);
      if (reporter === undefined) continue;
      const { id, extension, fileName } = reporter;
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      for await (const piece of reporter.render(matter)) pieces.push(bytesOf(piece));
      made.push({ id, extension, fileName, pieces });
    }
    port.postMessage(
      made,
      made.flatMap(({ pieces }) => pieces.map(({ buffer }) => buffer)),
    );
  });
}

/** Bytes with memory of their own, which can change hands: a Buffer may share it. */
function bytesOf(piece: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return typeof piece === 'string' ? new TextEncoder().encode(piece) : new Uint8Array(piece);
}
