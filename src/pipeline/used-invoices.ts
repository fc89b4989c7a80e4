import { digestOf } from '../domain/digest.ts';
import { eiField, eiHeading } from '../domain/ei-layout.ts';
import type { Finding, Severity } from '../domain/finding.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { RunInput } from '../domain/run.ts';
import type { EiData } from '../parse/ei-rules.ts';

const NUMBER = eiField('0116');

/**
 * Messages whose invoice number was sent before: with a booked run other than `except`, or in another message of the same delivery.
 * Test messages are no invoices.
 */
export function usedInvoices(
  inputs: readonly RunInput[],
  ledger: Ledger,
  except: readonly string[],
  severity: Severity,
): Finding[] {
  return inputs.flatMap(({ invoice, test }, input) => {
    if (invoice === undefined || test) return [];
    const { number, payee } = invoice;
    const run = ledger.runsWithInvoice(number, payee).find((booked) => !except.includes(booked)) ?? null;
    const other = inputs
      .slice(0, input)
      .find((before) => !before.test && before.invoice?.number === number && before.invoice.payee === payee);
    if (run === null && other === undefined) return [];
    const { number: field, name, start: from, end: to } = NUMBER;
    const data: EiData<'ei-invoice-used'> = { field, name, from, to, found: number, run, file: other?.name ?? null };
    const place = { input, row: 1, column: eiHeading(NUMBER), cell: null, reference: null };
    const identity = digestOf([number, payee]);
    return [
      { rule: 'ei-invoice-used', severity, client: null, month: null, places: [place], data, identity, lines: [] },
    ];
  });
}
