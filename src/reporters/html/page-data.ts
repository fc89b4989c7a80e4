/** What the client script is told of a card: numbers into the lists of `PageData`, what it sorts by, and what it exports. */
export type CardFacts = readonly [
  rules: readonly number[],
  codes: readonly number[],
  insurers: readonly number[],
  actions: readonly number[],
  client: string,
  month: string,
  minutes: number,
  cents: number,
];

/** What the client script is told of the page. Embedded as JSON; the cards themselves it finds in the document. */
export interface PageData {
  /** The values of each filter, in the order of its options. */
  readonly filters: Readonly<Record<FilterName, readonly string[]>>;
  /** In the order of the document. */
  readonly cards: readonly CardFacts[];
  /** How many cards are shown at once. */
  readonly page: number;
  /** Texts with `{n}`, `{total}` and `{visible}` in them, and headings of the export. */
  readonly texts: Readonly<Record<PageText, string>>;
}

/** Also the names in the fragment of a link, so they never change. */
export type FilterName = 'rule' | 'code' | 'insurer' | 'action';

export type PageText =
  | 'count'
  | 'countVisible'
  | 'more'
  | 'copied'
  | 'notCopied'
  | 'saved'
  | 'fileName'
  | 'month'
  | 'card'
  | 'rule'
  | 'message'
  | 'todo';

/** JSON that can stand in a script element: `</script>` and `<!--` survive JSON.stringify, so no `<` does. */
export function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
