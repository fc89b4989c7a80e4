import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type JudgedSample, sampleJudge } from '../../src/commands/judge-sample.ts';
import { readPolicies } from '../../src/commands/read-policies.ts';
import { rulePage } from '../../src/commands/rule-page.ts';
import { readRuleSamples, readSharedFiles, SAMPLES_FOLDER } from '../../src/commands/rule-samples.ts';
import type { RuleFacts } from '../../src/domain/rule.ts';
import { wordsFor } from '../../src/messages/words-for.ts';
import { INTAKE_RULES } from '../../src/parse/intake-rules.ts';
import { CATALOGUE } from '../../src/pipeline/catalogue.ts';
import { WAIVER_RULES } from '../../src/rules/waiver-rules.ts';
import { type RuleGroup, ruleFolder, ruleIndexMarkdown, rulePageMarkdown } from './rule-markdown.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const REWRITE = process.env.TZT_WRITE_DOCS === '1';
const STALE = 'is stale: TZT_WRITE_DOCS=1 npm test -- test/docs writes the pages of the rules again';
const GENERAL = new Set<string>([...INTAKE_RULES, ...WAIVER_RULES].map(({ id }) => id));
const GROUPED = CATALOGUE.map((rule): [RuleFacts, RuleGroup] => [
  rule,
  rule.id.startsWith('ei-') ? 'ei' : GENERAL.has(rule.id) ? 'intake' : 'domain',
]);

const judged = new Map<string, JudgedSample[]>();
beforeAll(async () => {
  const judge = sampleJudge(readSharedFiles(SAMPLES_FOLDER));
  for (const sample of readRuleSamples(SAMPLES_FOLDER)) {
    judged.set(sample.rule, [...(judged.get(sample.rule) ?? []), await judge(sample)]);
  }
}, 120_000);

describe.each(['nl', 'en'] as const)('the pages of the rules (%s)', (language) => {
  const words = wordsFor(language);
  const folder = join(ROOT, ruleFolder(language));
  const { policies } = readPolicies(undefined);

  function pages(): Map<string, string> {
    const made = GROUPED.map(([rule, group]): [string, string] => {
      const lines = rulePage(rule, judged.get(rule.id) ?? [], words);
      return [`${rule.id}.md`, rulePageMarkdown(lines, group, policies, words)];
    });
    return new Map([['README.md', ruleIndexMarkdown(GROUPED, words)], ...made]);
  }

  it('are those of today: one for every rule, with its samples, its sources and the time it counts', () => {
    const made = pages();
    if (REWRITE) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      for (const [name, text] of made) writeFileSync(join(folder, name), text);
    }
    expect(existsSync(folder) ? readdirSync(folder).sort() : [], STALE).toEqual([...made.keys()].sort());
    for (const [name, text] of made) expect(readFileSync(join(folder, name), 'utf8'), `${name} ${STALE}`).toBe(text);
  });
});
