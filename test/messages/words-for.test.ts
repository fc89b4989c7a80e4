import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Json, JsonObject } from '../../src/domain/finding.ts';
import type { RunPlace } from '../../src/domain/run.ts';
import type { RuleCatalogue } from '../../src/messages/catalogue.ts';
import type { StoreProblemKind } from '../../src/messages/words.ts';
import { wordsFor } from '../../src/messages/words-for.ts';
import { INTAKE_RULES } from '../../src/parse/intake-rules.ts';
import { CAP_RULES, LINE_RULES } from '../../src/rules/index.ts';
import { WAIVER_RULES } from '../../src/rules/waiver-rules.ts';
import type { StoreProblem } from '../../src/store/store-error.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { place, SAMPLES } from './samples.ts';

const nl = wordsFor('nl');
const en = wordsFor('en');
const DOMAIN_RULES = [...LINE_RULES, ...CAP_RULES];
const RULES = [...DOMAIN_RULES, ...INTAKE_RULES, ...WAIVER_RULES];

describe('the catalogue', () => {
  it.each(RULES.map(({ id }) => id))('has words and a sample for %s in both languages', (id) => {
    for (const words of [nl, en]) {
      const rule = words.rule(id);
      expect(Object.keys(rule)).toEqual(['title', 'why', 'remedy']);
      expect(Math.min(rule.title.length, rule.why.length, rule.remedy.length)).toBeGreaterThan(0);
    }
    expect(SAMPLES[id].length, `add a sample of ${id} to samples.ts`).toBeGreaterThan(0);
  });

  it('has no words for a rule that is not there', () => {
    expect(Object.keys(SAMPLES).sort()).toEqual(RULES.map(({ id }) => id).sort());
    expect(() => nl.rule('no-such-rule')).toThrow(RangeError);
    expect(() => nl.rule('constructor')).toThrow(RangeError);
    expect(() => nl.message({ rule: 'x', data: {}, client: null, month: null, places: [] })).toThrow(RangeError);
  });

  it('shows samples whose data the rules would give', () => {
    for (const rule of DOMAIN_RULES) {
      for (const { data } of SAMPLES[rule.id]) {
        const { lines, ...ofMonth } = data;
        rule.data().parse(ofMonth);
        for (const line of lines) rule.line().parse(line);
      }
    }
    for (const rule of INTAKE_RULES) for (const { data } of SAMPLES[rule.id]) rule.data().parse(data);
  });

  it('says what every expected return code means', () => {
    for (const { expectedReturnCode } of RULES) {
      if (expectedReturnCode === null) continue;
      expect(nl.expectedReturnCode(expectedReturnCode)).toMatch(/^verwachte retourcode \d{4} \(.+\)$/);
      expect(en.expectedReturnCode(expectedReturnCode)).toMatch(/^expected return code \d{4} \(.+\)$/);
    }
  });

  it('gives no other title to two rules, so that a list of titles can be read', () => {
    for (const words of [nl, en]) {
      expect(new Set(RULES.map(({ id }) => words.rule(id).title)).size).toBe(RULES.length);
    }
  });

  it('knows every problem of the store, and none that the store does not have', () => {
    expectTypeOf<StoreProblemKind>().toEqualTypeOf<StoreProblem>();
  });

  it('lets a message read the fields of its own rule only', () => {
    type VptData = Parameters<RuleCatalogue['vpt-client']['message']>[0];
    expectTypeOf<keyof VptData>().toEqualTypeOf<'lines'>();
    type LateData = Parameters<RuleCatalogue['late-line']['message']>[0];
    expectTypeOf<keyof LateData>().toEqualTypeOf<'mainMonth' | 'lines'>();
    expectTypeOf<keyof LateData['lines'][number]>().toEqualTypeOf<never>();
  });
});

