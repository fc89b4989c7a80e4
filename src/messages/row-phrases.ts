import type { RunPlace } from '../domain/run.ts';
import type { About } from './catalogue.ts';
import type { Forms, RowNoun } from './forms.ts';

/** Rows or phrases named in one sentence; the rest is counted, and every place stands beside the message. */
const MOST_NAMED = 6;

/** What is said of rows: `regels 12 en 13 hebben …`; `many` picks the form of the verb. */
type Phrase<L> = (line: L, many: boolean) => string;

/** Some of a finding's rows: `regels 12, 13 en 15`, with their file when the finding touches several. Without places, `''`. */
export function namedRows(forms: Forms, noun: RowNoun, places: readonly RunPlace[], about: About): string {
  if (places.length === 0) return '';
  const shown = places.length <= MOST_NAMED ? places : places.slice(0, MOST_NAMED - 1);
  const isOneSource = inOneSource(about.places);
  const names = shown.map(({ row, input, sheet }) => (isOneSource ? String(row) : forms.rowOf(row, input, sheet)));
  const rest = places.length - shown.length;
  return forms.rows(noun, rest > 0 ? [...names, forms.more(rest)] : names);
}

/** The places of the lines that a test picks; lines of a finding's data stand in the order of its places. */
export function placesOf<L>(lines: readonly L[], about: About, picked: (line: L) => boolean): RunPlace[] {
  return about.places.filter((_, index) => {
    const line = lines[index];
    return line !== undefined && picked(line);
  });
}

/** A phrase for every line of a finding, lines of which the same is said together: `regels 12 en 13 …; regel 15 …`. */
export function eachLine<L>(forms: Forms, lines: readonly L[], about: About, phrase: Phrase<L>): string {
  const groups = new Map<string, { line: L; places: RunPlace[]; count: number }>();
  for (const [index, line] of lines.entries()) {
    const key = phrase(line, false);
    const group = groups.get(key) ?? { line, places: [], count: 0 };
    const place = about.places[index];
    if (place) group.places.push(place);
    group.count++;
    groups.set(key, group);
  }
  const all = [...groups.values()];
  const named = all.length <= MOST_NAMED ? all : all.slice(0, MOST_NAMED - 1);
  const phrases = named.map(({ line, places, count }) => {
    const subject =
      places.length === count ? namedRows(forms, 'line', places, about) : forms.countedRows('line', count);
    return `${subject} ${phrase(line, count > 1)}`;
  });
  const rest = all.slice(named.length).reduce((sum, { count }) => sum + count, 0);
  return [...phrases, ...(rest > 0 ? [forms.andMoreRows('line', rest)] : [])].join('; ');
}

function inOneSource(places: readonly RunPlace[]): boolean {
  return places.every(({ input, sheet }) => input === places[0]?.input && sheet === places[0]?.sheet);
}
