import type { ReturnFault } from '../domain/return-message.ts';
import type { Language } from '../domain/run.ts';

type Answer = 'granted' | 'partly' | 'rejected' | 'not-judged' | 'unclear';
type Comparison = 'agreed' | 'hit' | 'miss' | 'surprise' | 'none';
type Unmatched = 'unknown' | 'differs' | 'ambiguous';

/** The words of `tzt return` in one language. `text` is a count as the eye reads it. */
export interface ReturnLabels {
  readonly fault: (fault: ReturnFault) => string;
  declaration(message: string, version: string): string;
  other(message: string, version: string): string;
  readonly noHeader: string;
  xml(message: string | undefined): string;
  readonly noMessage: string;
  readonly noRun: string;
  severalRuns(candidates: string): string;
  notOfRun(run: string, candidates: string): string;
  candidate(run: string, lines: number, booked: boolean): string;
  wholeNeedsRun(candidates: string): string;
  wholeSeveralFiles(run: string, files: string): string;
  title(name: string, version: string, dated: string): string;
  readonly noDay: string;
  about(payer: string, invoice: string): string;
  run(run: string, booked: string | null): string;
  readonly pruned: string;
  readonly test: string;
  readonly wholeFile: string;
  readonly notStoredDamaged: string;
  readonly notStoredCounts: string;
  readonly inferred: string;
  readonly answers: Readonly<Record<Answer, string>>;
  readonly comparisons: Readonly<Record<Comparison, string>>;
  readonly unmatched: Readonly<Record<Unmatched, string>>;
  readonly columns: Readonly<
    Record<
      'row' | 'client' | 'code' | 'days' | 'time' | 'reference' | 'answer' | 'returnCode' | 'expected' | 'comparison',
      string
    >
  >;
  readonly scoreColumns: Readonly<Record<'code' | 'meaning' | 'rule' | 'lines' | 'otherCode' | 'granted', string>>;
  readonly lines: string;
  readonly byCode: string;
  readonly byRule: string;
  readonly nothingExpected: string;
  rejectedHere(codes: string): string;
  readonly approvedHere: string;
  readonly undecidedHere: string;
  readonly unknownCode: string;
  topicOnly(topic: string): string;
  more(n: number, text: string): string;
  agreedHidden(n: number, text: string): string;
  totals(lines: number, counts: Readonly<Record<Answer, string>>): string;
  amounts(declared: string, granted: string): string;
  others(lines: number, text: string, codes: string): string;
  noTechnology(codes: string): string;
  stopped(n: number, text: string, hours: string): string;
  readonly nothingStopped: string;
  known(day: string): string;
  notBooked(run: string): string;
  partly(n: number, text: string): string;
  unclear(n: number, text: string): string;
  earlier(n: number, text: string): string;
  silent(n: number, text: string): string;
  unmatchedCount(n: number, text: string): string;
  fileRefusedOthers(n: number, text: string): string;
}

