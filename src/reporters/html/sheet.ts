import type { RunPlace } from '../../domain/run.ts';
import type { HtmlLabels } from '../../messages/html-label-keys.ts';
import { htmlLabels } from '../../messages/html-labels.ts';
import type { ReportLabels } from '../../messages/report-label-keys.ts';
import { reportLabels } from '../../messages/report-labels.ts';
import type { Words } from '../../messages/words.ts';
import { printable } from '../escape.ts';
import type { ReportMatter } from '../reporter.ts';

/** What every part of the page is made with. */
export interface Sheet extends ReportMatter {
  readonly labels: HtmlLabels;
  /** The labels all reports share. */
  readonly shared: ReportLabels;
  /** Whether rows must be told apart by their file: more than one input holds what findings point at. */
  readonly manyFiles: boolean;
}

/** The matter of a report with all labels at hand. */
export function sheetOf(matter: ReportMatter): Sheet {
  const { language } = matter.words;
  const named = new Set(matter.result.inputs.filter(({ role }) => role === 'claims').map((input) => sourceOf(input)));
  return { ...matter, labels: htmlLabels(language), shared: reportLabels(language), manyFiles: named.size > 1 };
}

/** A text from a file as the page shows it: on one line, without characters that hide or turn text. */
export function shown(text: string): string {
  return printable(text).trim();
}

/** A file, with its worksheet. */
export function sourceText(place: Pick<RunPlace, 'input' | 'sheet'>, shared: ReportLabels): string {
  const name = shown(place.input);
  return place.sheet === null ? name : `${name}, ${shared.file.sheet(shown(place.sheet))}`;
}

/** Days in words: one, or the first and the last. */
export function daysText(days: { readonly first: string; readonly last: string | null }, sheet: Sheet): string {
  const { words, labels } = sheet;
  if (days.last === null) return labels.page.from(words.date(days.first));
  return labels.page.days(words.date(days.first), words.date(days.last));
}

/** Several stretches of days: `a, b en c`. */
export function stretchesText(
  stretches: readonly { readonly first: string; readonly last: string | null }[],
  sheet: Sheet,
): string {
  return listed(
    stretches.map((days) => daysText(days, sheet)),
    sheet,
  );
}

/** `a, b en c`. */
export function listed(items: readonly string[], { labels }: Pick<Sheet, 'labels'>): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${labels.page.and} ${items.at(-1)}`;
}

/** An amount, or a dash when the export has none. */
export function eurosText(cents: number | null, words: Words): string {
  return cents === null ? '–' : words.euros(cents);
}

function sourceOf({ name, sheet }: { readonly name: string; readonly sheet: string | null }): string {
  return `${name}\u0000${sheet ?? ''}`;
}