describe('a message about lines', () => {
  it('names the lines of which the same is said together', () => {
    const said = late([2, 3, 5]);
    expect(said).toContain('regels 2, 3 en 5 zijn nagekomen');
  });

  it('names six lines, and of seven the first five with the number of the others', () => {
    expect(late([1, 2, 3, 4, 5, 6])).toContain('regels 1, 2, 3, 4, 5 en 6 zijn');
    expect(late([1, 2, 3, 4, 5, 6, 7])).toContain('regels 1, 2, 3, 4, 5 en nog 2 zijn');
  });

  it('counts the lines it does not spell out when each has something else to say', () => {
    const minutes = [1, 2, 3, 4, 6, 7, 8, 8];
    const said = nl.message({
      rule: 'not-multiple-of-five',
      data: { lines: minutes.map((value) => ({ minutes: value, rounded: 5 })) },
      client: 'C1',
      month: '2026-03',
      places: minutes.map((_, index) => place(index + 2)),
    });
    expect(said).toContain('regel 6 telt 0:06 uur');
    expect(said).not.toContain('regel 7 telt');
    expect(said).toMatch(/; en nog 3 regels\.$/);
  });

  it('names the file and the sheet when the lines stand in several', () => {
    const places = [place(2), place(9, { input: 'map.xlsx', sheet: 'April' })];
    const said = nl.message({ rule: 'late-line', data: lateData(2), client: 'C1', month: '2026-03', places });
    expect(said).toContain('regels 2 van „maart.csv” en 9 van „map.xlsx”, blad „April” zijn nagekomen');
  });

  it('still makes sense without places', () => {
    const about = { client: null, month: null, places: [] };
    expect(nl.message({ rule: 'late-line', data: lateData(2), ...about })).toMatch(/^Onbekende cliënt: 2 regels zijn/);
    expect(en.message({ rule: 'late-line', data: lateData(1), ...about })).toMatch(/^Unknown client: 1 line is late/);
    for (const words of [nl, en]) {
      for (const [rule, samples] of Object.entries(SAMPLES)) {
        for (const { data } of samples) {
          expect(words.message({ rule, data: { ...data }, ...about })).not.toMatch(/undefined|null| {2}/);
        }
      }
    }
  });

  it('shows clientnummers only where the client is shown by one of them', () => {
    const data = { kinds: ['one-bsn-several-numbers'], numbers: ['C1', 'C2'], bsns: 1, lines: 2 };
    const finding = { rule: 'client-key-conflict', data, month: null, places: [place(2)] };
    expect(nl.message({ ...finding, client: 'C1' })).toContain('(C1 en C2)');
    expect(nl.message({ ...finding, client: 'p-0a1b' })).not.toMatch(/C1|C2/);
  });
});

describe('a message about a cell', () => {
  it('names the column as the file has it, and as the contract has it when the file has none', () => {
    const say = (column: string | null) =>
      nl.message({
        rule: 'missing-value',
        data: { field: 'corrects' },
        client: null,
        month: null,
        places: [place(4, { column })],
      });
    expect(say('Credit voor')).toMatch(/^Rij 4, kolom „Credit voor”:/);
    expect(say(null)).toMatch(/^Rij 4, kolom „referentienummer_voorgaand”:/);
    expect(say('')).toMatch(/^Rij 4, kolom „referentienummer_voorgaand”:/);
  });

  it('keeps the name of a field that only another format has', () => {
    const said = nl.message({
      rule: 'missing-value',
      data: { field: '0431' },
      client: null,
      month: null,
      places: [place(4)],
    });
    expect(said).toMatch(/^Rij 4, kolom „0431”:/);
  });
});

describe('whatever a file says', () => {
  const hostile = fc
    .tuple(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.nat(89_999),
      fc.constantFrom('\n::error::', '\u202e', '\u001b]0;', '\u200b'),
    )
    .map(([text, n, control]) => `${control}${syntheticBsn(n % 50)} ${control}${text}`);

  it('a message has one line, no control character and no BSN', () => {
    const samples = Object.entries(SAMPLES).flatMap(([rule, list]) => list.map((sample) => ({ rule, ...sample })));
    fc.assert(
      fc.property(fc.constantFrom(...samples), hostile, ({ rule, data, about }, text) => {
        const places = about.places.map((where): RunPlace => ({ ...where, input: text, sheet: text, column: text }));
        for (const words of [nl, en]) {
          const said = words.message({
            rule,
            data: spoiled({ ...data }, text),
            client: about.client,
            month: about.month,
            places,
          });
          expect(said).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]| {2}/u);
          expect(said).not.toMatch(/(?<!\d)\d{9}(?!\d)/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** The data with every text that a file can choose replaced. */
function spoiled(data: JsonObject, text: string): JsonObject {
  const free = new Set(['value', 'heading', 'headings', 'header', 'input']);
  const walk = (value: Json, key: string): Json => {
    if (typeof value === 'string') return free.has(key) ? text : value;
    if (Array.isArray(value)) return value.map((item: Json) => walk(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item as Json, name)]));
  };
  return walk(data, '') as JsonObject;
}

function late(rows: number[]): string {
  return nl.message({
    rule: 'late-line',
    data: lateData(rows.length),
    client: 'C1',
    month: '2026-03',
    places: rows.map((row) => place(row)),
  });
}

function lateData(count: number): JsonObject {
  return { mainMonth: '2026-04', lines: Array.from({ length: count }, () => ({})) };
}
