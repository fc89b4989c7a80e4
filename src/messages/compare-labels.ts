import type { Language } from '../domain/run.ts';

/** What two descriptions of one line may differ in. */
type Difference = 'client' | 'code' | 'dates' | 'debit-credit' | 'minutes' | 'amount';

/** The words of `tzt compare` in one language. Counts come as a number, for the grammar, and as text, for the eye. */
export interface CompareLabels {
  title(exported: string, message: string): string;
  readonly noFile: string;
  months(months: string): string;
  readonly export: string;
  readonly message: string;
  readonly lines: string;
  readonly minutes: string;
  readonly amount: string;
  readonly none: string;
  readonly groups: Readonly<Record<'onlyInExport' | 'onlyInMessage' | 'different' | 'same', string>>;
  count(n: number, text: string): string;
  more(text: string): string;
  readonly differences: Readonly<Record<Difference, string>>;
  differs(what: string, exported: string, message: string): string;
  readonly noAmount: string;
  row(row: number): string;
  record(row: number): string;
  client(client: string): string;
  readonly debit: string;
  readonly credit: string;
  days(first: string, last: string): string;
  readonly otherCodes: string;
  otherCode(code: string, exported: string, message: string): string;
  readonly test: string;
  readonly noAmounts: string;
  otherReferences(n: number, text: string): string;
  clientsUnseen(n: number, text: string): string;
  unread(n: number, text: string, side: string): string;
  readonly nothingToCompare: string;
  verdictSame(n: number, text: string): string;
  verdictDifferent(n: number, text: string): string;
  readonly verdictUnsure: string;
}

const NL: CompareLabels = {
  title: (exported, message) => `Export ${exported} naast bericht ${message}`,
  noFile: '(geen declaratieregels)',
  months: (months) => `Alleen ${months}.`,
  export: 'export',
  message: 'bericht',
  lines: 'technologieregels',
  minutes: 'tijd, debet min credit',
  amount: 'bedrag, debet min credit',
  none: 'geen',
  groups: {
    onlyInExport: 'Alleen in de export',
    onlyInMessage: 'Alleen in het bericht',
    different: 'In beide, maar anders',
    same: 'In beide gelijk',
  },
  count: (n, text) => `${text} ${n === 1 ? 'regel' : 'regels'}`,
  more: (text) => `en nog ${text}; alles met --all of --json`,
  differences: {
    client: 'cliënt',
    code: 'prestatiecode',
    dates: 'datums',
    'debit-credit': 'debet/credit',
    minutes: 'tijd',
    amount: 'bedrag',
  },
  differs: (what, exported, message) => `${what} ${exported} in de export, ${message} in het bericht`,
  noAmount: 'geen bedrag',
  row: (row) => `rij ${row}`,
  record: (row) => `record ${row}`,
  client: (client) => `cliënt ${client}`,
  debit: 'debet',
  credit: 'credit',
  days: (first, last) => (first === last ? first : `${first} t/m ${last}`),
  otherCodes:
    'Andere prestatiecodes zijn alleen geteld, over alle maanden, en niet regel voor regel vergeleken. Een verschil hier telt niet mee in de uitkomst.',
  otherCode: (code, exported, message) => `${code}: ${exported} in de export, ${message} in het bericht`,
  test: 'Let op: het bericht is een testbericht (0105 = T). Het declareert niets.',
  noAmounts: 'Let op: de bedragen zijn niet vergeleken, want een van beide heeft er geen.',
  otherReferences: (n, text) =>
    `Let op: van ${text} ${n === 1 ? 'regel' : 'regels'} is het referentienummer in het bericht anders; ${n === 1 ? 'hij is' : 'ze zijn'} teruggevonden op cliënt, code, datums en debet/credit.`,
  clientsUnseen: (n, text) =>
    `Let op: van ${text} ${n === 1 ? 'regel' : 'regels'} is niet te zien of de cliënt dezelfde is: de ene kant kent alleen het clientnummer, de andere alleen het BSN. Zet bij de export een bestand met clientnummer en bsn (een map mag).`,
  unread: (n, text, side) =>
    `Let op: ${text} ${n === 1 ? 'rij' : 'rijen'} van ${side} ${n === 1 ? 'is' : 'zijn'} niet vergeleken: er was geen declaratieregel van te maken. tzt validate zegt per rij waarom.`,
  nothingToCompare: 'Er is niets vergeleken: aan een van beide kanten staat geen enkele technologieregel.',
  verdictSame: (n, text) =>
    n === 1 ? 'De ene technologieregel is gelijk.' : `Alle ${text} technologieregels zijn gelijk.`,
  verdictDifferent: (n, text) => `${text} ${n === 1 ? 'verschil' : 'verschillen'}.`,
  verdictUnsure: 'Geen verschil gevonden, maar niet alles is vergeleken.',
};

