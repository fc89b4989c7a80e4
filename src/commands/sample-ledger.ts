import type { BookedLine, Ledger } from '../domain/ledger.ts';

/** What was sent before in the samples: two lines of February and their invoice, so that the months of the other samples have nothing booked. */
const BOOKED: readonly Pick<BookedLine, 'client' | 'reference'>[] = [
  { client: 'C3001', reference: 'B1' },
  { client: 'C3002', reference: 'B2' },
];

const RUN = '20260302-090000-b00ed1';
/** The invoice number of the message those lines went with. */
const INVOICE = { number: 'F-2026-02', payee: '41999999' };

/** The bookings samples are judged with. `pseudonym`: the name a clientnummer has in the store. */
export function sampleLedger(pseudonym: (clientNumber: string) => string): Ledger {
  const lines = BOOKED.map(({ client, reference }) => ({
    run: RUN,
    client: pseudonym(client),
    month: '2026-02',
    code: '1062',
    first: '2026-02-02',
    last: '2026-02-15',
    minutes: 90,
    credit: false,
    reference,
    corrects: '',
    insurer: '',
  }));
  return {
    ofMonth: (client, month) => lines.filter((line) => line.client === client && line.month === month),
    bearing: (reference) => lines.filter((line) => line.reference === reference),
    naming: (reference) => lines.filter((line) => line.corrects === reference),
    hasMonth: (month, exceptRuns) => lines.some((line) => line.month === month && !exceptRuns.includes(line.run)),
    runsWithFile: () => [],
    runsWithInvoice: (number, payee) => (number === INVOICE.number && payee === INVOICE.payee ? [RUN] : []),
  };
}
