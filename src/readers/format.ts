/** What kind of file this is, told by its first bytes and never by its name. */
export type SourceKind = 'text' | 'zip' | 'cfb' | 'xls' | 'gzip' | 'packed' | 'pdf' | 'xml' | 'ei';

/** The bytes at the start of a file that `recogniseFormat` wants to see; fewer only when the file is shorter. */
export const HEAD_BYTES = 1024;

/**
 * The kind of a file by its first bytes: a zip (workbooks are), a compound file (`.xls`, an encrypted workbook), a workbook of
 * before Excel 97, gzip, what else is packed (7z, rar, xz, bzip2, zstd), PDF, an XML text (HTML included), an EI message with fixed positions (AW319); everything else is text, the empty file too.
 */
export function recogniseFormat(head: Uint8Array): SourceKind {
  for (const { kind, magic } of MAGICS) {
    if (magic.every((byte, index) => head[index] === byte)) return kind;
  }
  const text = asciiOf(head);
  if (PDF.test(text)) return 'pdf';
  if (XML.test(text)) return 'xml';
  if (EI.test(text)) return 'ei';
  return 'text';
}

const MAGICS: readonly { readonly kind: SourceKind; readonly magic: readonly number[] }[] = [
  { kind: 'zip', magic: [0x50, 0x4b, 0x03, 0x04] },
  // A zip without entries, and the mark of a zip in parts.
  { kind: 'zip', magic: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'zip', magic: [0x50, 0x4b, 0x07, 0x08] },
  { kind: 'cfb', magic: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'gzip', magic: [0x1f, 0x8b] },
  // The first record of a workbook of Excel 2, 3, 4 and 5 that lies in no compound file.
  { kind: 'xls', magic: [0x09, 0x00, 0x04, 0x00] },
  { kind: 'xls', magic: [0x09, 0x02, 0x06, 0x00] },
  { kind: 'xls', magic: [0x09, 0x04, 0x06, 0x00] },
  { kind: 'xls', magic: [0x09, 0x08, 0x08, 0x00] },
  { kind: 'packed', magic: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'packed', magic: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { kind: 'packed', magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { kind: 'packed', magic: [0x28, 0xb5, 0x2f, 0xfd] },
];

const PDF = /^\s{0,8}%PDF-/;

/** A declaration, a comment or doctype, or a first element; so also an HTML table that calls itself `.xls`. */
const XML = /^\s*<(?:\?xml|!--|!doctype|[a-z_][\w.:-]*(?:\s|\/?>))/i;

/**
 * Record 01: the code of the message (187, 428, …), version and subversion, P or T and the code of a program, which may be wrong but is no delimiter. Real first records are 310 positions long;
 * one whose trailing spaces were cut still reaches its currency at position 117, so 100 leaves room and excludes a line of a table.
 * A message that lost its first record begins with a client (02), a performance (04) or its end (99), and is all digits for a while.
 */
const EI = /^[\r\n]{0,8}(?:01\d{7}[^;,|\t\r\n]{7}[^\r\n]{84}|0[24]\d{25}[^\r\n]{73}|99\d{42}[DC])/;

/** The head as text in which only ASCII is trusted; UTF-16 is folded when it has a mark, or when it shows by `<` and a zero byte. */
function asciiOf(head: Uint8Array): string {
  const [first, second, third] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0x00))
    return everyOther(head, first === 0x3c ? 0 : 2);
  if ((first === 0xfe && second === 0xff) || (first === 0x00 && second === 0x3c))
    return everyOther(head, first === 0x00 ? 1 : 3);
  return latin1(first === 0xef && second === 0xbb && third === 0xbf ? head.subarray(3) : head);
}

function everyOther(head: Uint8Array, from: number): string {
  return latin1(head.filter((_, index) => index >= from && (index - from) % 2 === 0));
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, HEAD_BYTES));
}
