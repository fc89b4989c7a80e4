import type { Row, RowBytes } from '../../domain/table.ts';
import { addedHeadings, addedValues, csvCells, type Quoting } from './added-cells.ts';
import { belongsIn, type CopyKind } from './copy-kind.ts';
import type { NotesOfInput } from './row-note.ts';

/** Rows of a CSV with their bytes, and the way to make bytes of a text as this CSV has them. */
export interface CsvBatch {
  readonly rows: readonly RowBytes[];
  readonly encode: (text: string) => Uint8Array;
}

/**
 * A copy of a CSV, in pieces: the bytes of the file with cells added, or the rows of one half. Every byte that is not added is the file's own.
 * Returns how many data rows the file has, so that the caller can hold it against what was judged.
 */
export async function* copyCsv(
  batches: AsyncIterable<CsvBatch>,
  dialect: { readonly delimiter: string; readonly headerRow: number },
  notes: NotesOfInput,
  kind: CopyKind,
): AsyncGenerator<Uint8Array, number, undefined> {
  const copying = new CsvCopying(dialect, notes, kind);
  for await (const { rows, encode } of batches) {
    for (const row of rows) copying.row(row, encode);
    const piece = copying.taken();
    if (piece.length > 0) yield piece;
  }
  copying.end();
  const rest = copying.taken();
  if (rest.length > 0) yield rest;
  return copying.dataRows;
}

/** A row of which the end has not been seen: over the limit, or the last of the file. */
interface OpenRow {
  readonly row: number;
  readonly isCopied: boolean;
  readonly added: Uint8Array;
}

const NOTHING = new Uint8Array(0);

class CsvCopying {
  dataRows = 0;
  readonly #delimiter: string;
  readonly #headerRow: number;
  readonly #notes: NotesOfInput;
  readonly #kind: CopyKind;
  #width = 0;
  /** Blank rows go where the row before them went. */
  #isLastCopied: boolean;
  #open: OpenRow | null = null;
  #pieces: Uint8Array[] = [];

  constructor(
    { delimiter, headerRow }: { readonly delimiter: string; readonly headerRow: number },
    notes: NotesOfInput,
    kind: CopyKind,
  ) {
    this.#delimiter = delimiter;
    this.#headerRow = headerRow;
    this.#notes = notes;
    this.#kind = kind;
    this.#isLastCopied = kind !== 'rejected';
  }

  row({ row, content, lineEnd }: RowBytes, encode: CsvBatch['encode']): void {
    const begun = this.#open?.row === row.row ? this.#open : null;
    if (begun === null) this.end();
    const { isCopied, values } = begun ? { isCopied: begun.isCopied, values: null } : this.#plan(row);
    const text = values && csvCells(values, this.#delimiter, quotingOf(row));
    let added = begun?.added ?? (text === null ? NOTHING : encode(text));
    if (isCopied) {
      const surplus = values === null ? 0 : this.#surplusBytes(row, encode);
      this.#pieces.push(content.subarray(0, content.length - surplus));
      if (surplus > 0) {
        this.#pieces.push(added, content.subarray(content.length - surplus));
        added = NOTHING;
      }
    }
    this.#open = { row: row.row, isCopied, added };
    if (lineEnd.length === 0) return;
    this.end();
    if (isCopied) this.#pieces.push(lineEnd);
  }

  /** Ends the open row: what is added comes behind its last cell. */
  end(): void {
    if (this.#open?.isCopied) this.#pieces.push(this.#open.added);
    this.#open = null;
  }

  /** What is ready to be written. */
  taken(): Uint8Array {
    const piece = Buffer.concat(this.#pieces);
    this.#pieces = [];
    return piece;
  }

  /** Rows above the header and blank rows get no cells. */
  #plan(row: Row): { isCopied: boolean; values: readonly (string | number | null)[] | null } {
    if (row.row < this.#headerRow) return { isCopied: true, values: null };
    if (row.row === this.#headerRow) {
      this.#width = row.cells.length;
      return { isCopied: true, values: addedHeadings(row.cells) };
    }
    if (!row.fault && row.cells.every((cell) => cell.trim() === ''))
      return { isCopied: this.#isLastCopied, values: null };
    this.dataRows++;
    const note = this.#notes(row.row);
    this.#isLastCopied = belongsIn(this.#kind, note);
    return { isCopied: this.#isLastCopied, values: this.#isLastCopied ? addedValues(note) : null };
  }

  /**
   * How many bytes at the end of a row are blank cells beyond the header, such as a delimiter at the end of every data row: what is added
   * comes before them, under its own heading.
   */
  #surplusBytes(row: Row, encode: CsvBatch['encode']): number {
    const surplus = row.cells.length - this.#width;
    if (surplus <= 0 || row.fault || row.cells.slice(this.#width).some((cell) => cell.trim() !== '')) return 0;
    const delimiter = this.#delimiter.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
    const blank = `${delimiter}(?:"\\s*"|(?:(?!${delimiter})\\s)*)`;
    const tail = new RegExp(`(?:${blank}){${surplus}}$`).exec((row.raw ?? '').replace(/(?:\r\n|\n|\r)$/, ''));
    return tail === null ? 0 : encode(tail[0]).length;
  }
}

/** As the row itself does it. Where a quote has no partner, no other quote is added: it could become one. */
function quotingOf({ raw = '', fault }: Row): Quoting {
  if (fault) return 'never';
  return raw.startsWith('"') && /"(?:\r\n|\n|\r)?$/.test(raw) ? 'always' : 'where-needed';
}
