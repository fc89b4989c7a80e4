import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/domain/run.ts';
import { type Files, validated } from './delivered.ts';
import { workbookOf } from './workbooks.ts';

const SAMPLES = new URL('../../samples/', import.meta.url);

/** The CSV files of a sample folder as text. */
function sample(name: string): Readonly<Record<string, string>> {
  const folder = new URL(`${name}/`, SAMPLES);
  const names = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  const texts = names.map((file) => [file, textOf(readFileSync(new URL(file, folder)))] as const);
  // A blank file is unreadable, a blank sheet is not.
  return Object.fromEntries(texts.filter(([, text]) => text.trim() !== ''));
}

const textOf = (bytes: Buffer) => {
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  return text.includes('\ufffd') ? iconv.decode(bytes, 'windows-1252') : text;
};

/** The same tables as one workbook of texts, a sheet for each file. */
async function asWorkbook(files: Readonly<Record<string, string>>): Promise<Files> {
  const sheets = Object.entries(files).map(([name, text]) => {
    const rows: string[][] = parse(text, { delimiter: ';', relax_column_count: true, skip_empty_lines: false });
    return [name, rows.map((row) => row.map((cell) => (cell === '' ? null : cell)))] as const;
  });
  return { 'levering.xlsx': await workbookOf(Object.fromEntries(sheets)) };
}

/** What was found, apart from how the files were written. */
function found({ findings, summary, unreadableRows, ignoredCodes, notChecked, run }: RunResult) {
  return {
    findings: findings
      .filter(({ rule }) => rule !== 'assumed-encoding')
      .map(({ rule, client, month, data, places }) => {
        const rows = places.map(({ input, sheet, row, column }) => `${sheet ?? input}:${row} ${column}`);
        // Within its facts a finding names the file, where a workbook has one name for all of them.
        return JSON.stringify([rule, client, month, data, rows]).replaceAll(/"input":"[^"]*"/g, '"input":""');
      })
      .sort(),
    lines: summary.lines,
    minutes: summary.minutes,
    amounts: summary.amountCents,
    verdict: run.verdict,
    unreadableRows,
    ignoredCodes,
    notChecked,
  };
}

describe.each(['goede-maand', 'alle-regels'])('the delivery %s', (name) => {
  const files = sample(name);
  const written = (write: (text: string) => string | Uint8Array) =>
    Object.fromEntries(Object.entries(files).map(([file, text]) => [file, write(text)]));

  it.each([
    ['in Windows-1252', (text: string) => iconv.encode(text, 'windows-1252')],
    ['in UTF-16', (text: string) => iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['in UTF-8 with a mark', (text: string) => `\ufeff${text}`],
    ['with line feeds only', (text: string) => text.replaceAll('\r\n', '\n')],
    ['with carriage returns only', (text: string) => text.replaceAll('\r\n', '\r').replaceAll('\n', '\r')],
  ])('has the same findings %s', async (_, write) => {
    expect(found(await validated(written(write)))).toEqual(found(await validated(files)));
  });

  it('has the same findings as a workbook, but for the rows that only a CSV can cut short', async () => {
    const [csv, xlsx] = [found(await validated(files)), found(await validated(await asWorkbook(files)))];
    const ragged = (texts: readonly string[]) => texts.filter((text) => text.startsWith('["ragged-row"'));
    const others = (texts: readonly string[]) => texts.filter((text) => !text.startsWith('["ragged-row"'));
    if (ragged(csv.findings).length === 0) expect(xlsx).toEqual(csv);
    expect(others(xlsx.findings)).toEqual(expect.arrayContaining(others(csv.findings)));
    expect(xlsx.lines.total).toBe(csv.lines.total);
  });
});
