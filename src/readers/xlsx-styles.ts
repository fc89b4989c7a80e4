import type { NumberFormat } from './xlsx-number-format.ts';
import { builtInFormat, classifyFormat, GENERAL } from './xlsx-number-format.ts';
import { readXml } from './xlsx-xml.ts';
import type { ZipPart } from './zip.ts';

/** Reads the number format of every cell style, by the number cells refer to it with (`s="3"`). */
export async function readStyles(part: ZipPart): Promise<readonly NumberFormat[]> {
  const custom = new Map<number, NumberFormat>();
  const ids: number[] = [];
  let inCellFormats = false;
  await readXml(part, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'cellXfs') inCellFormats = true;
      // Only the list of formats itself: the same element inside a conditional style says nothing about cells.
      else if (name === 'numFmt' && ids.length === 0 && formatCode !== undefined)
        custom.set(Number(numFmtId), classifyFormat(formatCode));
      else if (name === 'xf' && inCellFormats) ids.push(Number(numFmtId ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return ids.map((id) => custom.get(id) ?? builtInFormat(id) ?? GENERAL);
}
