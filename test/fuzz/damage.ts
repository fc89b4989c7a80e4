/**
 * Damage as plain data, so that a case that failed can be kept and done again without fast-check: what is done, and where, as numbers that are
 * folded into the file at hand. `structural` damage never turns one right value into another; `bytes` may.
 */
import iconv from 'iconv-lite';
import { type Packed, packed, unpacked } from './packed.ts';

/** One thing done to one file. */
export interface Step {
  readonly op: keyof typeof STRUCTURAL | keyof typeof BYTES;
  /** Which file, where in it, and a second place or choice: any number from 0. */
  readonly file: number;
  readonly at: number;
  readonly to: number;
}

/** What no right value ever holds. */
const HOSTILE = [
  '"',
  '""',
  ';',
  '\0',
  '\r',
  '\n',
  '\r\n',
  '\u200b',
  '\u00a0',
  '\ufeff',
  '\ufffd',
  '\u202e',
  '\u2028',
  '\u0085',
  '\u001a',
  '\u001b[2J',
  '\t',
  '|',
  '=1+1',
  '#N/B',
  '\ud83d\ude00',
  '\u0438\u0306',
];
const LINES = [
  '',
  ';;;;;;',
  'Totaal;;;;1.234,00;;',
  'Totaal 1.234,00',
  'clientnummer;prestatiecode;begindatum;einddatum;aantal;eenheid;referentienummer',
  'clientnummer;leveringsvorm;begindatum;einddatum',
  'sep=;',
  'Pagina 2 van 3',
  '"',
  '\0\0\0',
];
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '1': 'l',
  '0': 'O',
  '6': '\uff16',
  '2': '\u0662',
  '3': '\uff13',
  '8': '\uff18',
  H: '\u041d',
  e: '\u0435',
  a: '\u0430',
  o: '\u043e',
  c: '\u0441',
};

/** Small, so that what exceeds them is small too. */
export const FUZZ_LIMITS = { rowLength: 20_000, columns: 200 };

type TextDamage = (lines: string[], at: number, to: number) => readonly string[];

