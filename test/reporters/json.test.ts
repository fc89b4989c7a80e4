import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { json } from '../../src/reporters/json.ts';
import { ReportShape, reportJsonSchema } from '../../src/reporters/report-schema.ts';
import { matterOf, rendered } from './matter.ts';
import { APPROVED, REJECTED } from './runs.ts';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(reportJsonSchema());

async function reportOf(result = REJECTED, language: 'nl' | 'en' = 'nl'): Promise<string> {
  return String(await rendered(json.render(matterOf(result, language))));
}

describe('report.json', () => {
  it('is the golden report', async () => {
    await expect(await reportOf()).toMatchFileSnapshot('../goldens/reporters/report.json');
  });

  it.each([
    ['a rejected run', REJECTED],
    ['a run without findings', APPROVED],
  ])('fits its published schema: %s', async (_name, result) => {
    const report = JSON.parse(await reportOf(result));
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(ReportShape.safeParse(report).error).toBeUndefined();
  });

  it('has its keys in the order of the contract', async () => {
    const report = JSON.parse(await reportOf());
    expect(Object.keys(report)).toEqual(Object.keys(ReportShape.shape));
    expect(Object.keys(report.run)).toEqual(Object.keys(ReportShape.shape.run.shape));
    expect(Object.keys(report.inputs[0])).toEqual(Object.keys(ReportShape.shape.inputs.element.shape));
    expect(Object.keys(report.policies[0])).toEqual(Object.keys(ReportShape.shape.policies.element.shape));
    expect(Object.keys(report.summary)).toEqual(Object.keys(ReportShape.shape.summary.shape));
    expect(Object.keys(report.rules[0])).toEqual(Object.keys(ReportShape.shape.rules.element.shape));
    expect(Object.keys(report.findings[0])).toEqual(Object.keys(ReportShape.shape.findings.element.shape));
    expect(Object.keys(report.findings[0].places[0])).toEqual(['input', 'sheet', 'row', 'column', 'cell', 'reference']);
    expect(Object.keys(report.clientMonths[0])).toEqual(Object.keys(ReportShape.shape.clientMonths.element.shape));
    expect(Object.keys(report.clientMonths[0].lines[0])).toEqual([
      'input',
      'row',
      'reference',
      'code',
      'minutes',
      'verdict',
      'allowedMinutes',
    ]);
  });

  it('is the same, byte for byte, each time it is made', async () => {
    expect(await reportOf()).toBe(await reportOf());
  });

  it('says in the language of the run only what is meant to be read', async () => {
    const [nl, en] = await Promise.all([reportOf(REJECTED, 'nl'), reportOf(REJECTED, 'en')]).then((texts) =>
      texts.map((text) => JSON.parse(text)),
    );
    expect([nl.run.language, en.run.language]).toEqual(['nl', 'en']);
    expect(en.findings[0].message).not.toBe(nl.findings[0].message);
    expect(en.rules[0].sources).toEqual(nl.rules[0].sources);
    expect(en.policies).toEqual(nl.policies);
    expect(en.findings.map((finding: { data: object }) => finding.data)).toEqual(
      nl.findings.map((finding: { data: object }) => finding.data),
    );
  });

  it('gives the minutes of a credit as negative, so that the lines add up to the net of the month', async () => {
    const [clientMonth] = JSON.parse(await reportOf()).clientMonths;
    expect(clientMonth.lines.map((line: { minutes: number }) => line.minutes)).toEqual([360, 90, -30, 30]);
    expect(clientMonth.minutes.net).toBe(450);
  });

  it('says when the configuration lowers a core rule, with the reason', async () => {
    const { rules } = JSON.parse(await reportOf());
    const lowered = rules.filter((rule: { why: string }) => rule.why.includes('Proef met zorgkantoor'));
    expect(lowered.map((rule: { id: string }) => rule.id)).toEqual(['zvw-without-indication']);
  });

  it('says for which year the limits were last confirmed', async () => {
    const { policies } = JSON.parse(await reportOf());
    expect(policies[0].sources).toEqual(['Factsheet Financiering zorgtechnologie', 'laatst bevestigd: 2024']);
  });

  it('holds one finding per line, so that lines can be searched and compared', async () => {
    const lines = (await reportOf()).split('\n').filter((line) => line.startsWith('    {"fingerprint"'));
    expect(lines).toHaveLength(REJECTED.findings.length);
  });

  it('comes in pieces when it is long, and is still one document', async () => {
    const findings = Array.from({ length: 1000 }, () => REJECTED.findings[2]!);
    let pieces = 0;
    let text = '';
    for await (const piece of json.render(matterOf({ ...REJECTED, findings }))) {
      pieces++;
      text += String(piece);
    }
    expect(pieces).toBeGreaterThan(5);
    expect(JSON.parse(text).findings).toHaveLength(1000);
  });
});

describe('schemas/report.schema.json', () => {
  it('is what the zod types say; `npm test -- --update` writes it again', async () => {
    await expect(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../../schemas/report.schema.json',
    );
  });

  it('describes every field', () => {
    const undescribed: string[] = [];
    const visit = (schema: { properties?: Record<string, object>; items?: object; anyOf?: object[] }, path: string) => {
      for (const [key, property] of Object.entries(schema.properties ?? {})) {
        if (!('description' in property) && !('$ref' in property)) undescribed.push(`${path}.${key}`);
        visit(property, `${path}.${key}`);
      }
      if (schema.items) visit(schema.items, `${path}[]`);
      for (const option of schema.anyOf ?? []) visit(option, path);
    };
    visit(reportJsonSchema(), '');
    expect(undescribed).toEqual([]);
  });

  it('refuses a key that is not promised', async () => {
    const report = JSON.parse(await reportOf());
    expect(validate({ ...report, notices: [] })).toBe(false);
    const { rules: _rules, ...without } = report;
    expect(validate(without)).toBe(false);
  });
});
