import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/commands/config.ts';
import { configJsonSchema } from '../../src/commands/config-schema.ts';
import { ConfigShape } from '../../src/commands/config-shape.ts';
import { init } from '../../src/commands/init.ts';
import { schema } from '../../src/commands/schema.ts';
import { SCHEMAS } from '../../src/commands/schema-list.ts';
import { validate } from '../../src/commands/validate.ts';
import { recordingShell } from './recording-shell.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tzt-begin-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function shellHere() {
  const recording = recordingShell();
  return { ...recording, shell: { ...recording.shell, cwd: folder, env: { SOURCE_DATE_EPOCH: '1775088000' } } };
}

describe('tzt init', () => {
  it.each([
    ['nl', 'voorbeeld'],
    ['en', 'example'],
  ] as const)(
    'in %s, writes a configuration that explains every key, and a delivery that is approved',
    async (lang, sample) => {
      const { shell, output } = shellHere();
      expect(init('nieuw', { lang }, shell)).toBe(0);
      expect(output()).toContain(`tzt validate ${sample} --as-of 2026-04-02`);
      const here = { ...shell, cwd: join(folder, 'nieuw') };
      const text = readFileSync(join(here.cwd, 'tzt.config.json'), 'utf8');
      const keys = Object.keys(JSON.parse(text) as object);
      for (const key of Object.keys(ConfigShape.shape))
        expect(keys, key).toContain(key === '$schema' ? key : `// ${key}`);
      expect(readConfig(undefined, here.cwd).config.language).toBe(lang);
      const fits = new Ajv2020({ strict: true, allowUnionTypes: true, allowMatchingProperties: true }).compile(
        configJsonSchema(),
      );
      expect(fits(JSON.parse(text)), JSON.stringify(fits.errors)).toBe(true);
      expect(await validate([sample], { report: ['json'] }, here)).toBe(0);
    },
  );

  it('writes nothing when one of its files is there', () => {
    writeFileSync(join(folder, 'tzt.config.json'), '{}');
    expect(() => init(undefined, {}, shellHere().shell)).toThrow(
      'Er is niets geschreven, want dit bestaat al: tzt.config.json.',
    );
    expect(readdirSync(folder)).toEqual(['tzt.config.json']);
  });
});

describe('tzt schema', () => {
  it('lists what there is', async () => {
    const { shell, output } = shellHere();
    expect(schema(undefined, {}, shell)).toBe(0);
    await expect(output()).toMatchFileSnapshot('../goldens/commands/schema.txt');
  });

  it.each(SCHEMAS.map(({ name, file }) => [name, file]))('prints %s as it is published', (name, file) => {
    const { shell, output } = shellHere();
    expect(schema(name, {}, shell)).toBe(0);
    expect(output()).toBe(readFileSync(new URL(`../../schemas/${file}`, import.meta.url), 'utf8'));
  });

  it('names the nearest one', () => {
    expect(() => schema('cliens', {}, shellHere().shell)).toThrow('Schema "cliens" bestaat niet. Bedoelt u "clients"?');
  });

  it('writes the templates to a folder, once', async () => {
    const { shell, output } = shellHere();
    expect(schema('templates', { out: 'leeg' }, shell)).toBe(0);
    expect(output()).toContain('sjabloon.xlsx');
    expect(() => schema('templates', { out: 'leeg' }, shell)).toThrow('bestaat al: leeg/declaraties.csv');
    rmSync(join(folder, 'leeg/sjabloon.xlsx'));
    expect(await validate(['leeg'], { report: ['json'] }, shell)).toBe(0);
  });
});
