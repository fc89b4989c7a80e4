import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { RunResult } from '../../src/domain/run.ts';
import { xmlText } from '../../src/reporters/escape.ts';
import { junit } from '../../src/reporters/junit.ts';
import { HOSTILE_TEXTS, hostileRunOf } from './hostile-texts.ts';
import { finding, matterOf, place, rendered } from './matter.ts';
import { APPROVED, REJECTED } from './runs.ts';

const schema = readFileSync(new URL('../material/ci/jenkins-junit.xsd', import.meta.url), 'utf8');

async function textOf(result: RunResult, language: 'nl' | 'en' = 'nl'): Promise<string> {
  return String(await rendered(junit.render(matterOf(result, language))));
}

/** A test as a CI server reads it. */
interface Test {
  readonly suite: string;
  readonly classname: string;
  readonly name: string;
  readonly outcome: 'passed' | 'failure' | 'skipped';
  readonly text: string;
}

/** Suites and tests as a server that knows XML sees them. */
async function testsOf(result: RunResult): Promise<{ suites: Record<string, string>[]; tests: Test[] }> {
  const suites: Record<string, string>[] = [];
  const tests: { -readonly [K in keyof Test]: Test[K] }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const { classname = '', name: called = '' } = attributes;
    if (name === 'testsuite') suites.push(attributes);
    if (name === 'testcase') {
      tests.push({ suite: suites.at(-1)?.name ?? '', classname, name: called, outcome: 'passed', text: '' });
    }
    const test = tests.at(-1);
    if (test !== undefined && (name === 'failure' || name === 'skipped')) test.outcome = name;
  });
  parser.on('text', (text) => {
    const test = tests.at(-1);
    if (test !== undefined) test.text += text;
  });
  parser.write(await textOf(result)).close();
  return { suites, tests };
}

describe('JUnit', () => {
  it('fits the schema of Jenkins, also with every hostile text there is', async () => {
    const runs = [REJECTED, APPROVED, { ...REJECTED, inputs: [] }, hostileRunOf(HOSTILE_TEXTS)];
    const texts = await Promise.all(runs.flatMap((run) => [textOf(run), textOf(run, 'en')]));
    const { valid, errors } = await validateXML({
      xml: texts.map((contents, index) => ({ fileName: `junit-${index}.xml`, contents })),
      schema: [schema],
      maxMemoryPages: 4096,
    });
    expect(errors.slice(0, 5)).toEqual([]);
    expect(valid).toBe(true);
  });

  it('refuses nothing of a text but what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let seen = '';
        const parser = new SaxesParser();
        parser.on('text', (part) => {
          seen += part;
        });
        parser.write(`<a b="${xmlText(text)}">${xmlText(text)}</a>`).close();
        expect(seen).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  it('has a suite for every rule, in the order of the catalogue', async () => {
    const { suites } = await testsOf(REJECTED);
    expect(suites.map(({ name }) => name)).toEqual(matterOf(REJECTED).rules.map(({ id }) => id));
  });

  it('counts what it holds', async () => {
    const { suites, tests } = await testsOf(REJECTED);
    for (const { name, tests: all, failures, skipped } of suites) {
      const own = tests.filter(({ suite }) => suite === name);
      const having = (outcome: Test['outcome']) => own.filter((test) => test.outcome === outcome).length;
      expect([Number(all), Number(failures), Number(skipped)]).toEqual([
        own.length,
        having('failure'),
        having('skipped'),
      ]);
    }
    const total = new RegExp(`<testsuites name="tzt" tests="${tests.length}" failures="3" errors="0"`);
    expect(await textOf(REJECTED)).toMatch(total);
  });

  it('fails for an error, passes with a warning or a remark, and skips what somebody accepted', async () => {
    const { tests } = await testsOf(REJECTED);
    const outcomes = REJECTED.findings.map(({ fingerprint }) => [
      tests.find(({ name }) => name.includes(fingerprint))?.suite,
      tests.find(({ name }) => name.includes(fingerprint))?.outcome,
    ]);
    expect(outcomes).toEqual([
      ['client-key-conflict', 'failure'],
      ['invalid-date', 'failure'],
      ['monthly-cap-exceeded', 'failure'],
      ['vpt-client', 'skipped'],
      ['not-multiple-of-five', 'passed'],
      ['assumed-encoding', 'passed'],
    ]);
  });

  it('passes for a rule that found nothing', async () => {
    const { tests } = await testsOf(APPROVED);
    expect(tests).toHaveLength(matterOf(APPROVED).rules.length);
    expect(new Set(tests.map(({ outcome }) => outcome))).toEqual(new Set(['passed']));
  });

  it('skips a rule that could not be checked, and says why', async () => {
    const { tests } = await testsOf(REJECTED);
    const own = tests.filter(({ suite }) => suite === 'zvw-without-indication');
    expect(own.map(({ outcome }) => outcome)).toEqual(['skipped']);
    expect(own[0]?.text).toContain('28 declaratieregels zijn niet beoordeeld');
  });

  it('skips a core rule that was switched off, and says why', async () => {
    const weakened = [{ rule: 'vpt-client', severity: 'off', reason: 'Proef' }] as const;
    const { tests } = await testsOf({ ...APPROVED, weakened });
    const own = tests.filter(({ suite }) => suite === 'vpt-client');
    expect(own.map(({ outcome }) => outcome)).toEqual(['skipped']);
    expect(own[0]?.text).toContain('Proef');
  });

  it('keeps the name of a test when rows move, and gives no two tests of a suite one name', async () => {
    const moved = { ...REJECTED, findings: REJECTED.findings.map((one) => ({ ...one, places: [place(999)] })) };
    const names = ({ tests }: { tests: Test[] }) => tests.map(({ suite, name }) => `${suite} ${name}`).sort();
    const before = names(await testsOf(REJECTED));
    expect(names(await testsOf(moved))).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
  });

  it('names every row of a finding, the fiftieth but not the fifty-first', async () => {
    const at = async (count: number) => {
      const places = Array.from({ length: count }, (_, row) => place(row + 1));
      const { tests } = await testsOf({ ...REJECTED, findings: [finding({ severity: 'error', places })] });
      return tests.find(({ outcome }) => outcome === 'failure')?.text ?? '';
    };
    expect(await at(50)).toContain('declaraties.csv:50');
    expect(await at(50)).not.toContain('andere rij');
    expect(await at(51)).not.toContain('declaraties.csv:51');
    expect(await at(51)).toContain('en 1 andere rij');
  });

  it('never shows a clientnummer or a reference number', async () => {
    const text = await textOf(REJECTED);
    expect(text).not.toMatch(/C100\d/);
    expect(text).not.toMatch(/R-\d+|X-4/);
    expect(text).toContain(matterOf(REJECTED).pseudonym('C1001'));
  });
});
