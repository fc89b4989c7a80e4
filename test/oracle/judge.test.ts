import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeAsFiles, arrangeAsWorkbook } from './arrange.ts';
import { AS_OF, type Author, authorFrom, LONG_AGO } from './author.ts';
import type { Expected } from './expected.ts';
import { deliveryOfScenario, generateDelivery, SCENARIOS } from './generate.ts';
import { judge } from './judge.ts';
import { randomFrom } from './random.ts';

/** What the judge says of one client with wijkverpleging and MPT from long ago, and the lines that `write` writes. */
function judged(write: (author: Author, person: ReturnType<Author['person']>) => void): Expected {
  const author = authorFrom(randomFrom(7));
  const person = author.person();
  author.indication(person, 'wijkverpleging', LONG_AGO);
  write(author, person);
  return judge(arrangeAsFiles({ ...author, asOf: AS_OF }));
}

const rulesOf = (expected: Expected) =>
  [...expected.findings, ...expected.faults, ...expected.clientFaults].map(({ rule }) => rule);

/** Findings without places and lines without rows: what must stay the same when rows move. */
function withoutPlaces({ findings, faults, months, clientMonths, minutes, lines, verdict }: Expected) {
  return {
    findings: findings
      .map(({ rule, client, month, excessMinutes, places }) =>
        [rule, client, month, excessMinutes, places.length].join(),
      )
      .sort(),
    faults: faults.map(({ rule }) => rule).sort(),
    months: months
      .map(({ client, month, declared, credited, eligible }) => [client, month, declared, credited, eligible].join())
      .sort(),
    clientMonths,
    minutes,
    lines,
    verdict,
  };
}

describe('the second opinion on the cap', () => {
  it.each([
    [389, 'approved'],
    [390, 'approved'],
    [391, 'rejected'],
  ])('finds a month of %i minutes %s', (minutes, verdict) => {
    const expected = judged((author, person) => author.line(person, { code: '1062', minutes }));
    expect(expected.verdict).toBe(verdict);
    expect(rulesOf(expected).includes('monthly-cap-exceeded')).toBe(minutes > 390);
  });

  it('rejects exactly what lies over 390, however the minutes are cut into lines', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 60 }), { minLength: 1, maxLength: 12 }), (fives) => {
        const expected = judged((author, person) => {
          for (const five of fives) author.line(person, { code: '1062', minutes: five * 5, cells: { sign: 'D' } });
        });
        const total = fives.reduce((sum, five) => sum + five * 5, 0);
        expect(expected.minutes.rejected).toBe(Math.max(0, total - 390));
        expect(expected.clientMonths.overCap).toBe(total > 390 ? 1 : 0);
      }),
      { numRuns: 60 },
    );
  });

  it('lays the excess on the latest lines and says what would fit', () => {
    const expected = judged((author, person) => {
      author.line(person, { code: '1062', minutes: 100, from: 20, to: 20 });
      author.line(person, { code: '1062', minutes: 300, from: 1, to: 10 });
      author.line(person, { code: '1062', minutes: 60, from: 21, to: 21 });
    });
    const byMinutes = new Map(expected.months[0]?.lines.map((line) => [line.minutes, line.allowedMinutes]));
    expect(Object.fromEntries(byMinutes)).toEqual({ 300: 300, 100: 90, 60: 0 });
  });

  it('counts no minutes of a credit whose debit was rejected', () => {
    const expected = judge(arrangeAsFiles(deliveryOfScenario('a credit of a rejected debit makes no room')));
    expect(expected.months[0]).toMatchObject({ declared: 540, credited: 60, net: 480, eligible: 420 });
    expect(rulesOf(expected)).toContain('monthly-cap-exceeded');
  });
});

