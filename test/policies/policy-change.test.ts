import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type JudgedSample, sampleJudge } from '../../src/commands/judge-sample.ts';
import { readRuleSamples, readSharedFiles, SAMPLES_FOLDER } from '../../src/commands/rule-samples.ts';
import type { PolicySet } from '../../src/domain/policy.ts';
import { type PolicyDocument, validate } from '../../src/index.ts';
import { policySet } from '../../src/policies.ts';

const FILES = ['2015-2019.json', '2020.json'];
const shipped = FILES.map(
  (file) =>
    JSON.parse(readFileSync(new URL(`../../schemas/policies/${file}`, import.meta.url), 'utf8')) as PolicyDocument,
);
const [before2020, since2020] = shipped as [PolicyDocument, PolicyDocument];
const lower: PolicyDocument = { ...since2020, caps: [{ codes: ['1062', 'H138', 'H139', 'H306'], minutes: 360 }] };

/** What a reviewer of a policy wants to see: which samples are judged otherwise, and by which rules. */
async function changes(policies: readonly PolicyDocument[]): Promise<string> {
  const shared = readSharedFiles(SAMPLES_FOLDER);
  const [usual, proposed] = [sampleJudge(shared, setOf(shipped)), sampleJudge(shared, setOf(policies))];
  const lines: string[] = [];
  for (const sample of readRuleSamples(SAMPLES_FOLDER)) {
    const [one, other] = [told(await usual(sample)), told(await proposed(sample))];
    if (one !== other) lines.push(`${sample.name}\n  was  ${one}\n  is   ${other}`);
  }
  return `${lines.join('\n')}\n`;
}

function told({ result: { run, findings } }: JudgedSample): string {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return `${run.verdict}: ${[...counts].map(([rule, n]) => `${rule} ${n}`).join(', ') || 'nothing'}`;
}

function setOf(documents: readonly PolicyDocument[]): PolicySet {
  return policySet(
    documents.map((json) => ({
      file: json.id,
      json,
      sha256: createHash('sha256').update(JSON.stringify(json)).digest('hex'),
    })),
  );
}

describe('a change of policy tells what it does to the samples', () => {
  let changed: string;
  beforeAll(async () => {
    changed = await changes([before2020, lower]);
  });

  it('390 minutes become 360', async () => {
    await expect(changed).toMatchFileSnapshot('../goldens/policies/cap-390-to-360.txt');
  });

  it('a cap that is lower rejects a month on the old one', () => {
    expect(changed).toMatch(/^monthly-cap-exceeded\.csv\n/m);
  });
});

describe('next year has a policy of its own', () => {
  const next: PolicyDocument = { ...lower, id: 'thuiszorgtechnologie-2027', validFrom: '2027-01-01' };
  const closed: PolicyDocument = { ...since2020, validTo: '2026-12-31' };
  const month = (first: string, last: string) => [
    {
      name: 'declaraties.csv',
      content: `clientnummer;prestatiecode;begindatum;einddatum;minuten\nC1;H138;${first};${last};390\n`,
    },
    { name: 'leveringsvormen.csv', content: 'clientnummer;leveringsvorm;begindatum\nC1;MPT;01-01-2025\n' },
    { name: 'indicaties.csv', content: 'clientnummer;indicatie;begindatum\nC1;wlz;01-01-2025\n' },
  ];

  it.each([
    ['the last month of the old one', '01-12-2026', '31-12-2026', 'approved', 'thuiszorgtechnologie-2020'],
    ['the first month of the new one', '01-01-2027', '31-01-2027', 'rejected', 'thuiszorgtechnologie-2027'],
  ])('%s is judged by its own maximum', async (_what, first, last, verdict, id) => {
    const found = await validate(month(first, last), {
      asOf: '2027-02-02',
      key: 'een wachtzin voor de proef',
      policies: [before2020, closed, next],
    });
    expect([found.verdict, found.result.policies.map((policy) => policy.id)]).toEqual([verdict, [id]]);
  });

  it('may not begin before the old one ends', () => {
    expect(() => setOf([before2020, since2020, next])).toThrow('gelden op dezelfde dagen');
  });

  it('names what is wrong with it', () => {
    expect(() => setOf([{ ...next, validFrom: '2027-01-15' }])).toThrow('maandgrens');
    expect(() => setOf([{ ...next, caps: [{ codes: ['1062'], minutes: 6.5 }] }])).toThrow(
      'caps.0.minutes: 6.5 kan hier niet; verwacht: een geheel getal.',
    );
  });
});
