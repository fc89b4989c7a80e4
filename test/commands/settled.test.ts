import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printConfig } from '../../src/commands/print-config.ts';
import { SETTINGS } from '../../src/commands/settings.ts';
import { settle } from '../../src/commands/settled.ts';
import type { ValidateOptions } from '../../src/commands/validate-options.ts';
import { recordingShell } from './recording-shell.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tzt-instellingen-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const inFile = (config: object) => writeFileSync(join(folder, 'tzt.config.json'), JSON.stringify(config));
const settled = (options: ValidateOptions, env: Record<string, string> = {}) => settle(options, { cwd: folder, env });

/** A value that each key could have, other than that of the option and of the variable. */
const KEYED: Readonly<Record<string, readonly [option: unknown, variable: string, file: unknown]>> = {
  language: ['en', 'nl', 'en'],
  store: ['a.sqlite', 'b.sqlite', 'c.sqlite'],
  out: ['a', 'b', 'c'],
  reports: [['csv'], 'html', ['json']],
  failOn: ['new', 'warning', 'error'],
  waivers: ['a.json', 'b.json', 'c.json'],
  policies: ['a', 'b', 'c'],
};

describe('option, environment and file settle together', () => {
  const keyed = SETTINGS.filter(({ key }) => key !== undefined);

  it.each(keyed.map((setting) => [setting.flag, setting] as const))(
    '%s wins over its variable, the variable over the file',
    (flag, { option, variable = '', key = '', kind }) => {
      const [given, inEnvironment, file] = KEYED[key] ?? [];
      inFile({ [key]: file });
      const env = { [variable]: String(inEnvironment) };
      const all = settled({ [option]: given } as ValidateOptions, env);
      expect([all.options[option], all.origins.get(option)]).toEqual([given, { kind: 'option', name: flag }]);
      const two = settled({}, env);
      expect(String(two.options[option])).toBe(inEnvironment);
      expect(two.origins.get(option)).toEqual({ kind: 'environment', name: variable });
      const one = settled({});
      expect(one.options[option]).toEqual(kind === 'path' ? resolve(folder, String(file)) : file);
      expect(one.origins.get(option)).toEqual({ kind: 'file', name: join(folder, 'tzt.config.json'), key });
      inFile({});
      expect(settled({}).origins.get(option)).toBeUndefined();
    },
  );

  it('an empty variable is none', () => {
    expect(settled({}, { TZT_OUT: '', TZT_STORE: ' ' }).origins.size).toBe(0);
  });

  it('a list in a variable has commas', () => {
    expect(settled({}, { TZT_MONTH: '2026-02, 2026-03' }).options.month).toEqual(['2026-02', '2026-03']);
  });

  it.each([
    ['1', false],
    ['ja', false],
    ['0', undefined],
    ['uit', undefined],
  ])('TZT_NO_STORE=%s makes the store %s', (text, store) => {
    expect(settled({}, { TZT_NO_STORE: text }).options.store).toBe(store);
  });

  it('a switch that is neither on nor off is refused by its name', () => {
    expect(() => settled({}, { TZT_QUIET: 'misschien' })).toThrow(
      'TZT_QUIET=misschien kan niet; kies uit: 1 (aan), 0 (uit).',
    );
  });

  it('no store wins over a store where both are variables; a store on the command line wins over both', () => {
    const env = { TZT_NO_STORE: '1', TZT_STORE: 'b.sqlite' };
    expect(settled({}, env).options.store).toBe(false);
    expect(settled({ store: 'a.sqlite' }, env).options.store).toBe('a.sqlite');
    expect(settled({ store: false }, { TZT_STORE: 'b.sqlite' }).options.store).toBe(false);
  });

  it('a run without store still knows where its key lies: beside the store it would have', () => {
    expect(settled({ store: false }, { TZT_STORE: 'b/c.sqlite' }).storeFile).toBe(join(folder, 'b', 'c.sqlite'));
    expect(settled({ store: false }).storeFile).toBe(join(folder, 'reports', 'tzt.sqlite'));
  });

  it('--no-progress is an option only when it is given', () => {
    expect(settled({ progress: true }).origins.has('progress')).toBe(false);
    expect(settled({ progress: true }, { TZT_NO_PROGRESS: '1' }).options.progress).toBe(false);
    expect(settled({ progress: false }).origins.get('progress')).toEqual({ kind: 'option', name: '--no-progress' });
  });

  it('TZT_CONFIG names the file that is read', () => {
    writeFileSync(join(folder, 'anders.json'), '{ "failOn": "warning" }');
    expect(settled({}, { TZT_CONFIG: 'anders.json' }).options.failOn).toBe('warning');
  });

  it('a message names the place the value came from', () => {
    expect(() => settled({}, { TZT_LANG: 'nll' })).toThrow(
      'TZT_LANG: nll bestaat niet. Bedoelt u "nl"? Kies uit: nl, en.',
    );
    expect(() => settled({ lang: 'nll' })).toThrow('--lang nll bestaat niet.');
  });
});

