/** Technical words of `unreadable-file` that its sentence has said in words already; all others stand behind it, for who is asked for help. */
export const SAID: ReadonlySet<string> = new Set([
  'xlsb',
  'numbers',
  'other-document',
  'compound-file',
  'packed',
  'packed-workbook',
  'gzip',
  'html',
  'xml-spreadsheet',
]);