const NL: ReturnLabels = {
  fault: nlFault,
  declaration: (message, version) =>
    `is geen retourbericht maar de declaratie zelf: ${message}, versie ${version}. Controleer hem met tzt validate, en geef hier het bericht dat de verzekeraar of het zorgkantoor terugstuurde (AW320).`,
  other: (message, version) =>
    `is een EI-bericht (${message}, versie ${version}), maar niet de AW320 1.3 of 1.4 die hier gelezen wordt. Geef het retourbericht op een AW319.`,
  noHeader: 'begint niet met een voorlooprecord (01): het bericht is niet volledig. Haal het opnieuw op.',
  xml: (message) =>
    `is ${message === undefined ? 'een XML- of HTML-bestand' : `een XML-bericht, ${message}`}. Geef het retourbericht AW320; dat is een tekstbestand met regels van 370 posities.`,
  noMessage:
    'is geen EI-bericht. Geef het retourbericht AW320 zoals de verzekeraar of het zorgkantoor het terugstuurde.',
  noRun:
    'Geen onthouden run heeft regels die in dit retourbericht staan. Is deze declaratie met tzt gecontroleerd, en met deze opslag (--store)?',
  severalRuns: (candidates) =>
    `Dit retourbericht past even goed bij meer runs: ${candidates}. Noem met --run de run die verstuurd is.`,
  notOfRun: (run, candidates) =>
    `Geen regel van dit retourbericht hoort bij run ${run}.${candidates === '' ? '' : ` Wel bij: ${candidates}.`}`,
  candidate: (run, lines, booked) =>
    `${run} (${lines} ${lines === 1 ? 'regel' : 'regels'}${booked ? ', geboekt' : ''})`,
  wholeNeedsRun: (candidates) =>
    `Het hele bestand is teruggestuurd, zonder regels: daaraan is niet te zien bij welke run het hoort. Noem de run met --run.${candidates === '' ? '' : ` Geboekt in deze periode: ${candidates}.`}`,
  wholeSeveralFiles: (run, files) =>
    `Het hele bestand is teruggestuurd, zonder regels, en run ${run} heeft meer berichten (${files}): welk daarvan is niet te zien. Komt de hele run terug, draai de boeking dan terug met tzt unbook ${run}.`,
  title: (name, version, dated) => `Retourbericht AW320 ${version} (${name}) van ${dated}`,
  noDay: 'onbekende datum',
  about: (payer, invoice) => `verzekeraar (UZOVI) ${payer}, factuur ${invoice}`,
  run: (run, booked) =>
    booked === null ? `Hoort bij run ${run}, die niet geboekt is.` : `Hoort bij run ${run}, geboekt op ${booked}.`,
  pruned: 'Van deze run is alleen de boeking bewaard: wat er verwacht werd, is niet meer bekend.',
  test: 'Dit is een antwoord op een testbericht: het telt niet, en er is niets opgeslagen.',
  wholeFile: 'Het bestand is als geheel afgekeurd:',
  notStoredDamaged:
    'Het bericht is niet volledig of beschadigd. Er is niets opgeslagen en er telt niets minder mee. Haal het bericht opnieuw op.',
  notStoredCounts:
    'De tellingen van het bericht kloppen niet; er kunnen regels ontbreken. Er is niets opgeslagen. Is het bericht toch volledig, geef dan --force.',
  inferred: 'Van AW320 1.4 is geen openbare beschrijving gevonden; gelezen is met de indeling van 1.3.',
  answers: {
    granted: 'toegekend',
    partly: 'deels toegekend',
    rejected: 'afgekeurd',
    'not-judged': 'niet beoordeeld',
    unclear: 'onduidelijk',
  },
  comparisons: {
    agreed: 'zoals verwacht',
    hit: 'voorspeld',
    miss: 'gemist',
    surprise: 'verrassing',
    none: '–',
  },
  unmatched: {
    unknown: 'staat niet in de run',
    differs: 'kenmerk bekend, inhoud anders',
    ambiguous: 'meer gelijke regels in de run',
  },
  columns: {
    row: 'Record',
    client: 'Cliënt',
    code: 'Code',
    days: 'Periode',
    time: 'Tijd',
    reference: 'Referentienummer',
    answer: 'Antwoord',
    returnCode: 'Retourcode',
    expected: 'Verwacht door tzt',
    comparison: 'Oordeel',
  },
  scoreColumns: {
    code: 'Retourcode',
    meaning: 'Betekenis',
    rule: 'Regel',
    lines: 'Regels',
    otherCode: 'Andere code',
    granted: 'Toch toegekend',
  },
  lines: 'Regels die niet gewoon zijn toegekend',
  byCode: 'Per retourcode',
  byRule: 'Per controle van tzt',
  nothingExpected: 'niet bekend',
  rejectedHere: (codes) => (codes === '' ? 'afgekeurd' : `afgekeurd, ${codes}`),
  approvedHere: 'goedgekeurd',
  undecidedHere: 'niet te beoordelen',
  unknownCode: 'betekenis staat niet in onze bronnen',
  topicOnly: (topic) => `onderwerp: ${topic}; betekenis staat niet in onze bronnen`,
  more: (_n, text) => `en nog ${text}; alles met --all of --json`,
  agreedHidden: (n, text) =>
    `${text} ${n === 1 ? 'regel is toegekend zoals verwacht en staat' : 'regels zijn toegekend zoals verwacht en staan'} hier niet; alles met --all.`,
  totals: (lines, counts) =>
    `${lines === 1 ? '1 technologieregel' : `${lines} technologieregels`}: ${counts.granted} toegekend, ${counts.partly} deels toegekend, ${counts.rejected} afgekeurd, ${counts['not-judged']} niet beoordeeld, ${counts.unclear} onduidelijk.`,
  amounts: (declared, granted) => `Gedeclareerd ${declared}, toegekend ${granted}.`,
  others: (lines, text, codes) =>
    `${text} ${lines === 1 ? 'regel met een andere prestatiecode is' : 'regels met andere prestatiecodes zijn'} alleen geteld (${codes}).`,
  noTechnology: (codes) => `In dit retourbericht staat geen technologieregel${codes === '' ? '' : `; wel ${codes}`}.`,
  stopped: (n, text, hours) =>
    `${text} ${n === 1 ? 'regel telt' : 'regels tellen'} niet meer mee voor het maximum (${hours}). U kunt ${n === 1 ? 'hem' : 'ze'} verbeterd opnieuw indienen.`,
  nothingStopped: 'Alle geboekte regels blijven meetellen.',
  known: (day) => `Dit retourbericht was al verwerkt op ${day}; er is niets veranderd.`,
  notBooked: (run) =>
    `Run ${run} is niet geboekt: er telde niets van mee, dus ook niets minder. Is hij wel verstuurd, boek hem dan (tzt book ${run}) en lees dit bericht opnieuw.`,
  partly: (n, text) =>
    `${text} ${n === 1 ? 'regel is' : 'regels zijn'} deels toegekend. Het bericht noemt een bedrag en geen minuten: ${n === 1 ? 'de regel blijft' : 'de regels blijven'} geheel meetellen.`,
  unclear: (n, text) =>
    `Van ${text} ${n === 1 ? 'regel spreken' : 'regels spreken'} bedrag en code elkaar tegen: ${n === 1 ? 'hij blijft' : 'ze blijven'} meetellen. Vraag de verzekeraar wat bedoeld is.`,
  earlier: (n, text) =>
    `${text} ${n === 1 ? 'afgekeurde regel was' : 'afgekeurde regels waren'} al eerder teruggekomen, of niet geboekt.`,
  silent: (n, text) =>
    `${text} ${n === 1 ? 'geboekte regel van deze run staat' : 'geboekte regels van deze run staan'} niet in het bericht en ${n === 1 ? 'blijft' : 'blijven'} meetellen. Of toegekende regels terugkomen, verschilt; geen bericht is geen toekenning.`,
  unmatchedCount: (n, text) =>
    `${text} ${n === 1 ? 'regel hoort' : 'regels horen'} niet bij deze run; ${n === 1 ? 'die is' : 'die zijn'} niet verwerkt.`,
  fileRefusedOthers: (n, text) =>
    `Het bestand is als geheel afgekeurd, maar ${text} ${n === 1 ? 'geboekte regel staat' : 'geboekte regels staan'} niet in het bericht. Komen die ook terug, draai dan de hele boeking terug met tzt unbook.`,
};

