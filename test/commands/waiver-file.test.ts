import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeWaivers, readWaivers, WaiverShape, waiversJsonSchema } from '../../src/commands/waiver-file.ts';
import type { Waiver } from '../../src/domain/waiver.ts';
import { UserError } from '../../src/errors.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';

const WAIVER: Waiver = {
  fingerprint: 'bcdfghjklmnpqrstbcdfghjk',
  reason: 'Zorgkantoor akkoord',
  owner: 'A. Jansen',
  from: '2026-04-02',
  until: '2026-06-30',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tzt-acceptaties-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(content: unknown): string {
  const name = 'acceptaties.json';
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const isAllowed = (more: Partial<Record<keyof Waiver, string>>) =>
  WaiverShape.safeParse({ ...WAIVER, ...more }).success;

describe('a waiver that is written down', () => {
  it.each([
    ['a year', '2026-04-02', '2027-04-02', true],
    ['a year and a day', '2026-04-02', '2027-04-03', false],
    ['from 29 February to the 28th', '2024-02-29', '2025-02-28', true],
    ['from 29 February to 1 March', '2024-02-29', '2025-03-01', false],
    ['one day', '2026-04-02', '2026-04-02', true],
    ['an end before its begin', '2026-04-02', '2026-04-01', false],
    ['a day that does not exist', '2026-04-02', '2026-06-31', false],
    ['a day in another form', '2026-04-02', '30-06-2026', false],
  ])('may last %s: from %s until %s is %s', (_what, from, until, allowed) => {
    expect(isAllowed({ from, until })).toBe(allowed);
  });

  it('has a reason and an owner that say something', () => {
    expect(isAllowed({ reason: ' ' })).toBe(false);
    expect(isAllowed({ owner: '' })).toBe(false);
    expect(isAllowed({ reason: 'x'.repeat(500) })).toBe(true);
    expect(isAllowed({ reason: 'x'.repeat(501) })).toBe(false);
  });

  it('holds no BSN, since it stands in every report', () => {
    const bsn = syntheticBsn(7);
    expect(isAllowed({ reason: `Mevrouw ${bsn} is akkoord` })).toBe(false);
    expect(isAllowed({ owner: bsn })).toBe(false);
    expect(isAllowed({ fingerprint: bsn })).toBe(false);
  });
});

describe('a file of waivers', () => {
  it.each([
    ['a list', [WAIVER]],
    ['an object with a list', { waivers: [WAIVER] }],
    ['an object that names its schema', { $schema: './waivers.schema.json', waivers: [WAIVER] }],
  ])('is %s', (_form, content) => {
    expect(readWaivers(file(content), folder)).toEqual([WAIVER]);
  });

  it('may begin with a byte order mark', () => {
    expect(readWaivers(file(`\ufeff${JSON.stringify([WAIVER])}`), folder)).toEqual([WAIVER]);
  });

  it.each([
    ['is not there', null, /is niet te lezen/],
    ['is no JSON', '{', /geen geldige JSON/],
    ['has an unknown key', [{ ...WAIVER, note: 'x' }], /note/],
    ['lacks an owner', [{ ...WAIVER, owner: undefined }], /0\.owner/],
    [
      'has a waiver of more than a year',
      { waivers: [WAIVER, { ...WAIVER, until: '2027-04-03' }] },
      /waivers\.1\.until.*2027-04-02/,
    ],
    ['is something else', 'null', /klopt niet/],
  ])('that %s is refused with what is wrong', (_what, content, message) => {
    const name = content === null ? 'weg.json' : file(content);
    expect(() => readWaivers(name, folder)).toThrow(UserError);
    expect(() => readWaivers(name, folder)).toThrow(message);
  });

  it('keeps its form when it is changed', async () => {
    const add = (waivers: readonly Waiver[]) => [...waivers, { ...WAIVER, fingerprint: 'second' }];
    for (const before of [[WAIVER], { $schema: 'x', waivers: [WAIVER] }]) {
      const name = file(before);
      await changeWaivers(name, folder, add);
      const after = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      expect(Array.isArray(after)).toBe(Array.isArray(before));
      expect(after.$schema).toBe(Array.isArray(before) ? undefined : 'x');
      expect(readWaivers(name, folder).map(({ fingerprint }) => fingerprint)).toEqual([WAIVER.fingerprint, 'second']);
    }
  });

  it('is made when it is not there', async () => {
    await changeWaivers('nieuw.json', folder, () => [WAIVER]);
    expect(readWaivers('nieuw.json', folder)).toEqual([WAIVER]);
  });
});

describe('schemas/waivers.schema.json', () => {
  const schema = waiversJsonSchema();

  it('is what the zod types say; `npm test -- --update` writes it again', async () => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../schemas/waivers.schema.json');
  });

  it('allows both forms and refuses an unknown key', () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    expect(validate([WAIVER])).toBe(true);
    expect(validate({ waivers: [WAIVER] })).toBe(true);
    expect(validate([{ ...WAIVER, note: 'x' }])).toBe(false);
    expect(validate({ waivers: [WAIVER], more: 1 })).toBe(false);
  });
});
