import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import type { CopyKind } from '../../src/reporters/copies/copy-kind.ts';
import { type Aw319Client, aw319, aw319Record, withField } from '../builders/aw319.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { copied, made } from './copied.ts';
import { deliver, faults, linesOf, validated } from './delivered.ts';

const REGISTERS = {
  'leveringsvormen.csv': 'clientnummer;leveringsvorm;begindatum\nC9;MPT;01-01-2024\n',
  'indicaties.csv': `clientnummer;indicatie;begindatum\n${[1, 2, 3].map((n) => `C${n};wijkverpleging;01-01-2024`).join('\n')}\n`,
  'clienten.csv': 'clientnummer;overlijdensdatum\nC1;\n',
};
const PERSONS = [1, 2, 3].map((n) => ({ number: `C${n}`, bsn: syntheticBsn(n) }));
const bytesOf = (records: readonly string[], lineEnd = '\r\n') =>
  iconv.encode(records.map((record) => record + lineEnd).join(''), 'windows-1252');
const recordsOf = (bytes: Buffer) =>
  iconv
    .decode(bytes, 'windows-1252')
    .split(/\r\n|\n/)
    .slice(0, -1);

/** A message with registers, judged; `rejected`: rows of technology that are to count as rejected whatever was found. */
async function split(message: Buffer, rejected: readonly number[] = []) {
  const run = await copied({ 'maart.asc': message, ...REGISTERS });
  for (const row of rejected) run.verdicts.set(0, row, 'rejected', 0);
  const half = async (kind: CopyKind) => {
    const copy = await run.sources[0]?.make(kind);
    if (copy == null) return null;
    const parts: Uint8Array[] = [];
    for await (const part of copy.bytes) parts.push(part);
    return Buffer.concat(parts);
  };
  return { run, approved: await half('approved'), rejected: await half('rejected') };
}

/** What is wrong with a message as a message. */
async function messageFaults(half: Buffer | null): Promise<string[]> {
  return half === null ? [] : faults(await deliver({ 'half.asc': half })).filter((fault) => fault.includes(' ei-'));
}

const withoutNumber = (record: string) => record.slice(0, 2) + record.slice(14);

