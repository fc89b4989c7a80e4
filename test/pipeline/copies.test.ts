import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import { CopyRefused } from '../../src/pipeline/copy-refused.ts';
import { csvCopy } from '../../src/pipeline/csv-copy.ts';
import { judgedBytes } from '../../src/pipeline/judged-bytes.ts';
import { arrangeAsFiles } from '../oracle/arrange.ts';
import { generateDelivery } from '../oracle/generate.ts';
import { serialiseCsv } from '../oracle/serialise-csv.ts';
import { note } from '../reporters/copies/notes.ts';
import { copied, made } from './copied.ts';
import { bytesInChunks, validated } from './delivered.ts';

const HEADER = 'clientnummer;prestatiecode;begindatum;einddatum;minuten;referentienummer';
const LINE = 'C1;1062;01-03-2026;31-03-2026;60;R1';

describe.each([1, 2, 3])('a generated delivery (seed %i) that was cut in two', (seed) => {
  const arranged = arrangeAsFiles(generateDelivery(200, seed, { blankRows: true }), 2, seed);
  const files = Object.fromEntries(serialiseCsv(arranged));
  const halves = async (kind: 'approved' | 'rejected') => {
    const run = await copied(files);
    const copies = await Promise.all(
      run.sources.map(async (source) => [source.name, (await made(source, kind)).bytes] as const),
    );
    return { run, files: { ...files, ...Object.fromEntries(copies) } };
  };

  it('has an approved half of which every line is approved again, with the same registers', async () => {
    const { run, files: approved } = await halves('approved');
    const again = await validated(approved);
    const { lines } = again.summary;
    expect(lines).toMatchObject({ rejected: 0, undecided: 0, approved: lines.technology });
    expect(lines.technology).toBeGreaterThan(0);
    expect(lines.ignored).toBe(run.result.summary.lines.ignored);
    const errors = again.findings.filter(
      ({ severity, places }) =>
        severity === 'error' && places.some(({ input }) => run.sources.some(({ name }) => name === input)),
    );
    expect(errors).toEqual([]);
  });

  it('has every row in one of its halves', async () => {
    const { run, files: approved } = await halves('approved');
    const { files: rejected } = await halves('rejected');
    const [one, other] = [await validated(approved), await validated(rejected)];
    expect(one.summary.lines.total + other.summary.lines.total).toBe(run.result.summary.lines.total);
    expect(other.summary.lines.ignored).toBe(0);
  });

  it('gets the same judgement again when its annotated copies are checked', async () => {
    const run = await copied(files);
    const copies = await Promise.all(
      run.sources.map(async (source) => [source.name, (await made(source, 'annotated')).bytes] as const),
    );
    const again = await validated({ ...files, ...Object.fromEntries(copies) });
    expect(again.summary).toEqual(run.result.summary);
    expect(again.clientMonths).toEqual(run.result.clientMonths);
  });
});

async function drained(pieces: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of pieces);
}

