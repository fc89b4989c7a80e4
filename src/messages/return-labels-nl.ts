import type { ReturnFault } from '../domain/return-message.ts';
import type { ReturnLabels } from './return-label-keys.ts';

/** What `tzt return` says in Dutch. */
export const RETURN_LABELS_NL: ReturnLabels = {
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
  approvedHere: 'akkoord',
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
    `${text} ${n === 1 ? 'afgekeurde regel was' : 'afgekeurde regels waren'} al eerder teruggekomen.`,
  neverBooked: (n, text) =>
    `${text} ${n === 1 ? 'afgekeurde regel was' : 'afgekeurde regels waren'} niet geboekt en telde${n === 1 ? '' : 'n'} dus al niet mee.`,
  silent: (n, text) =>
    `${text} ${n === 1 ? 'geboekte regel van deze run staat' : 'geboekte regels van deze run staan'} niet in het bericht en ${n === 1 ? 'blijft' : 'blijven'} meetellen. Of toegekende regels terugkomen, verschilt; geen bericht is geen toekenning.`,
  unmatchedCount: (n, text) =>
    `${text} ${n === 1 ? 'regel hoort' : 'regels horen'} niet bij deze run; ${n === 1 ? 'die is' : 'die zijn'} niet verwerkt.`,
  fileRefusedOthers: (n, text) =>
    `Het bestand is als geheel afgekeurd, maar ${text} ${n === 1 ? 'geboekte regel staat' : 'geboekte regels staan'} niet in het bericht. Komen die ook terug, draai dan de hele boeking terug met tzt unbook.`,
  cameBack: 'Teruggekomen, telt niet meer mee',
  cameBackLine: (codes, day, run) =>
    `${codes === '' ? 'zonder retourcode' : `retourcode ${codes}`}, retourbericht van ${day}, run ${run}`,
};

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
