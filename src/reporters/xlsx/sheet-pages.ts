/** What a workbook takes at most. */
export interface WorkbookLimits {
  /** Rows of a worksheet, the header included. */
  readonly rows: number;
  /** Characters of a cell. */
  readonly cellCharacters: number;
  /** Links of a worksheet; what comes after is shown without a link. */
  readonly links: number;
}

/** What the cells of a workbook are written with. */
export interface WritingTerms {
  readonly limits: WorkbookLimits;
  /** Shows that a text was cut. */
  readonly cutMark: string;
}

/** The limits of Excel. Beyond its 65,530 links it calls a workbook damaged. */
export const EXCEL_LIMITS: WorkbookLimits = { rows: 1_048_576, cellCharacters: 32_767, links: 65_530 };

/** The sheet and row of the data row with that index, counted from 0, in a table that continues on a second sheet when the first is full. */
export function positionOf(name: string, index: number, limits: WorkbookLimits): { sheet: string; row: number } {
  const perSheet = limits.rows - 1;
  return { sheet: pageName(name, Math.floor(index / perSheet)), row: (index % perSheet) + 2 };
}

/** The name of a page of a table, counted from 0: `Bevindingen`, `Bevindingen (2)`. */
export function pageName(name: string, page: number): string {
  return page === 0 ? name : `${name} (${page + 1})`;
}
