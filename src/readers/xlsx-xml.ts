import type { SaxesTagPlain } from 'saxes';
import { SaxesParser } from 'saxes';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { xmlDecoder } from './xlsx-xml-text.ts';
import type { ZipPart } from './zip.ts';

/** Attributes by name, prefix and all. */
export type Attributes = Readonly<Record<string, string>>;

/** What is wanted of an XML part. Names come without prefix; elements of another namespace than the root's are passed over. */
export interface XmlEvents {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  /** Text or CDATA, perhaps in pieces. */
  text?(text: string): void;
}

/** A parser that bytes are pushed into. Throws UnreadableSource `damaged-workbook` or `doctype-in-xml`. */
export interface XmlReader {
  write(bytes: Uint8Array): void;
  end(): void;
}

/** Reads an XML part of a workbook as its bytes come: UTF-8 or UTF-16, no document type, no entities but the five of XML. */
export function xmlReader(part: string, events: XmlEvents): XmlReader {
  const parser = new SaxesParser<PlainNames>({ xmlns: false, position: false });
  const decode = xmlDecoder();
  let sinceEvent = 0;
  let depth = 0;
  let local: (name: string) => string | null = () => null;

  parser.on('opentag', (tag: SaxesTagPlain) => {
    sinceEvent = 0;
    if (depth === 0) local = localNames(tag);
    if (++depth > MAXIMUM_DEPTH) throw damaged(part, 'xml-depth');
    const name = local(tag.name);
    if (name !== null) events.open?.(name, tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    sinceEvent = 0;
    depth -= 1;
    const name = local(tag.name);
    if (name !== null) events.close?.(name);
  });
  if (events.text) {
    const text = events.text.bind(events);
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.on('doctype', () => {
    throw new UnreadableSource('doctype-in-xml', { part });
  });
  parser.on('error', (error) => {
    throw error.message === 'undefined entity.'
      ? new UnreadableSource('doctype-in-xml', { part }, error)
      : damaged(part, 'xml', error);
  });

  const push = (text: string): void => {
    sinceEvent += text.length;
    parser.write(text);
    if (sinceEvent > MAXIMUM_TOKEN) throw damaged(part, 'xml-token');
  };
  return {
    write: (bytes) => push(textOf(part, () => decode(bytes))),
    end: () => {
      push(textOf(part, () => decode(null)));
      parser.close();
    },
  };
}

/** Reads a whole part that is small by nature (all but sheets and shared strings); throws when it is larger than such a part can be. */
export async function readXml(part: ZipPart, events: XmlEvents): Promise<void> {
  const xml = xmlReader(part.name, events);
  let bytes = 0;
  for await (const chunk of part.chunks()) {
    bytes += chunk.length;
    if (bytes > MAXIMUM_SMALL_PART) throw damaged(part.name, 'part-too-large');
    xml.write(chunk);
  }
  xml.end();
}

type PlainNames = { xmlns: false; position: false };

/** Characters between two tags; a cell holds at most 32,767. Bounds what the parser keeps. */
const MAXIMUM_TOKEN = 16_000_000;

/** Elements inside each other; a worksheet has about six. Bounds the parser's stack. */
const MAXIMUM_DEPTH = 200;

/** Bytes of styles, relationships and the list of sheets. Bloated styles reach 20 MB. */
const MAXIMUM_SMALL_PART = 100_000_000;

function damaged(part: string, detail: string, cause?: unknown): UnreadableSource {
  return new UnreadableSource('damaged-workbook', { detail, part }, cause);
}

/**
 * Tells the elements of the root's own namespace, under whichever prefixes the root binds to it, and strips the prefix.
 * The address of the namespace is not asked: transitional and strict workbooks differ in nothing else here.
 */
function localNames(root: SaxesTagPlain): (name: string) => string | null {
  const ownPrefix = prefixOf(root.name);
  const address = root.attributes[ownPrefix === '' ? 'xmlns' : `xmlns:${ownPrefix}`];
  const prefixes = new Set([ownPrefix]);
  for (const [attribute, value] of Object.entries(root.attributes)) {
    if (value !== address) continue;
    if (attribute === 'xmlns') prefixes.add('');
    else if (attribute.startsWith('xmlns:')) prefixes.add(attribute.slice('xmlns:'.length));
  }
  const known = new Map<string, string | null>();
  return (name) => {
    let local = known.get(name);
    if (local === undefined) {
      const prefix = prefixOf(name);
      local = prefixes.has(prefix) ? name.slice(prefix === '' ? 0 : prefix.length + 1) : null;
      // A file that makes up a name per element must not fill memory.
      if (known.size < 1000) known.set(name, local);
    }
    return local;
  };
}

function prefixOf(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(0, colon);
}

function textOf(part: string, decode: () => string): string {
  try {
    return decode();
  } catch (error) {
    if (error instanceof TypeError) throw damaged(part, 'encoding', error);
    throw error;
  }
}