const EN: CompareLabels = {
  title: (exported, message) => `Export ${exported} beside message ${message}`,
  noFile: '(no declaratieregels)',
  months: (months) => `Only ${months}.`,
  export: 'export',
  message: 'message',
  lines: 'technology lines',
  minutes: 'time, debit less credit',
  amount: 'amount, debit less credit',
  none: 'none',
  groups: {
    onlyInExport: 'In the export only',
    onlyInMessage: 'In the message only',
    different: 'In both, but different',
    same: 'The same in both',
  },
  count: (n, text) => `${text} ${n === 1 ? 'line' : 'lines'}`,
  more: (text) => `and ${text} more; all of them with --all or --json`,
  differences: {
    client: 'client',
    code: 'prestatiecode',
    dates: 'dates',
    'debit-credit': 'debit/credit',
    minutes: 'time',
    amount: 'amount',
  },
  differs: (what, exported, message) => `${what} ${exported} in the export, ${message} in the message`,
  noAmount: 'no amount',
  row: (row) => `row ${row}`,
  record: (row) => `record ${row}`,
  client: (client) => `client ${client}`,
  debit: 'debit',
  credit: 'credit',
  days: (first, last) => (first === last ? first : `${first} to ${last}`),
  otherCodes:
    'Other prestatiecodes are only counted, over all months, and not compared line by line. A difference here does not count in the outcome.',
  otherCode: (code, exported, message) => `${code}: ${exported} in the export, ${message} in the message`,
  test: 'Note: the message is a test message (0105 = T). It declares nothing.',
  noAmounts: 'Note: amounts were not compared, for one of the two has none.',
  otherReferences: (n, text) =>
    `Note: of ${text} ${n === 1 ? 'line' : 'lines'} the reference number is another in the message; ${n === 1 ? 'it was' : 'they were'} found by client, code, dates and debit/credit.`,
  clientsUnseen: (n, text) =>
    `Note: of ${text} ${n === 1 ? 'line' : 'lines'} nobody can tell whether the client is the same: one side knows the clientnummer only, the other the BSN only. Put a file with clientnummer and bsn beside the export (a folder will do).`,
  unread: (n, text, side) =>
    `Note: ${text} ${n === 1 ? 'row' : 'rows'} of ${side} ${n === 1 ? 'was' : 'were'} not compared: no declaratieregel could be made of ${n === 1 ? 'it' : 'them'}. tzt validate says why, row by row.`,
  nothingToCompare: 'Nothing was compared: on one side there is not a single technology line.',
  verdictSame: (n, text) =>
    n === 1 ? 'The one technology line is the same.' : `All ${text} technology lines are the same.`,
  verdictDifferent: (n, text) => `${text} ${n === 1 ? 'difference' : 'differences'}.`,
  verdictUnsure: 'No difference found, but not everything was compared.',
};

/** What `tzt compare` says, per language. */
export const COMPARE_LABELS: Readonly<Record<Language, CompareLabels>> = { nl: NL, en: EN };
