import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { columnNames } from '../../src/commands/column-names.ts';
import { limitsOf, payerCapsOf, readConfig, severitiesOf } from '../../src/commands/config.ts';
import { configJsonSchema } from '../../src/commands/config-schema.ts';
import { isoOf } from '../../src/domain/day.ts';
import { UserError } from '../../src/errors.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tzt-instellingen-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is said of a configuration, without the folder it lies in. */
function faults(content: unknown): string[] {
  writeFileSync(join(folder, 'tzt.config.json'), typeof content === 'string' ? content : JSON.stringify(content));
  try {
    const read = readConfig(undefined, folder);
    severitiesOf(read);
    payerCapsOf(read);
    columnNames({ ...read, options: {} }, folder);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [first = '', ...rest] = error.message.replaceAll(folder, '').split('\n');
    return rest.length > 0 ? rest : [first];
  }
}

const cap = (more: object) => ({ payerCaps: [{ uzovi: '3311', minutes: 360, from: '2026-01-01', ...more }] });

describe('a configuration that cannot be used names the key, the value and what is allowed', () => {
  it.each<[string, unknown, string]>([
    ['another language', { language: 'de' }, '- language: "de" kan hier niet; kies uit: nl, en.'],
    ['text for a list', { reports: 'json' }, '- reports: "json" kan hier niet; verwacht: een lijst [ … ].'],
    ['an empty list', { reports: [] }, '- reports: [] kan hier niet; verwacht: minstens 1 in de lijst.'],
    ['no text', { store: '' }, '- store: "" kan hier niet; verwacht: tekst die niet leeg is.'],
    [
      'a mistyped severity',
      { rules: { 'late-line': 'warn' } },
      '- rules.late-line: "warn" kan hier niet; kies uit: error, warning, info, off. Bedoelt u "warning"?',
    ],
    [
      'a mistyped severity with a reason',
      { rules: { 'late-line': { severity: 'of', reason: 'x' } } },
      '- rules.late-line.severity: "of" kan hier niet; kies uit: error, warning, info, off. Bedoelt u "off"?',
    ],
    [
      'a missing key',
      { columns: [{ files: '*', fields: {} }] },
      '- columns.0.role: ontbreekt; kies uit: claims, deliveryForms, indications, clients.',
    ],
    [
      'a UZOVI number as a number',
      cap({ uzovi: 3311 }),
      '- payerCaps.0.uzovi: 3311 kan hier niet; verwacht: tekst tussen aanhalingstekens.',
    ],
    [
      'a UZOVI number too short',
      cap({ uzovi: '331' }),
      '- payerCaps.0.uzovi: "331" kan hier niet; verwacht: het UZOVI-nummer als tekst van vier cijfers, bijvoorbeeld "3311".',
    ],
    ['half minutes', cap({ minutes: 6.5 }), '- payerCaps.0.minutes: 6.5 kan hier niet; verwacht: een geheel getal.'],
    ['no minutes', cap({ minutes: 0 }), '- payerCaps.0.minutes: 0 kan hier niet; verwacht: een getal van meer dan 0.'],
    [
      'a day within a month',
      cap({ from: '2026-01-15' }),
      '- payerCaps.0.from: "2026-01-15" kan hier niet; een maximum per maand verandert op een maandgrens; verwacht: bijvoorbeeld 2026-01-01 of 2026-02-01.',
    ],
    [
      'an end within a month',
      cap({ to: '2026-06-29' }),
      '- payerCaps.0.to: "2026-06-29" kan hier niet; een maximum per maand verandert op een maandgrens; verwacht: bijvoorbeeld 2026-06-30 of 2026-05-31.',
    ],
    [
      'a day that does not exist',
      cap({ to: '2026-02-30' }),
      '- payerCaps.0.to: "2026-02-30" kan hier niet; die dag bestaat niet; verwacht: jjjj-mm-dd.',
    ],
    [
      'a day in another form',
      cap({ from: '01-01-2026' }),
      '- payerCaps.0.from: "01-01-2026" kan hier niet; verwacht: een datum in de vorm jjjj-mm-dd.',
    ],
    [
      'an end before its begin',
      cap({ to: '2025-12-31' }),
      '- payerCaps.0.to: "2025-12-31" kan hier niet; dat ligt voor de eerste dag (2026-01-01).',
    ],
    [
      'an unknown key deep inside',
      cap({ tot: '2026-12-31' }),
      '- payerCaps.0.tot: onbekende instelling. Bedoelt u "to"? Bekend zijn: uzovi, minutes, from, to, reason.',
    ],
    [
      'a limit below one',
      { limits: { sheets: 0 } },
      '- limits.sheets: 0 kan hier niet; verwacht: een getal van meer dan 0.',
    ],
    [
      'a rule that does not exist',
      { rules: { 'vpt-cliënt': 'off' } },
      'Instellingenbestand /tzt.config.json: rules.vpt-cliënt: die regel bestaat niet. Bedoelt u "vpt-client"? Alle regels: tzt rules',
    ],
    [
      'a core rule lowered without a reason',
      { rules: { 'vpt-client': 'info' } },
      'Instellingenbestand /tzt.config.json: rules.vpt-client: een kernregel verlagen kan alleen met een reden: { "severity": "info", "reason": "…" }.',
    ],
    [
      'a field that no role has',
      { columns: [{ files: '*', role: 'clients', fields: { deth: 'Overleden' } }] },
      'Instellingenbestand /tzt.config.json: columns.0.fields: het veld "deth" bestaat niet voor clients. Bedoelt u "death"? Bekend zijn: client, bsn, death.',
    ],
    [
      'comments as programmers write them',
      '{\n  // waarom\n  "language": "nl"\n}',
      'Een toelichting schrijft u als sleutel: "// waarom": "daarom".',
    ],
    ['a list', [], '- (bestand): [] kan hier niet; verwacht: een groep { … }.'],
  ])('%s', (_what, content, message) => {
    expect(faults(content).map((line) => line.slice(-message.length))).toEqual([message]);
  });

  it('all of them at once', () => {
    expect(faults({ languge: 'nl', failOn: 'eror', limits: { cels: 1 } })).toHaveLength(3);
  });

  it('two agreements with one insurer may meet, not overlap', () => {
    const first = { uzovi: '3311', minutes: 360, from: '2026-01-01', to: '2026-06-30' };
    const agreed = (from: string, uzovi = '3311') => ({ payerCaps: [first, { uzovi, minutes: 300, from }] });
    expect(faults(agreed('2026-07-01'))).toEqual([]);
    expect(faults(agreed('2026-06-01', '3312'))).toEqual([]);
    expect(faults(agreed('2026-06-01'))).toEqual([
      'Instellingenbestand /tzt.config.json: payerCaps.0 en payerCaps.1 van UZOVI 3311 gelden op dezelfde dagen. Geef de eerste een einde ("to").',
    ]);
  });
});

