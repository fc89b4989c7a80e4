import type { About } from '../catalogue.ts';
import { headingOf } from '../headings.ts';
import { shortened } from '../plain.ts';
import { nlForms } from './forms.ts';

/** `Cliënt C1001, maart 2026`, as far as known. */
export function clientMonth({ client, month }: About): string {
  const parts = [
    ...(client === null ? [] : [`cliënt ${shortened(client)}`]),
    ...(month === null ? [] : [nlForms.month(month)]),
  ];
  return capitalised(parts.length === 0 ? 'onbekende cliënt' : parts.join(', '));
}

/** `Rij 12, kolom „Begindatum”`. */
export function cell(field: string, about: About): string {
  const row = about.places[0]?.row;
  return capitalised(`${row === undefined ? '' : `rij ${row}, `}kolom ${nlForms.quote(headingOf(field, about))}`);
}

/** `Rij 12`. */
export function row(about: About): string {
  const number = about.places[0]?.row;
  return number === undefined ? 'Een rij' : `Rij ${number}`;
}

/** `„werkmap.xlsx”, blad „April”`; `sheetRead` names the sheet where the place does not. */
export function file({ places }: About, sheetRead?: string | number): string {
  const place = places[0];
  if (place === undefined) return 'Een bestand';
  const sheet = place.sheet ?? sheetRead;
  return `${nlForms.quoteName(place.input)}${sheet === undefined ? '' : `, blad ${nlForms.quoteName(String(sheet))}`}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
