import { createHash } from 'node:crypto';
import { maskBsn } from '../domain/bsn.ts';
import type { ByteSource } from '../domain/byte-source.ts';
import type { Limits } from '../domain/limits.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { openWorkbook, type Workbook, type WorkbookSheet } from '../readers/xlsx.ts';
import { workbookSpans } from '../readers/xlsx-spans.ts';
import { belongsIn, type CopyKind } from '../reporters/copies/copy-kind.ts';
import { lostParts } from '../reporters/copies/lost-parts.ts';
import type { NotesOfInput } from '../reporters/copies/row-note.ts';
import { copyWorkbook, type SheetOfClaims, WorkbookNotCopied } from '../reporters/copies/workbook-copy.ts';
import { CopyRefused } from './copy-refused.ts';
import type { MadeCopy, NumberedInput } from './made-copy.ts';
import { sameCells, sheetCells } from './sheet-cells.ts';

/** Cells of a workbook that may be copied: exceljs holds them all in memory, half a million of them in some 400 MB. */
export const MOST_CELLS = 500_000;

/**
 * A copy of a workbook. `claims` are its sheets with claims. The copy is read back: a cell that exceljs lost or changed makes it no copy.
 * Throws CopyRefused.
 */
export async function workbookCopy(
  source: ByteSource,
  claims: readonly NumberedInput[],
  notes: (input: number) => NotesOfInput,
  kind: CopyKind,
  limits: Limits,
  mostCells = MOST_CELLS,
): Promise<MadeCopy> {
  try {
    const expected = claims[0]?.input.sha256;
    // A file that was not read to its end has no hash: what came behind was never judged.
    if (expected === '') throw new CopyRefused('unreadable');
    const bytes = await wholeOf(source);
    if (createHash('sha256').update(bytes).digest('hex') !== expected) throw new CopyRefused('changed');
    const sheets = await opened(bytes, limits, (workbook) => claimsIn(workbook, claims, notes, mostCells));
    const spans = await workbookSpans(inMemory(bytes), limits);
    const copy = await copyWorkbook(bytes, sheets, kind, spans);
    if (!(await isFaithful(bytes, copy.bytes, sheets, kind, limits))) throw new CopyRefused('workbook');
    return { bytes: once(copy.bytes), lost: [...lostParts(spans), ...copy.lost] };
  } catch (error) {
    if (error instanceof UnreadableSource) throw new CopyRefused('unreadable', {}, error);
    throw error instanceof WorkbookNotCopied ? new CopyRefused('workbook', {}, error) : error;
  }
}

/** The sheets with claims as they were judged. Counts the cells of all sheets. */
async function claimsIn(
  workbook: Workbook,
  claims: readonly NumberedInput[],
  notes: (input: number) => NotesOfInput,
  mostCells: number,
): Promise<SheetOfClaims[]> {
  const waiting = [...claims];
  const sheets: SheetOfClaims[] = [];
  let cells = 0;
  for (const sheet of workbook.sheets) {
    const [next] = waiting;
    const isClaims = next !== undefined && next.input.sheet === maskBsn(sheet.name);
    if (isClaims) waiting.shift();
    const seen = await sheetOf(sheet, isClaims ? next : null, notes);
    cells += seen.cells;
    if (seen.claims) sheets.push(seen.claims);
  }
  if (waiting.length > 0) throw new CopyRefused('changed');
  if (cells > mostCells) throw new CopyRefused('too-large', { cells, most: mostCells });
  return sheets;
}

async function sheetOf(
  sheet: WorkbookSheet,
  claims: NumberedInput | null,
  notes: (input: number) => NotesOfInput,
): Promise<{ cells: number; claims: SheetOfClaims | null }> {
  const headerRow = claims?.input.headerRow ?? 0;
  const note = notes(claims?.number ?? -1);
  const rows: { row: number; note: ReturnType<NotesOfInput> }[] = [];
  let headings: readonly string[] = [];
  let width = 0;
  let cells = 0;
  for await (const batch of sheet.rows()) {
    for (const row of batch) {
      cells += row.cells.length;
      if (claims === null || row.row < headerRow) continue;
      const filled = row.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
      width = Math.max(width, filled);
      if (row.row === headerRow) headings = row.cells.slice();
      else if (filled > 0) rows.push({ row: row.row, note: note(row.row) });
    }
  }
  if (claims === null) return { cells, claims: null };
  if (rows.length !== claims.input.rows) throw new CopyRefused('changed');
  return { cells, claims: { name: sheet.name, headerRow, headings, width: Math.max(width, headings.length), rows } };
}

async function isFaithful(
  original: Uint8Array,
  copy: Uint8Array,
  sheets: readonly SheetOfClaims[],
  kind: CopyKind,
  limits: Limits,
): Promise<boolean> {
  const widths = new Map(sheets.map(({ name, width }) => [name, width]));
  const cellsOf = (bytes: Uint8Array) => opened(bytes, limits, (workbook) => sheetCells(workbook, widths));
  const kept = new Map(
    sheets.map(({ name, headerRow, rows }) => {
      const ofHalf = new Set(rows.filter(({ note }) => belongsIn(kind, note)).map(({ row }) => row));
      return [name, (row: number) => row <= headerRow || ofHalf.has(row)];
    }),
  );
  return sameCells(await cellsOf(original), await cellsOf(copy), kind === 'annotated' ? new Map() : kept);
}

async function opened<T>(bytes: Uint8Array, limits: Limits, read: (workbook: Workbook) => Promise<T>): Promise<T> {
  const workbook = await openWorkbook(inMemory(bytes), limits);
  try {
    return await read(workbook);
  } finally {
    await workbook.close();
  }
}

async function wholeOf(source: ByteSource): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of source.chunks()) parts.push(new Uint8Array(chunk));
  return Buffer.concat(parts);
}

function inMemory(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    chunks: () => once(bytes),
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
