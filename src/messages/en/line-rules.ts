import type { LineRuleId, RuleWordsOf } from '../catalogue.ts';
import { eachLine, namedRows } from '../row-phrases.ts';
import { enForms } from './forms.ts';
import { clientMonth } from './where.ts';

const { and, euros, hours, month, number } = enForms;

/** English words of the other rules about lines. */
export const enLineRules: RuleWordsOf<LineRuleId> = {
  'already-booked': {
    title: 'Line was booked before',
    why: 'A line with this reference number has been booked: it was sent with an earlier delivery. Sending it again makes a double claim. The minutes booked earlier count towards the maximum of the month, this line does not count again.',
    remedy:
      'Leave the line out. If this delivery takes the place of the earlier one, validate it with --replaces and the earlier run, then book it. If the earlier delivery was never sent, take its booking back with tzt unbook.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(
        enForms,
        data.lines,
        about,
        ({ run, minutes }, many) => `(${hours(minutes)}) ${many ? 'were' : 'was'} booked before with run ${run}`,
      )}.`,
  },
  'late-line': {
    title: 'Late line',
    why: 'The line belongs to an earlier month than the rest of the delivery. That is allowed. What was sent for that month before counts towards the maximum of that month.',
    remedy:
      'Book the earlier delivery of that month, or give it as well. Then the maximum is held against all its lines.',
    message: (data, about) =>
      `${clientMonth(about)}: ${namedRows(enForms, 'line', about.places, about) || enForms.countedRows('line', data.lines.length)} ${data.lines.length === 1 ? 'is' : 'are'} late; the delivery is mainly about ${month(data.mainMonth)}. What was sent earlier for this month counts too.`,
  },
  'several-providers': {
    title: 'More than one provider in the month',
    why: 'The maximum holds per client, also when several providers give care. The same hours may be billed only once.',
    remedy: 'Agree who bills which hours, so that together they stay within the maximum.',
    message: (data, about) =>
      `${clientMonth(about)}: the lines name ${number(data.providers.length)} AGB codes: ${and(data.providers.map(enForms.name))}. Together they have one maximum.`,
  },
  'not-multiple-of-five': {
    title: 'Minutes are not a multiple of five',
    why: 'Under the NZa rules a claim is rounded to five minutes, unless something else was agreed with the insurer or zorgkantoor. Another quantity may come back.',
    remedy:
      'Round the minutes to five, after adding up the separate times. If you have another agreement in writing, leave it as it is.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(
        enForms,
        data.lines,
        about,
        ({ minutes, rounded }, many) =>
          `${many ? 'each count' : 'counts'} ${hours(minutes)}, rounded to five minutes ${hours(rounded)}`,
      )}.`,
  },
  'suspect-unit': {
    title: 'Quantity hints at a wrong unit',
    why: 'This quantity is unusually large or small for one line. Often hours were entered where minutes are meant, or the reverse. The maximum is then held against a wrong quantity.',
    remedy: 'Check the quantity and the unit in the source system. Correct the unit if it was mixed up.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(enForms, data.lines, about, ({ minutes, hint }, many) =>
        hint === 'hours-are-minutes'
          ? `${many ? 'each count' : 'counts'} ${hours(minutes)}, perhaps minutes entered as hours`
          : `${many ? 'each count' : 'counts'} ${hours(minutes)}, perhaps hours entered as minutes`,
      )}.`,
  },
  'amount-mismatch': {
    title: 'Amount is not rate times quantity',
    why: 'The amount of a line is the rate times the quantity, to the cent. Where it differs, the payer computes something else and the line may come back.',
    remedy:
      'Check rate, quantity and unit and compute the amount again. A rate per hour belongs to a quantity in hours.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(
        enForms,
        data.lines,
        about,
        ({ amountCents, expectedCents, hourlyRate }, many) => {
          const rate = hourlyRate ? ' (the amount is right if the rate is per hour and the quantity in minutes)' : '';
          return `${many ? 'each have' : 'has'} amount ${euros(amountCents)}, but rate times quantity is ${euros(expectedCents)}${rate}`;
        },
      )}.`,
  },
};
