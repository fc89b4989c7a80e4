import type { Limits } from '../domain/limits.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { FOR_PARSER, PartBytes, type PartScanner } from './xlsx-part-bytes.ts';
import { StringPool } from './xlsx-string-pool.ts';
import { elementText, RICH, TEXT_BYTES, UNDERSCORE } from './xlsx-text.ts';
import type { XmlEvents } from './xlsx-xml.ts';
import { xmlReader } from './xlsx-xml.ts';
import type { ZipPart } from './zip.ts';

/** Reads the table of shared strings, in order. Throws UnreadableSource `limit-exceeded` when they hold too many characters. */
export async function readSharedStrings(part: ZipPart, limits: Limits): Promise<StringPool> {
  const strings = new StringTable(part.name, limits);
  for await (const chunk of part.chunks()) strings.write(chunk);
  strings.end();
  return strings.pool;
}

/** Shared strings as their bytes come: usual ones from their bytes, others as the parser of XML reads them. */
export class StringTable implements PartScanner {
  readonly opening = Buffer.from('<si');
  readonly closing = Buffer.from('</si>');
  readonly isHolding = false;
  readonly pool = new StringPool();
  readonly #limits: Limits;
  readonly #part: PartBytes;
  #characters = 0;
  #parsed = 0;
  /** Items within each other, which only a damaged part has. */
  #depth = 0;

  constructor(part: string, limits: Limits) {
    this.#limits = limits;
    const item = richText();
    const xml = xmlReader(part, {
      open: (name) => {
        if (name === 'si') {
          this.#depth += 1;
          item.start();
        } else item.open(name);
      },
      close: (name) => {
        item.close(name);
        if (name !== 'si') return;
        this.#depth -= 1;
        this.#parsed += 1;
        this.#add(item.take());
      },
      text: item.text,
    });
    this.#part = new PartBytes(xml, this);
  }

  get isBetween(): boolean {
    return this.#depth === 0;
  }

  get parsed(): number {
    return this.#parsed;
  }

  write(chunk: Uint8Array): void {
    for (const _ of this.#part.write(chunk));
  }

  end(): void {
    for (const _ of this.#part.end());
  }

  scan(bytes: Buffer, view: DataView, at: number): number {
    if (view.getInt32(at, true) !== ITEM) return FOR_PARSER;
    const start = at + 4 + this.#openingLength(bytes, at + 4);
    let end = start;
    let found = 0;
    for (let kind = TEXT_BYTES[bytes[end]!]!; kind !== 0; kind = TEXT_BYTES[bytes[++end]!]!) found |= kind;
    const isEnd = view.getInt32(end, true) === TEXT_END && view.getInt32(end + 4, true) === ITEM_END;
    if (start === at + 4 || !isEnd || bytes[end + 8] !== GREATER) return FOR_PARSER;
    if ((found & (RICH | UNDERSCORE)) === 0) {
      this.#count(end - start);
      this.pool.addAscii(bytes, start, end);
    } else {
      const text = elementText(bytes.subarray(start, end));
      if (text === null) return FOR_PARSER;
      this.#add(unescaped(text));
    }
    return end + 9;
  }

  /** Bytes of the tag that opens a plain text; 0 when there is none. */
  #openingLength(bytes: Buffer, at: number): number {
    if (bytes[at] !== TEXT[0] || bytes[at + 1] !== TEXT[1]) return 0;
    if (bytes[at + 2] === GREATER) return 3;
    for (let index = 2; index < TEXT.length; index++) if (bytes[at + index] !== TEXT[index]) return 0;
    return TEXT.length;
  }

  #add(text: string): void {
    this.#count(text.length);
    this.pool.add(text);
  }

  #count(length: number): void {
    this.#characters += Math.max(length, STRING_CHARACTERS);
    const maximum = this.#limits.sharedStringCharacters;
    if (this.#characters <= maximum) return;
    throw new UnreadableSource('limit-exceeded', { limit: 'sharedStringCharacters', value: this.#characters, maximum });
  }
}

const GREATER = 62;
const TEXT = Buffer.from('<t xml:space="preserve">');
/** Tags as the integers their bytes are; of the last the first four bytes. */
const [ITEM, TEXT_END, ITEM_END] = ['<si>', '</t>', '</si'].map((tag) => Buffer.from(tag).readInt32LE(0));

/** What a string counts at least: millions of empty ones take memory too. */
const STRING_CHARACTERS = 4;

/** Collects the text of a `<si>` or `<is>`: its `<t>` elements one after the other, those of phonetic runs left out. White space is always kept. */
export interface RichText extends Required<Omit<XmlEvents, 'open'>> {
  start(): void;
  open(name: string): void;
  /** The text so far, escapes read. */
  take(): string;
}

/** Makes a collector for one string after another. */
export function richText(): RichText {
  let text = '';
  let inText = false;
  let phonetic = 0;
  return {
    start() {
      text = '';
      inText = false;
      phonetic = 0;
    },
    open(name) {
      if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = phonetic === 0;
    },
    close(name) {
      if (name === 'rPh') phonetic -= 1;
      else if (name === 't') inText = false;
    },
    text(piece) {
      if (inText) text += piece;
    },
    take: () => unescaped(text),
  };
}

/** Reads `_xHHHH_`, how a workbook writes characters that XML does not allow or would change (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
