/** A finding a sample must cause, and where: on a row, or (null) about the file as a whole. */
export interface Mark {
  readonly rule: string;
  readonly row: number | null;
}

/** A row of a sample; `row` is the number a spreadsheet shows, null for a remark on the file as a whole. */
export interface SampleRow {
  readonly row: number | null;
  readonly cells: readonly string[];
}

/** A sample as people read it, and what it says of itself. */
export interface SampleText {
  readonly headings: readonly string[];
  /** The row the headings stand on; what is found there or above it is about the file as a whole. */
  readonly headerRow: number;
  /** Rows that are not blank, without the column of marks. */
  readonly rows: readonly SampleRow[];
  readonly marks: readonly Mark[];
}

/** The heading of the first column: which findings the row must cause. */
const EXPECTED = 'verwacht';
const WHOLE_FILE = 'bestand';

/**
 * Reads a sample that marks itself. It takes nothing from the program's own readers, so that a row they lose is missed:
 * cells between `;`, quoted where they must be, the mark in the first cell and no line break within a row.
 */
export function readSampleText(text: string): SampleText {
  const lines = text.split(/\r?\n/).map(cellsOf);
  const header = lines.findIndex(([first]) => first === EXPECTED);
  const filled = lines
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ row, cells }) => row > header + 1 && cells.some((cell) => cell !== ''));
  return {
    headings: (lines[header] ?? []).slice(1),
    headerRow: header + 1,
    rows: filled.map(({ row, cells }) => ({ row, cells: cells.slice(1) })),
    marks: filled.flatMap(({ row, cells }) => marksIn(cells[0] ?? '', row)),
  };
}

/** Reads what stands beside a file that cannot mark itself (a workbook, a message): `verwacht;rij;toelichting`, the row empty for the file as a whole. */
export function readSidecar(text: string): SampleText {
  const { headings, rows, marks } = readSampleText(text);
  const place = new Map(rows.map(({ row, cells }) => [row, cells[0] ? Number(cells[0]) : null]));
  return {
    headings: headings.slice(1),
    headerRow: 1,
    rows: rows.map(({ row, cells }) => ({ row: place.get(row) ?? null, cells: cells.slice(1) })),
    marks: marks.map(({ rule, row }) => ({ rule, row: row === null ? null : (place.get(row) ?? null) })),
  };
}

/** `rule`, `rule@bestand` for the file as a whole, or `rule@-1` for the row above. */
function marksIn(cell: string, row: number): Mark[] {
  return cell
    .split(' ')
    .filter((mark) => mark !== '')
    .map((mark) => {
      const [rule = '', where] = mark.split('@');
      return { rule, row: where === WHOLE_FILE ? null : row + Number(where ?? 0) };
    });
}

function cellsOf(line: string): string[] {
  const cells = line.match(/(?<=^|;)("(?:[^"]|"")*"|[^;]*)(?=;|$)/g) ?? [];
  return cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}
