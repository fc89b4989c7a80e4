import type { Difference } from './tables.ts';

/** A way in which a second reader is always different from ours, and why ours is right. */
export interface Habit {
  readonly reader: string;
  readonly why: string;
  isIt(difference: Difference): boolean;
}

/** What a reader does everywhere, not only in one file. */
export const HABITS: readonly Habit[] = [
  {
    reader: 'exceljs',
    why: 'it drops the result of a formula when that is 0, FALSE or the empty text; the file has it',
    isIt: ({ ours, theirs }) => theirs === null && (ours === 'number 0' || ours === 'boolean FALSE'),
  },
  {
    reader: 'read-excel-file',
    why: 'it gives no error cells; an error that passes for an empty cell hides that something is wrong',
    isIt: ({ ours, theirs }) => theirs === null && ours.startsWith('error '),
  },
  {
    reader: 'read-excel-file',
    why: 'it trims texts; white space is part of what somebody typed, and is trimmed where a cell is understood',
    isIt: ({ ours, theirs }) => ours.startsWith('text ') && ours.slice(5).trim() === (theirs ?? ''),
  },
  {
    reader: 'read-excel-file',
    why: 'it leaves the CR of a line end that XML folds into one LF (XML 1.0, 2.11)',
    isIt: ({ ours, theirs }) =>
      typeof theirs === 'string' &&
      theirs !== ours.slice(5) &&
      theirs.replaceAll('\r', '') === ours.slice(5).replaceAll('\r', ''),
  },
];

/** Files of which a second reader says something else, or nothing, by reader and why. Anything else that differs fails the test. */
export const EXPLAINED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'calamine/any_sheets.xlsx': { 'read-excel-file': 'fails on a sheet that is a chart' },
  'calamine/date_1904.xlsx': {
    exceljs: 'takes date1904="true" for no, though it is an xsd:boolean; calamine has 2021-01-01 too',
    'read-excel-file': 'the same',
  },
  'calamine/date_iso.xlsx': {
    exceljs: 'takes the year of a cell t="d" for its number',
    'read-excel-file': 'fails on cells t="d"',
  },
  'calamine/has_x000D_inline.xlsx': {
    exceljs: 'reads no escapes in inline strings',
    sheetjs: 'drops the CR of _x000D_',
  },
  'calamine/inlineStr_cdata.xlsx': {
    exceljs: 'reads no CDATA in inline strings',
    'read-excel-file': 'reads no CDATA in inline strings',
  },
  'calamine/inlineStr_with_value.xlsx': { exceljs: 'fails on a value beside an inline string' },
  'calamine/issue_261.xlsx': {
    exceljs: 'fails on cells without address',
    'read-excel-file': 'fails on cells without address',
  },
  'calamine/issue_419.xlsx': {
    exceljs: 'takes the type "sharedString" for an index',
    'read-excel-file': 'fails on that type',
  },
  'calamine/nonstandard-xml-ns-prefix.xlsx': { exceljs: 'does not see sheets with a prefix' },
  'calamine/richtext-after-plain.xlsx': {
    exceljs: 'fails on runs behind a plain text',
    sheetjs: 'drops the runs behind a plain text',
  },
  'calamine/richtext-namespaced.xlsx': { exceljs: 'fails on prefixed XML' },
  'exceljs/chart-sheet.xlsx': { 'read-excel-file': 'fails on a sheet that is a chart' },
};
