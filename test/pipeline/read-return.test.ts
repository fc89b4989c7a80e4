import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bufferSource } from '../../src/commands/sources.ts';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import type { ReturnMessage } from '../../src/domain/return-message.ts';
import { UnreadableSource } from '../../src/domain/unreadable-source.ts';
import { readReturn } from '../../src/pipeline/read-return.ts';
import { aw319, aw319File } from '../builders/aw319.ts';
import { aw320, aw320Refused, withReturnField } from '../builders/aw320.ts';
import { PLAIN_NAMES } from '../builders/pseudonyms.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';

const DECLARED = aw319([
  {
    number: 'C1',
    bsn: syntheticBsn(0),
    lines: [
      { reference: 'R-1' },
      { code: '1000', reference: 'R-2' },
      { reference: 'R-3', credit: true, corrects: 'R-0' },
    ],
  },
  { bsn: syntheticBsn(1), lines: [{ reference: `R-${syntheticBsn(1)}`, comments: ['Let op'] }] },
]);
const SETTINGS = { limits: DEFAULT_LIMITS, technology: new Set(['1062', 'H138']), pseudonyms: PLAIN_NAMES };

const read = (bytes: Uint8Array | string) =>
  readReturn(bufferSource(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes), SETTINGS);
async function messageOf(records: readonly string[]): Promise<ReturnMessage> {
  const found = await read(aw319File(records));
  if (found.found === 'other') throw new Error(`not a return message but ${found.what.message}`);
  return found.message;
}
const faultsOf = async (records: readonly string[]) => (await messageOf(records)).faults.map(({ fault }) => fault);

describe('a return message', () => {
  const records = aw320(DECLARED, { 'R-1': { granted: 2000, computed: 3000, codes: ['8059', '0000', '0611'] } });

  it('says who answers what, and when', async () => {
    expect(await messageOf(records)).toMatchObject({
      message: '429',
      version: '1.4',
      test: false,
      insurer: '9999',
      payerReference: 'RETOUR-0001',
      dated: '2026-04-28',
      invoice: 'F-2026-03',
      codes: ['0200'],
      faults: [],
    });
  });

  it('gives technology lines with amounts, sign and codes; 0000 is no code, other lines are counted', async () => {
    const { lines, others } = await messageOf(records);
    expect(lines.map(({ reference, minutes, credit }) => `${reference} ${minutes} ${credit}`)).toEqual([
      'R-1 60 false',
      'R-3 60 true',
      'R-••••••••• 60 false',
    ]);
    expect(lines[0]).toMatchObject({ detail: 2, declaredCents: 6000, computedCents: 3000, grantedCents: 2000 });
    expect(lines[0]?.codes).toEqual(['8059', '0611']);
    expect(lines[1]?.grantedCents).toBe(-6000);
    expect(others).toEqual([{ code: '1000', lines: 1, granted: 1 }]);
  });

  it('names a client by its number, else by a pseudonym, and never by a BSN', async () => {
    const message = await messageOf(records);
    expect(message.lines.map(({ client }) => client)).toEqual(['C1', 'C1', expect.stringMatching(/^p-/)]);
    expect(JSON.stringify(message)).not.toContain(syntheticBsn(0));
    expect(JSON.stringify(message)).not.toContain(syntheticBsn(1));
  });

  it('answers a test message with a test message', async () => {
    const test = aw320(aw319([{ number: 'C1', bsn: syntheticBsn(0), lines: [{}] }], { '0105': 'T' }));
    expect((await messageOf(test)).test).toBe(true);
  });

  it('may refuse the declaration as a whole, without a line', async () => {
    const message = await messageOf(aw320Refused(DECLARED, ['0001']));
    expect(message).toMatchObject({ codes: ['0001'], lines: [], faults: [] });
  });

  it('is read out of a gzip', async () => {
    expect((await read(gzipSync(Buffer.from(aw319File(records), 'latin1')))).found).toBe('return');
  });

  it('is read with line feeds only, and with its trailing spaces cut', async () => {
    const found = await read(records.map((record) => `${record.trimEnd()}\n`).join(''));
    expect(found).toMatchObject({ found: 'return', message: { faults: [] } });
  });
});

