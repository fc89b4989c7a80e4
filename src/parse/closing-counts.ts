/** The fields of the closing record (99) that count records, with the kinds of record each counts: the same in AW319 and AW320. */
export const CLOSING_COUNTS = [
  ['9902', ['02']],
  ['9903', ['03']],
  ['9904', ['04']],
  ['9905', ['98']],
  ['9906', ['02', '03', '04', '98']],
] as const;
