import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { isoOf } from '../domain/day.ts';
import { monthText } from '../domain/month.ts';
import type { ClientNames } from '../engine/client-names.ts';
import type { LineSink } from '../engine/judge.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { PackedLines } from './packed-lines.ts';

/** Collects the judged lines of a run as the store keeps them: pseudonyms for clients, no BSN in a reference. */
export function lineCollector(): { readonly lines: PackedLines; readonly sink: (names: ClientNames) => LineSink } {
  const lines = new PackedLines();
  const sink =
    (names: ClientNames): LineSink =>
    (month, judged) => {
      const client = names.pseudonym(month.client);
      for (const { line, verdict, allowedMinutes, bookedBy } of judged) {
        lines.push({
          client,
          month: monthText(month.month),
          code: line.code,
          first: isoOf(line.period.first),
          last: isoOf(line.period.last),
          minutes: line.minutes,
          credit: line.credit,
          reference: names.safe(line.reference),
          corrects: names.safe(line.correction?.named ?? ''),
          provider: line.provider,
          insurer: line.insurer,
          amountCents: line.amount,
          verdict,
          allowedMinutes,
          input: line.place.input,
          row: line.place.row,
          bookedBy,
        });
      }
    };
  return { lines, sink };
}

/** Opens the store of a file; `make` makes its folder too. Null when it does not exist and is not to be made. Throws StoreError. */
export async function storeAt(file: string, keyCheck: () => string, make: boolean): Promise<Store | null> {
  if (!make && !existsSync(file)) return null;
  if (make) makeFolder(file);
  const { openStore } = await import('../store/store.ts');
  return openStore(file, { keyCheck: keyCheck() });
}

function makeFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw new StoreError('cannot-open', { path: dirname(file) }, error);
  }
}
