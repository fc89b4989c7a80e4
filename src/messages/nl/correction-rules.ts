import type { CorrectionRuleId, RuleWordsOf } from '../catalogue.ts';
import { eachLine, namedRows, placesOf } from '../row-phrases.ts';
import { nlForms } from './forms.ts';
import { clientMonth } from './where.ts';

const { and, hours } = nlForms;

/** Dutch words of the rules about credits and lines that stand twice. */
export const nlCorrectionRules: RuleWordsOf<CorrectionRuleId> = {
  'duplicate-reference': {
    title: 'Referentienummer komt meer dan eens voor',
    why: 'Een referentienummer hoort bij één declaratieregel en mag vijf jaar lang niet nog eens gebruikt worden. Twee regels met hetzelfde nummer komen waarschijnlijk terug. Een latere credit kan dan ook niet meer zeggen welke regel hij bedoelt.',
    remedy:
      'Is het twee keer dezelfde regel, laat er dan één weg. Zijn het twee verschillende regels, geef elk een eigen referentienummer.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(nlForms, data.lines, about, ({ bearers, others }, many) => {
        const input = about.places[0]?.input;
        const names = others.map((other) =>
          other.input === input ? String(other.row) : nlForms.rowOf(other.row, other.input, null),
        );
        return `${many ? 'hebben' : 'heeft'} hetzelfde referentienummer als ${nlForms.rows('line', cut(names, bearers - 1))}`;
      })}.`,
  },
  'duplicate-line': {
    title: 'Zelfde regel meer dan eens',
    why: 'Regels met dezelfde cliënt, prestatiecode, dagen en hetzelfde aantal zijn meestal een dubbele invoer. De betaler kan de tweede zien als al gedeclareerd. Ze tellen alle mee voor het maximum van de maand.',
    remedy:
      'Ga na of de zorg echt meer dan eens is geleverd. Zo niet, laat de dubbele regel weg of crediteer hem als hij al verstuurd is.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(
        nlForms,
        data.lines,
        about,
        ({ copies, minutes }, many) =>
          `(${hours(minutes)}) ${many ? 'komen elk' : 'komt'} ${copies} keer voor: zelfde prestatiecode, dagen en aantal`,
      )}.`,
  },
  'credit-without-debit': {
    title: 'Credit zonder bekende debetregel',
    why: 'Een credit neemt één debetregel terug en noemt daarvan het referentienummer. Ontbreekt dat of is het onbekend, dan kan de betaler de credit niet plaatsen. De minuten gaan hier wel van de maand af.',
    remedy:
      'Zoek de debetregel die gecrediteerd moet worden en vul haar referentienummer in bij het voorgaande referentienummer. Staat die regel in een eerdere aanlevering, lever die dan mee aan of boek die eerst.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(nlForms, data.lines, about, ({ reason, minutes }, many) =>
        reason === 'empty'
          ? `(credit ${hours(minutes)}) ${many ? 'noemen' : 'noemt'} geen debetregel`
          : `(credit ${hours(minutes)}) ${many ? 'noemen' : 'noemt'} een debetregel die niet in deze aanlevering en niet bij de geboekte regels staat`,
      )}.`,
  },
  'debit-credited-twice': {
    title: 'Debetregel meer dan eens gecrediteerd',
    why: 'Een debetregel kan maar één keer worden teruggenomen. De tweede credit komt waarschijnlijk terug. Intussen telt de maand te weinig minuten.',
    remedy:
      'Houd één credit over en laat de andere weg. Hoorde een credit bij een andere regel, verbeter dan het voorgaande referentienummer.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(
        nlForms,
        data.lines,
        about,
        ({ credits, minutes }, many) =>
          `(credit ${hours(minutes)}) ${many ? 'noemen elk' : 'noemt'} een debetregel die in totaal ${credits} keer gecrediteerd wordt`,
      )}.`,
  },
  'credit-beside-its-debit': {
    title: 'Credit naast de gelijke debetregel',
    why: 'Een credit en de gelijke debetregel in één aanlevering heffen elkaar op. Betalers nemen zo’n paar vaak niet aan. Geen van beide hoeft verstuurd te worden.',
    remedy:
      'Laat de credit en de debetregel allebei weg. Was de debetregel al eerder verstuurd, stuur dan alleen de credit.',
    message: (data, about) => {
      const credits = placesOf(data.lines, about, ({ side }) => side === 'credit');
      const debits = placesOf(data.lines, about, ({ side }) => side === 'debit');
      const pair = `${namedRows(nlForms, 'credit', credits, about) || 'een credit'} en ${namedRows(nlForms, 'debit', debits, about) || 'een debetregel'}`;
      const minutes = data.lines.filter(({ side }) => side === 'credit').map((line) => line.minutes);
      return `${clientMonth(about)}: ${pair} zijn gelijk (${and([...new Set(minutes)].map(hours))}) en heffen elkaar in deze aanlevering op.`;
    },
  },
  'credit-exceeds-debit': {
    title: 'Meer gecrediteerd dan gedeclareerd',
    why: 'Een credit is gelijk aan zijn debetregel. Wordt er meer teruggenomen dan gedeclareerd is, dan klopt de credit niet of ontbreekt een debetregel. Zo’n credit komt waarschijnlijk terug.',
    remedy:
      'Maak de credit gelijk aan de debetregel en stuur daarna zo nodig een nieuwe debetregel. Is de debetregel eerder verstuurd, lever die dan mee aan of boek die eerst.',
    message: (data, about) => {
      const lines = eachLine(nlForms, data.lines, about, ({ minutes, debitMinutes, creditedMinutes }, many) => {
        const own = `${many ? 'crediteren elk' : 'crediteert'} ${hours(minutes)}`;
        if (debitMinutes === null) return `${own} van een onbekende debetregel`;
        const total = creditedMinutes === minutes ? '' : `, samen met andere credits ${hours(creditedMinutes)},`;
        return `${own}${total} van een debetregel van ${hours(debitMinutes)}`;
      });
      return [
        `${clientMonth(about)}: ${lines}.`,
        ...(data.netMinutes < 0 ? [`De maand komt daarmee onder nul: ${hours(data.netMinutes)}.`] : []),
        ...(data.bookedMinutes === 0 ? [] : [`Eerder geboekt: ${hours(data.bookedMinutes)}.`]),
      ].join(' ');
    },
  },
};

/** A long list would bury the sentence: the first few, the rest counted. */
function cut(names: readonly string[], count: number): readonly string[] {
  return count <= 3 ? names : [...names.slice(0, 2), nlForms.more(count - 2)];
}
