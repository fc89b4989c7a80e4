import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/domain/limits.ts';
import { readCsvBytes } from '../../../src/readers/csv-row-bytes.ts';
import type { CopyKind } from '../../../src/reporters/copies/copy-kind.ts';
import { copyCsv } from '../../../src/reporters/copies/csv-copy.ts';
import type { NotesOfInput } from '../../../src/reporters/copies/row-note.ts';
import { chunksOf, rowsOf } from '../../readers/csv-reading.ts';
import { payloads } from '../payloads.ts';
import { note } from './notes.ts';

interface Dialect {
  readonly encoding: string;
  readonly delimiter: string;
  readonly headerRow: number;
  readonly size?: number;
  readonly limits?: { readonly rowLength: number; readonly columns: number };
}

const PLAIN: Dialect = { encoding: 'utf-8', delimiter: ';', headerRow: 1 };
/** A text no generated file holds, so that what was added can be taken away again. */
const MARK = '§oordeel§';
const HEADINGS = ['tzt_oordeel', 'tzt_minuten_toegestaan', 'tzt_regels', 'tzt_toelichting'];
const DELIMITERS = [';', ',', '\t', '|'] as const;
const marked: NotesOfInput = () => note({ verdictText: MARK, allowedMinutes: null });

const WRITTEN: Readonly<Record<string, (text: string) => Buffer>> = {
  'utf-8': (text) => Buffer.from(text),
  'windows-1252': (text) => iconv.encode(text, 'windows-1252'),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
  'iso-8859-15': (text) => iconv.encode(text, 'iso-8859-15'),
};
const BOMS: Readonly<Record<string, number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};

async function copyOf(
  bytes: Uint8Array,
  notes: NotesOfInput,
  kind: CopyKind,
  dialect: Dialect = PLAIN,
): Promise<Buffer> {
  const { encoding, delimiter, size = 65_536, limits = DEFAULT_LIMITS } = dialect;
  const batches = readCsvBytes(chunksOf(bytes, size), { encoding, delimiter, limits });
  const parts: Uint8Array[] = [];
  for await (const part of copyCsv(batches, dialect, notes, kind)) parts.push(part);
  return Buffer.concat(parts);
}

/** The copy of a text, as text. */
async function textCopy(
  text: string,
  notes: NotesOfInput,
  kind: CopyKind = 'annotated',
  dialect: Dialect = PLAIN,
): Promise<string> {
  return (await copyOf(Buffer.from(text), notes, kind, dialect)).toString();
}

/** Takes what was added from the bytes of a copy, however it was quoted. */
function withoutAdded(copy: Buffer, { encoding, delimiter }: Dialect): Buffer {
  const variants = [HEADINGS, [MARK, '', '', '']].flatMap((cells) =>
    [cells, cells.map((cell) => `"${cell}"`)].map((written) => written.map((cell) => delimiter + cell).join('')),
  );
  let bytes = copy.toString('latin1');
  for (const added of variants) bytes = bytes.replaceAll(WRITTEN[encoding]!(added).toString('latin1'), '');
  return Buffer.from(bytes, 'latin1');
}

/** Files with everything that can happen in them: stray quotes, ragged and blank rows, mixed line ends, rows over the limit. */
const files = fc
  .record({
    delimiter: fc.constantFrom(...DELIMITERS),
    encoding: fc.constantFrom(...Object.keys(WRITTEN)),
    hasMark: fc.boolean(),
    headerRow: fc.integer({ min: 1, max: 3 }),
    size: fc.integer({ min: 1, max: 40 }),
    limits: fc.constantFrom({ rowLength: 8, columns: 3 }, DEFAULT_LIMITS),
    parts: fc.array(
      fc.constantFrom('D', 'D', 'D', '"', '""', 'D"', '"D', '\n', '\r\n', '\r', 'a', ' ', '€', 'é', '1,5', 'abcdefgh'),
      {
        maxLength: 40,
      },
    ),
  })
  .map(({ delimiter, encoding, hasMark, parts, ...rest }) => {
    const text = parts.map((part) => part.replace('D', delimiter)).join('');
    const bom = hasMark && text !== '' ? (BOMS[encoding] ?? []) : [];
    return {
      bytes: Buffer.concat([Buffer.from(bom), WRITTEN[encoding]!(text)]),
      dialect: { delimiter, encoding, ...rest },
    };
  });

