import { hoursText } from '../domain/minutes.ts';
import type { Row } from '../domain/table.ts';
import { type IntakeLog, shown } from './intake-log.ts';
import type { Layout } from './layout.ts';
import { type DecimalReading, readQuantity } from './quantity.ts';

/** Whole minutes with their sign, and the minutes of the unit they were given in. */
export interface ReadMinutes {
  readonly minutes: number;
  readonly unitMinutes: number;
}

/** Reads the quantity of a row from `aantal` with `eenheid`, else `minuten`, else `uren`: the first of them that is filled. Null when there is none to read, which is reported. */
export function readMinutes(row: Row, layout: Layout, reading: DecimalReading, log: IntakeLog): ReadMinutes | null {
  const source = filledQuantity(row, layout);
  if (source === null) return null;
  const { column, field, unit } = source;
  const text = column === null ? '' : (row.cells[column] ?? '');
  if (column === null || text.trim() === '') {
    log.row('missing-value', row, column ?? source.reportAt, { field });
    return null;
  }
  const quantity = readQuantity(text, unit, row.kinds?.[column] ?? 'text', reading);
  if (quantity.ok) {
    if (quantity.minutes === 0) log.row('zero-quantity', row, column, { value: shown(text) });
    return quantity;
  }
  const value = shown(text);
  switch (quantity.rule) {
    case 'invalid-number':
      log.row('invalid-number', row, column, { field, value, decimal: reading.settled ? reading.sign : null });
      break;
    case 'unit-not-time':
      log.row('unit-not-time', row, layout.columns.get('unit') ?? column, { value: shown(unit) });
      break;
    case 'missing-value':
      log.row('missing-value', row, layout.columns.get('unit') ?? column, { field: 'unit' });
      break;
    case 'fractional-minutes':
      log.row('fractional-minutes', row, column, { value, below: quantity.below, unitMinutes: quantity.unitMinutes });
      break;
    case 'ambiguous-time': {
      const { asClock, asDecimal } = quantity;
      log.row('ambiguous-time', row, column, { value, asClock: hoursText(asClock), asDecimal: hoursText(asDecimal) });
      break;
    }
  }
  return null;
}

interface QuantitySource {
  /** null when no quantity cell of the row is filled. */
  readonly column: number | null;
  readonly field: 'quantity' | 'minutes' | 'hours';
  readonly unit: string;
  readonly reportAt: number;
}

function filledQuantity(row: Row, layout: Layout): QuantitySource | null {
  const unitColumn = layout.columns.get('unit');
  const unit = unitColumn === undefined ? '' : (row.cells[unitColumn] ?? '').trim();
  const sources = (
    [
      { field: 'quantity', unit },
      { field: 'minutes', unit: 'min' },
      { field: 'hours', unit: 'uur' },
    ] as const
  ).flatMap(({ field, unit: unitOfField }) => {
    const column = layout.columns.get(field);
    return column === undefined ? [] : [{ column, field, unit: unitOfField, reportAt: column }];
  });
  // Without a unit column a bare `aantal` means nothing; the missing column has been reported once for the file.
  const usable = sources.filter(
    ({ field }) => field !== 'quantity' || unitColumn !== undefined || sources.length === 1,
  );
  const filled = usable.find(({ column }) => (row.cells[column] ?? '').trim() !== '');
  if (filled) return filled.field === 'quantity' && unitColumn === undefined ? null : filled;
  const first = usable[0];
  return first === undefined || (first.field === 'quantity' && unitColumn === undefined)
    ? null
    : { ...first, column: null };
}
