import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Input, UserError, type ValidateOptions, validate } from '../../src/index.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));
const GOOD = join(SAMPLES, 'goede-maand');
const NAMES = ['clienten.csv', 'declaraties.csv', 'indicaties.csv', 'leveringsvormen.csv'];
const OPTIONS: ValidateOptions = { asOf: '2026-04-02', key: 'een wachtzin voor de proef' };
const HEADER = 'Clientnummer;Prestatiecode;Begindatum;Einddatum;Aantal;Eenheid;Referentienummer';
const registers: Input[] = [
  { name: 'leveringsvormen.csv', content: 'Clientnummer;Leveringsvorm;Begindatum\nC1001;MPT;01-01-2025\n' },
  { name: 'indicaties.csv', content: 'Clientnummer;Indicatie;Begindatum\nC1001;wlz;01-01-2025\n' },
];
const claims = (minutes: number): Input => ({
  name: 'declaraties.csv',
  content: `${HEADER}\nC1001;H138;01-03-2026;31-03-2026;${minutes};minuut;R-1\n`,
});

describe('validate', () => {
  it('390 minutes are approved, 391 are not', async () => {
    expect(await validate([claims(390), ...registers], OPTIONS)).toMatchObject({ verdict: 'approved', exitCode: 0 });
    const { verdict, exitCode, result } = await validate([claims(391), ...registers], OPTIONS);
    expect([verdict, exitCode, result.findings.map(({ rule }) => rule)]).toEqual([
      'rejected',
      1,
      ['monthly-cap-exceeded', 'not-multiple-of-five'],
    ]);
  });

  it('takes a folder, paths, URLs, bytes, text and streams, and finds the same in each', async () => {
    const path = (name: string) => join(GOOD, name);
    async function* slowly(name: string) {
      // One buffer for all pieces, as some sources do.
      const piece = Buffer.alloc(7);
      const bytes = readFileSync(path(name));
      for (let at = 0; at < bytes.length; at += 7) yield piece.subarray(0, bytes.copy(piece, 0, at, at + 7));
    }
    const ways: Record<string, Input | Input[]> = {
      folder: GOOD,
      paths: NAMES.map(path),
      roles: NAMES.map((name) => (name === 'declaraties.csv' ? { path: path(name), role: 'claims' } : path(name))),
      urls: NAMES.map((name) => pathToFileURL(path(name))),
      bytes: NAMES.map((name) => ({ name, content: new Uint8Array(readFileSync(path(name))) })),
      text: NAMES.map((name) => ({ name, content: readFileSync(path(name), 'utf8') })),
      streams: NAMES.map((name) => ({ name, content: createReadStream(path(name)) })),
      pieces: NAMES.map((name) => ({ name, content: slowly(name) })),
      list: NAMES.map((name) => ({ name, content: readFileSync(path(name), 'utf8').split(/(?<=\n)/) })),
    };
    const reports = new Map<string, unknown>();
    for (const [way, inputs] of Object.entries(ways)) {
      const report = await (await validate(inputs, OPTIONS)).report();
      reports.set(way, report);
    }
    for (const [way, report] of reports) expect(report, way).toEqual(reports.get('folder'));
  });

  it('the same call gives the same report, byte for byte', async () => {
    const bytes = async () => {
      const pieces: Buffer[] = [];
      for await (const piece of (await validate(join(SAMPLES, 'alle-regels'), OPTIONS)).render('json'))
        pieces.push(Buffer.from(piece));
      return Buffer.concat(pieces).toString('utf8');
    };
    expect(await bytes()).toBe(await bytes());
  });

  it('speaks the language asked for', async () => {
    const { run, findings } = await (
      await validate([claims(391), ...registers], { ...OPTIONS, language: 'en' })
    ).report();
    expect([run.language, findings[0]?.message]).toEqual(['en', expect.stringContaining('maximum')]);
  });

  it('is held to the settings of tzt.config.json', async () => {
    const own = {
      name: 'eigen.csv',
      content: `Klant;${HEADER.slice(13)};Uzovi\nC1001;H138;01-03-2026;31-03-2026;361;minuut;R-1;9998\n`,
    };
    const { result } = await validate([own, ...registers], {
      ...OPTIONS,
      columns: [{ files: 'eigen*', role: 'claims', fields: { client: 'Klant' } }],
      payerCaps: [{ uzovi: '9998', minutes: 360, from: '2026-01-01' }],
      rules: { 'not-multiple-of-five': 'off' },
    });
    expect(result.findings.map(({ rule }) => rule)).toEqual(['payer-cap-exceeded']);
  });

  it('judges by policies of its own', async () => {
    const policy = JSON.parse(readFileSync(new URL('../../schemas/policies/2020.json', import.meta.url), 'utf8'));
    const lower = { ...policy, caps: [{ codes: ['1062', 'H138', 'H139', 'H306'], minutes: 360 }] };
    const { verdict, result } = await validate([claims(390), ...registers], { ...OPTIONS, policies: [lower] });
    expect([verdict, result.policies[0]?.caps[0]?.minutes]).toEqual(['rejected', 360]);
  });

  it('tells new findings from those of an earlier report, and takes waivers', async () => {
    const before = await validate([claims(391), ...registers], OPTIONS);
    const [known] = before.result.findings;
    const again = await validate([claims(391), ...registers], {
      ...OPTIONS,
      baseline: await before.report(),
      failOn: 'new',
      waivers: [
        {
          fingerprint: known!.fingerprint,
          reason: 'proef',
          owner: 'A. Jansen',
          from: '2026-04-01',
          until: '2026-04-30',
        },
      ],
    });
    expect(again.result.findings.map(({ status }) => status)).toEqual(['known', 'known']);
    expect([again.exitCode, again.result.findings[0]?.waiver?.owner]).toEqual([0, 'A. Jansen']);
  });

  it('without a key says that its fingerprints hold for this time only', async () => {
    const { result } = await validate([claims(391), ...registers], { asOf: '2026-04-02' });
    expect(result.notices.map(({ id }) => id)).toEqual(['ephemeral-key']);
    expect((await validate([claims(391), ...registers], OPTIONS)).result.notices).toEqual([]);
  });

  it('tells how far it is, and stops when it is told to', async () => {
    const seen: string[] = [];
    await validate(GOOD, { ...OPTIONS, progress: ({ name, bytes, size }) => bytes === size && seen.push(name) });
    expect(new Set(seen)).toEqual(new Set(NAMES));
    const stop = new AbortController();
    const stopped = validate(GOOD, {
      ...OPTIONS,
      signal: stop.signal,
      progress: () => stop.abort(new Error('genoeg')),
    });
    await expect(stopped).rejects.toThrow('genoeg');
    await expect(validate(GOOD, { ...OPTIONS, signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });

  it.each<[string, Input | Input[], Partial<Record<string, unknown>>, string]>([
    ['no file', [], {}, 'minstens één bestand'],
    ['a path that is not there', 'bestaat-niet.csv', {}, 'bestaat-niet.csv'],
    ['a role nobody knows', { path: GOOD, role: 'claim' as 'claims' }, {}, 'Bedoelt u "claims"?'],
    ['one name twice', [claims(1), claims(2)], {}, 'Twee bestanden heten declaraties.csv'],
    ['no day', claims(1), { asOf: undefined }, 'asOf: undefined is geen datum'],
    ['a day that is none', claims(1), { asOf: '2026-02-30' }, 'asOf: 2026-02-30 is geen datum'],
    ['a month that is none', claims(1), { months: ['2026-13'] }, 'months: 2026-13'],
    ['an option nobody knows', claims(1), { languge: 'nl' }, 'languge bestaat niet. Bedoelt u "language"?'],
    ['a core rule lowered without a reason', claims(1), { rules: { 'vpt-client': 'off' } }, 'alleen met een reden'],
    ['a key too short', claims(1), { key: 'kort' }, 'key: geef 32 bytes'],
    ['new without anything to be new against', claims(1), { failOn: 'new' }, 'baseline'],
    ['an encoding nobody knows', claims(1), { encoding: 'utf-9' }, 'encoding: utf-9'],
    ['an option in other letters', claims(1), { asof: '2026-04-02' }, 'Bedoelt u "asOf"?'],
    ['nothing at all', null as never, {}, 'invoer 1: geef een pad'],
    ['bytes without a name', Buffer.from('a;b') as never, {}, 'invoer 1: geef een pad'],
    ['a name without content', { name: 'a.csv' } as never, {}, 'invoer 1: geef een pad'],
    ['content without a name', [claims(1), { content: 'a;b' } as never], {}, 'invoer 2: geef ook name'],
    ['content that is neither text nor bytes', { name: 'a.csv', content: 9 as never }, {}, 'a.csv: content moet tekst'],
    ['pieces that are neither', { name: 'a.csv', content: [9] as never }, {}, 'a.csv: content moet tekst'],
    ['an address of the web', new URL('https://example.org/a.csv'), {}, 'invoer 1: https: kan hier niet'],
    ['a baseline that is no report', claims(1), { baseline: {} }, 'baseline: geef de inhoud van een report.json'],
    ['a waiver without an end', claims(1), { waivers: [{ fingerprint: 'b' }] }, 'waivers klopt niet'],
  ])('wrong use is a UserError: %s', async (_what, inputs, options, message) => {
    const call = validate(inputs, { ...OPTIONS, ...options } as ValidateOptions);
    await expect(call).rejects.toThrow(message);
    await expect(call).rejects.toBeInstanceOf(UserError);
  });

  it('a call without options is told that it needs a day', async () => {
    await expect((validate as (inputs: Input) => Promise<unknown>)(claims(1))).rejects.toThrow(UserError);
  });

  it('shows no clientnummer and no code in which a BSN could stand, though no list has it as one', async () => {
    const bsn = syntheticBsn(3);
    const number = syntheticBsn(4);
    const rows = [
      `C${bsn};H138;01-03-2026;;391;minuut;R-1`,
      `${number};H138;01-03-2026;;391;minuut;R-${number}`,
      `C1;10 62${bsn};01-03-2026;;5;minuut;R-2`,
    ];
    const content = [HEADER, ...rows, ''].join('\n');
    const validation = await validate([{ name: 'declaraties.csv', content }, ...registers], OPTIONS);
    expect(JSON.stringify(validation.result)).not.toMatch(new RegExp(`${bsn}|${number}`));
    expect(validation.result.findings[0]?.client).toMatch(/^p-/);
  });
});
