import { UnreadableSource } from '../domain/unreadable-source.ts';
import type { Relationship, WorkbookLocation } from './xlsx-package.ts';
import { unescaped } from './xlsx-strings.ts';
import type { Epoch } from './xlsx-values.ts';
import type { Attributes } from './xlsx-xml.ts';
import { readXml } from './xlsx-xml.ts';

/** One tab of a workbook, whatever it shows. */
export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** `worksheet`, `chartsheet`, `dialogsheet`, …: only the first has cells that can be read. */
  readonly type: string;
  /** The part its content lies in. */
  readonly target: string;
}

/** The tabs of a workbook in their order, and its epoch. */
export interface WorkbookContent {
  readonly sheets: readonly SheetEntry[];
  readonly epoch: Epoch;
}

/** Reads the list of sheets. Throws UnreadableSource `damaged-workbook` when a tab points nowhere, `not-a-workbook` when the part is another document. */
export async function readWorkbookPart(location: WorkbookLocation): Promise<WorkbookContent> {
  const { part, relationships } = location;
  if (!part) return withoutWorkbookPart(relationships);
  const sheets: SheetEntry[] = [];
  let epoch: Epoch = 1900;
  let root = true;
  await readXml(part, {
    open(name, attributes) {
      if (root && name !== 'workbook') throw new UnreadableSource('not-a-workbook', { detail: 'other-document' });
      root = false;
      if (name === 'workbookPr' && /^(?:1|true|on)$/i.test(attributes.date1904 ?? '')) epoch = 1904;
      else if (name === 'sheet') sheets.push(sheetEntry(attributes, relationships));
    },
  });
  return { sheets, epoch };
}

/** A workbook whose list of sheets is missing still tells by its links which sheets it has; they are named after their parts. */
function withoutWorkbookPart(relationships: readonly Relationship[]): WorkbookContent {
  const sheets = relationships
    .filter(({ type }) => type === 'worksheet')
    .map(({ type, target }) => ({
      name: target.replace(/^.*\//, '').replace(/\.xml$/i, ''),
      hidden: false,
      type,
      target,
    }));
  return { sheets, epoch: 1900 };
}

function sheetEntry(attributes: Attributes, relationships: readonly Relationship[]): SheetEntry {
  const name = unescaped(attributes.name ?? '');
  const hidden = /hidden$/i.test(attributes.state ?? '');
  const id = relationshipId(attributes);
  // A module of Excel 95 is a tab that Excel no longer shows and that has no part.
  if (id === '') return { name, hidden, type: 'module', target: '' };
  const link = relationships.find((relationship) => relationship.id === id);
  if (!link) throw new UnreadableSource('damaged-workbook', { detail: 'sheet-without-part', sheet: name });
  return { name, hidden, type: link.type, target: link.target };
}

/** `r:id`, under whatever prefix. */
function relationshipId(attributes: Attributes): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
}
