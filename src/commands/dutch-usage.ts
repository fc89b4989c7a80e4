/** Headings of a help page as commander has them, in Dutch. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Gebruik:',
  'Arguments:': 'Argumenten:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
};

/** What commander says of wrong use, in Dutch. What it may say besides stays as it is: better English than nothing. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '([^']*)'/, 'De optie $1 bestaat niet.'],
  [/^error: unknown command '([^']*)'/, 'De opdracht $1 bestaat niet.'],
  [/^error: missing required argument '([^']*)'/, 'Er ontbreekt iets: $1.'],
  [/^error: required option '([^']*)' not specified/, 'De optie $1 moet erbij.'],
  [/^error: option '([^']*)' argument missing/, 'Bij de optie $1 hoort een waarde.'],
  [
    /^error: option '([^']*)' argument '([^']*)' is invalid\. Allowed choices are (.*)\.$/m,
    'De optie $1 kan niet $2 zijn. Kies uit: $3.',
  ],
  [
    /^error: too many arguments(?: for '[^']*')?\. Expected (\d+) arguments? but got (\d+)\./,
    'Er staan $2 argumenten, en er horen er $1.',
  ],
  [/\n\(Did you mean (?:one of )?([^?]*)\?\)/, ' Bedoelt u $1?'],
];

/** The heading of a help page in Dutch. */
export function dutchTitle(title: string): string {
  return TITLES[title] ?? title;
}

/** What commander says of wrong use, in Dutch. */
export function dutchError(text: string): string {
  return SENTENCES.reduce((said, [pattern, dutch]) => said.replace(pattern, dutch), text);
}
