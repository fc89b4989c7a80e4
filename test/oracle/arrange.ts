import type { ClaimRow, ClientRow, Delivery, PeriodRow, WrittenDate } from './delivery.ts';
import { randomFrom } from './random.ts';

/** The rows of one file or worksheet, below its header. null is a blank row. */
export interface Sheet<R> {
  readonly file: string;
  /** null for a CSV. */
  readonly sheet: string | null;
  readonly rows: readonly (R | null)[];
  /** The row the header stands on; 1 unless a title stands above it. */
  readonly headerRow?: number;
}

/** A delivery laid out over files, in the order the files are given. */
export interface Arranged {
  readonly claims: readonly Sheet<ClaimRow>[];
  readonly deliveryForms: Sheet<PeriodRow> | null;
  readonly indications: Sheet<PeriodRow> | null;
  readonly clients: Sheet<ClientRow> | null;
  readonly asOf: WrittenDate;
}

/** Lays a delivery out as CSV files: the claims cut into `files` of them, and shuffled first when a seed is given. */
export function arrangeAsFiles(delivery: Delivery, files = 1, shuffleSeed?: number): Arranged {
  const claims = shuffleSeed === undefined ? delivery.claims : randomFrom(shuffleSeed).shuffled(delivery.claims);
  const perFile = Math.ceil(claims.length / files);
  return {
    claims: Array.from({ length: files }, (_, index) => ({
      file: files === 1 ? 'declaraties.csv' : `declaraties-${String(index + 1).padStart(2, '0')}.csv`,
      sheet: null,
      rows: claims.slice(index * perFile, (index + 1) * perFile),
    })),
    deliveryForms: optional('leveringsvormen.csv', null, delivery.deliveryForms),
    indications: optional('indicaties.csv', null, delivery.indications),
    clients: optional('clienten.csv', null, delivery.clients),
    asOf: delivery.asOf,
  };
}

/** Lays a delivery out as one workbook with a sheet per role. */
export function arrangeAsWorkbook(delivery: Delivery, file = 'levering.xlsx'): Arranged {
  return {
    claims: [{ file, sheet: 'Declaraties', rows: delivery.claims }],
    deliveryForms: optional(file, 'Leveringsvormen', delivery.deliveryForms),
    indications: optional(file, 'Indicaties', delivery.indications),
    clients: optional(file, 'Cliënten', delivery.clients),
    asOf: delivery.asOf,
  };
}

/** Where a row stands, as `file:row` or `file#sheet:row`; `index` counts the rows below the header from 0. */
export function placeOf(sheet: Sheet<unknown>, index: number): string {
  return `${sheet.file}${sheet.sheet === null ? '' : `#${sheet.sheet}`}:${(sheet.headerRow ?? 1) + 1 + index}`;
}

function optional<R>(file: string, sheet: string | null, rows: readonly R[] | null): Sheet<R> | null {
  return rows === null ? null : { file, sheet, rows };
}
