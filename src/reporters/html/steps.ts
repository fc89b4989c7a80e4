import type { RunFinding, RunPlace } from '../../domain/run.ts';
import { type LineFacts, lineFacts, periodFacts, textFact, wholeFact } from './facts.ts';
import { type Action, actionOf } from './rule-actions.ts';
import { listed, type Sheet, shown, sourceText, stretchesText } from './sheet.ts';

/** One thing to do about a finding. */
export interface Step {
  readonly action: Action;
  readonly text: string;
  /** Only when what the file says is not so: shown, but not counted as work. */
  readonly otherwise?: true;
}

/** Lines named in one step; more would bury it, and the card lists them all. */
const MOST_NAMED = 20;

/** What to do about a finding: with minutes and days where its facts say them, else the remedy of its rule. */
export function stepsOf(finding: RunFinding, sheet: Sheet): Step[] {
  const steps = Object.hasOwn(STEPS, finding.rule) ? STEPS[finding.rule]!(finding, sheet) : [];
  if (steps.some(({ otherwise }) => !otherwise)) return steps;
  return [{ action: placeAction(finding, sheet), text: sheet.words.rule(finding.rule).remedy }, ...steps];
}

type StepMaker = (finding: RunFinding, sheet: Sheet) => Step[];

const STEPS: Readonly<Record<string, StepMaker>> = {
  'monthly-cap-exceeded': fitUnderCap,
  'payer-cap-exceeded': fitUnderCap,
  'vpt-client': (finding, sheet) => [
    ...grouped(
      finding,
      ({ data }) => stretchesText(periodFacts(data, 'outside'), sheet),
      (days, places): Step => {
        const lines = linesText(places, sheet);
        return days === ''
          ? { action: 'drop', text: sheet.labels.steps.drop(lines) }
          : { action: 'split', text: sheet.labels.steps.splitKeep(lines, days) };
      },
    ),
    { action: 'register', text: sheet.labels.steps.checkVpt, otherwise: true },
  ],
  'zvw-without-indication': (finding, sheet) => withoutCover(finding, sheet, sheet.labels.steps.checkIndication),
  'wlz-without-mpt': (finding, sheet) => withoutCover(finding, sheet, sheet.labels.steps.checkMpt),
  'zvw-under-wlz': (finding, sheet) => [
    ...grouped(
      finding,
      ({ data }) => (data.partly === true ? stretchesText(periodFacts(data, 'days'), sheet) : ''),
      (days, places): Step => {
        const lines = linesText(places, sheet);
        return days === ''
          ? { action: 'drop', text: sheet.labels.steps.otherCode(lines) }
          : { action: 'split', text: sheet.labels.steps.splitWlz(lines, days) };
      },
    ),
    { action: 'credit', text: sheet.labels.steps.creditPaid, otherwise: true },
    { action: 'register', text: sheet.labels.steps.checkWlz, otherwise: true },
  ],
  'line-spans-months': (finding, sheet) =>
    grouped(
      finding,
      ({ data }) => textFact(data, 'splitAfter'),
      (day, places): Step => ({
        action: 'split',
        text: sheet.labels.steps.splitAfter(linesText(places, sheet), sheet.words.date(day)),
      }),
    ),
  'after-death': (finding, sheet) => {
    const death = textFact(finding.data, 'dateOfDeath');
    const steps = grouped(
      finding,
      ({ data }) => (data.partly === true && death !== null ? death : ''),
      (day, places): Step => {
        const lines = linesText(places, sheet);
        return day === ''
          ? { action: 'drop', text: sheet.labels.steps.drop(lines) }
          : { action: 'split', text: sheet.labels.steps.cutShort(lines, sheet.words.date(day)) };
      },
    );
    return [...steps, { action: 'register', text: sheet.labels.steps.checkDeath, otherwise: true }];
  },
  'not-multiple-of-five': (finding, sheet) =>
    grouped(
      finding,
      ({ data }) => wholeFact(data, 'rounded'),
      (rounded, places): Step => ({
        action: 'correct',
        text: sheet.labels.steps.round(linesText(places, sheet), sheet.words.number(rounded)),
      }),
    ),
};

function fitUnderCap(finding: RunFinding, sheet: Sheet): Step[] {
  const { labels, words } = sheet;
  const steps = grouped(
    finding,
    ({ data }) => wholeFact(data, 'allowedMinutes'),
    (allowed, places): Step => {
      const lines = linesText(places, sheet);
      if (allowed <= 0) return { action: 'drop', text: labels.steps.drop(lines) };
      const text = labels.steps.lower(lines, places.length, words.number(allowed), words.hours(allowed));
      return { action: 'lower', text };
    },
  );
  const booked = wholeFact(finding.data, 'bookedMinutes') ?? 0;
  return booked > 0 ? [...steps, { action: 'credit', text: labels.steps.creditBooked, otherwise: true }] : steps;
}

/** Days that a register does not cover: look there first, then split or drop. */
function withoutCover(finding: RunFinding, sheet: Sheet, check: (days: string) => string): Step[] {
  return grouped(
    finding,
    ({ data }) => `${data.partly === true ? 'p' : 'w'}${stretchesText(periodFacts(data, 'uncovered'), sheet)}`,
    (key, places) => ({ partly: key.startsWith('p'), days: key.slice(1), lines: linesText(places, sheet) }),
  ).flatMap(({ partly, days, lines }): Step[] => {
    if (days === '') return [];
    const { splitLeave, dropElse } = sheet.labels.steps;
    return [
      { action: 'register', text: check(days) },
      { action: partly ? 'split' : 'drop', text: partly ? splitLeave(lines, days) : dropElse(lines), otherwise: true },
    ];
  });
}

/** Lines of which the same is to be said, together; lines without the fact are left out. */
function grouped<Key extends string | number, Made>(
  finding: RunFinding,
  keyOf: (line: LineFacts) => Key | null,
  make: (key: Key, places: readonly RunPlace[]) => Made,
): Made[] {
  const groups = new Map<Key, RunPlace[]>();
  for (const line of lineFacts(finding)) {
    const key = keyOf(line);
    if (key === null) continue;
    groups.set(key, [...(groups.get(key) ?? []), line.place]);
  }
  return [...groups].map(([key, places]) => make(key, places));
}

function linesText(places: readonly RunPlace[], sheet: Sheet): string {
  const { labels, words, shared } = sheet;
  const names = places.slice(0, MOST_NAMED).map((place) => {
    const name = labels.steps.line(String(place.row), place.reference === null ? null : shown(place.reference));
    return sheet.manyFiles ? labels.steps.inFile(name, sourceText(place, shared)) : name;
  });
  const left = places.length - names.length;
  const text = left > 0 ? `${names.join(', ')} ${shared.count.more(left, words.number(left))}` : listed(names, sheet);
  return labels.steps.lines(places.length, text);
}

/** A fault in a register is for whoever keeps the register, whatever the rule. */
function placeAction({ rule, places }: RunFinding, { result }: Sheet): Action {
  const action = actionOf(rule);
  if (action !== 'correct') return action;
  const input = result.inputs.find(({ name, sheet }) => name === places[0]?.input && sheet === places[0].sheet);
  return input === undefined || input.role === 'claims' || input.role === null ? action : 'register';
}
