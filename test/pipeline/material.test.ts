import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import columnNames from '../../schemas/columns.json' with { type: 'json' };
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import type { Row } from '../../src/domain/table.ts';
import { UnreadableSource } from '../../src/domain/unreadable-source.ts';
import { type ColumnNames, comparable } from '../../src/parse/columns.ts';
import { HEADER_WITHIN } from '../../src/parse/layout.ts';
import { readCsv } from '../../src/readers/csv.ts';
import { openWorkbook } from '../../src/readers/xlsx.ts';
import { bytesInChunks, deliver, sentences, validated } from './delivered.ts';

const MATERIAL = new URL('../material/', import.meta.url);

/** Every file of others that is kept here, but for what is said about them, messages, which are deliveries, and the schemas of CI servers. */
const FILES = readdirSync(MATERIAL, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/^(?:\.|SOURCES|LICEN)|\.(?:md|json)$/i.test(entry.name))
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(MATERIAL.pathname.length).replace(/^\/+/, ''))
  .filter((path) => !path.includes('licenses/') && !/^(?:aw319|ci)\//.test(path))
  .sort();

const bytesOf = (path: string) => readFileSync(new URL(path, MATERIAL));

describe('a file that was made elsewhere', () => {
  it('is one of many', () => {
    expect(FILES.filter((path) => path.endsWith('.csv')).length).toBeGreaterThan(30);
    expect(FILES.filter((path) => path.endsWith('.xlsx')).length).toBeGreaterThan(40);
  });

  it.each(FILES)('is read to its end, and is not taken for a delivery: %s', async (path) => {
    const result = await validated({ [path]: bytesOf(path) });
    expect(result.inputs.length).toBeGreaterThan(0);
    expect(result.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:unknown-role|unreadable-file)$/)]),
    );
    expect(result.run.verdict).toBe('rejected');
    expect(result.summary.lines.total).toBe(0);
    for (const sentence of sentences(result)) expect(sentence).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/u);
  });

  it.each(FILES)('loses no row when its columns are pointed out: %s', async (path) => {
    for (const { sheet, rows, reading } of await tablesOf(path)) {
      const header = rows.find((row) => row.row <= HEADER_WITHIN && headingsOf(row).length >= 2);
      if (header === undefined) continue;
      const [code = '', start = ''] = headingsOf(header);
      const names = pointedOut(code, start);
      const { inputs, claims } = await deliver(
        { [path]: bytesOf(path) },
        { ...reading, columnsFor: () => names, roles: { [path]: 'claims' } },
      );
      const input = inputs.find((one) => one.sheet === sheet);
      const expected = rows.filter((row) => row.row > header.row && !isBlank(row)).length;
      expect([sheet, input?.headerRow, input?.rows]).toEqual([sheet, header.row, expected]);
      const others = [...(claims?.ignored.values() ?? [])].reduce((sum, count) => sum + count, 0);
      expect(claims?.rows).toBe((claims?.technology ?? 0) + others + (claims?.unreadable ?? 0));
    }
  });
});

const isBlank = ({ cells, fault }: Row) => !fault && cells.every((cell) => !/[^\s\p{Cc}\p{Cf}]/u.test(cell));
const headingsOf = ({ cells, fault }: Row) => {
  const distinct = new Map(cells.map((cell) => [comparable(cell), cell]));
  distinct.delete('');
  return fault ? [] : [...distinct.values()];
};

/** The columns of claims, for a file that calls its code and its date otherwise. */
function pointedOut(code: string, start: string): ColumnNames {
  return { ...columnNames, claims: { code: { header: code, aliases: [] }, start: { header: start, aliases: [] } } };
}

interface Table {
  readonly sheet: string | null;
  readonly rows: readonly Row[];
  readonly reading: { readonly sheet?: string; readonly encoding?: string; readonly delimiter?: string };
}

/** What the reader gives of a file, table by table; nothing of what it cannot read. */
async function tablesOf(path: string): Promise<Table[]> {
  const source = bytesInChunks(bytesOf(path));
  if (!path.endsWith('.xlsx')) {
    const reading = { encoding: 'windows-1252', delimiter: path.endsWith('.tsv') ? '\t' : ',' };
    return [
      { sheet: null, reading, rows: await collected(readCsv(source.chunks(), { ...reading, limits: DEFAULT_LIMITS })) },
    ];
  }
  try {
    const workbook = await openWorkbook(source, DEFAULT_LIMITS);
    const tables: Table[] = [];
    for (const { name, rows } of workbook.sheets) {
      tables.push({ sheet: name, reading: { sheet: name }, rows: await collected(rows()) });
    }
    await workbook.close();
    return tables;
  } catch (error) {
    if (error instanceof UnreadableSource) return [];
    throw error;
  }
}

async function collected(batches: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}
