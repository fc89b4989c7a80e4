import type { Limits } from '../../domain/limits.ts';
import type { UnreadableReason } from '../../domain/unreadable-source.ts';
import type { LooseFacts } from '../words.ts';
import { enForms } from './forms.ts';

const { name, number } = enForms;

const LIMITS: Readonly<Record<keyof Limits, string>> = {
  fileBytes: 'bytes',
  standardInputBytes: 'bytes on standard input',
  seconds: 'seconds of reading',
  rowLength: 'characters in one row',
  columns: 'columns in one row',
  raggedRows: 'rows that do not stand under the header',
  entryBytes: 'bytes in one part of the workbook, unpacked',
  totalBytes: 'bytes in the whole workbook, unpacked',
  sharedStringCharacters: 'characters in the shared texts of the workbook',
  cells: 'cells in one sheet',
  inflation: 'times the packed size when one part is unpacked',
  sheets: 'sheets or files',
  findings: 'findings of one rule',
  codes: 'different prestatiecodes',
  monthLines: 'claim lines of one client in one month',
};

const NO_WORKBOOK: Readonly<Record<string, string>> = {
  xlsb: 'it is a binary Excel workbook (.xlsb). Open the file in Excel and save it as .xlsx.',
  numbers: 'it is a workbook of Apple Numbers. Export it in Numbers as Excel or CSV.',
  'other-document': 'it is another Office file, as of Word or PowerPoint. Save the data in Excel as .xlsx or .csv.',
  'compound-file':
    'it is no workbook, but an old Word file or an e-mail, say. Save the data in Excel as .xlsx or .csv.',
};

const XML: Readonly<Record<string, string>> = {
  html: 'it is a web page (HTML), even when it is called .xls. Open it in Excel and save it as .xlsx.',
  'xml-spreadsheet': 'it is an XML spreadsheet of Excel 2003. Open it in Excel and save it as .xlsx.',
};

/** What is the matter with a file that cannot be read, and what to do; behind `cannot be read:`. */
export const enUnreadable: Readonly<Record<UnreadableReason, (facts: LooseFacts) => string>> = {
  'empty-file': () => 'it is empty. Export it again, or leave it out.',
  'read-error': () => 'reading from the disk failed. Check that the file is still there and that you may open it.',
  'changed-while-reading': () => 'it changed while it was being read. Wait until the export is done and check again.',
  'not-text': ({ detail }) =>
    detail === 'packed'
      ? 'it is packed in a way that is not read here. Unpack it, or pack it as .zip.'
      : 'it is not text. Give a .csv, an .xlsx or an AW319 message.',
  'unsupported-encoding': () =>
    'its character set is not supported. Save it as UTF-8, or give the character set with --encoding.',
  'legacy-xls': () => 'it is an old Excel file (.xls). Open the file in Excel and save it as .xlsx or .csv.',
  'open-document': () =>
    'it is an OpenDocument file (.ods). Open it in LibreOffice or Excel and save it as .xlsx or .csv.',
  'encrypted-workbook': () => 'it is protected with a password. Open it in Excel, remove the password and save it.',
  'not-a-workbook': ({ detail }) =>
    NO_WORKBOOK[String(detail)] ?? 'it is a zip file, but not an Excel workbook. Save the data as .xlsx or .csv.',
  'damaged-zip': ({ detail }) =>
    `the ${detail === 'gzip' ? 'packed file' : 'workbook'} is damaged or incomplete. Download or export the file again.`,
  'damaged-workbook': () =>
    'a part of the workbook is damaged. Open the file in Excel, let Excel repair it and save it as .xlsx.',
  'doctype-in-xml': () =>
    'it contains a DOCTYPE, which does not belong in a workbook and is unsafe. Open the file in Excel and save it as .xlsx.',
  'no-sheets': () => 'it has no worksheets with cells. Put the data on a worksheet and save it.',
  pdf: () => 'it is a PDF. Export the data itself, as .csv or .xlsx.',
  gzip: () => 'it is packed (gzip). Unpack it and give the file inside.',
  'zip-archive': ({ detail }) =>
    detail === 'packed-workbook'
      ? 'it is a workbook or zip file in a zip archive. Unpack the archive and give the workbook itself.'
      : 'it is a zip archive. Unpack it and give the files inside.',
  'xml-message': ({ message, detail }) =>
    XML[String(detail)] ??
    `it is an ${message === undefined ? 'XML or HTML file' : `XML message, ${name(String(message))}`}. Give the AW319 message, or an export as .csv or .xlsx.`,
  'ei-message': eiMessage,
  'limit-exceeded': limitExceeded,
};

function eiMessage({ message, version }: LooseFacts): string {
  if (String(message).startsWith('AW320') && /^1\.[34]$/.test(String(version)))
    return `it is an ${name(String(message))}, version ${name(String(version))}: the answer to a declaration. Read it with tzt return.`;
  return `it is an EI message${message === undefined ? '' : ` (${name(String(message))}, version ${name(String(version))})`}, but not the AW319${message === undefined ? '' : ' 1.3 or 1.4'} that is read here. Give the AW319 message of this claim, or an export as .csv or .xlsx.`;
}

function limitExceeded({ limit, value, maximum }: LooseFacts): string {
  const key = String(limit ?? '');
  const what = Object.hasOwn(LIMITS, key) ? LIMITS[key as keyof Limits] : name(key);
  const met = key === '' ? '' : `, with ${value === undefined ? 'too many' : shown(value)} ${what}`;
  const most = maximum === undefined ? '' : `; the maximum is ${shown(maximum)}`;
  const setting = key === '' ? 'limits' : `limits.${name(key)}`;
  return `it is too large${met}${most}. If the file is right, raise ${setting} in tzt.config.json.`;
}

function shown(value: string | number): string {
  return typeof value === 'number' ? number(value) : name(value);
}
