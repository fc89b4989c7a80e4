import { createHash } from 'node:crypto';
import { maskBsn } from '../domain/bsn.ts';
import type { ByteSource } from '../domain/byte-source.ts';
import type { Limits } from '../domain/limits.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { openWorkbook, type WorkbookSheet } from '../readers/xlsx.ts';
import { openZip } from '../readers/zip.ts';
import type { CopyKind } from '../reporters/copies/copy-kind.ts';
import { lostParts } from '../reporters/copies/lost-parts.ts';
import type { NotesOfInput } from '../reporters/copies/row-note.ts';
import { copyWorkbook, type SheetOfClaims, WorkbookNotCopied } from '../reporters/copies/workbook-copy.ts';
import { CopyRefused } from './copy-refused.ts';
import type { MadeCopy, NumberedInput } from './made-copy.ts';

/** Cells of a workbook that may be copied: exceljs holds them all in memory, half a million of them in some 400 MB. */
export const MOST_CELLS = 500_000;

/** A copy of a workbook. `claims` are its sheets with claims. Throws CopyRefused. */
export async function workbookCopy(
  source: ByteSource,
  claims: readonly NumberedInput[],
  notes: (input: number) => NotesOfInput,
  kind: CopyKind,
  limits: Limits,
  mostCells = MOST_CELLS,
): Promise<MadeCopy> {
  try {
    const bytes = await wholeOf(source);
    if (createHash('sha256').update(bytes).digest('hex') !== claims[0]?.input.sha256) throw new CopyRefused('changed');
    const { sheets, parts } = await lookedAt(inMemory(bytes), claims, notes, limits, mostCells);
    const copy = await copyWorkbook(bytes, sheets, kind);
    return { bytes: once(copy.bytes), lost: [...parts, ...copy.lost] };
  } catch (error) {
    if (error instanceof UnreadableSource) throw new CopyRefused('unreadable', {}, error);
    throw error instanceof WorkbookNotCopied ? new CopyRefused('workbook', {}, error) : error;
  }
}

/** The sheets with claims as they were judged, and what of the workbook a copy cannot have. Counts the cells of all sheets. */
async function lookedAt(
  source: ByteSource,
  claims: readonly NumberedInput[],
  notes: (input: number) => NotesOfInput,
  limits: Limits,
  mostCells: number,
): Promise<{ sheets: SheetOfClaims[]; parts: ReturnType<typeof lostParts> }> {
  const workbook = await openWorkbook(source, limits);
  const waiting = [...claims];
  const sheets: SheetOfClaims[] = [];
  let cells = 0;
  try {
    for (const sheet of workbook.sheets) {
      const [next] = waiting;
      const isClaims = next !== undefined && next.input.sheet === maskBsn(sheet.name);
      if (isClaims) waiting.shift();
      const seen = await sheetOf(sheet, isClaims ? next : null, notes);
      cells += seen.cells;
      if (seen.claims) sheets.push(seen.claims);
    }
  } finally {
    await workbook.close();
  }
  if (waiting.length > 0) throw new CopyRefused('changed');
  if (cells > mostCells) throw new CopyRefused('too-large', { cells, most: mostCells });
  return { sheets, parts: lostParts(await namesIn(source, limits)) };
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

async function namesIn(source: ByteSource, limits: Limits): Promise<readonly string[]> {
  const zip = await openZip(source, limits);
  zip.close();
  return zip.names;
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
