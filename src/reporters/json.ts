import { jsonText } from './escape.ts';
import { jsonLines } from './json-lines.ts';
import { clientMonthEntry, findingEntry, reportHead } from './report-document.ts';
import type { Reporter } from './reporter.ts';

/** report.json (contract, section 6). The head is indented for people; the long lists have one object per line. */
export const json: Reporter = {
  id: 'json',
  extension: '.json',
  fileName: 'report',
  async *render(matter) {
    const head = jsonText(reportHead(matter), 2);
    yield head.slice(0, -2);
    yield* list('findings', matter.result.findings, (finding) => findingEntry(finding, matter));
    yield* list('clientMonths', matter.result.clientMonths, clientMonthEntry);
    yield '\n}\n';
  },
};

function* list<T>(key: string, items: readonly T[], entry: (item: T) => object): Generator<string> {
  yield `,\n  "${key}": [`;
  yield* jsonLines(items, '    ', entry);
  yield items.length > 0 ? '\n  ]' : ']';
}
