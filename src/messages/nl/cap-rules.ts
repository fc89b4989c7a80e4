import type { About, CapRuleId, RuleWordsOf } from '../catalogue.ts';
import { eachLine, namedRows } from '../row-phrases.ts';
import { nlForms } from './forms.ts';
import { clientMonth } from './where.ts';

const { and, hours } = nlForms;

interface CapLineData {
  readonly minutes: number;
  readonly allowedMinutes: number;
}

/** Dutch words of the rules about the sum of a month. */
export const nlCapRules: RuleWordsOf<CapRuleId> = {
  'monthly-cap-exceeded': {
    title: 'Meer technologie-uren dan het maximum van de maand',
    why: 'Per cliënt en kalendermaand geldt een maximum voor thuiszorgtechnologie. Prestatiecodes en aanbieders delen dat maximum. Wat erboven gaat, kan de betaler terugsturen; niet elke betaler toetst het op dezelfde manier. Het teveel ligt op de laatste regels van de maand, wat eerder geboekt is blijft staan.',
    remedy:
      'Verlaag de genoemde regel naar het aantal dat nog past en laat de regels weg die niet meer passen. Klopt een al verstuurde regel van deze maand niet, crediteer die dan eerst: daarmee komt ruimte vrij.',
    message: (data, about) =>
      [
        `${clientMonth(about)}: ${hours(data.netMinutes)}${perCode(data.byCode)} gaat ${hours(data.excessMinutes)} boven het maximum van ${hours(data.capMinutes)}.`,
        ...fitting(data.lines, about),
        ...booked(data.bookedMinutes, data.bookedRuns),
        ...(data.onlyTogether
          ? ['De Zvw-regels en de Wlz-regels blijven elk binnen het maximum; alleen samen gaan ze eroverheen.']
          : []),
      ].join(' '),
  },
  'monthly-cap-exceeded-if-repaired': {
    title: 'Na herstel meer dan het maximum van de maand',
    why: 'De regels die nu goed zijn, passen binnen het maximum van de maand. Tellen ook de afgekeurde regels mee, dan gaat de maand erboven. Een afgekeurde regel herstellen maakt hem dus nog niet declarabel.',
    remedy:
      'Herstel alleen de regels die binnen het maximum passen en laat de andere weg. Of verlaag eerst een andere regel van deze maand.',
    message: (data, about) => {
      const { declaredMinutes, capMinutes, netMinutes } = data;
      const rows = namedRows(nlForms, 'line', about.places, about);
      return [
        `${clientMonth(about)}: met ${rows === '' ? 'de afgekeurde regels' : rows} erbij wordt het ${hours(declaredMinutes)}, ${hours(declaredMinutes - capMinutes)} boven het maximum van ${hours(capMinutes)}.`,
        `Nu telt ${hours(netMinutes)} mee.`,
        ...booked(data.bookedMinutes),
      ].join(' ');
    },
  },
  'payer-cap-exceeded': {
    title: 'Meer technologie-uren dan met de verzekeraar is afgesproken',
    why: 'Met deze verzekeraar is een lager maximum afgesproken dan het wettelijke. Het staat in de instellingen. Wat erboven gaat, komt waarschijnlijk terug, ook al past het binnen het wettelijke maximum.',
    remedy:
      'Verlaag de genoemde regel naar het aantal dat nog past en laat de regels weg die niet meer passen. Klopt de afspraak niet meer, pas dan het maximum van dit UZOVI-nummer aan in tzt.config.json.',
    message: (data, about) =>
      [
        `${clientMonth(about)}: ${hours(data.netMinutes)} voor UZOVI ${nlForms.name(data.insurer)} gaat ${hours(data.excessMinutes)} boven het afgesproken maximum van ${hours(data.capMinutes)}.`,
        ...fitting(data.lines, about),
        ...booked(data.bookedMinutes),
      ].join(' '),
  },
};

function perCode(byCode: Readonly<Record<string, number>>): string {
  const codes = Object.entries(byCode).filter(([, minutes]) => minutes !== 0);
  if (codes.length < 2) return '';
  return ` (${and(codes.map(([code, minutes]) => `${code} ${hours(minutes)}`))})`;
}

function fitting(lines: readonly CapLineData[], about: About): string[] {
  if (lines.length === 0) return [];
  const phrase = ({ minutes, allowedMinutes }: CapLineData, many: boolean) => {
    if (allowedMinutes <= 0) return many ? 'passen niet meer' : 'past niet meer';
    return `(${hours(minutes)}) ${many ? 'mogen elk' : 'mag'} hoogstens ${hours(allowedMinutes)} zijn`;
  };
  const sentence = eachLine(nlForms, lines, about, phrase);
  return [`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`];
}

function booked(minutes: number, runs: readonly { run: string; minutes: number }[] = []): string[] {
  return minutes === 0 ? [] : [`Hiervan is ${hours(minutes)} eerder geboekt${sentWith(runs)}.`];
}

/** In which runs the booked minutes were sent. */
function sentWith(runs: readonly { run: string; minutes: number }[]): string {
  const [first, ...others] = runs;
  if (first === undefined) return '';
  return others.length === 0
    ? ` (met run ${first.run})`
    : ` (${and(runs.map(({ run, minutes }) => `met run ${run} ${hours(minutes)}`))})`;
}
