import { UnreadableSource } from '../domain/unreadable-source.ts';
import { readXml } from './xlsx-xml.ts';
import type { Zip, ZipPart } from './zip.ts';

/** A link from one part of a workbook to another. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, lower case: `worksheet`, `sharedstrings`; the same in transitional and strict workbooks. */
  readonly type: string;
  /** The name of the part it points at, from the root of the zip. */
  readonly target: string;
}

/** Where the workbook lies in the zip. `part` is null when only its relationships are there. */
export interface WorkbookLocation {
  readonly part: ZipPart | null;
  readonly folder: string;
  readonly relationships: readonly Relationship[];
}

/** Finds the workbook in a zip. Throws UnreadableSource when the zip is something else: `open-document`, `not-a-workbook`, `zip-archive`. */
export async function locateWorkbook(zip: Zip): Promise<WorkbookLocation> {
  const main = await mainPart(zip);
  if (main?.endsWith('.bin')) throw new UnreadableSource('not-a-workbook', { detail: 'xlsb' });
  if (main !== null) {
    const folder = folderOf(main);
    const relationships = await relationshipsOf(zip, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
    return { part: zip.part(main), folder, relationships };
  }
  const rels = shortest(zip.names.filter((name) => name.endsWith('_rels/workbook.xml.rels')));
  if (rels === null) throw await refusal(zip);
  const folder = folderOf(rels).slice(0, -'_rels/'.length);
  return { part: null, folder, relationships: await relationshipsOf(zip, rels, folder) };
}

/** The workbook as the package points at it, else by its usual name; null when there is none. */
async function mainPart(zip: Zip): Promise<string | null> {
  const links = await relationshipsOf(zip, '_rels/.rels', '');
  const pointed = links.find((link) => link.type === 'officedocument')?.target.toLowerCase();
  if (pointed !== undefined && zip.names.includes(pointed)) return pointed;
  return shortest(zip.names.filter((name) => name === 'workbook.xml' || name.endsWith('/workbook.xml')));
}

function shortest(names: readonly string[]): string | null {
  return [...names].sort((a, b) => a.length - b.length)[0] ?? null;
}

async function refusal(zip: Zip): Promise<UnreadableSource> {
  if (zip.names.includes('[content_types].xml'))
    return new UnreadableSource('not-a-workbook', { detail: 'other-document' });
  if (zip.names.some((name) => name.endsWith('.iwa')))
    return new UnreadableSource('not-a-workbook', { detail: 'numbers' });
  const mimetype = zip.part('mimetype');
  return new UnreadableSource(mimetype && (await isOpenDocument(mimetype)) ? 'open-document' : 'zip-archive');
}

/** An OpenDocument file names itself in its first entry, which is never compressed. */
async function isOpenDocument(mimetype: ZipPart): Promise<boolean> {
  let text = '';
  for await (const chunk of mimetype.chunks()) {
    text += Buffer.from(chunk).toString('latin1');
    if (text.length > 100) break;
  }
  return text.startsWith('application/vnd.oasis.opendocument');
}

/** The links of a part; none when it has no list of them. Links to outside the file are left out: nothing external is followed. */
async function relationshipsOf(zip: Zip, name: string, folder: string): Promise<readonly Relationship[]> {
  const part = zip.part(name);
  const links: Relationship[] = [];
  if (!part) return links;
  await readXml(part, {
    open(element, attributes) {
      const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes;
      if (
        element !== 'Relationship' ||
        id === undefined ||
        type === undefined ||
        target === undefined ||
        mode === 'External'
      )
        return;
      links.push({ id, type: type.slice(type.lastIndexOf('/') + 1).toLowerCase(), target: resolved(folder, target) });
    },
  });
  return links;
}

/** A target is relative to the folder of its part, or absolute from the root of the zip. */
function resolved(folder: string, target: string): string {
  const path = decoded(target).replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decoded(target: string): string {
  // Not decodeURIComponent: a stray percent sign is a name, not an error.
  return target.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}