const EN: ReturnLabels = {
  fault: enFault,
  declaration: (message, version) =>
    `is no return message but the declaration itself: ${message}, version ${version}. Check it with tzt validate, and give the message that the insurer or zorgkantoor sent back (AW320).`,
  other: (message, version) =>
    `is an EI message (${message}, version ${version}), but not the AW320 1.3 or 1.4 that is read here. Give the return message to an AW319.`,
  noHeader: 'does not begin with a header record (01): the message is not whole. Fetch it again.',
  xml: (message) =>
    `is ${message === undefined ? 'an XML or HTML file' : `an XML message, ${message}`}. Give the return message AW320, a text file with lines of 370 positions.`,
  noMessage: 'is no EI message. Give the return message AW320 as the insurer or zorgkantoor sent it back.',
  noRun:
    'No remembered run has lines that are in this return message. Was this declaration validated with tzt, and with this store (--store)?',
  severalRuns: (candidates) =>
    `This return message fits several runs equally well: ${candidates}. Name the run that was sent with --run.`,
  notOfRun: (run, candidates) =>
    `No line of this return message belongs to run ${run}.${candidates === '' ? '' : ` They do to: ${candidates}.`}`,
  candidate: (run, lines, booked) => `${run} (${lines} ${lines === 1 ? 'line' : 'lines'}${booked ? ', booked' : ''})`,
  wholeNeedsRun: (candidates) =>
    `The whole file was sent back, without lines: that does not show which run it answers. Name the run with --run.${candidates === '' ? '' : ` Booked in this period: ${candidates}.`}`,
  wholeSeveralFiles: (run, files) =>
    `The whole file was sent back, without lines, and run ${run} has several messages (${files}): which of them is not to be seen. If the whole run came back, take its booking back with tzt unbook ${run}.`,
  title: (name, version, dated) => `Return message AW320 ${version} (${name}) of ${dated}`,
  noDay: 'unknown date',
  about: (payer, invoice) => `insurer (UZOVI) ${payer}, invoice ${invoice}`,
  run: (run, booked) =>
    booked === null ? `Answers run ${run}, which is not booked.` : `Answers run ${run}, booked on ${booked}.`,
  pruned: 'Of this run only the booking was kept: what was expected is no longer known.',
  test: 'This answers a test message: it does not count, and nothing was stored.',
  wholeFile: 'The file was refused as a whole:',
  notStoredDamaged:
    'The message is not whole, or damaged. Nothing was stored and nothing stopped counting. Fetch the message again.',
  notStoredCounts:
    'The counts of the message are not right; lines may be missing. Nothing was stored. If the message is whole all the same, give --force.',
  inferred: 'No public description of AW320 1.4 was found; it was read by the layout of 1.3.',
  answers: {
    granted: 'granted',
    partly: 'partly granted',
    rejected: 'rejected',
    'not-judged': 'not judged',
    unclear: 'unclear',
  },
  comparisons: { agreed: 'as expected', hit: 'predicted', miss: 'missed', surprise: 'surprise', none: '–' },
  unmatched: {
    unknown: 'not in the run',
    differs: 'reference known, contents differ',
    ambiguous: 'several equal lines in the run',
  },
  columns: {
    row: 'Record',
    client: 'Client',
    code: 'Code',
    days: 'Period',
    time: 'Time',
    reference: 'Reference',
    answer: 'Answer',
    returnCode: 'Return code',
    expected: 'Expected by tzt',
    comparison: 'Outcome',
  },
  scoreColumns: {
    code: 'Return code',
    meaning: 'Meaning',
    rule: 'Rule',
    lines: 'Lines',
    otherCode: 'Other code',
    granted: 'Granted after all',
  },
  lines: 'Lines that were not simply granted',
  byCode: 'By return code',
  byRule: 'By check of tzt',
  nothingExpected: 'not known',
  rejectedHere: (codes) => (codes === '' ? 'rejected' : `rejected, ${codes}`),
  approvedHere: 'approved',
  undecidedHere: 'undecided',
  unknownCode: 'our sources do not give its meaning',
  topicOnly: (topic) => `about: ${topic}; our sources do not give its meaning`,
  more: (_n, text) => `and ${text} more; all of them with --all or --json`,
  agreedHidden: (n, text) =>
    `${text} ${n === 1 ? 'line was granted as expected and is' : 'lines were granted as expected and are'} not shown here; all of them with --all.`,
  totals: (lines, counts) =>
    `${lines === 1 ? '1 technology line' : `${lines} technology lines`}: ${counts.granted} granted, ${counts.partly} partly granted, ${counts.rejected} rejected, ${counts['not-judged']} not judged, ${counts.unclear} unclear.`,
  amounts: (declared, granted) => `Declared ${declared}, granted ${granted}.`,
  others: (lines, text, codes) =>
    `${text} ${lines === 1 ? 'line with another code was' : 'lines with other codes were'} only counted (${codes}).`,
  noTechnology: (codes) =>
    `There is no technology line in this return message${codes === '' ? '' : `; there is ${codes}`}.`,
  stopped: (n, text, hours) =>
    `${text} ${n === 1 ? 'line counts' : 'lines count'} no longer towards the maximum (${hours}). You can repair ${n === 1 ? 'it' : 'them'} and submit again.`,
  nothingStopped: 'All booked lines keep counting.',
  known: (day) => `This return message was processed already on ${day}; nothing was changed.`,
  notBooked: (run) =>
    `Run ${run} is not booked: nothing of it counted, so nothing stopped counting. If it was sent, book it (tzt book ${run}) and read this message again.`,
  partly: (n, text) =>
    `${text} ${n === 1 ? 'line was' : 'lines were'} partly granted. The message names an amount and no minutes: ${n === 1 ? 'the line keeps' : 'the lines keep'} counting in full.`,
  unclear: (n, text) =>
    `Of ${text} ${n === 1 ? 'line' : 'lines'} amount and code contradict each other: ${n === 1 ? 'it keeps' : 'they keep'} counting. Ask the insurer what was meant.`,
  earlier: (n, text) =>
    `${text} rejected ${n === 1 ? 'line' : 'lines'} came back earlier already, or ${n === 1 ? 'was' : 'were'} not booked.`,
  silent: (n, text) =>
    `${text} booked ${n === 1 ? 'line of this run is' : 'lines of this run are'} not in the message and ${n === 1 ? 'keeps' : 'keep'} counting. Whether granted lines come back differs; no message is no grant.`,
  unmatchedCount: (n, text) =>
    `${text} ${n === 1 ? 'line does' : 'lines do'} not belong to this run and ${n === 1 ? 'was' : 'were'} not processed.`,
  fileRefusedOthers: (n, text) =>
    `The file was refused as a whole, but ${text} booked ${n === 1 ? 'line is' : 'lines are'} not in the message. If ${n === 1 ? 'it comes' : 'they come'} back too, take the whole booking back with tzt unbook.`,
};

