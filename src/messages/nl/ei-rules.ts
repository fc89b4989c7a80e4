import type { EiRuleId } from '../../parse/ei-rules.ts';
import type { About, RuleWordsOf } from '../catalogue.ts';
import { nlForms } from './forms.ts';
import { file } from './where.ts';

const { and, date, euros, name, number, or, quote } = nlForms;

const SOFTWARE = 'Laat de leverancier van uw declaratiesoftware dit herstellen en maak het bericht opnieuw.';
const SOURCE = 'Herstel dit in het bronsysteem en maak het bericht opnieuw.';

const STRUCTURE = {
  'unknown-record':
    'een onbekend kenmerk; een AW319 kent de records 01, 02, 03, 04, 98 en 99. Dit record is niet gelezen',
  'no-first': 'het bericht begint niet met een voorlooprecord (01)',
  'first-again': 'een tweede voorlooprecord (01). Staan hier twee berichten in één bestand, splits het dan',
  'no-last': 'het sluitrecord (99) ontbreekt. Het bericht is waarschijnlijk afgebroken',
  'after-last': 'dit record staat achter het sluitrecord (99)',
  'no-client': 'er is geen verzekerdenrecord (02)',
  'no-performance': 'onder dit verzekerdenrecord (02) staat geen prestatierecord (04)',
  'no-client-above': 'boven dit prestatierecord (04) staat geen verzekerdenrecord (02)',
  'nothing-above': 'boven dit commentaarrecord (98) staat geen record waar het bij hoort',
  'debtor-record': 'een debiteurrecord (03) hoort niet in een bericht aan een verzekeraar of zorgkantoor',
};

const FRAMING = {
  lf: 'records eindigen op LF in plaats van CR LF',
  cr: 'records eindigen op CR in plaats van CR LF',
  'no-last-line-end': 'achter het laatste record ontbreekt CR LF',
  'byte-order-mark': 'het bericht begint met een byte order mark (UTF-8)',
  'end-of-file-mark': 'het bericht eindigt met een teken voor einde bestand (0x1A)',
};

const FIELD = {
  'not-digits': 'er horen alleen cijfers te staan',
  'not-blank': 'er horen alleen spaties te staan',
  'leading-space': 'een gevuld veld begint niet met een spatie; misschien zijn de posities verschoven',
  'control-character': 'er staat een teken dat geen tekst is',
};

const PAIR = {
  'empty-beside-filled': (other: string) => `is leeg, terwijl ${other} gevuld is`,
  'filled-beside-empty': (other: string) => `is gevuld, terwijl ${other} leeg is`,
  'both-empty': (other: string) => `is leeg, terwijl ook ${other} leeg is; één van beide hoort gevuld te zijn`,
  'both-filled': (other: string) => `is gevuld, terwijl ook ${other} gevuld is; ze horen niet samen gevuld te zijn`,
  'filled-without-partner': (other: string) => `is gevuld, terwijl in ${other} geen 2 (naam van de partner) staat`,
};

const CONDITIONAL = {
  insurer: 'is leeg; verzekeraars en zorgkantoren verwachten hier hun UZOVI-nummer',
  practice: 'is leeg; zorgverlenerscode (0110) en praktijkcode (0111) worden samen gebruikt',
  institution: 'is leeg; versie 1.4 kent voor dit veld geen lege waarde',
  debtor: 'is gevuld, terwijl er in dit bericht geen debiteurrecord (03) hoort te staan',
};

const DIFFERS = {
  client: 'de cliënt',
  code: 'de prestatiecode',
  dates: 'de datums',
  minutes: 'de tijd',
  amount: 'het bedrag',
};