describe('--print-config', () => {
  function printed(options: ValidateOptions, env: Record<string, string> = {}) {
    const { shell, output } = recordingShell();
    const code = printConfig(options, { ...shell, cwd: folder, env: { SOURCE_DATE_EPOCH: '1775088000', ...env } });
    return { code, text: output().replaceAll(folder, '<map>') };
  }

  it('shows every value and its origin, and writes nothing', async () => {
    inFile({
      reports: ['html', 'json'],
      failOn: 'warning',
      rules: { 'late-line': 'off', 'vpt-client': { severity: 'warning', reason: 'proef tot juli' } },
      payerCaps: [{ uzovi: '3311', minutes: 360, from: '2026-01-01', to: '2026-12-31' }],
      columns: [{ files: 'ons-*.csv', role: 'claims', fields: { client: 'Klantnr' } }],
      limits: { sheets: 3 },
    });
    const { code, text } = printed(
      { out: 'uit', progress: true },
      { TZT_FAIL_ON: 'error', TZT_KEY: 'een geheime wachtzin', TZT_OTU: 'x' },
    );
    expect(code).toBe(0);
    expect(text).not.toContain('geheime');
    expect(readdirSync(folder)).toEqual(['tzt.config.json']);
    await expect(text).toMatchFileSnapshot('../goldens/commands/print-config.txt');
  });

  it('as JSON, has each setting once, with its value and its origin', () => {
    const { text } = printed({ json: true, lang: 'en' }, { TZT_STORE: 'b.sqlite' });
    const { settings, configFile } = JSON.parse(text) as {
      configFile: string | null;
      settings: { name: string; value: unknown; origin: { kind: string; name?: string } }[];
    };
    expect(configFile).toBeNull();
    const names = settings.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { key, option } of SETTINGS) expect(names).toContain(key ?? option);
    expect(settings.find(({ name }) => name === 'store')).toEqual({
      name: 'store',
      value: 'b.sqlite',
      origin: { kind: 'environment', name: 'TZT_STORE' },
    });
    expect(settings.find(({ name }) => name === 'asOf')?.origin).toEqual({
      kind: 'environment',
      name: 'SOURCE_DATE_EPOCH',
    });
  });

  it.each<[string, ValidateOptions, Record<string, string>, string]>([
    ['a report', {}, { TZT_REPORT: 'jsn' }, 'TZT_REPORT: Rapport "jsn" bestaat niet. Bedoelt u "json"?'],
    ['a severity to fail on', { failOn: 'eror' }, {}, '--fail-on eror bestaat niet. Bedoelt u "error"?'],
    ['a day', {}, { TZT_AS_OF: '31-04-2026' }, 'TZT_AS_OF: 31-04-2026 is geen datum.'],
    ['a month', {}, { TZT_MONTH: '2026-13' }, 'TZT_MONTH: 2026-13 is geen maand.'],
    ['an encoding', { encoding: 'utf-9' }, {}, '--encoding utf-9 is geen bekende codering.'],
    ['a folder of policies', { policies: 'weg' }, {}, 'weg'],
  ])('refuses %s that cannot be, as a run would', (_what, options, env, message) => {
    expect(() => printed(options, env)).toThrow(message);
  });
});
