import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { UnreadableSource } from '../../src/domain/unreadable-source.ts';
import { readDelivery } from '../../src/pipeline/read-delivery.ts';
import { bytesInChunks, deliver, faults, linesOf, READING, validated } from './delivered.ts';

const HEADER = 'clientnummer;prestatiecode;begindatum;aantal;eenheid;referentienummer';
const row = (n: number, aantal = '60', eenheid = 'min', client = `C${n}`) =>
  `${client};1062;02-03-2026;${aantal};${eenheid};R-${n}`;
const csv = (...rows: readonly string[]) => `${[HEADER, ...rows].join('\r\n')}\r\n`;
const minutesOf = async (text: string | Uint8Array, reading = {}) => {
  const { lines } = await deliver({ 'd.csv': text }, reading);
  return Array.from({ length: lines.length }, (_, line) => lines.minutes(line));
};

describe('the encoding of a CSV', () => {
  const accents = csv(row(1, '60', 'min', 'Café'), row(2));

  it.each([
    ['UTF-8', Buffer.from(accents), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${accents}`), 'utf-8'],
    ['UTF-16 as Excel writes it', iconv.encode(accents, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 the other way round', iconv.encode(accents, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['Windows-1252', iconv.encode(accents, 'windows-1252'), 'windows-1252'],
  ])('%s is recognised and its clients are the same', async (_, bytes, encoding) => {
    const delivery = await deliver({ 'd.csv': bytes });
    expect(delivery.inputs[0]).toMatchObject({ encoding, delimiter: ';', rows: 2, headerRow: 1, format: 'csv' });
    expect([...delivery.identity.keysOf().values()].map(({ numbers }) => numbers)).toEqual([['Café'], ['C2']]);
    expect(faults(delivery)).toEqual(encoding === 'windows-1252' ? ['d.csv:0 assumed-encoding'] : []);
  });

  it('given by the user is not doubted, and not reported as assumed', async () => {
    const delivery = await deliver({ 'd.csv': iconv.encode(accents, 'windows-1252') }, { encoding: 'latin1' });
    expect([delivery.inputs[0]?.encoding, faults(delivery)]).toEqual(['windows-1252', []]);
  });

  it('given as UTF-8 while it is not, is said and nothing is guessed', async () => {
    const delivery = await deliver({ 'd.csv': iconv.encode(accents, 'windows-1252') }, { encoding: 'utf-8' });
    expect(delivery.findings[0]).toMatchObject({ data: { reason: 'unsupported-encoding' } });
    expect(delivery.lines.length).toBe(0);
  });

  describe('that turns out Windows-1252 only in the last row of a long file', () => {
    const long = Array.from({ length: 3000 }, (_, n) => row(n + 1));
    const late = (text: string) => iconv.encode(`${text}C9;1062;02-03-2026;30;min;Café`, 'windows-1252');

    it('doubles no line', async () => {
      const delivery = await deliver({ 'd.csv': late(csv(...long)) });
      expect([delivery.lines.length, delivery.claims?.rows, delivery.claims?.technology]).toEqual([3001, 3001, 3001]);
      expect(delivery.inputs[0]).toMatchObject({ rows: 3001, encoding: 'windows-1252' });
      expect(faults(delivery)).toEqual(['d.csv:0 assumed-encoding']);
      expect(delivery.lines.reference(3000)).toBe('Café');
    });

    it('doubles no period of a register', async () => {
      const rows = Array.from({ length: 3000 }, (_, n) => `C${n};VPT;01-01-2026`).join('\n');
      const register = iconv.encode(
        `clientnummer;leveringsvorm;begindatum\n${rows}\nCé;VPT;01-01-2026`,
        'windows-1252',
      );
      const { registers } = await deliver({ 'v.csv': register });
      const periods = [...registers.clients()].map(([, { deliveryForms }]) => deliveryForms.length);
      expect([periods.length, new Set(periods)]).toEqual([3001, new Set([1])]);
    });

    it('leaves the lines of files before it alone', async () => {
      const delivery = await deliver({ 'a.csv': csv(row(1)), 'd.csv': late(csv(...long)), 'z.csv': csv(row(2)) });
      expect(delivery.lines.length).toBe(3003);
      expect(delivery.claims).toMatchObject({ rows: 3003, technology: 3003 });
    });
  });

  it('is not doubted for one line longer than what is looked at first', async () => {
    const wide = `${'é'.repeat(40_000)};${HEADER}\n;${row(1)}`;
    for (const name of [wide, `x${wide}`]) {
      const delivery = await deliver({ 'd.csv': name });
      expect([delivery.inputs[0]?.encoding, faults(delivery), delivery.lines.length]).toEqual(['utf-8', [], 1]);
    }
  });

  it('does not depend on where the chunks end', async () => {
    const bytes = Buffer.from(accents);
    const whole = linesOf(await deliver({ 'd.csv': bytes }));
    for (const size of [1, 2, 3, 7]) {
      const sources = [{ name: 'd.csv', bytes: bytesInChunks(bytes, size) }];
      expect(linesOf(await readDelivery(sources, READING))).toEqual(whole);
    }
  });
});

describe('the delimiter of a CSV', () => {
  it.each([';', ',', '\t', '|'])('„%s” is recognised', async (delimiter) => {
    const delivery = await deliver({ 'd.csv': csv(row(1), row(2)).replaceAll(';', delimiter) });
    expect([delivery.inputs[0]?.delimiter, delivery.lines.length]).toEqual([delimiter, 2]);
  });

  it('is the one with which a header is found, whatever stands above it', async () => {
    const title = 'Declaraties, maart, 2026, voor, alle, cliënten, per, dag\n'.repeat(19);
    const delivery = await deliver({ 'd.csv': title + csv(row(1)) });
    expect(delivery.inputs[0]).toMatchObject({ delimiter: ';', headerRow: 20, rows: 1 });
    expect(delivery.inputs[0]?.notices).toEqual([{ id: 'preamble-skipped', data: { rows: 19, headerRow: 20 } }]);
  });

  it('may be given', async () => {
    const delivery = await deliver({ 'd.csv': csv(row(1)).replaceAll(';', '^') }, { delimiter: '^' });
    expect(delivery.lines.length).toBe(1);
  });
});

describe('the header of a CSV', () => {
  it.each([
    [19, 1],
    [20, 1],
    [21, 0],
  ])('below %i rows gives %i line', async (rows, lines) => {
    const delivery = await deliver({ 'd.csv': `${'titel\n'.repeat(rows)}${csv(row(1))}` });
    expect(delivery.lines.length).toBe(lines);
    expect(faults(delivery)).toEqual(lines === 1 ? [] : ['d.csv:1 unknown-role']);
  });

  it('is the only row of a file without rows, which is no reason to approve it', async () => {
    const result = await validated({ 'd.csv': csv() });
    expect(result.run).toMatchObject({ verdict: 'incomplete', exitCode: 3 });
    expect(result.notChecked).toContainEqual({ rule: 'monthly-cap-exceeded', reason: 'no-claims', lines: 0 });
  });

  it('is kept as the file has it, field by field, with the columns nobody knows', async () => {
    const { inputs } = await deliver({
      'd.csv': 'Cliëntnummer;Naam;Vektiscode;Datum;Minuten\nC1;x;1062;02-03-2026;60',
    });
    expect(inputs[0]).toMatchObject({
      role: 'claims',
      columns: { client: 'Cliëntnummer', code: 'Vektiscode', start: 'Datum', minutes: 'Minuten' },
      unknownColumns: ['Naam'],
    });
  });

  it('without a role is a finding that shows what was found', async () => {
    const delivery = await deliver({ 'd.csv': 'naam;adres\nx;y' });
    expect(delivery.findings).toMatchObject([{ rule: 'unknown-role', data: { headings: ['naam', 'adres'] } }]);
    expect([delivery.inputs[0]?.role, delivery.claims]).toEqual([null, null]);
  });

  it('may be read by a role that is given', async () => {
    const table = 'clientnummer;prestatiecode;dag;aantal;eenheid\nC1;1062;02-03-2026;60;min';
    const delivery = await deliver({ 'd.csv': table }, { roles: { 'd.csv': 'claims' } });
    expect(faults(delivery)).toEqual(['d.csv:1 missing-column']);
    expect(delivery.claims).toMatchObject({ technology: 1, unusable: 1 });
  });
});

describe('the decimal sign of a file', () => {
  it.each([
    ['a comma in the last row', ['1.250', '2'], '0,5', [75_000, 120, 30]],
    ['a point in the last row', ['2', '6.30'], '0.5', [120, 378, 30]],
  ])('is decided by %s for all rows', async (_, first, last, minutes) => {
    const rows = [...first, last].map((aantal, n) => row(n, aantal, 'uur'));
    expect(await minutesOf(csv(...rows))).toEqual(minutes);
  });

  it('once decided otherwise than assumed, is no reason to count a row or report a fault twice', async () => {
    const rows = ['2', 'veel', '0.5', '-'].map((aantal, n) => row(n, aantal, 'uur'));
    const delivery = await deliver({ 'd.csv': csv(...rows, 'x') });
    expect(delivery.claims).toMatchObject({ rows: 5, technology: 4, unusable: 2, unreadable: 1 });
    expect(faults(delivery)).toEqual([
      'd.csv:3 invalid-number aantal',
      'd.csv:5 invalid-number aantal',
      'd.csv:6 ragged-row',
    ]);
    expect(delivery.lines.length).toBe(2);
    expect(delivery.inputs[0]?.decimal).toBe('.');
  });

  it('is decided by amounts too', async () => {
    const table = 'clientnummer;prestatiecode;begindatum;uren;bedrag\nC1;1062;02-03-2026;6.30;12.50';
    expect(await minutesOf(table)).toEqual([378]);
  });

  it('is decided by other care when technology lines are silent', async () => {
    const table = 'clientnummer;prestatiecode;begindatum;uren\nC1;1062;02-03-2026;6.30\nC1;1000;02-03-2026;0.5';
    expect(await minutesOf(table)).toEqual([378]);
  });

  it('is not settled by times of which the point may be a colon', async () => {
    const delivery = await deliver({ 'd.csv': csv(row(1, '6.30', 'uur'), row(2, '1.15', 'uur')) });
    expect(faults(delivery)).toEqual(['d.csv:2 ambiguous-time aantal', 'd.csv:3 ambiguous-time aantal']);
    expect(delivery.inputs[0]?.decimal).toBeNull();
  });

  it('that nothing settles has a file read again only when some cell reads otherwise then', async () => {
    const readings = async (...quantities: readonly string[]) => {
      const table = csv(...quantities.map((quantity, n) => row(n, quantity, n % 2 === 0 ? 'min' : 'uur')));
      const told: number[] = [];
      const { inputs } = await deliver({ 'd.csv': table }, { progress: (_, done) => told.push(done) });
      expect(inputs[0]?.decimal).toBeNull();
      return told.filter((done) => done === Buffer.byteLength(table)).length;
    };
    expect(await readings('30', '2', '45')).toBe(1);
    expect(await readings('30', '6:30')).toBe(1);
    expect(await readings('30', 'veel')).toBe(2);
    expect(await readings('1,000', '2')).toBe(2);
  });

  it('is assumed to be a comma, but a point where commas separate cells', async () => {
    expect(await minutesOf(csv(row(1, '1.234')))).toEqual([1234]);
    expect(await minutesOf(csv(row(1, '"1,234"')).replaceAll(';', ','))).toEqual([1234]);
  });

  it('given by the user settles everything', async () => {
    const table = csv(row(1, '6.30', 'uur'), row(2, '2', 'uur'));
    expect(await minutesOf(table, { decimal: '.' })).toEqual([378, 120]);
    expect((await deliver({ 'd.csv': table }, { decimal: '.' })).inputs[0]?.decimal).toBe('.');
  });

  it('of which both kinds occur is said, and what fits only the other kind is reported', async () => {
    const rows = ['6,5', '0,5', '6.5'].map((aantal, n) => row(n, aantal, 'uur'));
    const delivery = await deliver({ 'd.csv': csv(...rows) });
    expect(delivery.inputs[0]?.notices).toEqual([{ id: 'decimal-mixed', data: { decimal: ',' } }]);
    expect(faults(delivery)).toEqual(['d.csv:4 invalid-number aantal']);
  });

  it('belongs to one file: another has its own', async () => {
    const delivery = await deliver({
      'komma.csv': csv(row(1, '0,5', 'uur')),
      'punt.csv': csv(row(2, '0.5', 'uur')),
    });
    expect([delivery.inputs.map(({ decimal }) => decimal), faults(delivery)]).toEqual([[',', '.'], []]);
  });

  it('does not depend on the order of the rows', async () => {
    const texts = ['6,5', '6.5', '6.30', '1.234', '0,5', '2', '1,000', '1.039,48', 'x', '6:30'];
    const cell = fc.tuple(fc.constantFrom(...texts), fc.constantFrom('uur', 'min'), fc.constantFrom('1062', '1000'));
    const shuffled = fc
      .array(cell, { minLength: 1, maxLength: 8 })
      .chain((cells) =>
        fc.tuple(fc.constant(cells), fc.shuffledSubarray([...cells.keys()], { minLength: cells.length })),
      );
    const outcome = async (cells: readonly (readonly string[])[], order: readonly number[]) => {
      const rows = order.map((n) => `C${n};${cells[n]?.[2]};02-03-2026;${cells[n]?.[0]};${cells[n]?.[1]};R-${n}`);
      const { lines, findings, inputs } = await deliver({ 'd.csv': csv(...rows) });
      const read = Array.from({ length: lines.length }, (_, line) => `${lines.reference(line)} ${lines.minutes(line)}`);
      const found = findings.map(({ rule, places: [place] }) => `${place?.reference} ${rule}`);
      return [read.sort(), found.sort(), inputs[0]?.decimal, inputs[0]?.notices];
    };
    await fc.assert(
      fc.asyncProperty(shuffled, async ([cells, order]) => {
        expect(await outcome(cells, order)).toEqual(await outcome(cells, [...cells.keys()]));
      }),
    );
  });
});

describe('several files', () => {
  const zvw = csv(row(1), 'C2;1000;02-03-2026;1;uur;');
  const wlz =
    'clientnummer;vektiscode;datum;minuten\nC1;H138;03-03-2026;30\nC3;1000;03-03-2026;30\nC3;1001;03-03-2026;30';

  it('of claims are one delivery, with their rows and codes counted together', async () => {
    const delivery = await deliver({ 'zvw.csv': zvw, 'wlz.csv': wlz });
    expect(delivery.claims).toMatchObject({ rows: 5, technology: 2, unreadable: 0 });
    expect(delivery.claims?.ignored).toEqual(
      new Map([
        ['1000', 2],
        ['1001', 1],
      ]),
    );
    expect(delivery.inputs.map(({ name, rows }) => [name, rows])).toEqual([
      ['zvw.csv', 2],
      ['wlz.csv', 3],
    ]);
    expect([0, 1].map((line) => delivery.lines.input(line))).toEqual([0, 1]);
  });

  it('have findings with the name of their own', async () => {
    const delivery = await deliver({ 'zvw.csv': csv('x'), 'wlz.csv': `${wlz}\nx` });
    expect(faults(delivery)).toEqual(['zvw.csv:2 ragged-row', 'wlz.csv:5 ragged-row']);
  });

  it('keep the hash of their bytes', async () => {
    const { inputs } = await deliver({ 'a.csv': 'x', 'b.csv': 'x', 'c.csv': 'y' });
    expect(inputs[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(inputs[1]?.sha256).toBe(inputs[0]?.sha256);
    expect(inputs[2]?.sha256).not.toBe(inputs[0]?.sha256);
  });

  it('of which one lacks the code of its lines do not approve without them', async () => {
    const misheaded = 'clientnummer;bsn;Vektis-code (065);begindatum;aantal;eenheid\nC1;;1062;02-03-2026;600;min';
    const result = await validated({ 'goed.csv': zvw, 'fout.csv': misheaded });
    expect(result.findings.map(({ rule }) => rule)).toContain('unknown-role');
    expect(result.run).toMatchObject({ verdict: 'rejected', exitCode: 1 });
  });
});

describe('a register that was not read whole', () => {
  const whole = 'clientnummer;leveringsvorm;begindatum\nC1;MPT;01-01-2026';
  const columnless = 'clientnummer;leveringsvorm\nC2;VPT';

  it.each([
    ['before', { 'a.csv': columnless, 'b.csv': whole }],
    ['after', { 'a.csv': whole, 'b.csv': columnless }],
  ])('is not given, even with a whole one read %s it', async (_, files) => {
    const { registers } = await deliver(files);
    expect(registers.given.has('deliveryForms')).toBe(false);
  });

  it('leaves the lines that need it undecided', async () => {
    const claims = 'clientnummer;prestatiecode;begindatum;minuten\nC1;H138;02-03-2026;60';
    const result = await validated({ 'c.csv': claims, 'a.csv': whole, 'b.csv': columnless });
    expect(result.summary.lines).toMatchObject({ technology: 1, undecided: 1, approved: 0 });
  });
});

describe('a file that cannot be read to its end', () => {
  const bytes = Buffer.from(csv(...Array.from({ length: 2000 }, (_, n) => row(n))));
  const failing = (error: Error) => ({
    size: bytes.length,
    async *chunks() {
      yield bytes.subarray(0, 30_000);
      throw error;
    },
    read: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
  });

  it('is a finding; the rows before it are read and counted, and it has no hash', async () => {
    const source = { name: 'd.csv', bytes: failing(new UnreadableSource('read-error', { detail: 'EIO' })) };
    const delivery = await readDelivery([source], READING);
    expect(faults(delivery)).toEqual(['d.csv:0 unreadable-file']);
    expect(delivery.findings[0]?.data).toEqual({ reason: 'read-error', facts: { detail: 'EIO' } });
    expect(delivery.inputs[0]).toMatchObject({ role: 'claims', rows: delivery.lines.length, sha256: '' });
    expect(delivery.lines.length).toBeGreaterThan(0);
  });

  it('for a reason that is nobody’s fault but ours, is not hidden', async () => {
    await expect(readDelivery([{ name: 'd.csv', bytes: failing(new TypeError('bug')) }], READING)).rejects.toThrow(
      'bug',
    );
  });

  it('because it grew or shrank meanwhile is said', async () => {
    for (const size of [bytes.length - 10, bytes.length + 10]) {
      const delivery = await readDelivery([{ name: 'd.csv', bytes: { ...bytesInChunks(bytes), size } }], READING);
      expect(delivery.findings.at(-1)?.data).toMatchObject({ reason: 'changed-while-reading' });
    }
  });

  it('stays incomplete when the configuration turns the finding off', async () => {
    const off = { severities: new Map([['unreadable-file', 'off' as const]]) };
    const result = await validated({ 'd.csv': csv(row(1)), 'e.csv': '%PDF-1.7' }, off);
    expect(result.findings).toEqual([]);
    expect(result.run).toMatchObject({ verdict: 'incomplete', exitCode: 3 });
  });

  it('nor does a row that became no line pass when its finding is turned off', async () => {
    const off = { severities: new Map([['invalid-number', 'off' as const]]) };
    const result = await validated({ 'd.csv': csv(row(1, 'veel')) }, off);
    expect(result.run).toMatchObject({ verdict: 'rejected', exitCode: 3 });
  });
});

describe('reading', () => {
  it('tells how far it is', async () => {
    const told: number[] = [];
    const bytes = Buffer.from(csv(...Array.from({ length: 5000 }, (_, n) => row(n))));
    await deliver({ 'd.csv': bytes }, { progress: (_, done) => told.push(done), decimal: ',' });
    expect(told.at(-1)).toBe(bytes.length);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('genoeg'));
    await expect(deliver({ 'd.csv': csv(row(1)) }, { signal })).rejects.toThrow('genoeg');
  });

  it('hides a BSN in a file name, a heading and an unknown column', async () => {
    const { syntheticBsn } = await import('../oracle/synthetic-bsn.ts');
    const [one, two, three] = [syntheticBsn(10), syntheticBsn(11), syntheticBsn(12)];
    const { inputs, findings } = await deliver({
      [`${one}.csv`]: `clientnummer;prestatiecode;begindatum;minuten;${two};${three};${three}\nx`,
      'naam.csv': `${one};${two}`,
    });
    const text = JSON.stringify([inputs, findings]);
    for (const bsn of [one, two, three]) expect(text).not.toContain(bsn);
  });
});
