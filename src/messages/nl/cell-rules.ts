import type { CellRuleId, RuleWordsOf } from '../catalogue.ts';
import { nlForms } from './forms.ts';
import { cell, row } from './where.ts';

const { date, hours, name, number, or, quote } = nlForms;

/** Dutch words of the rules about the cells of a row. */
export const nlCellRules: RuleWordsOf<CellRuleId> = {
  'missing-value': {
    title: 'Waarde ontbreekt',
    why: 'Zonder deze waarde is de rij niet te beoordelen. Een leeg veld wordt niet geraden.',
    remedy: 'Vul de waarde in het bronsysteem in en exporteer opnieuw.',
    message: ({ field }, about) => `${cell(field, about)}: er staat niets, maar deze waarde is verplicht.`,
  },
  'invalid-date': {
    title: 'Geen geldige datum',
    why: 'De datum bepaalt bij welke maand een regel hoort en of de cliënt er recht op had. Een datum die niet bestaat of anders geschreven is, wordt niet geraden.',
    remedy: 'Schrijf de datum als dd-mm-jjjj of jjjj-mm-dd en controleer of de dag bestaat.',
    message: ({ field, value }, about) =>
      `${cell(field, about)}: ${quote(value)} is geen geldige datum. Schrijf dd-mm-jjjj.`,
  },
  'invalid-number': {
    title: 'Geen geldig getal',
    why: 'Aantallen en bedragen worden exact gelezen. Bij een teken dat niet in een getal hoort, of een punt waar in de rest van het bestand een komma staat, is de waarde niet zeker.',
    remedy: 'Verbeter het getal. Gebruik in het hele bestand hetzelfde decimaalteken, of geef het op met --decimal.',
    message: ({ field, value, decimal }, about) => {
      const sign =
        decimal === null ? '' : ` Het decimaalteken van dit bestand is een ${decimal === ',' ? 'komma' : 'punt'}.`;
      return `${cell(field, about)}: ${quote(value)} is geen bruikbaar getal.${sign}`;
    },
  },
  'invalid-value': {
    title: 'Waarde is niet toegestaan',
    why: 'In deze kolom kan maar een vast aantal waarden staan. Wat een andere waarde betekent, wordt niet geraden.',
    remedy: 'Vervang de waarde door een van de toegestane waarden.',
    message: ({ field, value, allowed }, about) =>
      `${cell(field, about)}: ${quote(value)} is ${allowed.length === 0 ? 'geen bruikbare waarde.' : `niet toegestaan. Kies uit ${or(allowed.map(name))}.`}`,
  },
  'ambiguous-time': {
    title: 'Tijd is op twee manieren te lezen',
    why: 'Een punt kan uren en minuten scheiden of een decimaalteken zijn. Dat scheelt minuten. Niets anders in het bestand maakt duidelijk wat bedoeld is.',
    remedy: 'Schrijf de tijd als 6:30 of als 6,5. Of geef het decimaalteken van het bestand op met --decimal.',
    message: ({ value, asClock, asDecimal }, about) =>
      `${cell('quantity', about)}: ${quote(value)} kan ${name(asClock)} uur zijn of ${name(asDecimal)} uur.`,
  },
  'unit-not-time': {
    title: 'Eenheid is geen tijd',
    why: 'Technologie wordt in tijd gedeclareerd en het maximum geldt in uren. Een aantal in een andere eenheid is niet om te rekenen.',
    remedy: 'Geef het aantal in minuten of uren. Toegestaan zijn onder meer minuut (01), uur (04) en 5 minuten (07).',
    message: ({ value }, about) => `${cell('unit', about)}: ${quote(value)} is geen eenheid van tijd.`,
  },
  'fractional-minutes': {
    title: 'Aantal is geen heel aantal minuten',
    why: 'Een declaratie telt hele minuten. Er wordt niet stilzwijgend afgerond, want dat kan net het verschil maken bij het maximum.',
    remedy: 'Rond het aantal in het bronsysteem af op hele minuten, volgens uw afspraak met de betaler.',
    message: ({ value, below, unitMinutes }, about) => {
      const unit = unitMinutes === 1 ? '' : ` (eenheid van ${number(unitMinutes)} minuten)`;
      return `${cell('quantity', about)}: ${quote(value)}${unit} is geen heel aantal minuten; het ligt tussen ${hours(below)} en ${hours(below + 1)}.`;
    },
  },
  'suspect-code': {
    title: 'Prestatiecode lijkt op een technologiecode',
    why: 'De code is geen technologiecode, maar lijkt er sterk op. Is het een tikfout, dan telt de regel nu ten onrechte niet mee.',
    remedy: 'Controleer de prestatiecode. Is hij zo bedoeld, dan hoeft u niets te doen.',
    message: ({ value, code }, about) =>
      `${cell('code', about)}: ${quote(value)} lijkt op ${name(code)}. De regel telt nu niet mee als technologie.`,
  },
  'zero-quantity': {
    title: 'Aantal is nul',
    why: 'Een regel met aantal nul declareert niets. Vaak is het aantal niet ingevuld.',
    remedy: 'Vul het juiste aantal in of laat de regel weg.',
    message: ({ value }, about) => `${cell('quantity', about)}: het aantal ${quote(value)} is nul.`,
  },
  'double-negation': {
    title: 'Credit met een negatief aantal',
    why: 'Een credit wordt getoond met de letter C of met een min voor het aantal, niet met beide. Samen kan het een credit of juist een debet zijn.',
    remedy: 'Haal de min weg en laat C staan als het een credit is. Is het een debet, maak er dan D van, zonder min.',
    message: ({ value }, about) =>
      `${cell('quantity', about)}: ${quote(value)} is negatief, terwijl de regel al credit is.`,
  },
  'end-before-start': {
    title: 'Einddatum ligt vóór de begindatum',
    why: 'De dagen van de regel bepalen de maand en het recht op zorg. Met een einde vóór het begin zijn er geen dagen.',
    remedy: 'Controleer beide datums; vaak zijn ze verwisseld.',
    message: ({ first, last }, about) =>
      `${row(about)}: de einddatum ${date(last)} ligt vóór de begindatum ${date(first)}.`,
  },
  'future-date': {
    title: 'Datum in de toekomst',
    why: 'Alleen geleverde zorg wordt gedeclareerd. Een dag die nog moet komen, kan niet geleverd zijn.',
    remedy: 'Controleer de datum. Klopt hij, declareer de regel dan pas na die dag.',
    message: ({ field, date: day, asOf }, about) =>
      `${cell(field, about)}: ${date(day)} ligt na vandaag (${date(asOf)}).`,
  },
  'before-2015': {
    title: 'Datum van vóór 2015',
    why: 'De Wlz en de wijkverpleging in de Zvw bestaan sinds 1 januari 2015. Een eerdere datum is meestal een tikfout, en anders te laat om nog te declareren.',
    remedy: 'Controleer het jaar.',
    message: ({ field, date: day }, about) => `${cell(field, about)}: ${date(day)} ligt vóór 2015.`,
  },
};
