import type { EntitlementRuleId, RuleWordsOf } from '../catalogue.ts';
import { eachLine } from '../row-phrases.ts';
import { nlForms } from './forms.ts';
import { clientMonth } from './where.ts';

const { and, date } = nlForms;

const LAWS = { zvw: 'Zvw', wlz: 'Wlz' };
const FORMS = {
  VPT: 'VPT',
  MPT: 'MPT',
  PGB: 'pgb',
  VERBLIJF: 'verblijf',
  DTV: 'deeltijdverblijf (DTV)',
  VKB: 'verkeerde bed (VKB)',
};

/** Dutch words of the rules about what a client must have for a line. */
export const nlEntitlementRules: RuleWordsOf<EntitlementRuleId> = {
  'line-spans-months': {
    title: 'Regel loopt over de maandgrens',
    why: 'Het maximum geldt per kalendermaand. Van een regel over twee maanden is niet te zeggen hoeveel minuten bij welke maand horen. Daarom telt zo’n regel nergens mee en is hij zo niet goed te keuren.',
    remedy:
      'Splits de regel op de maandgrens: een regel tot en met de laatste dag van de maand en een regel vanaf de eerste dag van de volgende, elk met de eigen minuten.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(
        nlForms,
        data.lines,
        about,
        ({ first, last, splitAfter }, many) =>
          `${many ? 'lopen' : 'loopt'} van ${date(first)} t/m ${date(last)}, over de maandgrens (splits na ${date(splitAfter)})`,
      )}.`,
  },
  'code-not-in-force': {
    title: 'Prestatiecode geldt niet in deze maand',
    why: 'De prestatiecodes voor thuiszorgtechnologie zijn niet in elke periode dezelfde. Een code telt alleen in de maanden waarin hij geldt. In een andere maand herkent de verzekeraar of het zorgkantoor hem niet.',
    remedy: 'Controleer de begindatum. Klopt die, gebruik dan een prestatiecode die in die maand geldt.',
    message: (data, about) => {
      const lines = eachLine(
        nlForms,
        data.lines,
        about,
        ({ code }, many) => `${many ? 'hebben' : 'heeft'} prestatiecode ${code}, die in deze maand niet geldt`,
      );
      const valid =
        data.codes.length === 0
          ? 'Er geldt dan geen enkele technologiecode.'
          : `Dan ${data.codes.length === 1 ? 'geldt' : 'gelden'} ${and(data.codes)}.`;
      return `${clientMonth(about)}: ${lines}. ${valid}`;
    },
  },
  'vpt-client': {
    title: 'Technologieregel tijdens VPT',
    why: 'Een volledig pakket thuis (VPT) wordt als één geheel betaald. Technologie-uren worden daarnaast niet apart gedeclareerd. Een regel op een dag met VPT komt waarschijnlijk terug, omdat de prestatie niet bij de leveringsvorm past.',
    remedy:
      'Laat de regel weg. Valt een deel van de regel buiten de VPT-periode, splits hem dan en declareer alleen die dagen, met hun eigen minuten. Klopt de VPT-periode niet, verbeter dan het register van leveringsvormen en toets opnieuw.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(nlForms, data.lines, about, ({ code, days, outside, partly }, many) =>
        [
          `(${code}) ${many ? 'vallen' : 'valt'} ${partly ? 'deels ' : ''}onder VPT (${stretches(days)})`,
          ...(partly ? [`daarbuiten ${outside.length === 1 ? 'blijft' : 'blijven'} ${stretches(outside)} over`] : []),
        ].join(', '),
      )}.`,
  },
  'zvw-without-indication': {
    title: 'Geen indicatie wijkverpleging voor deze dagen',
    why: 'Thuiszorgtechnologie onder de Zvw kan alleen bij geïndiceerde wijkverpleging. De indicatie moet elke dag van de regel dekken. Zonder indicatie komt de regel waarschijnlijk terug.',
    remedy:
      'Controleer het register van indicaties. Is er wel een indicatie, vul dan de juiste periode in en toets opnieuw. Is er geen, laat de regel dan weg of splits hem en declareer alleen de geïndiceerde dagen.',
    message: (data, about) =>
      [
        `${clientMonth(about)}: ${eachLine(
          nlForms,
          data.lines,
          about,
          ({ uncovered, partly }, many) =>
            `${many ? 'hebben' : 'heeft'} ${partly ? 'voor een deel' : 'voor alle dagen'} geen indicatie wijkverpleging (${stretches(uncovered)})`,
        )}.`,
        data.indicated
          ? 'De cliënt heeft wel een indicatie, maar niet op deze dagen.'
          : 'In het register staat voor deze cliënt geen indicatie wijkverpleging.',
      ].join(' '),
  },
  'zvw-under-wlz': {
    title: 'Zvw-regel op een dag die onder de Wlz valt',
    why: 'Zodra de Wlz de zorg betaalt, vergoedt de Zvw die niet meer. Een Zvw-regel op een dag met een Wlz-indicatie of een leveringsvorm van de Wlz komt daarom waarschijnlijk terug.',
    remedy:
      'Declareer deze dagen met de Wlz-code die bij de zorg past, als de cliënt MPT heeft. Splits de regel als een deel nog onder de Zvw valt. Is de Zvw-regel al betaald, crediteer die dan eerst. Klopt de Wlz-periode niet, verbeter dan het register.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(nlForms, data.lines, about, ({ days, indication, forms, partly }, many) => {
        const grounds = [
          ...(indication ? ['een Wlz-indicatie'] : []),
          ...(forms.length > 0 ? [`leveringsvorm ${and(forms.map((form) => FORMS[form]))}`] : []),
        ];
        return `${many ? 'vallen' : 'valt'} ${partly ? 'deels ' : ''}onder de Wlz (${stretches(days)}), wegens ${and(grounds)}`;
      })}.`,
  },
  'wlz-without-mpt': {
    title: 'Wlz-technologieregel zonder MPT',
    why: 'De Wlz-codes voor thuiszorgtechnologie horen bij het modulair pakket thuis (MPT). Op elke dag van de regel moet de cliënt MPT hebben. Anders past de prestatie niet bij de leveringsvorm en komt de regel waarschijnlijk terug.',
    remedy:
      'Controleer het register van leveringsvormen. Is er wel MPT, vul dan de juiste periode in en toets opnieuw. Is er geen, laat de regel dan weg of splits hem en declareer alleen de dagen met MPT.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(nlForms, data.lines, about, ({ code, uncovered, forms, partly }, many) => {
        const instead = forms.length === 0 ? '' : `, wel ${and(forms.map((form) => FORMS[form]))}`;
        return `(${code}) ${many ? 'hebben' : 'heeft'} ${partly ? 'voor een deel' : 'voor alle dagen'} geen MPT (${stretches(uncovered)})${instead}`;
      })}.`,
  },
  'wlz-dtv-or-vkb': {
    title: 'Technologieregel tijdens deeltijdverblijf of verkeerde bed',
    why: 'Of technologie-uren bij deeltijdverblijf (DTV) of verkeerde bed (VKB) gedeclareerd mogen worden, staat niet in de bronnen. Het zorgkantoor kan er anders over denken dan u.',
    remedy:
      'Vraag het zorgkantoor of de regel mag. Zo niet, laat hem dan weg of splits hem. Klopt de leveringsvorm niet, verbeter dan het register.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(
        nlForms,
        data.lines,
        about,
        ({ code, form, days }, many) =>
          `(${code}) ${many ? 'vallen' : 'valt'} in een periode van ${FORMS[form]}: ${stretches(days)}`,
      )}. De bronnen zeggen niet of dit mag.`,
  },
  'law-mismatch': {
    title: 'Wet en prestatiecode passen niet bij elkaar',
    why: 'Elke technologiecode hoort bij één wet: de Zvw of de Wlz. Staat er een andere wet bij, dan gaat de regel naar de verkeerde codelijst of de verkeerde betaler.',
    remedy: 'Controleer welke van de twee klopt. Verbeter de prestatiecode of de wet.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(nlForms, data.lines, about, ({ code, declared, expected }, many) => {
        const law = declared === 'other' ? 'een andere wet dan Zvw of Wlz' : `wet ${LAWS[declared]}`;
        return `${many ? 'noemen' : 'noemt'} ${law}, maar prestatiecode ${code} hoort bij de ${LAWS[expected]}`;
      })}.`,
  },
  'after-death': {
    title: 'Regel na het overlijden van de cliënt',
    why: 'Na de dag van overlijden is de cliënt niet meer verzekerd. De dag van overlijden zelf mag nog wel. Een latere dag komt waarschijnlijk terug.',
    remedy:
      'Laat dagen na het overlijden weg en verlaag de minuten mee. Klopt de overlijdensdatum niet, verbeter die dan en toets opnieuw.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(nlForms, data.lines, about, ({ partly }, many) => {
        const verb = partly ? (many ? 'lopen door' : 'loopt door') : many ? 'beginnen' : 'begint';
        return `${verb} na het overlijden op ${date(data.dateOfDeath)}`;
      })}.`,
  },
  'both-laws-in-month': {
    title: 'Zvw en Wlz in één maand',
    why: 'Op één dag betaalt de Zvw of de Wlz, nooit beide. In één maand kunnen ze alleen samen voorkomen als de cliënt in die maand overging. Het maximum van de maand geldt dan voor de regels van beide wetten samen.',
    remedy: 'Controleer op welke dag de Wlz begon. Vóór die dag hoort de Zvw-code, vanaf die dag de Wlz-code.',
    message: (data, about) =>
      [
        `${clientMonth(about)}: ${eachLine(
          nlForms,
          data.lines,
          about,
          ({ code, law }, many) => `${many ? 'vallen' : 'valt'} onder de ${LAWS[law]} (${code})`,
        )}.`,
        data.switchDate === null
          ? 'De registers tonen in deze maand geen begin van de Wlz.'
          : `Volgens de registers begint de Wlz op ${date(data.switchDate)}.`,
      ].join(' '),
  },
};

function stretches(periods: readonly { readonly first: string; readonly last: string | null }[]): string {
  return and(periods.map(nlForms.days));
}
