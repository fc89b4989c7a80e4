import { spawnSync } from 'node:child_process';
import { parse as csvParse } from 'csv-parse/sync';
import Papa from 'papaparse';

/** Readers of CSV beside ours: text and delimiter to rows; null when a reader refuses the text. */
export const CSV_READERS: Readonly<Record<string, (text: string, delimiter: string) => string[][] | null>> = {
  'csv-parse': (text, delimiter) => {
    try {
      // An empty line is a row of one empty cell with us.
      return csvParse(text, {
        delimiter,
        relax_column_count: true,
        record_delimiter: ['\r\n', '\n', '\r'],
        skip_empty_lines: false,
      }) as string[][];
    } catch {
      return null;
    }
  },
  papaparse: (text, delimiter) => {
    // It looks for one kind of line end.
    const newline = text.includes('\r\n') ? '\r\n' : text.includes('\n') ? '\n' : '\r';
    const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline });
    if (errors.some(({ type }) => type === 'Quotes')) return null;
    const last = data.at(-1);
    // What stands behind the last line end is a row of nothing to it.
    return last?.length === 1 && last[0] === '' && /[\r\n]$/.test(text) ? data.slice(0, -1) : data;
  },
};

const PYTHON = `
import csv, io, json, sys
csv.field_size_limit(10**9)
tables = json.load(sys.stdin)
json.dump([[row or [''] for row in csv.reader(io.StringIO(text, newline=''), delimiter=delimiter)] for text, delimiter in tables], sys.stdout)
`;

/** What Python's csv makes of texts, all in one process; null where there is no Python, as in CI. */
export function pythonRows(tables: readonly (readonly [text: string, delimiter: string])[]): string[][][] | null {
  const { status, stdout } = spawnSync('python3', ['-c', PYTHON], {
    input: JSON.stringify(tables),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return status === 0 ? (JSON.parse(stdout) as string[][][]) : null;
}
