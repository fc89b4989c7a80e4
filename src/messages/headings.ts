import type { ClaimField, RegisterField } from '../parse/columns.ts';
import type { About } from './catalogue.ts';

/** What a column is called when the file has none of that name: the canonical headings of the contract. */
const HEADINGS: Readonly<Record<ClaimField | RegisterField, string>> = {
  client: 'clientnummer',
  bsn: 'bsn',
  code: 'prestatiecode',
  start: 'begindatum',
  end: 'einddatum',
  quantity: 'aantal',
  unit: 'eenheid',
  minutes: 'minuten',
  hours: 'uren',
  reference: 'referentienummer',
  corrects: 'referentienummer_voorgaand',
  debitCredit: 'debet_credit',
  law: 'wet',
  rate: 'tarief',
  amount: 'bedrag',
  provider: 'agb',
  insurer: 'uzovi',
  invoice: 'factuurnummer',
  invoiceDate: 'factuurdatum',
  form: 'leveringsvorm',
  indication: 'indicatie',
  death: 'overlijdensdatum',
};

/** The heading of a field: as the file has it, else as the contract has it. A field of another format keeps its own name. */
export function headingOf(field: string, about: About): string {
  return about.places[0]?.column || (Object.hasOwn(HEADINGS, field) ? HEADINGS[field as keyof typeof HEADINGS] : field);
}
