import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sampleJudge } from '../../src/commands/judge-sample.ts';
import { rulePage } from '../../src/commands/rule-page.ts';
import { readRuleSamples, readSharedFiles, SAMPLES_FOLDER } from '../../src/commands/rule-samples.ts';
import { countSamples } from '../../src/commands/sample-counts.ts';
import { wordsFor } from '../../src/messages/words-for.ts';
import { CATALOGUE, capRules, lineRules } from '../../src/pipeline/catalogue.ts';

const LANGUAGES = ['nl', 'en'] as const;
const ids = CATALOGUE.map(({ id }) => id);
const judge = sampleJudge(readSharedFiles(SAMPLES_FOLDER));

describe('the catalogue', () => {
  it('has every id once, in words joined by dashes', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('gives every rule a source, and a return code of four digits or none', () => {
    const bare = CATALOGUE.filter(
      ({ sources }) => sources.length === 0 || sources.some((source) => source.length < 10),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
    expect(CATALOGUE.filter(({ expectedReturnCode: code }) => code !== null && !/^\d{4}$/.test(code))).toEqual([]);
  });
});

describe.each(CATALOGUE.map((rule) => [rule.id, rule] as const))('the rule %s', (id, rule) => {
  it('has a sample with good and bad rows', () => {
    const samples = readRuleSamples(SAMPLES_FOLDER, id);
    expect(
      samples.length,
      `add samples/rules/${id}.csv; samples/rules/README.md says how it marks itself`,
    ).toBeGreaterThan(0);
    const { good, bad } = countSamples(samples);
    expect(
      good,
      `add a row close to the border, with an empty cell in "verwacht", to samples/rules/${id}.csv`,
    ).toBeGreaterThan(0);
    expect(bad, `add a row with ${id} in "verwacht" to samples/rules/${id}.csv`).toBeGreaterThan(0);
  });

  it.each(LANGUAGES)('has a title, a reason and a remedy in %s', (language) => {
    const { title, why, remedy } = wordsFor(language).rule(id);
    const where = `in the words of ${id} in src/messages/${language}/`;
    expect(title, `a title of a few words, without a full stop, ${where}`).toMatch(/^\S.{4,78}[^.\s]$/);
    expect(why, `two to four sentences on what the rule protects ${where}`).toMatch(/^\p{Lu}.{58,}\.$/u);
    expect(remedy, `what to do, in one or a few sentences, ${where}`).toMatch(/^\p{Lu}.{13,}\.$/u);
  });

  it.each(LANGUAGES)('has a page in %s with its samples and the messages they cause', async (language) => {
    const words = wordsFor(language);
    const judged = await Promise.all(readRuleSamples(SAMPLES_FOLDER, id).map(judge));
    const lines = rulePage(rule, judged, words).map(({ text }) => text);
    expect(lines[0]).toBe(words.rule(id).title);
    expect(lines.filter((line) => line.includes(`samples/rules/${id}`)).length).toBe(judged.length);
    const messages = lines.filter((line) => line.startsWith('  → '));
    expect(messages.length, `the bad rows of samples/rules/${id}.csv cause no finding of ${id}`).toBeGreaterThan(0);
    expect(lines.join('\n')).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('every rule on a client-month', () => {
  it.each([...lineRules, ...capRules].map(({ id }) => id))('%s has a test of its borders', (id) => {
    const path = fileURLToPath(new URL(`${id}.test.ts`, import.meta.url));
    expect(existsSync(path), `add test/rules/${id}.test.ts with both sides of every border`).toBe(true);
  });
});
