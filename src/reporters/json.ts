import { clientMonthEntry, findingEntry, reportHead } from './report-document.ts';
import type { Reporter } from './reporter.ts';

/**
 * report.json (contract, section 6). The head is indented for people; the long lists have one object per line, so that they can be
 * streamed, searched by line and compared.
 */
export const json: Reporter = {
  id: 'json',
  extension: '.json',
  fileName: 'report',
  async *render(matter) {
    const head = JSON.stringify(reportHead(matter), null, 2);
    yield head.slice(0, -2);
    yield* list('findings', matter.result.findings, (finding) => findingEntry(finding, matter));
    yield* list('clientMonths', matter.result.clientMonths, clientMonthEntry);
    yield '\n}\n';
  },
};

/** Characters gathered before a piece is handed on: one write per object would cost more than making it. */
const PIECE = 65_536;

function* list<T>(key: string, items: readonly T[], entry: (item: T) => object): Generator<string> {
  let piece = `,\n  "${key}": [`;
  let separator = '\n    ';
  for (const item of items) {
    piece += separator + JSON.stringify(entry(item));
    separator = ',\n    ';
    if (piece.length >= PIECE) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}${items.length > 0 ? '\n  ' : ''}]`;
}
