/** In the order they are tried when the text says nothing: what Dutch Excel writes comes first. */
const DELIMITERS: readonly string[] = [';', '\t', ',', '|'];
/** Records that are looked at; enough to see past a title block of twenty lines. */
const SAMPLE = 60;
/** Characters that are looked at, however long the records are. */
const REACH = 65_536;
/** A quoted cell whatever the delimiter is: a quote behind a line break or any of the four, up to a quote that is not doubled. */
const QUOTED = /(^|[;\t,|\r\n])"[^"]*(?:""[^"]*)*"/g;

/**
 * The characters that may separate the cells of a text, most plausible first; never empty.
 * A line `sep=;` (Excel's own) at the top decides, whatever its character. Else the one that splits the first records most evenly:
 * the share of records that have the most common number of it outside quotes, squared, times that number.
 * The caller tries them in this order, so a wrong order costs time, not correctness.
 */
export function delimiterCandidates(head: string): readonly string[] {
  const stated = /^\uFEFF?"?sep=([^"\r\n])"?\1*[ \t]*(?:[\r\n]|$)/i.exec(head)?.[1];
  if (stated !== undefined) return [stated, ...DELIMITERS.filter((delimiter) => delimiter !== stated)];
  const records = head
    .slice(0, REACH)
    .replace(QUOTED, '$1x')
    .split(/[\r\n]+/)
    .filter((record) => record.trim() !== '')
    .slice(0, SAMPLE);
  const scores = new Map(DELIMITERS.map((delimiter) => [delimiter, evenness(records, delimiter)]));
  return [...DELIMITERS].sort((one, other) => (scores.get(other) ?? 0) - (scores.get(one) ?? 0));
}

/** Squaring the share lets a few title lines pass, but not a delimiter that only some records have. */
function evenness(records: readonly string[], delimiter: string): number {
  const frequencies = new Map<number, number>();
  for (const record of records) {
    const count = record.split(delimiter).length - 1;
    frequencies.set(count, (frequencies.get(count) ?? 0) + 1);
  }
  const scores = [...frequencies].map(([count, frequency]) => count * (frequency / records.length) ** 2);
  return Math.max(0, ...scores);
}
