/**
 * The text of one line, fit for a terminal, a cell or XML: control characters and line breaks become a space, characters that hide or
 * turn text disappear, what is no character is shown as such. A line break in a cell is a workflow command in a CI log.
 */
export function printable(text: string): string {
  return text.replace(CONTROLS, ' ').replace(INVISIBLE, '').replace(NO_CHARACTER, '\ufffd');
}

/**
 * A text that a spreadsheet would run as a formula, with an apostrophe before it; any other text as it is.
 * Negative numbers stay numbers. Applied twice it changes nothing more.
 */
export function harmlessInSpreadsheet(text: string): string {
  return FORMULA_START.test(text) && !NEGATIVE_NUMBER.test(text) ? `'${text}` : text;
}

/** A text as a value in a CSV with `;`: harmless, and quoted when it has to be. */
export function csvText(text: string): string {
  const value = harmlessInSpreadsheet(printable(text));
  return NEEDS_QUOTES.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** A text as the value of a workbook cell: harmless, and shown as it is where Excel reads `_x0041_` as an escaped character. */
export function workbookText(text: string): string {
  return harmlessInSpreadsheet(printable(text)).replace(EXCEL_ESCAPE, '_x005F$&');
}

/** A text as plain words within a line of Markdown: no mark-up, no HTML, no link, no mention and no end of a table cell. */
export function markdownText(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]#|~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/@(?=\w)|:(?=\/\/)|(?<=\bwww)\.|#(?=\d)/gi, '$&\u200b');
}

/** A text as the text of an XML element or attribute: without the characters XML 1.0 forbids, even as references. */
export function xmlText(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

/** A text as a SARIF message (2.1.0, 3.11.5 and 3.11.6): its braces are no placeholder and its brackets no link. */
export function sarifText(text: string): string {
  return printable(text)
    .replaceAll('{', '{{')
    .replaceAll('}', '}}')
    .replace(/\](?=\()/g, '] ');
}

/** A file name as a path within a repository: never an absolute one, and none that climbs out. */
export function relativePath(name: string): string {
  const segments = printable(name)
    .split(/[\\/]+/)
    .map((segment) => segment.trim())
    .filter((segment) => !['', '.', '..'].includes(segment));
  return segments.length === 0 ? '_' : segments.join('/');
}

/** A file name as a relative reference (RFC 3986): no other server and no other scheme either. */
export function relativeUri(name: string): string {
  return relativePath(name).split('/').map(encodeURIComponent).join('/');
}

/** A text as what a workflow command of GitHub says. */
export function workflowText(text: string): string {
  return printable(text).replaceAll('%', '%25');
}

/** A text as a property of a workflow command of GitHub, such as its title. */
export function workflowProperty(text: string): string {
  return workflowText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A line that is no command to the CI server that reads it: `::error::` and `##[error]` of GitHub, `##vso[…]` of Azure. */
export function harmlessInLog(line: string): string {
  return line.replace(/##(?=\w*\[)/g, '# #').replace(/^(\s*:)(?=:)/, '$1 ');
}

/** A text cut to a number of characters, with a mark that shows it was cut. */
export function cut(text: string, length: number, mark = '…'): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, Math.max(0, length - mark.length));
  return `${kept.replace(/[\ud800-\udbff]$/, '')}${mark}`;
}

const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
const INVISIBLE = /\p{Cf}/gu;
const NO_CHARACTER = /[\p{Cs}\ufffe\uffff]/gu;
/** Blanks and quotes before the sign do not stop a spreadsheet; an apostrophe at the very start does. */
const FORMULA_START = /^(?!')[\s"'“”„‘’‚«»\u200b-\u200d\u2060\ufeff]*[=+\-@\t\r\n＝＋－＠]/u;
const NEGATIVE_NUMBER = /^-\d+(?:[.,]\d+)*$/;
const NEEDS_QUOTES = /[;,"\r\n\t]|^\s|\s$/;
const EXCEL_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** JSON in which every control character is an escape: JSON itself leaves those from 7F to 9F as they are, and a terminal obeys them. */
export function jsonText(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