describe('any valid message, cut in two at any lines', () => {
  const line = fc.record({
    code: fc.constantFrom('1062', '1062', '1000'),
    first: fc.integer({ min: 1, max: 28 }).map((day) => `202603${String(day).padStart(2, '0')}`),
    quantity: fc.integer({ min: 1, max: 30 }).map((count) => count * 5),
    rate: fc.integer({ min: 1, max: 500 }),
    credit: fc.constantFrom(false, false, false, true),
    comments: fc.constantFrom([], [], ['eerste', 'tweede – €']),
    isRejected: fc.boolean(),
  });
  const clients = fc
    .array(
      fc.record({
        lines: fc.array(line, { minLength: 1, maxLength: 4 }),
        comments: fc.constantFrom([], ['bij cliënt']),
        fields: fc.constantFrom({}, { '0210': 'Zoë Brontë' }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((all) => {
      let number = 0;
      return all.map(({ lines, ...client }, n) => ({
        ...PERSONS[n]!,
        ...client,
        lines: lines.map((one) => ({ ...one, reference: `R${++number}`, ...(one.credit ? { corrects: 'V1' } : {}) })),
      }));
    });

  it('is two messages without a fault, in which every line is once, with the bytes it had', async () => {
    await fc.assert(
      fc.asyncProperty(
        clients,
        fc.constantFrom('P', 'T'),
        fc.constantFrom('\r\n', '\n'),
        async (all, kind, lineEnd) => {
          const records = aw319(all, { '0105': kind });
          const message = bytesOf(records, lineEnd);
          const wanted = new Set(
            all.flatMap(({ lines }) => lines.filter(({ isRejected }) => isRejected).map(({ reference }) => reference)),
          );
          const rows = records.flatMap((record, at) =>
            record.startsWith('04') && wanted.has(record.slice(194, 214).trim()) && record.slice(124, 129) === '1062 '
              ? [at + 1]
              : [],
          );
          const { approved, rejected } = await split(message, rows);
          const told = new Set(await messageFaults(message));
          for (const half of [approved, rejected]) {
            for (const fault of await messageFaults(half))
              expect([...told].map((one) => one.split(' ')[1])).toContain(fault.split(' ')[1]);
            expect(half === null || recordsOf(half)[0] === records[0]).toBe(true);
            expect(half === null || half.toString('latin1').endsWith(lineEnd)).toBe(true);
          }
          const kept = [approved, rejected].flatMap((half) => (half === null ? [] : recordsOf(half)));
          const of = (type: string, one: readonly string[]) =>
            one
              .filter((record) => record.startsWith(type))
              .map(withoutNumber)
              .sort();
          expect(of('04', kept)).toEqual(of('04', records));
          expect(new Set(of('98', kept))).toEqual(new Set(of('98', records)));
          expect(new Set(of('02', kept))).toEqual(new Set(of('02', records)));
          for (const row of rows)
            expect(recordsOf(approved ?? Buffer.alloc(0)).map(withoutNumber)).not.toContain(
              withoutNumber(records[row - 1]!),
            );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('and the half that may be sent is approved when it is checked again', async () => {
    await fc.assert(
      fc.asyncProperty(clients, async (all) => {
        const { approved } = await split(bytesOf(aw319(all)));
        if (approved === null) return;
        const { findings, summary } = await validated({ 'maart.asc': approved, ...REGISTERS });
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect([summary.lines.rejected, summary.lines.undecided]).toEqual([0, 0]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the halves of a message', () => {
  const two: Aw319Client[] = [
    {
      ...PERSONS[0]!,
      lines: [
        { reference: 'A1', quantity: 390 },
        { reference: 'A2', code: '1000', quantity: 30 },
      ],
    },
    { ...PERSONS[1]!, lines: [{ reference: 'B1', quantity: 400, comments: ['te veel'] }] },
  ];

  it('are numbered, counted and added up again, and a client without lines is left out', async () => {
    const { approved, rejected } = await split(bytesOf(aw319(two)));
    expect(approved?.equals(bytesOf(aw319(two.slice(0, 1))))).toBe(true);
    expect(rejected?.equals(bytesOf(aw319(two.slice(1))))).toBe(true);
  });

  it('take along no half in which no line belongs: that would be no message', async () => {
    const { approved, rejected } = await split(bytesOf(aw319(two.slice(0, 1))));
    expect([approved === null, rejected]).toEqual([false, null]);
  });

  it('keep what the whole has of a total below zero', async () => {
    const credits = [{ ...PERSONS[0]!, lines: [{ reference: 'C1', credit: true, corrects: 'V1' }] }, two[1]!];
    const { approved, rejected } = await split(bytesOf(aw319(credits)), [3]);
    expect([await messageFaults(approved), await messageFaults(rejected)]).toEqual([[], []]);
    expect(
      recordsOf(rejected ?? Buffer.alloc(0))
        .at(-1)
        ?.slice(33, 45),
    ).toBe(`${String(40_000 - 6_000).padStart(11, '0')}D`);
  });

  it('leave out what stands around records, and keep records whose trailing spaces were cut', async () => {
    const records = aw319(two).map((record) => (record.startsWith('98') ? record.trimEnd() : record));
    const [first = '', ...rest] = records;
    const message = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]),
      bytesOf([first]),
      bytesOf(rest).subarray(0, -2),
      Buffer.from([0x1a]),
    ]);
    const { approved, rejected } = await split(message);
    expect(approved?.equals(bytesOf(aw319(two.slice(0, 1))).subarray(0, -2))).toBe(true);
    expect(await messageFaults(rejected)).toEqual(['half.asc:4 ei-record-cut', 'half.asc:5 ei-framing']);
  });

  it('hold the bytes that Windows-1252 gives no meaning', async () => {
    const message = bytesOf(aw319(two));
    const odd = [0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xe9];
    for (const [at, byte] of odd.entries()) message[312 + 63 + at] = byte;
    const { approved } = await split(message);
    expect([...(approved ?? Buffer.alloc(0)).subarray(312 + 63, 312 + 63 + odd.length)]).toEqual(odd);
  });

  it.each([
    ['the client record', (r: string) => (r.startsWith('02') ? withField(r, '0207', '19420231') : r), 'R1, R2'],
    ['a comment', (r: string) => (r.startsWith('98') ? withField(r, '9803', '0002') : r), 'R1, R2'],
    ['a line of other care', (r: string) => (r.includes('1000 ') ? withField(r, '0407', '2') : r), 'R2'],
  ])('keep apart what a payer would send back because of an error in %s', async (_, damage, apart) => {
    const lines = [
      { reference: 'R1', comments: ['x'] },
      { reference: 'R2', code: '1000' },
    ];
    const good = { ...PERSONS[1]!, lines: [{ reference: 'R3' }] };
    const records = aw319([{ ...PERSONS[0]!, lines }, good]);
    const { run, approved, rejected } = await split(bytesOf(records.map((r, at) => (at < 5 ? damage(r) : r))));
    const of = (half: Buffer | null) =>
      half &&
      recordsOf(half)
        .flatMap((record) => (record.startsWith('04') ? [record.slice(194, 214).trim()] : []))
        .join(', ');
    expect(of(rejected)).toBe(apart);
    expect(await messageFaults(approved)).toEqual([]);
    expect((await made(run.sources[0], 'annotated')).bytes.toString()).toContain('Verstuur deze regel nog niet');
  });

  it.each([
    ['a wrong total', (r: string) => (r.startsWith('99') ? withField(r, '9907', '00000000001') : r)],
    ['a wrong header', (r: string) => (r.startsWith('01') ? withField(r, '0119', 'USD') : r)],
    ['a record of another length', (r: string) => (r.startsWith('98') ? `${r} ` : r)],
    ['a record of another kind', (r: string) => (r.startsWith('98') ? aw319Record('03', {}) : r)],
  ])('are not made of a message with %s, for no half would show it', async (_, damage) => {
    const run = await copied({ 'maart.asc': bytesOf(aw319(two).map(damage)), ...REGISTERS });
    await expect(made(run.sources[0], 'approved')).rejects.toMatchObject({ reason: 'message' });
    expect((await made(run.sources[0], 'annotated')).bytes.length).toBeGreaterThan(100);
  });

  it('are not made of a message with more errors than are kept: nobody knows where the others are', async () => {
    const wrong = { lines: [{ reference: 'A1', fields: { '0407': '2' } }] };
    const records = aw319([
      { ...PERSONS[0]!, ...wrong },
      { ...PERSONS[1]!, ...wrong },
    ]);
    const limits = { ...DEFAULT_LIMITS, findings: 1 };
    const run = await copied({ 'maart.asc': bytesOf(records), ...REGISTERS }, { limits });
    await expect(made(run.sources[0], 'rejected')).rejects.toMatchObject({ reason: 'message' });
  });

  it('are not made of a message that has changed since it was judged', async () => {
    const changed = { 'maart.asc': bytesOf(aw319([two[0]!, { ...two[1]!, bsn: syntheticBsn(3) }])) };
    const run = await copied({ 'maart.asc': bytesOf(aw319(two)), ...REGISTERS }, {}, changed);
    for (const kind of ['annotated', 'approved', 'rejected'] as const)
      await expect(made(run.sources[0], kind)).rejects.toMatchObject({ reason: 'changed' });
  });
});

describe.each(['aw319-wijkverpleging', 'aw319-wlz'])('the sample %s', (name) => {
  const file = (one: string) => readFileSync(new URL(`../../samples/${name}/${one}`, import.meta.url));
  const registers = Object.fromEntries(
    ['clienten.csv', 'indicaties.csv', 'leveringsvormen.csv'].map((one) => [one, file(one)]),
  );
  const message = file('declaratie-maart.asc');

  it('is cut into messages that the reader takes, with no fault the whole does not have', async () => {
    const run = await copied({ 'maart.asc': message, ...registers });
    const whole = (await messageFaults(message)).map((fault) => fault.split(' ')[1]);
    const halves = await Promise.all(
      (['approved', 'rejected'] as const).map(async (kind) => {
        const copy = await run.sources[0]?.make(kind);
        return copy == null ? null : (await made(run.sources[0], kind)).bytes;
      }),
    );
    const lines = await Promise.all(
      halves.map(async (half) => (half === null ? 0 : linesOf(await deliver({ 'half.asc': half })).length)),
    );
    expect(lines.reduce((sum, count) => sum + count)).toBe(linesOf(await deliver({ 'maart.asc': message })).length);
    expect(whole).toEqual(expect.arrayContaining((await messageFaults(halves[0] ?? null)).map((f) => f.split(' ')[1])));
    if (halves[0] == null) return;
    const again = await validated({ 'maart.asc': halves[0], ...registers });
    expect(again.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('the table of a message', () => {
  it('has a row per performance with its main fields by name, for Dutch Excel, and what the run says of it', async () => {
    const lines = [
      { reference: 'A1', quantity: 7, unit: '04', rate: 6_050, credit: true, corrects: '=1+1' },
      { reference: 'A2', code: '1000', quantity: 30 },
    ];
    const run = await copied({
      'maart.asc': bytesOf(aw319([{ ...PERSONS[0]!, lines }], { '0105': 'T' })),
      ...REGISTERS,
    });
    const text = (await made(run.sources[0], 'annotated')).bytes.toString();
    const [header = '', first = '', second = '', ...rest] = text.split('\r\n');
    expect(header).toBe(
      '\ufeffrecord;detailrecord;clientnummer;bsn;prestatiecode;prestatiecodelijst;begindatum;einddatum;aantal;eenheid;tarief;bedrag;debet_credit;' +
        'referentienummer;referentienummer_voorgaand;agb;uzovi;factuurnummer;factuurdatum;soort_bericht;tzt_oordeel;tzt_minuten_toegestaan;tzt_regels;tzt_toelichting',
    );
    expect(first).toMatch(
      `3;2;C1;${syntheticBsn(1)};1062;065;02-03-2026;02-03-2026;7;uur;60,50;423,50;C;A1;'=1+1;41999999;9999;F-2026-03;01-04-2026;test;afgekeurd;0;`,
    );
    expect(second).toContain(
      ';1000;065;02-03-2026;02-03-2026;30;minuut;1,00;30,00;D;A2;;41999999;9999;F-2026-03;01-04-2026;test;genegeerd;;',
    );
    expect(rest).toEqual(['']);
  });

  it('has a row for every record that may be one, also where it cannot be read', async () => {
    const records = aw319([{ ...PERSONS[0]!, lines: [{ reference: 'A1' }, { reference: 'A2' }, { reference: 'A3' }] }]);
    const damaged = records.map((record, at) =>
      at === 2
        ? `${record}x`
        : at === 3
          ? `05${record.slice(2)}`
          : at === 4
            ? withField(record, '0418', 'veel')
            : record,
    );
    const run = await copied({ 'maart.asc': bytesOf(damaged), ...REGISTERS });
    const rows = (await made(run.sources[0], 'annotated')).bytes.toString().split('\r\n').slice(1, -1);
    expect(rows.map((row) => row.split(';').slice(0, 9).join(';'))).toEqual([
      '3;;;;;;;;',
      '4;;;;;;;;',
      `5;4;C1;${syntheticBsn(1)};1062;065;02-03-2026;02-03-2026;veel`,
    ]);
    for (const row of rows) expect(row).toContain(';afgekeurd;0;');
  });
});
