import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/domain/finding.ts';
import type { RunFinding } from '../../src/domain/run.ts';
import { CATALOGUE } from '../../src/pipeline/catalogue.ts';
import { sheetOf } from '../../src/reporters/html/sheet.ts';
import { stepsOf } from '../../src/reporters/html/steps.ts';
import { finding, matterOf, place } from './matter.ts';
import { REJECTED } from './runs.ts';

const sheet = sheetOf(matterOf(REJECTED));
const steps = (more: Partial<RunFinding>) => stepsOf(finding(more), sheet);
const texts = (rule: string, lines: readonly JsonObject[], data: JsonObject = {}) => {
  const places = lines.map((_, index) => place(12 + index));
  return steps({ rule, data: { ...data, lines }, places }).map(({ text }) => text);
};
const MARCH = { first: '2026-03-01', last: '2026-03-31' };

describe('what to do about a finding', () => {
  it('is to lower a line to what fits, and to drop what does not fit at all', () => {
    expect(texts('monthly-cap-exceeded', [{ allowedMinutes: 60 }, { allowedMinutes: 0 }])).toEqual([
      'Verlaag regel 12 (R-12) naar 60 minuten (1:00 uur).',
      'Laat regel 13 (R-13) weg.',
    ]);
  });

  it('names lines of which the same is to be done together', () => {
    expect(texts('monthly-cap-exceeded', [{ allowedMinutes: 1 }, { allowedMinutes: 1 }])).toEqual([
      'Verlaag regels 12 (R-12) en 13 (R-13) elk naar 1 minuut (0:01 uur).',
    ]);
  });

  it('is also to look at what was booked, when that fills the month', () => {
    const [, credit] = texts('monthly-cap-exceeded', [{ allowedMinutes: 60 }], { bookedMinutes: 30 });
    expect(credit).toContain('crediteer die dan eerst');
    expect(texts('monthly-cap-exceeded', [{ allowedMinutes: 60 }], { bookedMinutes: 0 })).toHaveLength(1);
  });

  it('is to split a line that lies partly under VPT, and to drop one that lies wholly under it', () => {
    expect(texts('vpt-client', [{ outside: [{ first: '2026-03-01', last: '2026-03-09' }] }])[0]).toBe(
      'Splits regel 12 (R-12) en declareer alleen 01-03-2026 t/m 09-03-2026, met de eigen minuten.',
    );
    expect(texts('vpt-client', [{ outside: [] }])[0]).toBe('Laat regel 12 (R-12) weg.');
  });

  it('is to look in the register before a line is dropped for want of an indication or MPT', () => {
    expect(texts('zvw-without-indication', [{ uncovered: [MARCH], partly: false }])).toEqual([
      'Kijk het register van indicaties na: is er wijkverpleging op 01-03-2026 t/m 31-03-2026?',
      'Is er geen: laat regel 12 (R-12) weg.',
    ]);
    expect(texts('wlz-without-mpt', [{ uncovered: [MARCH], partly: true }])[1]).toBe(
      'Is er geen: splits regel 12 (R-12) en laat 01-03-2026 t/m 31-03-2026 weg.',
    );
  });

  it('is to split a line on the border of the month, with the date', () => {
    expect(texts('line-spans-months', [{ splitAfter: '2026-03-31' }])).toEqual([
      'Splits regel 12 (R-12) na 31-03-2026, elk deel met de eigen minuten.',
    ]);
  });

  it('is to end a line on the day of death, or to drop it when it begins later', () => {
    const death = { dateOfDeath: '2026-03-14' };
    expect(texts('after-death', [{ partly: true }], death)[0]).toContain('in tot en met 14-03-2026');
    expect(texts('after-death', [{ partly: false }], death)[0]).toBe('Laat regel 12 (R-12) weg.');
  });

  it('is the remedy of the rule when its facts say no more', () => {
    expect(texts('late-line', [{}])).toEqual([sheet.words.rule('late-line').remedy]);
    expect(texts('monthly-cap-exceeded', [])).toEqual([sheet.words.rule('monthly-cap-exceeded').remedy]);
  });

  it('is something for every rule there is, also without any fact', () => {
    for (const { id } of CATALOGUE) expect(steps({ rule: id, data: {} }).length, id).toBeGreaterThan(0);
  });

  it('is work on the register when the row stands in a register', () => {
    const row = { input: 'extra.xlsx', sheet: 'Blad; 1', row: 4, column: null, cell: null, reference: null };
    expect(steps({ rule: 'invalid-date', places: [row] }).map(({ action }) => action)).toEqual(['register']);
    expect(steps({ rule: 'invalid-date', places: [place(9)] }).map(({ action }) => action)).toEqual(['correct']);
  });

  it('names the file of a row when there are more files with lines', () => {
    const [first] = REJECTED.inputs;
    const inputs = [first!, { ...first!, name: 'nagekomen.csv' }];
    const many = sheetOf(matterOf({ ...REJECTED, inputs }));
    const data = { lines: [{ allowedMinutes: 0 }] };
    expect(stepsOf(finding({ rule: 'monthly-cap-exceeded', data }), many).map(({ text }) => text)).toEqual([
      'Laat regel 12 (R-12) van declaraties.csv weg.',
    ]);
  });
});
