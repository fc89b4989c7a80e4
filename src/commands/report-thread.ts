import type { MessagePort } from 'node:worker_threads';
import { createPseudonyms } from '../store/pseudonyms.ts';
import { reporterOf } from './report-files.ts';
import { matterOf } from './report-matter.ts';
import type { ReportOrder, ReportPart } from './reports-beside.ts';

/** What the thread of `reports-beside.ts` does: it makes the reports that are ordered, in pieces that are handed over and not copied. */
export function makeReports(port: MessagePort): void {
  const tell = (part: ReportPart, handedOver: readonly ArrayBuffer[]) => port.postMessage(part, handedOver);
  port.once('message', async ({ ids, result, language, key }: ReportOrder) => {
    const matter = matterOf(result, language, createPseudonyms(key));
    for (const wanted of ids) {
      const reporter = await reporterOf(wanted);
      if (reporter === undefined) continue;
      const { id, extension, fileName } = reporter;
      for await (const piece of reporter.render(matter)) {
        const bytes = bytesOf(piece);
        tell({ id, bytes }, [bytes.buffer]);
      }
      tell({ id, extension, fileName }, []);
    }
  });
}

/** Bytes with memory of their own, which can change hands: a Buffer may share it. */
function bytesOf(piece: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return typeof piece === 'string' ? new TextEncoder().encode(piece) : new Uint8Array(piece);
}
