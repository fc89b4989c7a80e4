import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/domain/run.ts';
import { sarif } from '../../src/reporters/sarif.ts';
import { HOSTILE_TEXTS, hostileRunOf } from './hostile-texts.ts';
import { finding, matterOf, place, rendered } from './matter.ts';
import { APPROVED, REJECTED } from './runs.ts';

const schema = readFileSync(new URL('../material/ci/sarif-2.1.0.json', import.meta.url), 'utf8');
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const matches = ajv.compile(JSON.parse(schema) as object);

async function textOf(result: RunResult, language: 'nl' | 'en' = 'nl'): Promise<string> {
  return String(await rendered(sarif.render(matterOf(result, language))));
}

async function runOf(result: RunResult, language: 'nl' | 'en' = 'nl'): Promise<Run & { results: Result[] }> {
  const log = JSON.parse(await textOf(result, language)) as Log;
  return log.runs[0] as Run & { results: Result[] };
}

describe('SARIF', () => {
  it.each([
    ['a rejected delivery', REJECTED],
    ['a delivery in which everything is right', APPROVED],
    ['a comparison with an earlier run', { ...REJECTED, baseline: { name: 'r-0000', solved: 2 } }],
    ['a run without files', { ...REJECTED, inputs: [] }],
    ['every hostile text there is', hostileRunOf(HOSTILE_TEXTS)],
  ] as const)('fits the OASIS schema: %s', async (_, result) => {
    for (const language of ['nl', 'en'] as const) {
      const isValid = matches(JSON.parse(await textOf(result, language)));
      expect(isValid ? [] : matches.errors?.slice(0, 5)).toEqual([]);
    }
  });

  it('has one result per finding, in their order, each with its own level', async () => {
    const { results } = await runOf(REJECTED);
    expect(results.map(({ ruleId }) => ruleId)).toEqual(REJECTED.findings.map(({ rule }) => rule));
    expect(results.map(({ level }) => level)).toEqual(['error', 'error', 'error', 'error', 'warning', 'note']);
  });

  it('has each result on a line of its own', async () => {
    const lines = (await textOf(hostileRunOf(HOSTILE_TEXTS))).split('\n').filter((line) => line.includes('"ruleId"'));
    expect(lines).toHaveLength(HOSTILE_TEXTS.length * 2);
  });

  it('knows a finding again by its fingerprint, also on GitHub', async () => {
    const { results } = await runOf(REJECTED);
    expect(results.map(({ partialFingerprints }) => partialFingerprints)).toEqual(
      REJECTED.findings.map(({ fingerprint }) => ({ primaryLocationLineHash: fingerprint, 'tzt/v1': fingerprint })),
    );
  });

  it('points at the rule, the file and the row, and names the other rows', async () => {
    const run = await runOf(REJECTED);
    const cap = run.results[2];
    expect(run.tool.driver.rules?.[cap?.ruleIndex ?? -1]?.id).toBe('monthly-cap-exceeded');
    const [first] = cap?.locations ?? [];
    expect(first?.physicalLocation?.region).toEqual({ startLine: 12 });
    const index = first?.physicalLocation?.artifactLocation?.index ?? -1;
    expect(run.artifacts?.[index]?.location?.uri).toBe('declaraties.csv');
    expect(cap?.relatedLocations?.map(({ physicalLocation }) => physicalLocation?.region?.startLine)).toEqual([17]);
  });

  it('names the sheet and the cell of a workbook', async () => {
    const { results } = await runOf(REJECTED);
    expect(results[4]?.locations?.[0]?.logicalLocations).toEqual([
      { name: 'Blad; 1', fullyQualifiedName: 'Blad; 1!F4', kind: 'sheet' },
    ]);
  });

  it('always has a place with a row from 1, for GitHub refuses a file with a result without one', async () => {
    const nowhere = finding({ places: [] });
    const wholeFile = finding({ places: [place(0)] });
    const { results } = await runOf({ ...REJECTED, findings: [nowhere, wholeFile] });
    for (const { locations } of results) {
      expect(locations?.[0]?.physicalLocation).toMatchObject({
        artifactLocation: { uri: 'declaraties.csv' },
        region: { startLine: 1 },
      });
    }
  });

  it('gives an accepted finding as suppressed with who accepted it, and every other one as not suppressed', async () => {
    const { results } = await runOf(REJECTED);
    expect(results.map(({ suppressions }) => suppressions?.length)).toEqual([0, 0, 0, 1, 0, 0]);
    expect(results[3]?.suppressions?.[0]).toMatchObject({ kind: 'external', status: 'accepted' });
    expect(results[3]?.suppressions?.[0]?.justification).toContain('A. Biller');
  });

  it('tells new from unchanged only when there was something to compare with', async () => {
    const states = async (result: RunResult) => (await runOf(result)).results.map(({ baselineState }) => baselineState);
    expect(new Set(await states(REJECTED))).toEqual(new Set([undefined]));
    expect(await states({ ...REJECTED, baseline: { name: 'r-0000', solved: 0 } })).toEqual([
      'new',
      'new',
      'new',
      'unchanged',
      'new',
      'new',
    ]);
  });

  it('explains every rule, in plain text and in Markdown, and links to nothing', async () => {
    const { rules = [] } = (await runOf(REJECTED)).tool.driver;
    expect(rules).toHaveLength(matterOf(REJECTED).rules.length);
    for (const { shortDescription, fullDescription, help, helpUri } of rules) {
      expect(shortDescription?.text).not.toBe('');
      expect(fullDescription?.text).not.toBe('');
      expect(help?.text).toContain('Wat te doen');
      expect(help?.markdown).toContain('**Wat te doen**');
      expect(help?.markdown).toContain('**Bronnen**');
      expect(helpUri).toBeUndefined();
    }
  });

  it('says what was not checked and which core rule was lowered', async () => {
    const { invocations } = await runOf(REJECTED);
    const [invocation] = invocations ?? [];
    expect(invocation).toMatchObject({ executionSuccessful: true, exitCode: 1 });
    expect(invocation?.toolExecutionNotifications?.map(({ associatedRule }) => associatedRule?.id)).toEqual([
      'zvw-without-indication',
    ]);
    expect(invocation?.toolConfigurationNotifications?.[0]?.message.text).toContain('Proef met zorgkantoor');
  });

  it('never shows a clientnummer or a reference number', async () => {
    const text = await textOf(REJECTED);
    expect(text).not.toMatch(/C100\d/);
    expect(text).not.toMatch(/R-\d+|X-4/);
    expect(text).toContain(matterOf(REJECTED).pseudonym('C1001'));
  });

  it('makes no link, placeholder, address or second line of what stood in a file', async () => {
    const { results, artifacts = [] } = await runOf(hostileRunOf(HOSTILE_TEXTS));
    for (const { message } of results) {
      expect(message.text).not.toMatch(/\]\(/);
      expect(message.text?.replaceAll(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/);
      expect(message.text).not.toMatch(/\p{Cc}/u);
    }
    const uris = artifacts.map(({ location }) => location?.uri ?? '');
    for (const uri of uris) {
      expect(uri).not.toBe('');
      expect(uri).not.toMatch(/^\/|:|(^|\/)\.\.?(\/|$)/);
      expect(new URL(uri, 'file:///folder/').href).toMatch(/^file:\/\/\/folder\//);
    }
  });

  it('leaves out what GitHub would refuse the file for, and says so', async () => {
    const many = (count: number): RunResult => ({
      ...APPROVED,
      findings: Array.from({ length: count }, () => finding({ places: [] })),
    });
    const full = await runOf(many(25_000));
    expect(full.results).toHaveLength(25_000);
    expect(full.invocations?.[0]?.toolExecutionNotifications).toEqual([]);
    const cut = await runOf(many(25_001));
    expect(cut.results).toHaveLength(25_000);
    expect(cut.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toContain('25.000 van 25.001');
    expect(cut.properties?.findings).toBe(25_001);
  });

  it('is the same, byte for byte, each time it is made', async () => {
    expect(await textOf(REJECTED)).toBe(await textOf(REJECTED));
  });
});
