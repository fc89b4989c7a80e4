import type { LineRuleId, RuleWordsOf } from '../catalogue.ts';
import { eachLine, namedRows } from '../row-phrases.ts';
import { nlForms } from './forms.ts';
import { clientMonth } from './where.ts';

const { and, euros, hours, month, number } = nlForms;

/** Dutch words of the other rules about lines. */
export const nlLineRules: RuleWordsOf<LineRuleId> = {
  'already-booked': {
    title: 'Regel is al eerder geboekt',
    why: 'Een regel met dit referentienummer is al geboekt: hij is met een eerdere aanlevering verstuurd. Nog eens versturen geeft een dubbele declaratie. De eerder geboekte minuten tellen mee voor het maximum van de maand, deze regel niet nog eens.',
    remedy:
      'Laat de regel weg. Komt deze aanlevering in de plaats van de eerdere, controleer haar dan met --replaces en de eerdere run, en boek haar daarna. Is de eerdere aanlevering niet verstuurd, haal die boeking dan weg met tzt unbook.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(
        nlForms,
        data.lines,
        about,
        ({ run, minutes }, many) => `(${hours(minutes)}) ${many ? 'zijn' : 'is'} al geboekt met run ${run}`,
      )}.`,
  },
  'late-line': {
    title: 'Nagekomen regel',
    why: 'De regel hoort bij een eerdere maand dan de rest van de aanlevering. Dat mag. Wat voor die maand al verstuurd is, telt mee voor het maximum van die maand.',
    remedy: 'Boek de eerdere aanlevering van die maand, of lever haar mee aan. Dan telt het maximum over alle regels.',
    message: (data, about) =>
      `${clientMonth(about)}: ${namedRows(nlForms, 'line', about.places, about) || nlForms.countedRows('line', data.lines.length)} ${data.lines.length === 1 ? 'is' : 'zijn'} nagekomen; de aanlevering gaat vooral over ${month(data.mainMonth)}. Wat eerder voor deze maand verstuurd is, telt mee.`,
  },
  'several-providers': {
    title: 'Meer dan één aanbieder in de maand',
    why: 'Het maximum geldt per cliënt, ook als meer aanbieders zorg leveren. Dezelfde uren mogen maar één keer gedeclareerd worden.',
    remedy: 'Spreek af wie welke uren declareert, zodat ze samen binnen het maximum blijven.',
    message: (data, about) =>
      `${clientMonth(about)}: de regels noemen ${number(data.providers.length)} AGB-codes: ${and(data.providers.map(nlForms.name))}. Samen hebben zij één maximum.`,
  },
  'not-multiple-of-five': {
    title: 'Aantal minuten is geen veelvoud van vijf',
    why: 'Volgens de NZa-regels wordt een declaratie afgerond op vijf minuten, tenzij er met de verzekeraar of het zorgkantoor iets anders is afgesproken. Een ander aantal kan terugkomen.',
    remedy:
      'Rond de minuten af op vijf, nadat u de losse tijden hebt opgeteld. Hebt u een andere schriftelijke afspraak, laat het dan zo.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(
        nlForms,
        data.lines,
        about,
        ({ minutes, rounded }, many) =>
          `${many ? 'tellen elk' : 'telt'} ${hours(minutes)}, afgerond op vijf minuten ${hours(rounded)}`,
      )}.`,
  },
  'suspect-unit': {
    title: 'Aantal wijst op een verkeerde eenheid',
    why: 'Dit aantal is voor één regel ongewoon groot of klein. Vaak staan er dan uren waar minuten bedoeld zijn, of andersom. Het maximum wordt dan op een verkeerd aantal getoetst.',
    remedy: 'Controleer het aantal en de eenheid in het bronsysteem. Verbeter de eenheid als die verwisseld is.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(nlForms, data.lines, about, ({ minutes, hint }, many) =>
        hint === 'hours-are-minutes'
          ? `${many ? 'tellen elk' : 'telt'} ${hours(minutes)}, misschien minuten die als uren zijn ingevuld`
          : `${many ? 'tellen elk' : 'telt'} ${hours(minutes)}, misschien uren die als minuten zijn ingevuld`,
      )}.`,
  },
  'amount-mismatch': {
    title: 'Bedrag is niet tarief maal aantal',
    why: 'Het bedrag van een regel is het tarief maal het aantal, op de cent. Wijkt het af, dan rekent de betaler iets anders uit en kan de regel terugkomen.',
    remedy:
      'Controleer tarief, aantal en eenheid en reken het bedrag opnieuw uit. Een tarief per uur hoort bij een aantal in uren.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(
        nlForms,
        data.lines,
        about,
        ({ amountCents, expectedCents, hourlyRate }, many) => {
          const rate = hourlyRate ? ' (het bedrag klopt wel als het tarief per uur is en het aantal in minuten)' : '';
          return `${many ? 'hebben elk' : 'heeft'} bedrag ${euros(amountCents)}, maar tarief maal aantal is ${euros(expectedCents)}${rate}`;
        },
      )}.`,
  },
};