/** Well-formed tables: a header, and rows of as many cells, each with a number of its own in front. */
const tables = fc
  .record({
    delimiter: fc.constantFrom(...DELIMITERS),
    lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
    endsWithLineEnd: fc.boolean(),
    allQuoted: fc.boolean(),
    surplus: fc.integer({ min: 0, max: 2 }),
    rows: fc.array(
      fc.array(fc.constantFrom('', ' ', 'a', 'b;c', 'd,e', '"f"', 'g\th', '-1', 'é'), { minLength: 3, maxLength: 3 }),
      { maxLength: 8 },
    ),
  })
  .map(({ delimiter, lineEnd, endsWithLineEnd, allQuoted, surplus, rows }) => {
    const cell = (text: string) =>
      allQuoted || text.includes(delimiter) || /"|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    const records = rows.map((cells, index) => [`R${index}`, ...cells]);
    const lines = [['nummer', 'een', 'twee', 'drie'].map(cell).join(delimiter)];
    for (const cells of records) lines.push([...cells.map(cell), ...Array<string>(surplus).fill('')].join(delimiter));
    return { text: lines.join(lineEnd) + (endsWithLineEnd ? lineEnd : ''), delimiter, records };
  });

describe('the annotated copy of a CSV', () => {
  it('is the file itself once what was added is taken away, whatever its dialect, encoding and faults', async () => {
    await fc.assert(
      fc.asyncProperty(files, async ({ bytes, dialect }) => {
        const copy = await copyOf(bytes, marked, 'annotated', dialect);
        expect(withoutAdded(copy, dialect).toString('hex')).toBe(bytes.toString('hex'));
      }),
      { numRuns: 2_000 },
    );
  });

  it('has the added cells under the added headings, also where rows have blank cells beyond the header', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ({ text, delimiter, records }) => {
        const copy = await copyOf(Buffer.from(text), marked, 'annotated', { ...PLAIN, delimiter });
        const rows = await rowsOf(copy, { delimiter });
        expect(rows[0]?.cells).toEqual(['nummer', 'een', 'twee', 'drie', ...HEADINGS]);
        expect(rows.slice(1).map(({ cells }) => cells.slice(0, 8))).toEqual(
          records.map((cells) => [...cells, MARK, '', '', '']),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('leaves rows above the header and blank rows as they are', async () => {
    const text = 'Overzicht maart\n\nkop;b\n1;2\n;\n\n3;4';
    expect(await textCopy(text, () => note(), 'annotated', { ...PLAIN, headerRow: 3 })).toBe(
      'Overzicht maart\n\nkop;b;tzt_oordeel;tzt_minuten_toegestaan;tzt_regels;tzt_toelichting\n1;2;akkoord;60;;\n;\n\n3;4;akkoord;60;;',
    );
  });

  it('ends without a line end when the file does, and with it when the file does', async () => {
    expect(await textCopy('a;b\n1;2', () => note())).toMatch(/akkoord;60;;$/);
    expect(await textCopy('a;b\n1;2\n', () => note())).toMatch(/akkoord;60;;\n$/);
  });

  it('puts the added cells behind the own cells of a row that has too few or too many', async () => {
    const [, few, many] = (await textCopy('a;b;c\n1;2\n1;2;3;4\n', () => note())).split('\n');
    expect(few).toBe('1;2;akkoord;60;;');
    expect(many).toBe('1;2;3;4;akkoord;60;;');
  });

  it('quotes the added cells of a row that is quoted from end to end, and others only where they must be', async () => {
    const message = 'Regel 2; te veel';
    const [, quoted, plain] = (await textCopy('a;b\n"1";"2"\n1;2\n', () => note({ message }))).split('\n');
    expect(quoted).toBe('"1";"2";"akkoord";"60";"";"Regel 2; te veel"');
    expect(plain).toBe('1;2;akkoord;60;;"Regel 2; te veel"');
  });

  it('adds no quote to a row whose own quotes went astray, for it could become the partner of one', async () => {
    const message = 'Kolom "aantal"; leeg';
    const copy = await textCopy('a;b\n1;"2\n3;4\n', (row) => note({ message: row === 2 ? message : '' }));
    expect(copy.split('\n')[1]).toBe(`1;"2;akkoord;60;;Kolom 'aantal', leeg`);
    const again = await rowsOf(copy);
    expect(again.map(({ fault }) => fault)).toEqual([undefined, 'unclosed-quote', undefined]);
  });

  it('adds its cells at the end of a row over the limit, however long that is', async () => {
    const row = `1;${'x'.repeat(5_000)}`;
    const copy = await textCopy(`a;b\n${row}\r\n2;3`, () => note(), 'annotated', {
      ...PLAIN,
      size: 100,
      limits: { rowLength: 200, columns: 10 },
    });
    expect(copy).toBe(`a;b;${HEADINGS.join(';')}\n${row};akkoord;60;;\r\n2;3;akkoord;60;;`);
  });

  it('numbers its columns when the file is an annotated copy already', async () => {
    const twice = await textCopy(await textCopy('a;b\n1;2\n', () => note()), () => note({ allowedMinutes: 30 }));
    expect(twice).toBe(
      `a;b;${HEADINGS.join(';')};${HEADINGS.map((heading) => `${heading}_2`).join(';')}\n1;2;akkoord;60;;;akkoord;30;;\n`,
    );
  });

  it('writes a question mark for a character the encoding of the file lacks', async () => {
    const bytes = iconv.encode('a;b\n€;2\n', 'windows-1252');
    const copy = await copyOf(bytes, () => note({ message: '≥ 6:30 uur – te veel' }), 'annotated', {
      ...PLAIN,
      encoding: 'windows-1252',
    });
    expect(iconv.decode(copy, 'windows-1252')).toContain('\n€;2;akkoord;60;;? 6:30 uur – te veel\n');
  });

  it.each(payloads().map((payload) => [payload]))('makes %s harmless in a cell it adds', async (payload) => {
    const copy = await textCopy('a;b\n-1;=1+1\n', () =>
      note({ verdictText: payload, rules: [payload], message: payload }),
    );
    expect(copy.split('\n')[1]?.startsWith('-1;=1+1;')).toBe(true);
    const added = (await rowsOf(copy))[1]?.cells.slice(2) ?? [];
    expect(added).toHaveLength(4);
    for (const cell of added) expect(cell).not.toMatch(/^[\s"]*[=+@\t\r]|^[\s"]*-(?!\d+$)/);
  });

  it('keeps a message short enough for a cell of a spreadsheet', async () => {
    const copy = await textCopy('a;b\n1;2\n', () => note({ message: 'x'.repeat(50_000) }));
    expect((await rowsOf(copy))[1]?.cells.at(-1)?.length).toBeLessThan(32_767);
  });
});

describe('the two halves of a CSV', () => {
  const verdictOf = (row: number) =>
    note({ verdict: (['approved', 'rejected', 'undecided', 'ignored'] as const)[row % 4]! });

  it('hold every data row exactly once, and both what stands above and the header', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ({ text, delimiter, records }) => {
        const dialect = { ...PLAIN, delimiter };
        const halves = await Promise.all(
          (['approved', 'rejected'] as const).map(async (kind) =>
            rowsOf(await copyOf(Buffer.from(text), verdictOf, kind, dialect), { delimiter }),
          ),
        );
        expect(halves.map(([header]) => header?.cells[0])).toEqual(['nummer', 'nummer']);
        const names = halves.flatMap((rows) => rows.slice(1).map(({ cells }) => cells[0] ?? ''));
        expect(names.sort()).toEqual(records.map(([name]) => name ?? '').sort());
      }),
      { numRuns: 300 },
    );
  });

  it('hold the bytes of the file, once what was added is taken away: nothing is left out or said twice but the rows up to the header', async () => {
    await fc.assert(
      fc.asyncProperty(files, async ({ bytes, dialect }) => {
        const notes: NotesOfInput = (row) => ({ ...verdictOf(row), verdictText: MARK, allowedMinutes: null });
        const halves = await Promise.all(
          (['approved', 'rejected'] as const).map(async (kind) =>
            withoutAdded(await copyOf(bytes, notes, kind, dialect), dialect),
          ),
        );
        const { encoding, delimiter, limits, headerRow } = dialect;
        let above = 0;
        for await (const { rows } of readCsvBytes(chunksOf(bytes), { encoding, delimiter, limits }))
          for (const { row, content, lineEnd } of rows)
            if (row.row <= headerRow) above += content.length + lineEnd.length;
        expect(halves[0]!.length + halves[1]!.length).toBe(bytes.length + above);
        const sum = (buffer: Buffer) => buffer.reduce((total, byte) => total + byte, 0);
        expect(sum(halves[0]!) + sum(halves[1]!)).toBe(sum(bytes) + sum(bytes.subarray(0, above)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('have approved rows and rows of other codes in one, and rejected, undecided and held back rows in the other', async () => {
    const notes: NotesOfInput = (row) => (row === 6 ? note({ isHeldBack: true }) : verdictOf(row));
    const text = 'a;b\nrij2;x\nrij3;x\nrij4;x\nrij5;x\nrij6;x\n';
    const names = async (kind: CopyKind) => (await textCopy(text, notes, kind)).match(/rij\d/g);
    expect(await names('approved')).toEqual(['rij3', 'rij4']);
    expect(await names('rejected')).toEqual(['rij2', 'rij5', 'rij6']);
  });

  it('keep a blank row with the row before it', async () => {
    const text = 'a;b\n\n3;x\n\n5;x\n\n';
    const notes: NotesOfInput = (row) => note({ verdict: row === 3 ? 'rejected' : 'approved' });
    const lines = async (kind: CopyKind) =>
      (await textCopy(text, notes, kind))
        .split('\n')
        .slice(1)
        .map((line) => line.slice(0, 3));
    expect(await lines('approved')).toEqual(['', '5;x', '', '']);
    expect(await lines('rejected')).toEqual(['3;x', '', '']);
  });
});
