/** One line of a return message (AW320): a performance as it was declared, and what the payer made of it. */
export interface ReturnLine {
  /** The line of the file it stands on, from 1. */
  readonly row: number;
  /** Identificatie detailrecord (0402), that of the declared record; null when it cannot be read. */
  readonly detail: number | null;
  /** How reports may call the client: the clientnummer, else a pseudonym. */
  readonly client: string;
  /** The pseudonym of the client by the keys of this message. */
  readonly pseudonym: string;
  readonly code: string;
  /** First and last day, `jjjj-mm-dd`; null when they cannot be read. */
  readonly first: string | null;
  readonly last: string | null;
  /** Without sign; null when quantity and unit do not give minutes. */
  readonly minutes: number | null;
  readonly credit: boolean;
  /** Its own reference number (0431), a BSN in it hidden; '' when it has none. */
  readonly reference: string;
  /** Cents with their sign: declared (0429), computed by the payer (0481) and granted (0483); null when they cannot be read. */
  readonly declaredCents: number | null;
  readonly computedCents: number | null;
  readonly grantedCents: number | null;
  /** Return codes of the line itself; `0000` and blanks are none. */
  readonly codes: readonly string[];
  /** Return codes of the client record above it. */
  readonly clientCodes: readonly string[];
}

/** A fault of the message itself. Where it is about one record, `row` is its line in the file. */
export type ReturnFault =
  | { readonly fault: 'record-length'; readonly row: number; readonly length: number; readonly expected: number }
  | { readonly fault: 'unknown-record'; readonly row: number; readonly type: string }
  | { readonly fault: 'first-again' | 'after-last' | 'no-client-above'; readonly row: number }
  | { readonly fault: 'no-last' }
  | { readonly fault: 'stopped'; readonly detail: string }
  | {
      readonly fault: 'count' | 'total';
      readonly row: number;
      readonly field: string;
      readonly name: string;
      readonly found: number | null;
      readonly expected: number;
    };

/** Lines of codes that are no technology, per code: they are counted, and nothing of them is kept. */
export interface OtherReturns {
  readonly code: string;
  readonly lines: number;
  /** Those of which the whole amount was granted. */
  readonly granted: number;
}

/** A return message (AW320) as far as it was read. Texts hold no BSN. */
export interface ReturnMessage {
  /** Code of the message (0102): 188, 429 or 431. */
  readonly message: string;
  /** `1.3` or `1.4`. */
  readonly version: string;
  /** It answers a test message: nothing in it counts. */
  readonly test: boolean;
  /** UZOVI number of the payer; '' when it names none. */
  readonly insurer: string;
  /** The number the payer gave (0181); '' when none. */
  readonly payerReference: string;
  /** Day of the return message and of the invoice, `jjjj-mm-dd`; null when they cannot be read. */
  readonly dated: string | null;
  readonly invoiceDay: string | null;
  /** Invoice number of the declaration (0116). */
  readonly invoice: string;
  /** First and last day of the declared period; null when they cannot be read. */
  readonly periodFirst: string | null;
  readonly periodLast: string | null;
  /** Return codes of the message as a whole. */
  readonly codes: readonly string[];
  readonly lines: readonly ReturnLine[];
  readonly others: readonly OtherReturns[];
  /** Granted according to the last record (9909), with its sign, over all lines; null when it cannot be read or is not there. */
  readonly grantedCents: number | null;
  readonly faults: readonly ReturnFault[];
}
