import type { MessagePort } from 'node:worker_threads';
import type { Reporter } from '../reporters/reporter.ts';
import { createPseudonyms } from '../store/pseudonyms.ts';
import { reporterOf } from './report-files.ts';
import { matterOf } from './report-matter.ts';
import type { ReportOrder, ReportPart } from './reports-beside.ts';

/**
 * What the thread of `reports-beside.ts` does: told which reports there will be it loads what makes them, told of a run it makes them, in pieces
 * that are handed over and not copied.
 */
export function makeReports(port: MessagePort): void {
  let loading: Promise<readonly (Reporter | undefined)[]> = Promise.resolve([]);
  const tell = (part: ReportPart, handedOver: readonly ArrayBuffer[]) => port.postMessage(part, handedOver);
  const make = async ({ result, language, key }: ReportOrder) => {
    const matter = matterOf(result, language, createPseudonyms(key));
    for (const reporter of await loading) {
      if (reporter === undefined) continue;
      const { id, extension, fileName } = reporter;
      for await (const piece of reporter.render(matter)) {
        const bytes = bytesOf(piece);
        tell({ id, bytes }, [bytes.buffer]);
      }
      tell({ id, extension, fileName }, []);
    }
  };
  port.on('message', (order: readonly string[] | ReportOrder) => {
    if ('result' in order) void make(order);
    else loading = Promise.all(order.map(reporterOf));
  });
}

/** Bytes with memory of their own, which can change hands: a Buffer may share it. */
function bytesOf(piece: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return typeof piece === 'string' ? new TextEncoder().encode(piece) : new Uint8Array(piece);
}