describe('a message that is not right', () => {
  const records = aw320(DECLARED);
  const last = records.at(-1)!;

  it.each<[string, readonly string[], readonly string[]]>([
    ['cut behind a line', records.slice(0, 4), ['no-last']],
    ['cut in a line', [...records.slice(0, 4), records[4]!.slice(0, 200)], ['record-length', 'no-last']],
    ['with a record too long', records.with(2, `${records[2]} `), ['record-length', 'count', 'count', 'total']],
    ['with a record of the declaration', records.with(2, DECLARED[2]!), ['record-length', 'count', 'count', 'total']],
    ['with an unknown record', records.toSpliced(2, 0, '05'.padEnd(370)), ['unknown-record']],
    ['twice in one file', [...records, ...records], Array(8).fill('after-last')],
    [
      'without its client record',
      records.toSpliced(1, 1),
      ['no-client-above', 'no-client-above', 'no-client-above', 'count', 'count'],
    ],
    ['with one performance too many counted', records.with(-1, withReturnField(last, '9904', '000009')), ['count']],
    ['without a number of records', records.with(-1, withReturnField(last, '9906', '   x   ')), ['count']],
    ['with another total granted', records.with(-1, withReturnField(last, '9909', '00000000001')), ['total']],
  ])('%s says so', async (_, damaged, faults) => {
    const found = await faultsOf(damaged);
    if (faults[0] === 'after-last') expect(found).toContain('after-last');
    else expect(found).toEqual(faults);
  });

  it('with an amount that is no number has a line of which nobody knows what was granted', async () => {
    const { lines, faults } = await messageOf(records.with(2, withReturnField(records[2]!, '0483', '0000x000')));
    expect(lines[0]?.grantedCents).toBeNull();
    expect(faults).toEqual([]);
  });
});

describe('a file that is something else', () => {
  it.each([
    [
      'the declaration itself',
      aw319File(DECLARED),
      { kind: 'declaration', message: 'AW319 (wijkverpleging)', version: '1.4' },
    ],
    [
      'a return message of another version',
      aw319File(aw320(DECLARED).map((r) => (r.startsWith('01') ? `${r.slice(0, 7)}05${r.slice(9)}` : r))),
      { kind: 'other', message: 'AW320 (retourbericht wijkverpleging)', version: '1.5' },
    ],
    [
      'a return message of another standard',
      aw319File(aw320(DECLARED).map((r) => (r.startsWith('01') ? `01443${r.slice(5)}` : r))),
      { kind: 'other', message: 'retourbericht forensische zorg', version: '1.4' },
    ],
    [
      'a message without its beginning',
      aw319File(aw320(DECLARED).slice(1)),
      { kind: 'no-header', message: '', version: '' },
    ],
  ])('%s is named', async (_, text, what) => {
    expect(await read(text)).toEqual({ found: 'other', what });
  });

  it.each([
    ['a table', 'clientnummer;prestatiecode;begindatum\r\nC1;1062;01-03-2026\r\n', 'not-text'],
    ['nothing', '', 'empty-file'],
    [
      'an XML message',
      '<?xml version="1.0"?><Bericht xmlns="http://ei.vektis.nl/declaratiebericht574">',
      'xml-message',
    ],
  ])('%s is refused', async (_, text, reason) => {
    await expect(read(text)).rejects.toMatchObject({ reason });
  });
});

it('whatever is damaged, reading ends, and a damaged count is never silent', async () => {
  const bytes = Buffer.from(aw319File(aw320(DECLARED)), 'latin1');
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(200), fc.uint8Array({ maxLength: 20 }), async (at, cut, put) => {
      const damaged = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]);
      try {
        const found = await read(damaged);
        if (found.found === 'other') return;
        const { lines, others, faults } = found.message;
        const read04 = lines.length + others.reduce((sum, { lines: n }) => sum + n, 0);
        if (read04 !== 4) expect(faults).not.toEqual([]);
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableSource);
      }
    }),
    { numRuns: 150 },
  );
});
