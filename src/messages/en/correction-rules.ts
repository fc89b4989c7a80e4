import type { CorrectionRuleId, RuleWordsOf } from '../catalogue.ts';
import { eachLine, namedRows, placesOf } from '../row-phrases.ts';
import { enForms } from './forms.ts';
import { clientMonth } from './where.ts';

const { and, hours } = enForms;

/** English words of the rules about credits and lines that stand twice. */
export const enCorrectionRules: RuleWordsOf<CorrectionRuleId> = {
  'duplicate-reference': {
    title: 'Reference number occurs more than once',
    why: 'A reference number (referentienummer) belongs to one claim line and may not be used again for five years. Two lines with the same number will probably come back. A later credit could not say which of them it means.',
    remedy:
      'If it is the same line twice, leave one out. If they are two different lines, give each its own reference number.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(enForms, data.lines, about, ({ bearers, others }, many) => {
        const input = about.places[0]?.input;
        const names = others.map((other) =>
          other.input === input ? String(other.row) : enForms.rowOf(other.row, other.input, null),
        );
        return `${many ? 'have' : 'has'} the same reference number as ${enForms.rows('line', cut(names, bearers - 1))}`;
      })}.`,
  },
  'duplicate-line': {
    title: 'The same line more than once',
    why: 'Lines with the same client, performance code, days and quantity are mostly entered twice by mistake. The payer may see the second as billed already. They all count towards the maximum of the month.',
    remedy:
      'Find out whether the care was really given more than once. If not, leave the extra line out, or credit it if it was sent already.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(
        enForms,
        data.lines,
        about,
        ({ copies, minutes }, many) =>
          `(${hours(minutes)}) ${many ? 'each occur' : 'occurs'} ${copies} times: same performance code, days and quantity`,
      )}.`,
  },
  'credit-without-debit': {
    title: 'Credit without a known debit line',
    why: 'A credit takes back one debit line and names its reference number. Where that is empty or unknown, the payer cannot place the credit. Its minutes are taken off the month here all the same.',
    remedy:
      'Find the debit line to be credited and enter its number as the previous reference number (voorgaand referentienummer). If that line is in an earlier delivery, give that delivery as well or book it first.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(enForms, data.lines, about, ({ reason, minutes }, many) =>
        reason === 'empty'
          ? `(credit ${hours(minutes)}) ${many ? 'name' : 'names'} no debit line`
          : `(credit ${hours(minutes)}) ${many ? 'name' : 'names'} a debit line that is neither in this delivery nor among the booked lines`,
      )}.`,
  },
  'debit-credited-twice': {
    title: 'Debit line credited more than once',
    why: 'A debit line can be taken back only once. The second credit will probably come back. Meanwhile the month counts too few minutes.',
    remedy:
      'Keep one credit and leave out the other. If a credit belonged to another line, correct its previous reference number.',
    message: (data, about) =>
      `${clientMonth(about)}: ${eachLine(
        enForms,
        data.lines,
        about,
        ({ credits, minutes }, many) =>
          `(credit ${hours(minutes)}) ${many ? 'each name' : 'names'} a debit line that is credited ${credits} times in all`,
      )}.`,
  },
  'credit-beside-its-debit': {
    title: 'Credit beside the identical debit line',
    why: 'A credit and the identical debit line in one delivery cancel each other out. Payers often refuse such a pair. Neither needs to be sent.',
    remedy: 'Leave out both the credit and the debit line. If the debit line was sent earlier, send only the credit.',
    message: (data, about) => {
      const credits = placesOf(data.lines, about, ({ side }) => side === 'credit');
      const debits = placesOf(data.lines, about, ({ side }) => side === 'debit');
      const pair = `${namedRows(enForms, 'credit', credits, about) || 'a credit'} and ${namedRows(enForms, 'debit', debits, about) || 'a debit line'}`;
      const minutes = data.lines.filter(({ side }) => side === 'credit').map((line) => line.minutes);
      return `${clientMonth(about)}: ${pair} are identical (${and([...new Set(minutes)].map(hours))}) and cancel each other out in this delivery.`;
    },
  },
  'credit-exceeds-debit': {
    title: 'More credited than billed',
    why: 'A credit equals its debit line. Where more is taken back than was billed, the credit is wrong or a debit line is missing. Such a credit will probably come back.',
    remedy:
      'Make the credit equal to the debit line and send a new debit line after it where needed. If the debit line was sent earlier, give that delivery as well or book it first.',
    message: (data, about) => {
      const lines = eachLine(enForms, data.lines, about, ({ minutes, debitMinutes, creditedMinutes }, many) => {
        const own = `${many ? 'each credit' : 'credits'} ${hours(minutes)}`;
        if (debitMinutes === null) return `${own} of an unknown debit line`;
        const total = creditedMinutes === minutes ? '' : `, with other credits ${hours(creditedMinutes)},`;
        return `${own}${total} of a debit line of ${hours(debitMinutes)}`;
      });
      return [
        `${clientMonth(about)}: ${lines}.`,
        ...(data.netMinutes < 0 ? [`This takes the month below zero: ${hours(data.netMinutes)}.`] : []),
        ...(data.bookedMinutes === 0 ? [] : [`Booked earlier: ${hours(data.bookedMinutes)}.`]),
      ].join(' ');
    },
  },
};

/** A long list would bury the sentence: the first few, the rest counted. */
function cut(names: readonly string[], count: number): readonly string[] {
  return count <= 3 ? names : [...names.slice(0, 2), enForms.more(count - 2)];
}
