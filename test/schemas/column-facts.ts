import type columns from '../../schemas/columns.json';

/** What the published descriptors and templates say of a column besides its heading and aliases. */
export interface ColumnFact {
  /** In the words of the Frictionless Table Schema. */
  readonly type: 'string' | 'date' | 'integer' | 'number';
  readonly nl: string;
  readonly en: string;
  readonly required?: true;
  readonly values?: readonly string[];
  readonly pattern?: string;
  /** In the example row of the template; null: the column is not in it, since another one says the same. */
  readonly example: string | null;
}

type Facts = {
  readonly [Role in keyof typeof columns]: { readonly [Field in keyof (typeof columns)[Role]]: ColumnFact };
};

const CLIENT = {
  type: 'string',
  nl: 'Nummer van de cliënt in uw zorgsysteem. Met het clientnummer of het BSN worden de bestanden aan elkaar gekoppeld; één van de twee is genoeg.',
  en: 'Number of the client in your care system. Files are joined by this number or by the BSN; one of the two is enough.',
} as const;
const BSN = {
  type: 'string',
  nl: 'Burgerservicenummer, negen cijfers. Mag leeg blijven als het clientnummer er staat. Komt in geen enkel rapport.',
  en: 'Citizen service number, nine digits. May be empty when the client number is there. Appears in no report.',
  example: '',
} as const;
const FIRST = {
  type: 'date',
  nl: 'Eerste dag, dd-mm-jjjj (jjjj-mm-dd en jjjjmmdd mogen ook).',
  en: 'First day, dd-mm-yyyy (yyyy-mm-dd and yyyymmdd are read too).',
  required: true,
} as const;
const OPEN_END = {
  type: 'date',
  nl: 'Laatste dag, die zelf meetelt. Leeg: loopt nog.',
  en: 'Last day, itself included. Empty: still running.',
  example: '',
} as const;

/** Every column of every role. A heading added to schemas/columns.json asks for a fact here: the compiler says so. */
export const COLUMN_FACTS: Facts = {
  claims: {
    client: { ...CLIENT, example: 'C1001' },
    bsn: BSN,
    code: {
      type: 'string',
      nl: 'Prestatiecode. De technologiecodes (1062, H138, H139, H306) worden beoordeeld, andere alleen geteld.',
      en: 'Code of the service. Technology codes (1062, H138, H139, H306) are judged, others only counted.',
      required: true,
      example: '1062',
    },
    start: {
      ...FIRST,
      nl: 'Eerste dag van de zorg, dd-mm-jjjj. De regel telt in de maand van deze dag.',
      en: 'First day of the care, dd-mm-yyyy. The line counts in the month of this day.',
      example: '01-03-2026',
    },
    end: {
      type: 'date',
      nl: 'Laatste dag van de zorg, die zelf meetelt; leeg is gelijk aan begindatum. Moet in dezelfde maand liggen.',
      en: 'Last day of the care, itself included; empty means the begindatum. Must lie in the same month.',
      example: '31-03-2026',
    },
    quantity: {
      type: 'string',
      nl: 'Hoeveelheid in de eenheid ernaast: 6,5 of 6:30 (uren en minuten) of 390. Een minteken maakt er een credit van.',
      en: 'Quantity in the unit beside it: 6,5 or 6:30 (hours and minutes) or 390. A minus makes it a credit.',
      example: '6,5',
    },
    unit: {
      type: 'string',
      nl: 'Eenheid van aantal: minuut (01), kwartier (02), half uur (03), uur (04), 5 minuten (07) of 10 minuten (08).',
      en: 'Unit of aantal: minuut (01), kwartier (02), half uur (03), uur (04), 5 minuten (07) or 10 minuten (08).',
      example: 'uur',
    },
    minutes: {
      type: 'integer',
      nl: 'Minuten, in plaats van aantal en eenheid.',
      en: 'Minutes, instead of aantal and eenheid.',
      example: null,
    },
    hours: {
      type: 'string',
      nl: 'Uren (6,5 of 6:30), in plaats van aantal en eenheid.',
      en: 'Hours (6,5 or 6:30), instead of aantal and eenheid.',
      example: null,
    },
    reference: {
      type: 'string',
      nl: 'Uw nummer van deze regel. Nodig om credits en eerdere declaraties te herkennen.',
      en: 'Your number of this line. Needed to recognise credits and earlier claims.',
      example: 'R-2026-03-0001',
    },
    corrects: {
      type: 'string',
      nl: 'Bij een credit: het referentienummer van de regel die wordt teruggenomen.',
      en: 'For a credit: the referentienummer of the line that is taken back.',
      example: '',
    },
    debitCredit: {
      type: 'string',
      nl: 'D (declareren) of C (crediteren); leeg is D.',
      en: 'D (debit) or C (credit); empty is D.',
      values: ['D', 'C'],
      example: 'D',
    },
    law: {
      type: 'string',
      nl: 'Zvw of Wlz; wordt vergeleken met de prestatiecode.',
      en: 'Zvw or Wlz; compared with the prestatiecode.',
      example: 'Zvw',
    },
    rate: { type: 'number', nl: 'Tarief per eenheid in euro’s.', en: 'Rate per unit in euros.', example: '60,00' },
    amount: {
      type: 'number',
      nl: 'Bedrag in euro’s; wordt vergeleken met tarief × aantal.',
      en: 'Amount in euros; compared with tarief × aantal.',
      example: '390,00',
    },
    provider: {
      type: 'string',
      nl: 'AGB-code van de zorgaanbieder, acht cijfers.',
      en: 'AGB code of the provider, eight digits.',
      pattern: '[0-9]{8}',
      example: '41999001',
    },
    insurer: {
      type: 'string',
      nl: 'UZOVI-nummer van de verzekeraar, vier cijfers.',
      en: 'UZOVI number of the insurer, four digits.',
      pattern: '[0-9]{4}',
      example: '9999',
    },
    invoice: { type: 'string', nl: 'Factuurnummer.', en: 'Invoice number.', example: '' },
    invoiceDate: { type: 'date', nl: 'Factuurdatum, dd-mm-jjjj.', en: 'Invoice date, dd-mm-yyyy.', example: '' },
  },
  deliveryForms: {
    client: { ...CLIENT, example: 'C1002' },
    bsn: BSN,
    form: {
      type: 'string',
      nl: 'VPT, MPT, PGB, verblijf, DTV of VKB, of het iWlz-nummer (5, 7, 2, 4, 8, 9).',
      en: 'VPT, MPT, PGB, verblijf, DTV or VKB, or the iWlz number (5, 7, 2, 4, 8, 9).',
      required: true,
      example: 'MPT',
    },
    start: { ...FIRST, example: '01-01-2026' },
    end: OPEN_END,
  },
  indications: {
    client: { ...CLIENT, example: 'C1001' },
    bsn: BSN,
    indication: {
      type: 'string',
      nl: 'wijkverpleging (of Zvw) of Wlz.',
      en: 'wijkverpleging (or Zvw) or Wlz.',
      required: true,
      example: 'wijkverpleging',
    },
    start: { ...FIRST, example: '01-01-2026' },
    end: OPEN_END,
  },
  clients: {
    client: { ...CLIENT, example: 'C1003' },
    bsn: BSN,
    death: {
      type: 'date',
      nl: 'Datum van overlijden, dd-mm-jjjj; leeg voor wie leeft.',
      en: 'Date of death, dd-mm-yyyy; empty for the living.',
      example: '21-02-2026',
    },
  },
};
