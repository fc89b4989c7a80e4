import { jsonText } from './escape.ts';

/** Characters gathered before a piece is handed on: one write per object would cost more than making it. */
const PIECE = 65_536;

/** The items of a JSON list in pieces, each item on a line of its own behind `indent`: they can be streamed, searched by line and compared. */
export function* jsonLines<T>(items: Iterable<T>, indent: string, entry: (item: T) => object): Generator<string> {
  let piece = '';
  let separator = `\n${indent}`;
  for (const item of items) {
    piece += separator + jsonText(entry(item));
    separator = `,\n${indent}`;
    if (piece.length >= PIECE) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}