/** What `tzt return` says, per language. */
export const RETURN_LABELS: Readonly<Record<Language, ReturnLabels>> = { nl: NL, en: EN };

function nlFault(fault: ReturnFault): string {
  switch (fault.fault) {
    case 'record-length':
      return `Record ${fault.row} is ${fault.length} posities lang in plaats van ${fault.expected}.`;
    case 'unknown-record':
      return `Record ${fault.row} heeft een onbekend kenmerk (${fault.type}).`;
    case 'first-again':
      return `Record ${fault.row} is een tweede voorlooprecord (01): staan er twee berichten in één bestand?`;
    case 'after-last':
      return `Record ${fault.row} staat achter het sluitrecord (99): staan er twee berichten in één bestand?`;
    case 'no-client-above':
      return `Record ${fault.row} is een prestatie zonder verzekerdenrecord (02) erboven.`;
    case 'no-last':
      return 'Het sluitrecord (99) ontbreekt: het bericht is afgebroken.';
    case 'stopped':
      return `Het bestand kon niet tot het einde gelezen worden (${fault.detail}).`;
    default:
      return `Record ${fault.row}, veld ${fault.field} ${fault.name}: er staat ${fault.found ?? 'geen getal'}, geteld is ${fault.expected}${fault.fault === 'total' ? ' (eurocent)' : ''}.`;
  }
}

function enFault(fault: ReturnFault): string {
  switch (fault.fault) {
    case 'record-length':
      return `Record ${fault.row} is ${fault.length} positions long instead of ${fault.expected}.`;
    case 'unknown-record':
      return `Record ${fault.row} is of an unknown type (${fault.type}).`;
    case 'first-again':
      return `Record ${fault.row} is a second header record (01): are there two messages in one file?`;
    case 'after-last':
      return `Record ${fault.row} stands behind the last record (99): are there two messages in one file?`;
    case 'no-client-above':
      return `Record ${fault.row} is a performance without a client record (02) above it.`;
    case 'no-last':
      return 'The last record (99) is missing: the message was cut.';
    case 'stopped':
      return `The file could not be read to its end (${fault.detail}).`;
    default:
      return `Record ${fault.row}, field ${fault.field} ${fault.name}: it says ${fault.found ?? 'no number'}, counted are ${fault.expected}${fault.fault === 'total' ? ' (eurocents)' : ''}.`;
  }
}