describe('copies of the files of a run', () => {
  it('are made of files with claims only', async () => {
    const run = await copied({
      'indicaties.csv': 'clientnummer;indicatie;begindatum\nC1;wijkverpleging;01-01-2026\n',
      'maart.csv': `${HEADER}\n${LINE}\n`,
      'onbekend.csv': 'a;b\n1;2\n',
      'april.csv': `${HEADER}\n${LINE.replaceAll('-03-', '-02-')}\n`,
    });
    expect(run.sources.map(({ name }) => name)).toEqual(['maart.csv', 'april.csv']);
    expect((await made(run.sources[1], 'annotated')).bytes.toString()).toContain('-02-2026');
  });

  it('keep Windows-1252 where a first reading took the file for UTF-8', async () => {
    const rows = Array.from({ length: 3_000 }, (_, row) => `C${row};1000;01-03-2026;31-03-2026;60;R${row}`);
    const bytes = iconv.encode(
      [HEADER, ...rows, 'C1;1000;01-03-2026;31-03-2026;60;Zoë', ''].join('\r\n'),
      'windows-1252',
    );
    const { bytes: copy } = await made((await copied({ 'maart.csv': bytes })).sources[0], 'annotated');
    expect(iconv.decode(copy, 'windows-1252')).toMatch(/;Zoë;genegeerd;;;\r\n$/);
  });

  it('know two files apart whose names hold a BSN and are masked alike', async () => {
    const files = {
      '111222333-a.csv': `${HEADER}\n${LINE}\n`,
      '123456782-a.csv': `${HEADER}\nC1;1062;31-02-2026;;60;R2\n`,
    };
    const run = await copied(files);
    expect(new Set(run.sources.map(({ name }) => name)).size).toBe(2);
    const copies = await Promise.all(
      run.sources.map(async (source) => (await made(source, 'annotated')).bytes.toString()),
    );
    expect(copies[0]).toContain(';R1;onbeslist;');
    expect(copies[1]).toContain(';R2;afgekeurd;0;invalid-date;');
  });

  it.each([
    ['one byte of it', `${HEADER}\n${LINE.replace('60', '61')}\n`],
    ['the number of its rows', `${HEADER}\n${LINE}\n${LINE}\n`],
    ['its encoding', iconv.encode(`${HEADER}\n${LINE}é\n`, 'windows-1252')],
  ])('are not made of a file when %s has changed since it was judged', async (_, content) => {
    const run = await copied({ 'maart.csv': `${HEADER}\n${LINE}\n` }, {}, { 'maart.csv': content });
    await expect(made(run.sources[0], 'annotated')).rejects.toMatchObject({ name: 'CopyRefused', reason: 'changed' });
  });

  it('are not made when the bytes of the file cannot be found back from its text', async () => {
    const bytes = Buffer.concat([Buffer.from(`${HEADER}\n${LINE}`), Buffer.from([0xae, 0x0a])]);
    const run = await copied({ 'maart.csv': bytes }, { encoding: 'iso-8859-7' });
    await expect(made(run.sources[0], 'annotated')).rejects.toMatchObject({ reason: 'encoding' });
  });

  it('are made of any file as long as it has not changed, whatever is wrong with its rows', async () => {
    const rows = fc.array(
      fc.constantFrom(
        LINE,
        HEADER,
        '',
        ' ',
        ';;;;;',
        'C1;1062',
        `${LINE};;`,
        `${LINE};x`,
        'C1;"1062',
        '"C1;1062',
        'Totaal;;;;60;',
        `"${LINE}`,
        'x'.repeat(30),
      ),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), async (lines, lineEnd, preamble) => {
        const text = [...(preamble ? ['Overzicht', ''] : []), HEADER, LINE, ...lines].join(lineEnd);
        const run = await copied({ 'maart.csv': text });
        const copies = await Promise.all(
          (['annotated', 'approved', 'rejected'] as const).map(
            async (kind) => (await made(run.sources[0], kind)).bytes.length,
          ),
        );
        expect(copies[0]).toBeGreaterThan(text.length);
      }),
      { numRuns: 200 },
    );
  });

  it('are not made of a file that was not read to its end', async () => {
    const run = await copied({ 'maart.csv': `${HEADER}\n${LINE}\n` });
    const partial = { ...run.result.inputs[0]!, sha256: '' };
    const bytes = bytesInChunks(`${HEADER}\n${LINE}\n`);
    await expect(judgedBytes(bytes, partial, 0, DEFAULT_LIMITS)).rejects.toMatchObject({ reason: 'unreadable' });
  });

  it('say so when the file cannot be read to its end any more', async () => {
    const run = await copied({ 'maart.csv': `${HEADER}\n${LINE}\n` });
    const { UnreadableSource } = await import('../../src/domain/unreadable-source.ts');
    const gone = {
      size: 1,
      read: async () => new Uint8Array(0),
      async *chunks(): AsyncGenerator<Uint8Array> {
        yield Buffer.from(HEADER);
        throw new UnreadableSource('read-error');
      },
    };
    const input = run.result.inputs[0]!;
    const judged = await judgedBytes(gone, input, 0, DEFAULT_LIMITS);
    const copy = csvCopy(judged, input, () => note(), 'annotated', DEFAULT_LIMITS);
    await expect(drained(copy)).rejects.toThrow(CopyRefused);
  });
});

it('a CSV of 200,000 rows passes through without being kept: never is much more read than has been written', async () => {
  const rows = 200_000;
  const chunk = (from: number) =>
    Buffer.from(
      Array.from({ length: 1_000 }, (_, row) => `C${from + row};1000;01-03-2026;31-03-2026;60;R${from + row}\r\n`).join(
        '',
      ),
    );
  let read = 0;
  let written = 0;
  let mostWaiting = 0;
  const source = {
    size: 0,
    read: async () => new Uint8Array(0),
    async *chunks(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${HEADER}\r\n`);
      for (let from = 0; from < rows; from += 1_000) {
        const bytes = chunk(from);
        read += bytes.length;
        mostWaiting = Math.max(mostWaiting, read - written);
        yield bytes;
      }
    },
  };
  const input = { encoding: 'utf-8', delimiter: ';', headerRow: 1, rows } as never;
  const copy = csvCopy(
    await judgedBytes(source, { sha256: 'of another file' }, 0, DEFAULT_LIMITS),
    input,
    () => note({ verdictText: '', allowedMinutes: null }),
    'annotated',
    DEFAULT_LIMITS,
  );
  // Its hash is not that of any file, which shows at the end only: all pieces have come by then.
  const passing = async () => {
    for await (const piece of copy) written += piece.length - piece.toString().split('\r\n').length * 4 + 4;
  };
  await expect(passing()).rejects.toMatchObject({ reason: 'changed' });
  expect(read).toBeGreaterThan(8_000_000);
  expect(mostWaiting).toBeLessThan(200_000);
});