/** Damage to lines and cells; a fold into the lines makes every number a place. */
export const STRUCTURAL = {
  'drop-row': (lines, at) => lines.toSpliced(at % lines.length, 1),
  'double-row': (lines, at, to) => lines.toSpliced(to % lines.length, 0, lines[at % lines.length]!),
  'swap-rows': (lines, at, to) => swapped(lines, at, to),
  'cut-off': (lines, at, to) => {
    const row = at % lines.length;
    return [...lines.slice(0, row), lines[row]!.slice(0, to % (lines[row]!.length + 1))];
  },
  'drop-cell': (lines, at, to) => withCells(lines, at, (cells) => cells.toSpliced(to % cells.length, 1)),
  'double-cell': (lines, at, to) =>
    withCells(lines, at, (cells) => cells.toSpliced(to % cells.length, 0, cells[to % cells.length]!)),
  'empty-cell': (lines, at, to) => withCells(lines, at, (cells) => cells.with(to % cells.length, '')),
  'add-cell': (lines, at, to) => withCells(lines, at, (cells) => cells.toSpliced(to % (cells.length + 1), 0, 'x')),
  'hostile-text': (lines, at, to) =>
    withLine(lines, at, (line) => inserted(line, to, HOSTILE[(at + to) % HOSTILE.length]!)),
  'hostile-cell': (lines, at, to) =>
    withCells(lines, at, (cells) => cells.with(to % cells.length, HOSTILE[(at ^ to) % HOSTILE.length]!)),
  'look-alike': (lines, at, to) =>
    withLine(lines, at, (line) => {
      const places = [...line].flatMap((letter, index) => (letter in LOOK_ALIKES ? [index] : []));
      const place = places[to % Math.max(1, places.length)];
      return place === undefined ? line : [...line].with(place, LOOK_ALIKES[[...line][place]!]!).join('');
    }),
  'open-quote': (lines, at, to) =>
    withCells(lines, at, (cells) => cells.with(to % cells.length, `"${cells[to % cells.length]}`)),
  'quote-all': (lines, at) => withCells(lines, at, (cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`)),
  'strange-line': (lines, at, to) => lines.toSpliced(at % (lines.length + 1), 0, LINES[to % LINES.length]!),
  'join-lines': (lines, at) => {
    const row = at % lines.length;
    return lines.toSpliced(row, 2, lines.slice(row, row + 2).join(''));
  },
  'split-line': (lines, at, to) => withLine(lines, at, (line) => inserted(line, to, '\r\n')),
  'long-line': (lines, at, to) => withLine(lines, at, (line) => inserted(line, to, 'x'.repeat(FUZZ_LIMITS.rowLength))),
  'wide-line': (lines, at, to) => withLine(lines, at, (line) => inserted(line, to, ';'.repeat(FUZZ_LIMITS.columns))),
} as const satisfies Readonly<Record<string, TextDamage>>;

type ByteDamage = (bytes: Buffer, at: number, to: number) => Buffer;

/** Damage to bytes, whatever they mean. */
export const BYTES = {
  'change-byte': (bytes, at, to) => {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[at % copy.length] = to % 256;
    return copy;
  },
  'drop-bytes': (bytes, at, to) => {
    const start = at % (bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + (to % 40))]);
  },
  'double-bytes': (bytes, at, to) => {
    const start = at % (bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, start + (to % 400)), bytes.subarray(start)]);
  },
  'zero-bytes': (bytes, at, to) => {
    const copy = Buffer.from(bytes);
    return copy.fill(0, at % (copy.length + 1), Math.min(copy.length, (at % (copy.length + 1)) + (to % 40)));
  },
  truncate: (bytes, at) => bytes.subarray(0, at % (bytes.length + 1)),
  append: (bytes, at, to) => Buffer.concat([bytes, Buffer.alloc(to % 70_000, at % 256)]),
  'as-windows-1252': (bytes) => iconv.encode(bytes.toString('utf8'), 'windows-1252'),
  'as-utf-16le': (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  'as-utf-16be': (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le').swap16(),
  'bare-cr': (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\r'), 'latin1'),
  'bare-lf': (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
} as const satisfies Readonly<Record<string, ByteDamage>>;

/** A file with one step done to it. Workbooks get structural damage in the XML of one part, with size and checksum made right again. */
export function damaged(bytes: Buffer, step: Step): Buffer {
  const { op, at, to } = step;
  if (op in BYTES) return BYTES[op as keyof typeof BYTES](bytes, at, to);
  const change = (text: string): string => {
    const lines = text.split(LINE_END);
    return STRUCTURAL[op as keyof typeof STRUCTURAL](lines, at, to).join(LINE_END);
  };
  const parts = bytes.subarray(0, 2).toString('latin1') === 'PK' ? unpacked(bytes) : null;
  if (parts === null)
    return Buffer.from(change(bytes.toString('latin1').replaceAll(/[\u0080-\u00ff]+/g, again)), 'utf8');
  const part = parts[Math.floor(at / 7) % parts.length]!;
  // One element a line, so that rows and cells of the XML are what lines and cells are in a text.
  const text = part.data.toString('utf8').replaceAll('><', `>${LINE_END}<`);
  const other: Packed = { name: part.name, data: Buffer.from(change(text).replaceAll(LINE_END, ''), 'utf8') };
  return packed(parts.map((one) => (one === part ? other : one)));
}

const LINE_END = '\r\n';

function again(run: string): string {
  return Buffer.from(run, 'latin1').toString('utf8');
}

function withLine(lines: readonly string[], at: number, change: (line: string) => string): readonly string[] {
  const row = at % lines.length;
  return lines.with(row, change(lines[row]!));
}

function withCells(
  lines: readonly string[],
  at: number,
  change: (cells: readonly string[]) => readonly string[],
): readonly string[] {
  return withLine(lines, at, (line) => change(line.split(';')).join(';'));
}

function inserted(line: string, at: number, text: string): string {
  const place = at % (line.length + 1);
  return line.slice(0, place) + text + line.slice(place);
}

function swapped(lines: readonly string[], at: number, to: number): readonly string[] {
  const [a, b] = [at % lines.length, to % lines.length];
  return lines.with(a, lines[b]!).with(b, lines[a]!);
}