describe('the second opinion on a whole delivery', () => {
  it('does not depend on the order of rows, nor on the files they stand in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 5 }), (seed, files) => {
        const delivery = generateDelivery(130, seed);
        const straight = withoutPlaces(judge(arrangeAsFiles(delivery)));
        expect(withoutPlaces(judge(arrangeAsFiles(delivery, files, seed)))).toEqual(straight);
      }),
      { numRuns: 15 },
    );
  });

  it('is the same for a workbook as for files', () => {
    const delivery = generateDelivery(150, 3);
    expect(withoutPlaces(judge(arrangeAsWorkbook(delivery)))).toEqual(withoutPlaces(judge(arrangeAsFiles(delivery))));
  });

  it('accounts for every row', () => {
    const delivery = generateDelivery(200, 11, { blankRows: true });
    const { lines, unreadableRows, months, rejected } = judge(arrangeAsFiles(delivery));
    expect(lines.total).toBe(delivery.claims.filter((row) => row !== null).length);
    expect(lines.technology + lines.ignored + unreadableRows).toBe(lines.total);
    expect(lines.approved + lines.rejected + lines.undecided).toBe(lines.technology);
    expect(new Set(rejected).size).toBe(lines.rejected);
    expect(months.flatMap((month) => month.lines).length).toBeLessThanOrEqual(lines.technology);
  });

  it('never approves a debit line by the absence of a register', () => {
    const expected = judge(
      arrangeAsFiles(generateDelivery(130, 5, { without: ['deliveryForms', 'indications', 'clients'] })),
    );
    const approved = expected.months.flatMap((month) => month.lines).filter((line) => line.verdict === 'approved');
    expect(approved.every((line) => line.credit)).toBe(true);
    expect(expected.notChecked).toEqual([
      'after-death',
      'vpt-client',
      'wlz-dtv-or-vkb',
      'wlz-without-mpt',
      'zvw-under-wlz',
      'zvw-without-indication',
    ]);
  });
});

describe('the stories a delivery is made of', () => {
  it.each([
    ['wijkverpleging within the cap', []],
    ['exactly 390 in two lines', []],
    ['one line of 395', ['monthly-cap-exceeded']],
    ['a credit brings the month to the cap', []],
    ['a debit, its credit and its replacement', ['credit-beside-its-debit']],
    ['from Zvw to Wlz, each line in its own part', ['both-laws-in-month']],
    ['from Zvw to Wlz, over the cap only together', ['both-laws-in-month', 'monthly-cap-exceeded']],
    ['from MPT to VPT, the line ends the day before', []],
    ['from MPT to VPT, the line takes the first day', ['vpt-client']],
    ['over the cap if the rejected line were repaired', ['law-mismatch', 'monthly-cap-exceeded-if-repaired']],
    ['credited twice and too much', ['credit-beside-its-debit', 'credit-exceeds-debit', 'debit-credited-twice']],
    ['the codes of 2019', ['monthly-cap-exceeded']],
    ['half a cent rounds up', []],
    ['one BSN with two clientnummers at two providers', ['monthly-cap-exceeded', 'several-providers']],
    ['a client known by BSN on one line and by number on another', ['monthly-cap-exceeded']],
    ['the dummy BSN is no key', ['dummy-bsn', 'dummy-bsn']],
    ['the 31st of April', ['invalid-date']],
    ['a fraction of a minute', ['fractional-minutes']],
    ['today is not the future', []],
    ['a day to come', ['future-date']],
    ['faults on a line of another code', []],
  ])('%s: %j', (title, rules) => {
    expect(rulesOf(judge(arrangeAsFiles(deliveryOfScenario(title))))).toEqual(rules);
  });

  it('together meet every rule a generated delivery can meet', () => {
    const expected = judge(arrangeAsFiles(generateDelivery(Object.keys(SCENARIOS).length, 1, { blankRows: true })));
    expect(new Set(rulesOf(expected)).size).toBeGreaterThanOrEqual(45);
    expect([...new Set(rulesOf(expected))].sort()).toMatchInlineSnapshot(`
      [
        "after-death",
        "amount-mismatch",
        "both-laws-in-month",
        "client-key-conflict",
        "code-not-in-force",
        "credit-beside-its-debit",
        "credit-exceeds-debit",
        "credit-without-debit",
        "debit-credited-twice",
        "delivery-form-before-its-time",
        "double-negation",
        "dummy-bsn",
        "duplicate-line",
        "duplicate-reference",
        "empty-row",
        "end-before-start",
        "fractional-minutes",
        "future-date",
        "invalid-agb",
        "invalid-bsn",
        "invalid-date",
        "invalid-number",
        "invalid-uzovi",
        "invalid-value",
        "late-line",
        "law-mismatch",
        "line-spans-months",
        "missing-value",
        "monthly-cap-exceeded",
        "monthly-cap-exceeded-if-repaired",
        "not-multiple-of-five",
        "overlapping-delivery-forms",
        "padded-bsn",
        "period-reversed",
        "several-providers",
        "suspect-code",
        "suspect-unit",
        "unit-not-time",
        "unknown-delivery-form",
        "unknown-indication",
        "vpt-client",
        "wlz-dtv-or-vkb",
        "wlz-without-mpt",
        "zero-quantity",
        "zvw-under-wlz",
        "zvw-without-indication",
      ]
    `);
  });
});