describe('a configuration', () => {
  it('may have notes to people at every level', () => {
    expect(
      faults({
        '//': 'van ons',
        rules: { '// late-line': 'bespreken we in mei', 'late-line': 'off' },
        limits: { '// sheets': 'meer hebben we niet' },
        payerCaps: [{ '// waar': 'contract 2026', ...cap({}).payerCaps[0] }],
      }),
    ).toEqual([]);
  });

  it('says what it does not say by what is shipped', () => {
    writeFileSync(join(folder, 'tzt.config.json'), '\ufeff{ "limits": { "sheets": 3 } }');
    const { config } = readConfig(undefined, folder);
    expect(limitsOf(config)).toMatchObject({ sheets: 3, columns: 16_384 });
  });

  it('means the same days in every time zone', () => {
    const zone = process.env.TZ;
    const days = ['Pacific/Kiritimati', 'America/Adak', 'Europe/Amsterdam'].map((name) => {
      process.env.TZ = name;
      writeFileSync(join(folder, 'tzt.config.json'), JSON.stringify(cap({ to: '2026-06-30' })));
      const [agreed] = payerCapsOf(readConfig(undefined, folder));
      return agreed && `${isoOf(agreed.period.first)}/${agreed.period.last === null ? '' : isoOf(agreed.period.last)}`;
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(new Set(days)).toEqual(new Set(['2026-01-01/2026-06-30']));
  });
});

describe('schemas/config.schema.json', () => {
  const schema = configJsonSchema();
  const fits = new Ajv2020({ strict: true, allowUnionTypes: true, allowMatchingProperties: true }).compile(schema);

  it('is fresh', async () => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../schemas/config.schema.json');
  });

  it.each<[string, unknown, boolean]>([
    ['an empty configuration', {}, true],
    ['notes and its own address', { $schema: './config.schema.json', '// x': 'y', rules: { '//': 'z' } }, true],
    ['an unknown key', { languge: 'nl' }, false],
    ['a report with a file of its own', { reports: ['json=uit.json', 'html'] }, true],
    ['an unknown report', { reports: ['jsn'] }, false],
    [
      'a rule and a core rule with a reason',
      { rules: { 'late-line': 'off', 'vpt-client': { severity: 'info', reason: 'x' } } },
      true,
    ],
    ['an unknown rule', { rules: { 'vpt-clients': 'off' } }, false],
    ['a cap', cap({ to: null }), true],
    ['a cap without minutes', cap({ minutes: undefined }), false],
  ])('judges %s as the program does', (_what, content, good) => {
    expect([fits(JSON.parse(JSON.stringify(content))), faults(content).length === 0]).toEqual([
      good,
      // The program asks for reports only when it is to write them.
      good || JSON.stringify(content).includes('jsn'),
    ]);
  });
});
