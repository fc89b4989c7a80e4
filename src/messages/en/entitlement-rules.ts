import type { EntitlementRuleId, RuleWordsOf } from '../catalogue.ts';
import { eachLine } from '../row-phrases.ts';
import { enForms } from './forms.ts';
import { clientMonth } from './where.ts';

const { and, date } = enForms;

const LAWS = { zvw: 'Zvw', wlz: 'Wlz' };
const FORMS = {
  VPT: 'VPT',
  MPT: 'MPT',
  PGB: 'personal budget (pgb)',
  VERBLIJF: 'residential care (verblijf)',
  DTV: 'part-time residential care (deeltijdverblijf, DTV)',
  VKB: 'waiting in hospital (verkeerde bed, VKB)',
};

/** English words of the rules about what a client must have for a line. */
export const enEntitlementRules: RuleWordsOf<EntitlementRuleId> = {
  'line-spans-months': {
    title: 'Line runs across the end of the month',
    why: 'The maximum holds per calendar month. For a line over two months nobody can say how many minutes belong to which month. Such a line counts nowhere and cannot be approved as it is.',
    remedy:
      'Split the line at the end of the month: one line up to the last day of the month and one from the first day of the next, each with its own minutes.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(
        enForms,
        data.lines,
        about,
        ({ first, last, splitAfter }, many) =>
          `${many ? 'run' : 'runs'} from ${date(first)} to ${date(last)}, across the end of the month (split after ${date(splitAfter)})`,
      )}.`,
  },
  'code-not-in-force': {
    title: 'Performance code is not in force in this month',
    why: 'The performance codes (prestatiecodes) for home-care technology differ from period to period. A code counts only in the months in which it is in force. In another month the insurer or zorgkantoor does not know it.',
    remedy: 'Check the start date (begindatum). If it is right, use a code that is in force in that month.',
    message: (data, about) => {
      const lines = eachLine(
        enForms,
        data.lines,
        about,
        ({ code }, many) => `${many ? 'have' : 'has'} code ${code}, which is not in force in this month`,
      );
      const valid =
        data.codes.length === 0 ? 'No technology code is in force then.' : `In force then: ${and(data.codes)}.`;
      return `${clientMonth(about)}: ${lines}. ${valid}`;
    },
  },
  'vpt-client': {
    title: 'Technology line during VPT',
    why: 'A full package at home (volledig pakket thuis, VPT) is paid as one whole. Technology hours are not billed beside it. A line on a day with VPT will probably come back, because the code does not fit the delivery form (leveringsvorm).',
    remedy:
      'Leave the line out. If part of it lies outside the VPT period, split it and bill only those days, with their own minutes. If the VPT period is wrong, correct the register of delivery forms and check again.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(enForms, data.lines, about, ({ code, days, outside, partly }, many) =>
        [
          `(${code}) ${many ? 'fall' : 'falls'} ${partly ? 'partly ' : ''}under VPT (${stretches(days)})`,
          ...(partly ? [`which leaves ${stretches(outside)}`] : []),
        ].join(', '),
      )}.`,
  },
  'zvw-without-indication': {
    title: 'No indication for district nursing on these days',
    why: 'Home-care technology under the Zvw is only possible with an indication for district nursing (wijkverpleging). The indication must cover every day of the line. Without it the line will probably come back.',
    remedy:
      'Check the register of indications. If there is an indication, enter the right period and check again. If there is none, leave the line out, or split it and bill only the days with an indication.',
    message: (data, about) =>
      [
        `${clientMonth(about)}: ${eachLine(
          enForms,
          data.lines,
          about,
          ({ uncovered, partly }, many) =>
            `${many ? 'have' : 'has'} no indication for district nursing on ${partly ? 'some' : 'any'} of ${many ? 'their' : 'its'} days (${stretches(uncovered)})`,
        )}.`,
        data.indicated
          ? 'The client has an indication, but not on these days.'
          : 'The register has no indication for district nursing for this client.',
      ].join(' '),
  },
  'zvw-under-wlz': {
    title: 'Zvw line on a day under the Wlz',
    why: 'As soon as the Wlz pays for the care, the Zvw no longer does. A Zvw line on a day with a Wlz indication or a delivery form (leveringsvorm) of the Wlz will therefore probably come back.',
    remedy:
      'Bill these days with the Wlz code that fits the care, if the client has MPT. Split the line if part of it still falls under the Zvw. If the Zvw line was paid already, credit it first. If the Wlz period is wrong, correct the register.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(enForms, data.lines, about, ({ days, indication, forms, partly }, many) => {
        const grounds = [
          ...(indication ? ['a Wlz indication'] : []),
          ...(forms.length > 0 ? [`delivery form ${and(forms.map((form) => FORMS[form]))}`] : []),
        ];
        return `${many ? 'fall' : 'falls'} ${partly ? 'partly ' : ''}under the Wlz (${stretches(days)}), because of ${and(grounds)}`;
      })}.`,
  },
  'wlz-without-mpt': {
    title: 'Wlz technology line without MPT',
    why: 'The Wlz codes for home-care technology belong to the modular package at home (modulair pakket thuis, MPT). The client must have MPT on every day of the line. Otherwise the code does not fit the delivery form and the line will probably come back.',
    remedy:
      'Check the register of delivery forms (leveringsvormen). If there is MPT, enter the right period and check again. If there is none, leave the line out, or split it and bill only the days with MPT.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(enForms, data.lines, about, ({ code, uncovered, forms, partly }, many) => {
        const instead = forms.length === 0 ? '' : `, only ${and(forms.map((form) => FORMS[form]))}`;
        return `(${code}) ${many ? 'have' : 'has'} no MPT on ${partly ? 'some' : 'any'} of ${many ? 'their' : 'its'} days (${stretches(uncovered)})${instead}`;
      })}.`,
  },
  'wlz-dtv-or-vkb': {
    title: 'Technology line during part-time residential care or waiting in hospital',
    why: 'The sources do not say whether technology hours may be billed during part-time residential care (deeltijdverblijf, DTV) or waiting in hospital (verkeerde bed, VKB). The zorgkantoor may see it differently from you.',
    remedy:
      'Ask the zorgkantoor whether the line is allowed. If not, leave it out or split it. If the delivery form is wrong, correct the register.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(
        enForms,
        data.lines,
        about,
        ({ code, form, days }, many) =>
          `(${code}) ${many ? 'fall' : 'falls'} in a period of ${FORMS[form]}: ${stretches(days)}`,
      )}. The sources do not say whether this is allowed.`,
  },
  'law-mismatch': {
    title: 'Law and performance code do not belong together',
    why: 'Every technology code belongs to one law: the Zvw or the Wlz. With another law beside it the line goes to the wrong code list or the wrong payer.',
    remedy: 'Check which of the two is right. Correct the performance code (prestatiecode) or the law (wet).',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(enForms, data.lines, about, ({ code, declared, expected }, many) => {
        const law = declared === 'other' ? 'another law than Zvw or Wlz' : `law ${LAWS[declared]}`;
        return `${many ? 'name' : 'names'} ${law}, but code ${code} belongs to the ${LAWS[expected]}`;
      })}.`,
  },
  'after-death': {
    title: 'Line after the death of the client',
    why: 'After the day of death the client is no longer insured. The day of death itself is still fine. A later day will probably come back.',
    remedy:
      'Leave out the days after the death and lower the minutes with them. If the date of death is wrong, correct it and check again.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(enForms, data.lines, about, ({ partly }, many) => {
        const verb = partly ? (many ? 'run on' : 'runs on') : many ? 'start' : 'starts';
        return `${verb} after the death on ${date(data.dateOfDeath)}`;
      })}.`,
  },
  'both-laws-in-month': {
    title: 'Zvw and Wlz in one month',
    why: 'On one day either the Zvw or the Wlz pays, never both. In one month they can only meet when the client changed over in that month. The maximum of the month then holds for the lines of both laws together.',
    remedy: 'Check on which day the Wlz began. Before that day the Zvw code belongs, from that day on the Wlz code.',
    message: (data, about) =>
      [
        `${clientMonth(about)}: ${eachLine(
          enForms,
          data.lines,
          about,
          ({ code, law }, many) => `${many ? 'fall' : 'falls'} under the ${LAWS[law]} (${code})`,
        )}.`,
        data.switchDate === null
          ? 'The registers show no start of the Wlz in this month.'
          : `According to the registers the Wlz starts on ${date(data.switchDate)}.`,
      ].join(' '),
  },
};

function stretches(periods: readonly { readonly first: string; readonly last: string | null }[]): string {
  return and(periods.map(enForms.days));
}
