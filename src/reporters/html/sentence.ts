import type { RunFinding } from '../../domain/run.ts';
import { plain, shortened } from '../../messages/plain.ts';
import type { Sheet } from './sheet.ts';

/** The sentence of a finding without the client-month it begins with, where that stands above it already. */
export function sentenceOf(finding: RunFinding, { words, labels }: Pick<Sheet, 'words' | 'labels'>): string {
  const message = words.message(finding);
  const { client, month } = finding;
  if (client === null) return message;
  const about = [shortened(client), ...(month === null ? [] : [words.month(month)])].join(', ');
  const prefix = plain(`${labels.card.client} ${about}: `);
  if (!message.startsWith(`${prefix} `)) return message;
  const rest = message.slice(prefix.length + 1);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