/** Dutch words of the rules of an EI message. */
export const nlEiRules: RuleWordsOf<EiRuleId> = {
  'ei-record-length': {
    title: 'Record is niet 310 posities lang',
    why: 'De velden van een AW319 worden op hun plaats gevonden. In een record dat te lang of afgebroken is, staat elk veld verkeerd. Zo’n record is niet gelezen, en de ontvanger weigert het hele bericht.',
    remedy: `${SOFTWARE} Gaat het om letters met een accent, laat het bestand dan als Windows-1252 schrijven en niet als UTF-8.`,
    message: ({ type, length, expected, characters }, about) =>
      characters === expected
        ? `${record(about)} (${name(type)}): ${number(length)} bytes in plaats van ${number(expected)}. Het telt wel ${number(characters)} tekens: het is als UTF-8 geschreven, waarin een letter met een accent twee posities inneemt.`
        : `${record(about)} (${name(type)}): ${number(length)} posities in plaats van ${number(expected)}.`,
  },
  'ei-record-cut': {
    title: 'Spaties aan het eind van records ontbreken',
    why: 'Elk record hoort 310 posities lang te zijn, ook als het einde leeg is. Hier zijn de spaties aan het eind weggevallen. De records zijn gelezen alsof ze er staan; een ontvanger kan het bericht weigeren.',
    remedy: `${SOFTWARE} Een editor of mailprogramma kan de spaties ook hebben weggehaald.`,
    message: ({ type, length, expected, records }, about) =>
      `${record(about)} (${name(type)}): ${number(length)} posities in plaats van ${number(expected)}.${more(records)}`,
  },
  'ei-framing': {
    title: 'Begin, einde of regeleinden van het bericht wijken af',
    why: 'Achter elk record hoort CR LF te staan en verder niets. Dit bericht is wel te lezen. Een ontvanger kan het om deze reden weigeren.',
    remedy: SOFTWARE,
    message: ({ fault, records }, about) => `${file(about)}: ${FRAMING[fault]}.${more(records)}`,
  },
  'ei-empty-record': {
    title: 'Leeg record in het bericht',
    why: 'Een AW319 heeft geen lege regels. Tussen de records kan iets zijn weggevallen. De ontvanger weigert het bericht.',
    remedy: SOFTWARE,
    message: ({ records }, about) => `${record(about)} is leeg.${more(records)}`,
  },
  'ei-structure': {
    title: 'Records ontbreken of staan op de verkeerde plaats',
    why: 'Een AW319 begint met record 01, heeft per verzekerde een record 02 met de prestaties (04) eronder, en eindigt met record 99. Wat daarvan afwijkt, is niet zeker toe te wijzen. De ontvanger weigert het hele bericht.',
    remedy: SOFTWARE,
    message: ({ fault }, about) => `${record(about)}: ${STRUCTURE[fault]}.`,
  },
  'ei-test-message': {
    title: 'Dit is een testbericht',
    why: 'In het voorlooprecord staat dat dit een testbericht is. De regels zijn beoordeeld zoals altijd. Ze tellen niet als declaratie en kunnen niet worden geboekt.',
    remedy:
      'Is het als echte declaratie bedoeld, maak het bericht dan opnieuw met P in veld 0105. Anders hoeft u niets te doen.',
    message: (at, about) => `${record(about)}, ${field(at)}: T. Dit testbericht telt niet als declaratie.`,
  },
  'ei-field': {
    title: 'Veld is niet gevuld zoals het hoort',
    why: 'Een N-veld bestaat uit cijfers, een AN-veld begint links en de reserve is leeg. Staat er iets anders, dan is het record vaak verschoven. De ontvanger leest dan iets anders dan bedoeld is.',
    remedy: SOFTWARE,
    message: ({ fault, found, ...at }, about) =>
      `${record(about)}, ${field(at)}: gevonden ${quote(found)}; ${FIELD[fault]}.`,
  },
  'ei-blank-number': {
    title: 'Spaties in een leeg N-veld',
    why: 'Een leeg N-veld hoort met het cijfer 0 gevuld te zijn. Hier staan spaties, en die zijn als leeg gelezen. Een ontvanger kan het bericht weigeren.',
    remedy: SOFTWARE,
    message: ({ records, ...at }, about) =>
      `${record(about)}, ${field(at)}: spaties in plaats van het cijfer 0.${more(records)}`,
  },
  'ei-field-value': {
    title: 'Waarde is in dit veld niet toegestaan',
    why: 'Voor dit veld noemt de berichtspecificatie welke waarden mogen. Deze hoort daar niet bij. De ontvanger keurt het record of het bericht dan af.',
    remedy: SOURCE,
    message: ({ found, allowed, ...at }, about) =>
      `${record(about)}, ${field(at)}: gevonden ${quote(found)}, verwacht ${values(allowed)}.`,
  },
  'ei-field-form': {
    title: 'Veld heeft niet de voorgeschreven vorm',
    why: 'Voor dit veld schrijft de berichtspecificatie een vorm voor: een postcode als 1234AB, een btw-nummer als NL, negen cijfers, B en twee cijfers, een servicebureau als 98 en zes cijfers. De ontvanger keurt iets anders af.',
    remedy: SOURCE,
    message: ({ found, form, ...at }, about) =>
      `${record(about)}, ${field(at)}: gevonden ${quote(found)}, verwacht ${name(form)} (n is een cijfer, a een hoofdletter) of spaties.`,
  },
  'ei-field-pair': {
    title: 'Velden die bij elkaar horen, passen niet bij elkaar',
    why: 'Sommige velden zijn alleen gevuld als een ander veld dat ook is, of juist niet. Hier klopt dat niet. De ontvanger kan het record of het bericht daarom afkeuren.',
    remedy: 'Vul het ontbrekende veld in het bronsysteem, of maak het overbodige leeg, en maak het bericht opnieuw.',
    message: ({ fault, other, otherName, ...at }, about) =>
      `${record(about)}, ${field(at)}: ${PAIR[fault](`veld ${name(other)} ${name(otherName)}`)}.`,
  },
  'ei-conditional-field': {
    title: 'Veld dat alleen soms gevuld hoort te zijn, vraagt aandacht',
    why: 'De berichtspecificatie laat open wanneer dit veld precies gevuld hoort te zijn. Zoals het er staat, is het ongewoon. Daarom is dit een waarschuwing en geen fout.',
    remedy: 'Vraag de ontvanger of de leverancier van uw declaratiesoftware of het zo mag.',
    message: ({ fault, records, ...at }, about) =>
      `${record(about)}, ${field(at)}: ${CONDITIONAL[fault]}.${more(records)}`,
  },
  'ei-missing-field': {
    title: 'Verplicht veld is leeg',
    why: 'Zonder dit veld is het record niet volledig. De ontvanger kan het niet verwerken en keurt het af.',
    remedy: 'Vul het veld in het bronsysteem en maak het bericht opnieuw.',
    message: ({ payee, ...at }, about) =>
      payee === null
        ? `${record(about)}, ${field(at)}: is leeg en hoort gevuld te zijn.`
        : `${record(about)}, ${field(at)}: is leeg, terwijl veld 0113 (${name(payee)}) deze partij aanwijst voor de betaling.`,
  },
  'ei-unknown-value': {
    title: 'Waarde die deze versie niet kent',
    why: 'De codelijst van uitgave 7 (2016) noemt deze waarde niet voor de AW319. Ze kan later zijn toegevoegd. Daarom is dit een waarschuwing en geen fout.',
    remedy: 'Controleer de waarde in de codelijst van Vektis of bij de verzekeraar.',
    message: ({ found, allowed, ...at }, about) =>
      `${record(about)}, ${field(at)}: gevonden ${quote(found)}; bekend zijn ${values(allowed)}.`,
  },
  'ei-date': {
    title: 'Datum in het bericht klopt niet',
    why: 'Een datum staat als acht cijfers in de vorm EEJJMMDD, bestaat echt en ligt niet in de toekomst. Een einddatum ligt niet voor de begindatum. De ontvanger keurt een onjuiste datum af.',
    remedy: SOURCE,
    message: ({ fault, found, limit, ...at }, about) => {
      const where = `${record(about)}, ${field(at)}: ${quote(found)}`;
      if (fault === 'no-date') return `${where} is geen bestaande datum.`;
      return fault === 'future'
        ? `${where} ligt in de toekomst (na ${date(limit ?? '')}).`
        : `${where} ligt voor de begindatum ${date(limit ?? '')}.`;
    },
  },
  'ei-date-after-invoice': {
    title: 'Prestatie na de factuurdatum',
    why: 'Zorg kan pas worden gedeclareerd als zij is geleverd. Deze prestatie eindigt na de dagtekening van de factuur. De ontvanger keurt de regel af.',
    remedy: 'Declareer de regel in een volgende maand, of herstel de datum of de dagtekening (0117).',
    message: ({ found, expected, ...at }, about) =>
      `${record(about)}, ${field(at)}: ${quote(found)} ligt na de dagtekening van de factuur ${quote(expected)}.`,
  },
  'ei-date-after-period': {
    title: 'Prestatie na de declaratieperiode',
    why: 'Het voorlooprecord noemt een declaratieperiode. Deze prestatie eindigt daarna. Dat mag niet bij elke ontvanger.',
    remedy: 'Controleer de declaratieperiode (0114 en 0115) en de datum van de prestatie.',
    message: ({ found, expected, ...at }, about) =>
      `${record(about)}, ${field(at)}: ${quote(found)} ligt na het einde van de declaratieperiode ${quote(expected)}.`,
  },
  'ei-several-years': {
    title: 'Meer dan één kalenderjaar in een Wlz-bericht',
    why: 'Zorgkantoren vragen één kalenderjaar per bestand. In dit bericht staan technologieregels uit meer jaren. Het kan daarom worden geweigerd.',
    remedy: 'Maak per kalenderjaar een eigen bericht.',
    message: ({ years }, about) => `${file(about)}: technologieregels uit ${and(years.map(String))}.`,
  },
  'ei-period': {
    title: 'Declaratieperiode van een Wlz-bericht is geen kalendermaand',
    why: 'Zorgkantoren vragen om per kalendermaand te declareren. De periode van dit bericht loopt over meer maanden. Met sommige zorgkantoren is een andere periode afgesproken; daarom is dit een waarschuwing.',
    remedy: 'Maak per kalendermaand een eigen bericht, of controleer de afspraak met het zorgkantoor.',
    message: ({ first, last }, about) =>
      `${record(about)}: de declaratieperiode (velden 0114 en 0115) loopt van ${date(first)} t/m ${date(last)}.`,
  },
  'ei-late-message': {
    title: 'Wlz-bericht later dan 17 werkdagen na de maand',
    why: 'Zorgkantoren vragen om binnen 17 werkdagen na de maand te declareren. De factuur van dit bericht is van een latere dag. Niet elk zorgkantoor is daar even streng in; daarom is dit een waarschuwing.',
    remedy: 'Overleg met het zorgkantoor of de declaratie nog op tijd is.',
    message: ({ invoiceDay, periodEnd, limit, workingDays, ...at }, about) =>
      `${record(about)}, ${field(at)}: de factuur is van ${date(invoiceDay)}; ${number(workingDays)} werkdagen na ${date(periodEnd)} is ${date(limit)}.`,
  },
  'ei-invoice-used': {
    title: 'Factuurnummer is al gebruikt',
    why: 'Een factuurnummer is vijf jaar lang uniek. Dit nummer stond al in een ander bericht. De ontvanger kan het bericht als dubbel weigeren.',
    remedy:
      'Is dit bericht al verstuurd, verstuur het dan niet nog eens. Geef het anders een nieuw factuurnummer in het bronsysteem.',
    message: ({ found, run, file: other, ...at }, about) => {
      const where = `${file(about)}, ${field(at)}: factuurnummer ${quote(found)} staat ook in`;
      return run === null ? `${where} ${quote(other ?? '')}.` : `${where} run ${name(run)}, die al geboekt is.`;
    },
  },
  'ei-bsn': {
    title: 'BSN van de verzekerde klopt niet',
    why: 'Een BSN heeft negen cijfers en voldoet aan de elfproef. De ontvanger vindt deze verzekerde anders niet, of een verkeerde. Het nummer zelf staat om privacyredenen nergens in het rapport.',
    remedy:
      'Controleer het BSN in het bronsysteem. Heeft de cliënt geen BSN, dan hoort er negen keer het cijfer 9 te staan.',
    message: ({ fault, ...at }, about) =>
      fault === 'zeros'
        ? `${record(about)}, ${field(at)}: er staat negen keer een 0, en dat is geen BSN.`
        : `${record(about)}, ${field(at)}: het BSN heeft negen cijfers, maar het klopt niet (elfproef).`,
  },
  'ei-numbering': {
    title: 'Nummering van de records loopt niet door',
    why: 'De records 02, 03 en 04 zijn doorlopend genummerd, en een commentaarrecord draagt het nummer van het record waar het bij hoort. Een gat kan betekenen dat er een record is weggevallen. De ontvanger weigert het bericht.',
    remedy: SOFTWARE,
    message: ({ found, expected, ...at }, about) =>
      `${record(about)}, ${field(at)}: gevonden ${quote(found)}, verwacht ${quote(expected)}.`,
  },
  'ei-counts': {
    title: 'Aantal in het sluitrecord klopt niet',
    why: 'Het sluitrecord telt de records van het bericht. Het getelde aantal is anders. Er kan een record zijn weggevallen, en de ontvanger weigert het hele bericht.',
    remedy: SOFTWARE,
    message: ({ found, expected, ...at }, about) =>
      `${record(about)}, ${field(at)}: er staat ${quote(found)}, geteld is ${quote(expected)}.`,
  },
  'ei-total': {
    title: 'Totaalbedrag in het sluitrecord klopt niet',
    why: 'Het sluitrecord noemt het totaal van alle declaratiebedragen (0429), credits eraf. De som van de prestatierecords is anders. De ontvanger weigert het hele bericht.',
    remedy: SOFTWARE,
    message: ({ found, expected, ...at }, about) =>
      `${record(about)}, ${field(at)}: er staat ${signed(found)}, de prestatierecords zijn samen ${signed(expected)}.`,
  },
  'ei-parent-mismatch': {
    title: 'Prestatierecord hoort niet bij de verzekerde erboven',
    why: 'Een prestatierecord herhaalt de gegevens van de verzekerde erboven. Hier verschillen ze. Het is dan niet zeker voor wie de prestatie is gedeclareerd.',
    remedy: SOFTWARE,
    message: ({ parent, ...at }, about) =>
      `${record(about)}, ${field(at)}: is anders dan veld ${name(parent)} van de verzekerde erboven.`,
  },
  'ei-insurer': {
    title: 'Andere verzekeraar dan in het voorlooprecord',
    why: 'Het voorlooprecord noemt aan wie het bericht gaat. Bij deze verzekerde staat een ander UZOVI-nummer. Dat kan kloppen bij een zorgkantoor of een label van dezelfde verzekeraar.',
    remedy: 'Controleer of deze verzekerde in dit bericht hoort.',
    message: ({ found, expected, records, ...at }, about) =>
      `${record(about)}, ${field(at)}: ${quote(found)}, terwijl veld 0108 ${quote(expected)} noemt.${more(records)}`,
  },
  'ei-debit-credit': {
    title: 'Debet en credit spreken elkaar tegen',
    why: 'Het berekende bedrag en het declaratiebedrag hebben elk een D of een C, en die zijn gelijk. Hier verschillen ze. Of de regel debet of credit is, staat dan niet vast.',
    remedy: SOURCE,
    message: ({ found, expected, ...at }, about) =>
      `${record(about)}, ${field(at)}: ${quote(found)}, terwijl veld 0427 ${quote(expected)} is.`,
  },
  'ei-amount': {
    title: 'Bedragen van het prestatierecord passen niet bij elkaar',
    why: 'Het berekende bedrag is het tarief maal het aantal. Tarief en bedragen zijn allemaal nul of geen van alle. Bij een verschil keurt de ontvanger de regel meestal af.',
    remedy: 'Controleer het tarief, de eenheid en het aantal in het bronsysteem.',
    message: ({ fault, rateCents, quantity, computedCents, declaredCents }, about) =>
      fault === 'product'
        ? `${record(about)}: berekend bedrag (0426) ${euros(computedCents)}, maar ${number(quantity)} × ${euros(rateCents)} is ${euros(quantity * rateCents)}.`
        : `${record(about)}: tarief (0425) ${euros(rateCents)}, berekend bedrag (0426) ${euros(computedCents)} en declaratiebedrag (0429) ${euros(declaredCents)}; één ervan is nul en een ander niet.`,
  },
  'ei-amount-above': {
    title: 'Declaratiebedrag hoger dan het berekende bedrag',
    why: 'Het declaratiebedrag is het deel van het berekende bedrag dat deze ontvanger betaalt. Het kan dus niet hoger zijn. De ontvanger keurt de regel af.',
    remedy: SOURCE,
    message: ({ computedCents, declaredCents }, about) =>
      `${record(about)}: declaratiebedrag (0429) ${euros(declaredCents)}, berekend bedrag (0426) ${euros(computedCents)}.`,
  },
  'ei-mixed-units': {
    title: 'Eén prestatiecode in verschillende eenheden',
    why: 'De prestatie bepaalt in welke eenheid het aantal staat. In dit bericht staat dezelfde code in meer eenheden. De uren zijn wel omgerekend, maar één van de eenheden is waarschijnlijk niet bedoeld.',
    remedy: 'Controleer in de prestatiecodelijst welke eenheid bij de code hoort.',
    message: ({ code, units }, about) =>
      `${file(about)}: code ${name(code)} staat in de eenheden ${and(units.map(name))} (veld 0419).`,
  },
  'ei-code-list': {
    title: 'Prestatiecodelijst hoort niet bij dit bericht',
    why: 'Elk bericht heeft zijn eigen prestatiecodelijsten: Wlz 055, wijkverpleging 065. Deze lijst hoort bij een ander bericht. De ontvanger keurt de regel af.',
    remedy: 'Zet de regel in het bericht van de juiste wet, of herstel de codelijst (0416).',
    message: ({ found, allowed, message, ...at }, about) =>
      `${record(about)}, ${field(at)}: ${quote(found)} hoort niet in bericht ${name(message)}; verwacht ${values(allowed)}.`,
  },
  'ei-code': {
    title: 'Prestatiecode staat onder de verkeerde codelijst',
    why: 'Een prestatiecode heeft alleen betekenis in haar eigen codelijst. Onder een andere lijst bestaat de code niet. De ontvanger keurt de regel af.',
    remedy: 'Herstel de codelijst (0416) bij deze prestatiecode en maak het bericht opnieuw.',
    message: ({ found, expected, code, ...at }, about) =>
      `${record(about)}, ${field(at)}: ${quote(found)}, terwijl code ${name(code)} in lijst ${name(expected)} staat.`,
  },
  'ei-indication': {
    title: 'Indicatievelden passen niet bij het bericht',
    why: 'Bij wijkverpleging blijven de indicatievelden leeg. Bij de Wlz horen ze samen gevuld te zijn, met een functiecode of een zorgzwaartepakket. De ontvanger keurt een regel af die daarvan afwijkt. Of functiecode, profiel en prestatiecode volgens de koppeltabel bij elkaar horen, wordt hier niet getoetst.',
    remedy: SOURCE,
    message: ({ fault, found, ...at }, about) =>
      fault === 'not-empty'
        ? `${record(about)}, ${field(at)}: gevonden ${quote(found)}, hoort leeg te zijn in dit bericht.`
        : `${record(about)}, ${field(at)}: is leeg, terwijl andere indicatievelden gevuld zijn.`,
  },
  'ei-no-indication': {
    title: 'Wlz-prestatie zonder functiecode of zorgzwaartepakket',
    why: 'Bij de Wlz hoort een functiecode (0412) of een zorgzwaartepakket (0413) gevuld te zijn. Hier zijn alle indicatievelden leeg. Of een ontvanger dat toestaat, staat niet vast; daarom is dit een waarschuwing.',
    remedy: 'Controleer de indicatie van de cliënt in het bronsysteem.',
    message: ({ records, ...at }, about) =>
      `${record(about)}, ${field(at)}: is leeg, net als de andere indicatievelden (0408 t/m 0413).${more(records)}`,
  },
  'ei-overlap': {
    title: 'Regels van één cliënt en code overlappen elkaar',
    why: 'Twee debetregels met dezelfde prestatiecode hebben dagen gemeen. De zorg van die dagen kan dubbel zijn gedeclareerd. De ontvanger kan de tweede regel daarom afkeuren.',
    remedy: 'Controleer of beide regels kloppen. Voeg ze samen, of neem de verkeerde uit de declaratie.',
    message: ({ code, first, last, otherRow, lines }, about) => {
      const shared = first === last ? date(first) : `${date(first)} t/m ${date(last)}`;
      const others = lines > 1 ? ` In deze maand overlappen ${number(lines)} regels van deze cliënt een eerdere.` : '';
      return `${record(about)}: code ${name(code)} op ${shared} staat ook op record ${number(otherRow)}.${others}`;
    },
  },
  'ei-credit-reference': {
    title: 'Credit zonder voorgaand referentienummer',
    why: 'Een creditregel noemt in veld 0432 het referentienummer van de debetregel die hij terugneemt. Dat nummer ontbreekt. De ontvanger weet dan niet wat er terug moet en keurt de regel af.',
    remedy: 'Vul het referentienummer van de oorspronkelijke regel in en maak het bericht opnieuw.',
    message: (at, about) => `${record(about)}, ${field(at)}: is leeg op een creditregel.`,
  },
  'ei-debit-reference': {
    title: 'Debetregel noemt een eerdere regel',
    why: 'Veld 0432 hoort bij een creditregel. Op een debetregel is het alleen te verwachten als zij een gecrediteerde regel vervangt. Of het dan gevuld moet zijn, staat niet vast.',
    remedy:
      'Vervangt deze regel een gecrediteerde regel, dan hoeft u niets te doen. Controleer anders of het een credit moest zijn.',
    message: ({ found, ...at }, about) => `${record(about)}, ${field(at)}: ${quote(found)} op een debetregel.`,
  },
  'ei-credit-mirror': {
    title: 'Credit is anders dan de debetregel',
    why: 'Een credit neemt een debetregel in haar geheel terug: dezelfde cliënt, code, datums, tijd en bedragen. Deze credit wijkt daarvan af. De ontvanger kan haar dan niet verwerken.',
    remedy: 'Crediteer de hele debetregel en declareer daarna wat overblijft als nieuwe debetregel.',
    message: ({ debitRow, differs }, about) =>
      `${record(about)}: verschilt van de debetregel op record ${number(debitRow)} in ${and(differs.map((one) => DIFFERS[one]))}.`,
  },
  'ei-deceased': {
    title: 'Declaratie voor een overleden cliënt',
    why: 'Het verzekerdenrecord meldt dat de cliënt is overleden, maar niet wanneer. Zorg van vóór het overlijden mag worden gedeclareerd. Zorg van daarna niet.',
    remedy:
      'Controleer de datum van overlijden. Staat die in een bestand met overlijdensdatums, dan wordt het per dag getoetst.',
    message: ({ clientRow }, about) =>
      `${record(about)}: volgens record ${number(clientRow)} (veld 0223) is de cliënt overleden; de datum staat niet in het bericht.`,
  },
};

interface At {
  readonly field: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** `veld 0418 Aantal uitgevoerde prestaties (positie 130-133)`. */
function field({ field: of, name: called, from, to }: At): string {
  return `veld ${of} ${called} (positie ${from === to ? from : `${from}-${to}`})`;
}

/** `Record 12`. */
function record({ places }: About): string {
  const row = places[0]?.row;
  return row === undefined || row === 0 ? 'Het bericht' : `Record ${row}`;
}

function more(records: number): string {
  return records > 1 ? ` Dit geldt voor ${number(records)} records.` : '';
}

function values(allowed: readonly string[]): string {
  return or(allowed.map((value) => (value === '' ? 'spaties' : name(value))));
}

function signed(cents: number): string {
  return `${cents < 0 ? 'credit' : 'debet'} ${euros(Math.abs(cents))}`;
}
