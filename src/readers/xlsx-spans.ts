import type { ByteSource } from '../domain/byte-source.ts';
import type { Limits } from '../domain/limits.ts';
import { columnOf, rowOf } from './xlsx-address.ts';
import { xmlReader } from './xlsx-xml.ts';
import { openZip, type ZipPart } from './zip.ts';

/** What a workbook has besides its cells, as far as who writes it again must know. */
export interface WorkbookSpans {
  /** Names of all files in the zip, lower case. */
  readonly parts: readonly string[];
  /** Cells under a data validation, each rule counted by itself: one rule over a column is a million. */
  readonly validated: number;
  /** Cells in merged ranges. */
  readonly merged: number;
  /** Cells in ranges that have a name. */
  readonly named: number;
  /** Names of something else than ranges: formulas, constants. */
  readonly otherNames: number;
}

/** Measures what spans many cells in few bytes. Throws UnreadableSource. */
export async function workbookSpans(source: ByteSource, limits: Limits): Promise<WorkbookSpans> {
  const zip = await openZip(source, limits);
  const spans = { parts: zip.names, validated: 0, merged: 0, named: 0, otherNames: 0 };
  let name = '';
  let inName = false;
  const events = {
    open: (element: string, attributes: Readonly<Record<string, string>>) => {
      if (element === 'dataValidation') spans.validated += cellsIn(attributes.sqref ?? '') ?? 0;
      if (element === 'mergeCell') spans.merged += cellsIn(attributes.ref ?? '') ?? 0;
      if (element === 'definedName') name = '';
      inName = element === 'definedName';
    },
    text: (text: string) => {
      if (inName) name += text;
    },
    close: (element: string) => {
      if (element !== 'definedName') return;
      inName = false;
      const cells = cellsIn(name.replace(/'(?:[^']|'')*'!|[^,!']*!/g, '').replaceAll(',', ' '));
      if (cells === null) spans.otherNames++;
      else spans.named += cells;
    },
  };
  try {
    for (const path of zip.names.filter((file) => /^xl\/(?:workbook|worksheets\/[^/]+)\.xml$/.test(file))) {
      const part = zip.part(path);
      if (part) await readPart(part, events);
    }
  } finally {
    zip.close();
  }
  return spans;
}

async function readPart(part: ZipPart, events: Parameters<typeof xmlReader>[1]): Promise<void> {
  const xml = xmlReader(part.name, events);
  for await (const chunk of part.chunks()) xml.write(chunk);
  xml.end();
}

/** How many cells ranges such as `A1:B9 D4` have together; whole columns and rows (`$A:$A`) count as none, as no writer spells them out. Null for anything else. */
function cellsIn(ranges: string): number | null {
  let cells = 0;
  for (const range of ranges.replaceAll('$', '').trim().split(/\s+/)) {
    if (/^(?:[A-Z]{1,3}:[A-Z]{1,3}|\d+:\d+)$/i.test(range)) continue;
    if (!/^[A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?$/i.test(range)) return null;
    const [from = '', to = from] = range.split(':');
    cells += (Math.abs(rowOf(to) - rowOf(from)) + 1) * (Math.abs(columnOf(to) - columnOf(from)) + 1);
  }
  return cells;
}
