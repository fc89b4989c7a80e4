import type { LostPart } from '../../messages/copy-labels.ts';

/** Parts of a workbook that exceljs reads past, by the names of their files in the zip (lower case). */
const PARTS: readonly { readonly part: LostPart; readonly names: RegExp }[] = [
  { part: 'charts', names: /^xl\/(?:charts|chartsheets|drawings\/charts)\// },
  { part: 'pivot-tables', names: /^xl\/pivot(?:tables|cache)\// },
  { part: 'macros', names: /(?:^|\/)vbaproject\.bin$/ },
  { part: 'controls', names: /^xl\/(?:ctrlprops|activex)\// },
  { part: 'shapes', names: /^xl\/diagrams\// },
  { part: 'embedded-files', names: /^xl\/embeddings\// },
  { part: 'slicers', names: /^xl\/(?:slicers|slicercaches|timelines|timelinecaches)\// },
  { part: 'links', names: /^xl\/externallinks\// },
  { part: 'queries', names: /^xl\/(?:connections\.xml$|querytables\/|model\/)/ },
  { part: 'threaded-comments', names: /^xl\/threadedcomments\// },
  { part: 'signature', names: /^_xmlsignatures\// },
  { part: 'label', names: /^docmetadata\// },
  { part: 'ribbon', names: /^customui\// },
  { part: 'shared-changes', names: /^xl\/revisions\// },
];

/**
 * What a copy of a workbook loses, told by the names of the files in its zip and by names that are no ranges. A drawing that comes with neither picture nor chart is one of shapes;
 * what has no file of its own, such as sparklines, cannot be told this way.
 */
export function lostParts({
  parts: names,
  otherNames,
}: {
  readonly parts: readonly string[];
  readonly otherNames: number;
}): LostPart[] {
  const lost = PARTS.filter((part) => names.some((name) => part.names.test(name))).map(({ part }) => part);
  const isDrawn = names.some((name) => /^xl\/drawings\/drawing\d*\.xml$/.test(name));
  const isExplained = names.some((name) => /^xl\/(?:media|charts)\//.test(name));
  if (isDrawn && !isExplained && !lost.includes('shapes')) lost.push('shapes');
  if (otherNames > 0) lost.push('names');
  return lost;
}
