import { isoOf } from '../../src/domain/day.ts';
import type { Policy } from '../../src/domain/policy.ts';
import type { RuleFacts } from '../../src/domain/rule.ts';
import type { Language } from '../../src/domain/run.ts';
import type { Words } from '../../src/messages/words.ts';
import type { TextLine } from '../../src/reporters/text-line.ts';

/** What only the pages say, beside the words of `tzt explain`. */
const LABELS = {
  nl: {
    made: 'Gemaakt uit de regels zelf; niet met de hand wijzigen.',
    title: 'Alle regels',
    head: '| regel | ernst | retourcode | wat |\n|---|---|---|---|',
    groups: { domain: 'Over declaratieregels', intake: 'Over bestanden en rijen', ei: 'Over het AW319-bericht' },
    valid: 'Geldt',
    always: 'Altijd, wat de zorgmaand ook is.',
    message: 'Voor de berichten AW319 versie 1.3 en 1.4.',
    months: 'Voor zorgmaanden onder deze maxima:',
    until: (from: string, to: string) => `van ${from} tot en met ${to}`,
    since: (from: string) => `vanaf ${from}`,
    back: 'Alle regels',
  },
  en: {
    made: 'Made from the rules themselves; not to be changed by hand.',
    title: 'All rules',
    head: '| rule | severity | return code | what |\n|---|---|---|---|',
    groups: { domain: 'About claim lines', intake: 'About files and rows', ei: 'About the AW319 message' },
    valid: 'Valid',
    always: 'Always, whatever the care month.',
    message: 'For the messages AW319 version 1.3 and 1.4.',
    months: 'For care months under these maxima:',
    until: (from: string, to: string) => `from ${from} up to and including ${to}`,
    since: (from: string) => `from ${from}`,
    back: 'All rules',
  },
} as const;

/** Which of the three lists a rule is in. */
export type RuleGroup = 'domain' | 'intake' | 'ei';

/** The page of one rule: what `tzt explain` says, and from when to when the rule counts. */
export function rulePageMarkdown(
  lines: readonly TextLine[],
  group: RuleGroup,
  policies: readonly Policy[],
  words: Words,
): string {
  const labels = LABELS[words.language];
  const [title, facts, code, ...rest] = lines.map(({ text, tone }) => ({ text, isHeading: tone === 'heading' }));
  const sections: string[] = [];
  for (const { text, isHeading } of rest) {
    if (isHeading) sections.push(`## ${text}\n`);
    else if (sections.length > 0) sections.push(text.replace(/^ {2}/, ''));
  }
  const body = fenced(sections.join('\n'));
  const valid = [`## ${labels.valid}`, '', validity(group, policies, words)].join('\n');
  const head = [`# ${title?.text}`, '', `\`${facts?.text.replace(' · ', '` · ')} · ${code?.text}`, ''];
  return `${[...head, body.trimEnd(), '', valid, '', `[${labels.back}](README.md) · ${labels.made}`].join('\n')}\n`;
}

/** The list of all rules, group by group. */
export function ruleIndexMarkdown(rules: readonly (readonly [RuleFacts, RuleGroup])[], words: Words): string {
  const labels = LABELS[words.language];
  const groups = (Object.keys(labels.groups) as RuleGroup[]).map((group) => {
    const rows = rules
      .filter(([, own]) => own === group)
      .map(([{ id, severity, expectedReturnCode }]) => {
        const cells = [`[${id}](${id}.md)`, words.severity(severity), expectedReturnCode ?? '', words.rule(id).title];
        return `| ${cells.join(' | ')} |`;
      });
    return [`## ${labels.groups[group]}`, '', labels.head, ...rows, ''].join('\n');
  });
  return `# ${labels.title}\n\n${labels.made}\n\n${groups.join('\n')}`;
}

/** The folder of the pages of a language. */
export function ruleFolder(language: Language): string {
  return language === 'nl' ? 'docs/regels' : 'docs/rules';
}

/** Samples are tables of blanks: they keep them in a fence. */
function fenced(text: string): string {
  return text.replace(/^(## [^\n]*samples\/rules[^\n]*\n)\n([\s\S]*?)(?=\n## |$(?![\s\S]))/gm, (_, heading, table) => {
    return `${heading}\n\`\`\`\n${String(table).trim()}\n\`\`\`\n`;
  });
}

function validity(group: RuleGroup, policies: readonly Policy[], words: Words): string {
  const labels = LABELS[words.language];
  if (group === 'intake') return labels.always;
  if (group === 'ei') return labels.message;
  const periods = policies.map(({ id, validity: { first, last } }) => {
    const from = words.date(isoOf(first));
    return `- ${last === null ? labels.since(from) : labels.until(from, words.date(isoOf(last)))} (\`${id}\`)`;
  });
  return [labels.months, '', ...periods].join('\n');
}
