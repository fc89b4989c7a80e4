import type { ByteSource } from '../domain/byte-source.ts';
import type { Limits } from '../domain/limits.ts';
import type { SheetRecords } from '../domain/sheet-records.ts';
import type { Notice, Row } from '../domain/table.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { HEAD_BYTES, recogniseFormat } from './format.ts';
import { classifyCompoundFile } from './xlsx-compound.ts';
import type { WorkbookLocation } from './xlsx-package.ts';
import { locateWorkbook } from './xlsx-package.ts';
import { SheetBytes } from './xlsx-rows.ts';
import type { SheetContext } from './xlsx-sheet.ts';
import { StringPool } from './xlsx-string-pool.ts';
import { readSharedStrings } from './xlsx-strings.ts';
import { readStyles } from './xlsx-styles.ts';
import type { SheetEntry, WorkbookContent } from './xlsx-workbook.ts';
import { readWorkbookPart } from './xlsx-workbook.ts';
import type { Zip, ZipPart } from './zip.ts';
import { openZip } from './zip.ts';
import { readSource } from './zip-source.ts';

/** An XLSX workbook of which the sheets can be read one after the other, or again. */
export interface Workbook {
  /** The worksheets in the order of their tabs, hidden ones included, charts not. Never empty. */
  readonly sheets: readonly WorkbookSheet[];
  /** What the user should know. What shows only while reading (an empty sheet, formulas without value) is in it once a sheet was read to its end. */
  readonly notices: readonly Notice[];
  /** To be called when done; the source stays the caller's. */
  close(): Promise<void>;
}

/** One worksheet. */
export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /**
   * The rows that hold something, in the order of the file, in batches while the sheet inflates. Blank rows are not given; `row` is the true number.
   * Throws UnreadableSource after the last row that could be read; its data names sheet, part and the row reached.
   */
  rows(): AsyncIterable<readonly Row[]>;
  /** The same, of which rows as spreadsheet programs write them come as records while `columns` says how many cells these have. */
  records(columns: () => number | null): AsyncIterable<readonly Row[] | SheetRecords>;
}

/**
 * Opens a workbook: its directory, list of sheets, styles and shared strings are read, the sheets not yet.
 * Throws UnreadableSource when it is none, is damaged or encrypted, or exceeds a limit. Nothing outside the file is ever followed.
 */
export async function openWorkbook(source: ByteSource, limits: Limits): Promise<Workbook> {
  await refuseOthers(source);
  const zip = await openZip(source, limits);
  try {
    const location = await locateWorkbook(zip);
    const content = await readWorkbookPart(location);
    return workbookOf(zip, content, await sheetContext(zip, location, content, limits));
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function refuseOthers(source: ByteSource): Promise<void> {
  if (source.size === 0) throw new UnreadableSource('empty-file');
  const kind = recogniseFormat(await readSource(source, 0, HEAD_BYTES));
  if (kind === 'cfb') await classifyCompoundFile(source);
  if (kind !== 'zip') throw new UnreadableSource('not-a-workbook', { detail: kind });
}

async function sheetContext(
  zip: Zip,
  location: WorkbookLocation,
  content: WorkbookContent,
  limits: Limits,
): Promise<SheetContext> {
  const linked = (type: string, usual: string): ZipPart | null => {
    const link = location.relationships.find((relationship) => relationship.type === type);
    return zip.part(link?.target ?? location.folder + usual);
  };
  const styles = linked('styles', 'styles.xml');
  const strings = linked('sharedstrings', 'sharedstrings.xml');
  return {
    formats: styles ? await readStyles(styles) : [],
    strings: strings ? await readSharedStrings(strings, limits) : new StringPool(),
    epoch: content.epoch,
    limits,
  };
}

interface Sheet {
  readonly entry: SheetEntry;
  readonly part: ZipPart;
  /** What a complete reading showed. */
  seen: readonly Notice[];
}

function workbookOf(zip: Zip, content: WorkbookContent, context: SheetContext): Workbook {
  const tables = content.sheets.filter(({ type }) => type === 'worksheet');
  if (tables.length === 0) throw new UnreadableSource('no-sheets');
  if (content.sheets.length > context.limits.sheets) {
    const maximum = context.limits.sheets;
    throw new UnreadableSource('limit-exceeded', { limit: 'sheets', value: content.sheets.length, maximum });
  }
  const sheets: readonly Sheet[] = tables.map((entry) => ({ entry, part: sheetPart(zip, entry), seen: [] }));
  const notices = openingNotices(content);
  return {
    sheets: sheets.map((sheet) => ({
      name: sheet.entry.name,
      hidden: sheet.entry.hidden,
      // Without columns there are no records.
      rows: () => readSheet(sheet, context, () => null) as AsyncIterable<readonly Row[]>,
      records: (columns) => readSheet(sheet, context, columns),
    })),
    get notices() {
      return [...notices, ...sheets.flatMap(({ seen }) => seen)];
    },
    close: async () => zip.close(),
  };
}

function sheetPart(zip: Zip, { name, target }: SheetEntry): ZipPart {
  const part = zip.part(target);
  if (!part)
    throw new UnreadableSource('damaged-workbook', { detail: 'sheet-without-part', sheet: name, part: target });
  return part;
}

function openingNotices({ sheets, epoch }: WorkbookContent): readonly Notice[] {
  const notices: Notice[] = epoch === 1904 ? [{ id: 'date-epoch-1904', data: {} }] : [];
  for (const { name: sheet, hidden, type } of sheets) {
    if (type !== 'worksheet') notices.push({ id: 'chart-sheet-skipped', data: { sheet, type } });
    else if (hidden) notices.push({ id: 'hidden-sheet', data: { sheet } });
  }
  return notices;
}

async function* readSheet(
  sheet: Sheet,
  context: SheetContext,
  columns: () => number | null,
): AsyncGenerator<readonly Row[] | SheetRecords, void, undefined> {
  const { entry, part } = sheet;
  const bytes = new SheetBytes(part.name, context, columns);
  let empty = true;
  try {
    for await (const chunk of part.chunks()) {
      for (const batch of bytes.write(chunk)) {
        empty = false;
        yield batch;
      }
    }
    for (const batch of bytes.end()) {
      empty = false;
      yield batch;
    }
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    const row = bytes.reached === 0 ? {} : { row: bytes.reached };
    throw new UnreadableSource(error.reason, { part: part.name, ...error.data, sheet: entry.name, ...row }, error);
  }
  const seen: Notice[] = [];
  if (empty) seen.push({ id: 'empty-sheet', data: { sheet: entry.name } });
  const count = bytes.formulasWithoutValue;
  if (count > 0) seen.push({ id: 'formula-without-value', data: { sheet: entry.name, count } });
  sheet.seen = seen;
}
