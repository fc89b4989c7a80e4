import { expect, it } from 'vitest';
import { lostParts } from '../../../src/reporters/copies/lost-parts.ts';

const PLAIN = [
  '[content_types].xml',
  'xl/workbook.xml',
  'xl/worksheets/sheet1.xml',
  'xl/styles.xml',
  'xl/sharedstrings.xml',
  'xl/theme/theme1.xml',
  'xl/comments1.xml',
  'xl/tables/table1.xml',
];

it('a plain workbook loses nothing', () => {
  expect(lostParts({ parts: PLAIN, otherNames: 0 })).toEqual([]);
});

it.each([
  ['charts', ['xl/drawings/drawing1.xml', 'xl/charts/chart1.xml']],
  ['charts', ['xl/chartsheets/sheet1.xml']],
  ['pivot-tables', ['xl/pivottables/pivottable1.xml']],
  ['macros', ['xl/vbaproject.bin']],
  ['controls', ['xl/ctrlprops/ctrlprop1.xml']],
  ['shapes', ['xl/drawings/drawing1.xml']],
  ['embedded-files', ['xl/embeddings/oleobject1.bin']],
  ['slicers', ['xl/slicers/slicer1.xml']],
  ['links', ['xl/externallinks/externallink1.xml']],
  ['queries', ['xl/connections.xml']],
  ['threaded-comments', ['xl/threadedcomments/threadedcomment1.xml']],
  ['signature', ['_xmlsignatures/sig1.xml']],
  ['label', ['docmetadata/labelinfo.xml']],
  ['ribbon', ['customui/customui14.xml']],
  ['shared-changes', ['xl/revisions/revisionheaders.xml']],
])('%s are lost when their files are in the zip', (part, names) => {
  expect(lostParts({ parts: [...PLAIN, ...names], otherNames: 0 })).toEqual([part]);
});

it('a picture is kept, so its drawing says nothing of shapes', () => {
  expect(lostParts({ parts: [...PLAIN, 'xl/drawings/drawing1.xml', 'xl/media/image1.png'], otherNames: 0 })).toEqual(
    [],
  );
});

it('a name of a formula is lost, whatever is in the zip', () => {
  expect(lostParts({ parts: PLAIN, otherNames: 1 })).toEqual(['names']);
});
