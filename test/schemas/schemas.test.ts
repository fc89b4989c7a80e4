import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import exceljs from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { SCHEMAS, TEMPLATE_FILES } from '../../src/commands/schema-list.ts';
import { ROLES } from '../../src/domain/role.ts';
import { validate } from '../../src/index.ts';
import { PolicyFile, policyJsonSchema } from '../../src/policies.ts';
import { contentsOf } from '../samples/workbook.ts';
import { columnsOf, tableSchema } from './table-schema.ts';
import { csvTemplate, TEMPLATES, templateNotes, workbookTemplate } from './templates.ts';

const FOLDER = fileURLToPath(new URL('../../schemas', import.meta.url));
const read = (name: string) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as unknown;
const text = (json: unknown) => `${JSON.stringify(json, null, 2)}\n`;

describe('schemas/policy.schema.json', () => {
  it('is fresh', async () => {
    await expect(text(policyJsonSchema())).toMatchFileSnapshot('../../schemas/policy.schema.json');
  });

  it.each(['2015-2019.json', '2020.json'])('takes the policy that ships: %s', (file) => {
    const fits = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(policyJsonSchema());
    const policy = read(join('policies', file));
    expect(fits(policy), JSON.stringify(fits.errors)).toBe(true);
    expect(fits({ ...(policy as object), cap: 390 })).toBe(false);
    expect(PolicyFile.safeParse(policy).success).toBe(true);
  });
});

describe('the descriptors of the input files', () => {
  it.each(ROLES)('%s is fresh', async (role) => {
    await expect(text(tableSchema(role))).toMatchFileSnapshot(`../../schemas/${role}.tableschema.json`);
  });

  it.each(ROLES)('%s: no heading or alias stands for two columns', (role) => {
    const names = columnsOf(role).flatMap(({ header, aliases }) => [header, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the templates', () => {
  it.each(TEMPLATES)('$file is fresh', async ({ role, file }) => {
    await expect(csvTemplate(role)).toMatchFileSnapshot(`../../schemas/templates/${file}`);
  });

  it('their notes are fresh', async () => {
    await expect(templateNotes()).toMatchFileSnapshot('../../schemas/templates/LEESMIJ.md');
  });

  it('the workbook is fresh; TZT_WRITE_EXAMPLES=1 writes it', async () => {
    const path = join(FOLDER, 'templates/sjabloon.xlsx');
    const bytes = Buffer.from(await workbookTemplate().xlsx.writeBuffer());
    if (process.env.TZT_WRITE_EXAMPLES === '1') writeFileSync(path, bytes);
    const [kept, fresh] = [new exceljs.Workbook(), new exceljs.Workbook()];
    await kept.xlsx.readFile(path);
    // The types of exceljs are older than those of Node: a Buffer is what it takes.
    await fresh.xlsx.load(bytes as unknown as exceljs.Buffer);
    const notes = (workbook: exceljs.Workbook) =>
      workbook.worksheets.map((sheet) =>
        (sheet.getRow(1).values as unknown[]).map((_, at) => at && noteOf(sheet.getCell(1, at))),
      );
    expect([contentsOf(kept), notes(kept)]).toEqual([contentsOf(fresh), notes(fresh)]);
    expect(notes(kept).flat().filter(Boolean).length).toBeGreaterThan(25);
  });

  describe.each(['CSV', 'workbook'])('filled as their example says, as %s', (form) => {
    let found: Awaited<ReturnType<typeof validate>>;
    beforeAll(async () => {
      const path = (name: string) => join(FOLDER, 'templates', name);
      const inputs = form === 'CSV' ? TEMPLATES.map(({ file }) => path(file)) : path('sjabloon.xlsx');
      found = await validate(inputs, { asOf: '2026-04-02', key: 'een wachtzin voor de proef' });
    });

    it('are approved, without a finding', () => {
      expect([found.verdict, found.result.findings, found.result.notChecked]).toEqual(['approved', [], []]);
    });

    it('every column is recognised, each in its role', () => {
      expect(found.result.inputs.map(({ role }) => role).sort()).toEqual([...ROLES].sort());
      expect(found.result.inputs.flatMap(({ unknownColumns }) => unknownColumns)).toEqual([]);
    });
  });

  it.each(TEMPLATES)('the example row of $file fits its descriptor', ({ role, file }) => {
    const cells =
      readFileSync(join(FOLDER, 'templates', file), 'utf8')
        .trimEnd()
        .split('\r\n')[1]
        ?.split(';') ?? [];
    const columns = columnsOf(role).filter(({ example }) => example !== null);
    expect(columns.filter((column, index) => !fits(cells[index] ?? '', column)).map(({ header }) => header)).toEqual(
      [],
    );
  });
});

describe('what tzt schema lists', () => {
  it.each(SCHEMAS)('$name is there, and is a document with a title', ({ file }) => {
    expect(read(file)).toMatchObject({ title: expect.any(String) as string });
  });

  it('the templates are those that are made', () => {
    expect([...TEMPLATE_FILES].sort()).toEqual(
      [...TEMPLATES.map(({ file }) => file), 'LEESMIJ.md', 'sjabloon.xlsx'].sort(),
    );
    for (const file of TEMPLATE_FILES) expect(existsSync(join(FOLDER, 'templates', file)), file).toBe(true);
  });
});

function noteOf(cell: exceljs.Cell): string {
  const { note } = cell as { note?: string | { texts?: { text: string }[] } };
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text: part }) => part).join('');
}

/** Whether a cell is what a descriptor says of its column. */
function fits(cell: string, { type, required, pattern, values }: ReturnType<typeof columnsOf>[number]): boolean {
  if (cell === '') return required !== true;
  const forms = { date: /^\d\d-\d\d-\d{4}$/, number: /^-?[\d.]+,\d\d$/, integer: /^-?\d+$/, string: /./ };
  return forms[type].test(cell) && (values?.includes(cell) ?? true) && new RegExp(`^(${pattern ?? '.+'})$`).test(cell);
}
