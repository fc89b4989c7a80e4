import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { EiLineEnd, EiMark, EiRecord } from '../domain/ei-record.ts';

/** Characters of a record that are kept: room for the 370 positions of a return message and for telling what is too long. */
const MOST_KEPT = 1000;
const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';
const END_OF_FILE = '\u001a';

/**
 * The records of an EI message with fixed positions, in batches. Bytes are counted, not characters: every byte is one position.
 * CR LF, LF and a lone CR all end a record and the record says which; empty lines are records of no length.
 * Of a record that is much too long only the beginning is kept, so memory grows neither with the file nor with a record.
 * `text`: letters of Windows-1252, or the bytes themselves as characters 0 to 255, from which they can be made again.
 */
export async function* readAw319(
  chunks: AsyncIterable<Uint8Array>,
  text: 'letters' | 'bytes' = 'letters',
): AsyncGenerator<EiRecord[]> {
  const cutter = new RecordCutter(text === 'letters' ? windows1252 : (raw) => raw);
  for await (const chunk of chunks) {
    const records = cutter.take(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1'));
    if (records.length > 0) yield records;
  }
  const last = cutter.end();
  if (last.length > 0) yield last;
}

/** Cuts text of one character per byte at its line ends. A record is held back until the one after it begins: only then it is not the last. */
class RecordCutter {
  readonly #textOf: (raw: string) => string;
  #row = 0;
  #begun = false;
  /** What has been read of the record that is not finished, and how many bytes of it were dropped. */
  #rest = '';
  #dropped = 0;
  #bom = false;
  /** The record before, when it may still be followed by nothing but an end-of-file mark. */
  #held: EiRecord | null = null;

  constructor(textOf: (raw: string) => string) {
    this.#textOf = textOf;
  }

  take(chunk: string): EiRecord[] {
    const records: EiRecord[] = [];
    const text = this.#begin(this.#rest + chunk);
    let from = 0;
    for (let end = lineEndIn(text, from); end !== null; end = lineEndIn(text, from, end)) {
      this.#push(records, text.slice(from, end.at), end.kind);
      from = end.at + (end.kind === 'crlf' ? 2 : 1);
    }
    this.#keep(text.slice(from));
    return records;
  }

  end(): EiRecord[] {
    const records: EiRecord[] = [];
    let text = this.#rest;
    if (text.endsWith('\r')) {
      this.#push(records, text.slice(0, -1), 'cr');
      text = '';
    }
    if (text.endsWith(END_OF_FILE)) {
      const content = text.slice(0, -1);
      if (content !== '') this.#push(records, content, 'none');
      const marked = this.#held;
      if (marked) this.#held = { ...marked, marks: [...(marked.marks ?? []), 'end-of-file-mark'] };
    } else if (text !== '' || this.#dropped > 0) {
      this.#push(records, text, 'none');
    }
    if (this.#held) records.push(this.#held);
    this.#held = null;
    return records;
  }

  /** Takes a byte order mark away, which may come in pieces too. */
  #begin(text: string): string {
    if (this.#begun || (text.length < BYTE_ORDER_MARK.length && BYTE_ORDER_MARK.startsWith(text))) return text;
    this.#begun = true;
    this.#bom = text.startsWith(BYTE_ORDER_MARK);
    return this.#bom ? text.slice(BYTE_ORDER_MARK.length) : text;
  }

  #keep(text: string): void {
    const isLong = text.length > MOST_KEPT;
    const ending = text.endsWith('\r') ? 1 : 0;
    this.#dropped += isLong ? text.length - MOST_KEPT - ending : 0;
    this.#rest = isLong ? text.slice(0, MOST_KEPT) + (ending ? '\r' : '') : text;
  }

  #push(records: EiRecord[], raw: string, lineEnd: EiLineEnd): void {
    if (this.#held) records.push(this.#held);
    const marks: readonly EiMark[] = this.#bom ? ['byte-order-mark'] : [];
    this.#bom = false;
    this.#row++;
    const bytes = raw.length + this.#dropped;
    this.#dropped = 0;
    const utf8Characters = bytes > MOST_KEPT ? null : charactersOf(raw);
    const text = this.#textOf(raw.length > MOST_KEPT ? raw.slice(0, MOST_KEPT) : raw);
    this.#held = { row: this.#row, text, bytes, lineEnd, utf8Characters, ...(marks.length > 0 ? { marks } : {}) };
  }
}

/** Where a record ends, with the places of the next LF and CR so that they are not looked for twice. */
interface LineEnd {
  readonly at: number;
  readonly kind: EiLineEnd;
  readonly lf: number;
  readonly cr: number;
}

/** The first line end from `from` on; null when there is none, or when the CR at the end of the text may be half of one. */
function lineEndIn(text: string, from: number, before?: LineEnd): LineEnd | null {
  const next = (mark: string, known: number | undefined) =>
    known === undefined || (known >= 0 && known < from) ? text.indexOf(mark, from) : known;
  const lf = next('\n', before?.lf);
  const cr = next('\r', before?.cr);
  if (lf >= 0 && (cr < 0 || lf < cr)) return { at: lf, kind: 'lf', lf, cr };
  if (cr < 0 || cr === text.length - 1) return null;
  return { at: cr, kind: lf === cr + 1 ? 'crlf' : 'cr', lf, cr };
}

const NOT_ASCII = /[^\0-\x7f]/;

/** By iconv-lite, since TextDecoder loses some letters on Node 20. One byte stays one character. */
function windows1252(raw: string): string {
  return NOT_ASCII.test(raw) ? iconv.decode(Buffer.from(raw, 'latin1'), 'windows-1252') : raw;
}

/** Characters when the bytes are UTF-8 with characters of more than one byte. */
function charactersOf(raw: string): number | null {
  if (!NOT_ASCII.test(raw)) return null;
  const bytes = Buffer.from(raw, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8').length : null;
}
