import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import { workbookSpans } from '../../src/readers/xlsx-spans.ts';
import { memorySource, zipOf } from './xlsx-build.ts';

async function spansOf({ names = '', sheet = '' }: { names?: string; sheet?: string }) {
  const zip = zipOf([
    { name: 'xl/workbook.xml', data: `<workbook xmlns="w"><definedNames>${names}</definedNames></workbook>` },
    { name: 'xl/worksheets/sheet1.xml', data: `<worksheet xmlns="w">${sheet}</worksheet>` },
  ]);
  const { parts: _, ...spans } = await workbookSpans(memorySource(zip), DEFAULT_LIMITS);
  return spans;
}

describe('what a workbook has besides its cells', () => {
  it('is nothing in a plain one', async () => {
    expect(await spansOf({})).toEqual({ validated: 0, merged: 0, named: 0, otherNames: 0 });
  });

  it('counts every cell under a data validation, of all its ranges', async () => {
    const sheet =
      '<dataValidations><dataValidation sqref="A1:B10 D4"/><dataValidation sqref="A1:XFD1048576"/></dataValidations>';
    expect((await spansOf({ sheet })).validated).toBe(21 + 16_384 * 1_048_576);
  });

  it('counts merged cells', async () => {
    expect(
      (await spansOf({ sheet: '<mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="E1:E2"/></mergeCells>' })).merged,
    ).toBe(8);
  });

  it('counts the cells of ranges with a name, whatever their sheet is called', async () => {
    const names = ['Blad1!$A$1:$B$2', "'Mijn, blad!'!$C$3", 'Blad1!$A:$B,Blad1!$1:$3', "'It''s'!$A$1:$A$9"];
    expect(
      await spansOf({ names: names.map((range) => `<definedName name="n">${range}</definedName>`).join('') }),
    ).toMatchObject({
      named: 4 + 1 + 9,
      otherNames: 0,
    });
  });

  it('tells names of formulas and constants apart', async () => {
    const names =
      '<definedName name="a">OFFSET(Blad1!$A$1,0,0,5,1)</definedName><definedName name="b">390</definedName><definedName name="c">#REF!</definedName>';
    expect((await spansOf({ names })).otherNames).toBe(3);
  });

  it('names the files in the zip', async () => {
    const zip = zipOf([{ name: 'xl/vbaProject.bin', data: 'x' }]);
    expect((await workbookSpans(memorySource(zip), DEFAULT_LIMITS)).parts).toEqual(['xl/vbaproject.bin']);
  });
});
