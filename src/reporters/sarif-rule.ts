import type { ReportingDescriptor } from 'sarif';
import type { RuleFacts } from '../domain/rule.ts';
import type { ReportLabels } from '../messages/report-label-keys.ts';
import type { Words } from '../messages/words.ts';
import { markdownText, sarifText } from './escape.ts';
import { headingOf } from './heading.ts';
import { SARIF_LEVELS } from './sarif-result.ts';

/** A rule as SARIF describes it, with its help in Markdown. There is no address to link to: `tzt explain` says the same and more. */
export function sarifRule(rule: RuleFacts, words: Words, labels: ReportLabels): ReportingDescriptor {
  const { id, severity, expectedReturnCode, sources } = rule;
  const { title, why, remedy } = words.rule(id);
  const code = expectedReturnCode === null ? [] : [headingOf(words.expectedReturnCode(expectedReturnCode))];
  const remedyHeading = headingOf(labels.columns.remedy);
  const sourcesHeading = headingOf(labels.columns.sources);
  const plain = [why, `${remedyHeading}: ${remedy}`, ...code, `${sourcesHeading}: ${sources.join('; ')}`];
  const marked = [
    markdownText(why),
    `**${markdownText(remedyHeading)}**: ${markdownText(remedy)}`,
    ...code.map(markdownText),
    `**${markdownText(sourcesHeading)}**:\n\n${sources.map((source) => `- ${markdownText(source)}`).join('\n')}`,
  ];
  return {
    id,
    shortDescription: { text: sarifText(title) },
    fullDescription: { text: sarifText(why) },
    help: { text: plain.map(sarifText).join('\n'), markdown: marked.map(braced).join('\n\n') },
    defaultConfiguration: { level: SARIF_LEVELS[severity] },
    properties: expectedReturnCode === null ? {} : { expectedReturnCode },
  };
}

function braced(markdown: string): string {
  return markdown.replaceAll('{', '{{').replaceAll('}', '}}');
}
