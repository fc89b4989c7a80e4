import type { About } from '../catalogue.ts';
import { headingOf } from '../headings.ts';
import { shortened } from '../plain.ts';
import { enForms } from './forms.ts';

/** `Client C1001, March 2026`, as far as known. */
export function clientMonth({ client, month }: About): string {
  const parts = [
    ...(client === null ? [] : [`client ${shortened(client)}`]),
    ...(month === null ? [] : [enForms.month(month)]),
  ];
  return capitalised(parts.length === 0 ? 'unknown client' : parts.join(', '));
}

/** `Row 12, column “Begindatum”`. */
export function cell(field: string, about: About): string {
  const row = about.places[0]?.row;
  return capitalised(`${row === undefined ? '' : `row ${row}, `}column ${enForms.quote(headingOf(field, about))}`);
}

/** `Row 12`. */
export function row(about: About): string {
  const number = about.places[0]?.row;
  return number === undefined ? 'A row' : `Row ${number}`;
}

/** `“workbook.xlsx”, sheet “April”`; `sheetRead` names the sheet where the place does not. */
export function file({ places }: About, sheetRead?: string | number): string {
  const place = places[0];
  if (place === undefined) return 'A file';
  const sheet = place.sheet ?? sheetRead;
  return `${enForms.quoteName(place.input)}${sheet === undefined ? '' : `, sheet ${enForms.quoteName(String(sheet))}`}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
