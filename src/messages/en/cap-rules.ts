import type { About, CapRuleId, RuleWordsOf } from '../catalogue.ts';
import { eachLine, namedRows } from '../row-phrases.ts';
import { enForms } from './forms.ts';
import { clientMonth } from './where.ts';

const { and, hours } = enForms;

interface CapLineData {
  readonly minutes: number;
  readonly allowedMinutes: number;
}

/** English words of the rules about the sum of a month. */
export const enCapRules: RuleWordsOf<CapRuleId> = {
  'monthly-cap-exceeded': {
    title: 'More technology hours than the maximum of the month',
    why: 'For each client and calendar month there is a maximum for home-care technology (thuiszorgtechnologie). Performance codes and providers share it. What goes above it may come back from the payer; not every payer checks it in the same way. The excess is laid on the last lines of the month, and what was booked earlier stays as it is.',
    remedy:
      'Lower the line named here to the quantity that still fits and leave out the lines that no longer fit. If a line of this month that was sent already is wrong, credit that one first: it makes room.',
    message: (data, about) =>
      [
        `${clientMonth(about)}: ${hours(data.netMinutes)}${perCode(data.byCode)} is ${hours(data.excessMinutes)} above the maximum of ${hours(data.capMinutes)}.`,
        ...fitting(data.lines, about),
        ...booked(data.bookedMinutes, data.bookedRuns),
        ...(data.onlyTogether
          ? ['The Zvw lines and the Wlz lines each stay within the maximum; only together they go above it.']
          : []),
      ].join(' '),
  },
  'monthly-cap-exceeded-if-repaired': {
    title: 'Above the maximum of the month once repaired',
    why: 'The lines that are good now fit within the maximum of the month. With the rejected lines added, the month goes above it. Repairing a rejected line does not yet make it billable.',
    remedy:
      'Repair only the lines that fit within the maximum and leave out the others. Or lower another line of this month first.',
    message: (data, about) => {
      const { declaredMinutes, capMinutes, netMinutes } = data;
      const rows = namedRows(enForms, 'line', about.places, about);
      return [
        `${clientMonth(about)}: with ${rows === '' ? 'the rejected lines' : rows} added it becomes ${hours(declaredMinutes)}, ${hours(declaredMinutes - capMinutes)} above the maximum of ${hours(capMinutes)}.`,
        `Now ${hours(netMinutes)} counts.`,
        ...booked(data.bookedMinutes),
      ].join(' ');
    },
  },
  'payer-cap-exceeded': {
    title: 'More technology hours than agreed with the insurer',
    why: 'A lower maximum than the legal one was agreed with this insurer. It is in the settings. What goes above it will probably come back, even where it fits within the legal maximum.',
    remedy:
      'Lower the line named here to the quantity that still fits and leave out the lines that no longer fit. If the agreement has changed, change the maximum of this UZOVI number in tzt.config.json.',
    message: (data, about) =>
      [
        `${clientMonth(about)}: ${hours(data.netMinutes)} for UZOVI ${enForms.name(data.insurer)} is ${hours(data.excessMinutes)} above the agreed maximum of ${hours(data.capMinutes)}.`,
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
    if (allowedMinutes <= 0) return many ? 'no longer fit' : 'no longer fits';
    return `(${hours(minutes)}) may be ${hours(allowedMinutes)} at most${many ? ' each' : ''}`;
  };
  const sentence = eachLine(enForms, lines, about, phrase);
  return [`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`];
}

function booked(minutes: number, runs: readonly { run: string; minutes: number }[] = []): string[] {
  return minutes === 0 ? [] : [`Of this, ${hours(minutes)} was booked earlier${sentWith(runs)}.`];
}

/** In which runs the booked minutes were sent. */
function sentWith(runs: readonly { run: string; minutes: number }[]): string {
  const [first, ...others] = runs;
  if (first === undefined) return '';
  return others.length === 0
    ? ` (with run ${first.run})`
    : ` (${and(runs.map(({ run, minutes }) => `with run ${run} ${hours(minutes)}`))})`;
}
