import type { Limits } from '../domain/limits.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import type { XmlEvents } from './xlsx-xml.ts';
import { xmlReader } from './xlsx-xml.ts';
import type { ZipPart } from './zip.ts';

/** Reads the table of shared strings, in order. Throws UnreadableSource `limit-exceeded` when they hold too many characters. */
export async function readSharedStrings(part: ZipPart, limits: Limits): Promise<readonly string[]> {
  const strings: string[] = [];
  let characters = 0;
  const item = richText();
  const xml = xmlReader(part.name, {
    open(name) {
      if (name === 'si') item.start();
      else item.open(name);
    },
    close(name) {
      item.close(name);
      if (name !== 'si') return;
      const text = item.take();
      characters += Math.max(text.length, STRING_CHARACTERS);
      if (characters > limits.sharedStringCharacters) {
        const maximum = limits.sharedStringCharacters;
        throw new UnreadableSource('limit-exceeded', { limit: 'sharedStringCharacters', value: characters, maximum });
      }
      strings.push(text);
    },
    text: item.text,
  });
  for await (const chunk of part.chunks()) xml.write(chunk);
  xml.end();
  return strings;
}

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
