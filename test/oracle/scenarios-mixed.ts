import { type Author, day, LONG_AGO, MAIN, type Person } from './author.ts';
import { lengthOfMonth } from './calendar.ts';
import type { ClaimRow } from './delivery.ts';
import type { Scenario } from './scenarios-quantity.ts';

const ZVW = ['1062'];
const WLZ = ['H138', 'H139', 'H306'];
const LAST = lengthOfMonth(MAIN.year, MAIN.month);

/** A client of whom everything is left to chance: entitlements that change on some day, lines anywhere, credits of some. */
export const mixedClient: Scenario = (author) => {
  const { random } = author;
  const person = author.person();
  const fitting = entitle(author, person);
  const debits: ClaimRow[] = [];
  for (let count = random.between(1, 6); count > 0; count--) {
    // Never only the last day: that is where credits that name nothing stand, so that none is the twin of a debit.
    const from = random.between(1, LAST - 1);
    const to = random.between(from, LAST - 1);
    const code = random.pick(random.chance(95) ? fitting(from) : [...ZVW, ...WLZ]);
    const cells = random.chance(4) ? { law: random.pick(['Zvw', 'Wlz']) } : {};
    debits.push(author.line(person, { code, minutes: minutesOf(author), from, to, cells }));
  }
  for (const debit of debits) {
    if (!random.chance(20)) continue;
    const size = sizeOf(debit);
    author.creditOf(person, debit, random.chance(50) ? size : Math.max(1, size - random.between(1, 30)));
  }
  if (random.chance(15)) {
    const corrects = random.pick(['', 'R-2025-12-800001']);
    const minutes = random.between(1, 12) * 5;
    author.line(person, { code: random.pick(['1062', 'H138']), minutes, from: LAST, credit: true, corrects });
  }
  if (random.chance(50)) author.base(person);
};

/** Now and then an odd number; never so few that the unit is in doubt. */
function minutesOf({ random }: Author): number {
  return random.chance(8) ? random.between(31, 200) : random.between(7, 50) * 5;
}

function sizeOf({ amount }: ClaimRow): number {
  return Math.abs(amount ?? 0) / 100;
}

/** Writes what the client is entitled to, and tells which codes fit on a day. */
function entitle(author: Author, person: Person): (from: number) => readonly string[] {
  const { random } = author;
  const turn = random.between(2, LAST);
  const before = day(turn - 1);
  const choices = [
    () => {
      author.indication(person, 'wijkverpleging', LONG_AGO);
      return () => ZVW;
    },
    () => {
      author.indication(person, 'zvw', LONG_AGO, before);
      author.indication(person, 'V&V', day(turn));
      return () => ZVW;
    },
    () => {
      author.indication(person, 'V&V', LONG_AGO, random.chance(50) ? before : null);
      return () => ZVW;
    },
    () => {
      author.indication(person, 'wijkverpleging', LONG_AGO, before);
      author.indication(person, 'Wlz', day(turn));
      author.form(person, random.pick(['MPT', 'MPT', 'VPT']), day(turn));
      return (from: number) => (from < turn ? ZVW : WLZ);
    },
    () => {
      author.indication(person, 'Wlz', LONG_AGO);
      author.form(person, 'MPT', LONG_AGO);
      return () => WLZ;
    },
    () => {
      author.indication(person, 'Wlz', LONG_AGO);
      author.form(person, random.pick(['MPT', 'MPT', 'VPT', 'PGB', 'verblijf']), LONG_AGO, before);
      author.form(person, random.pick(['MPT', 'MPT', 'VPT', 'PGB', 'verblijf']), day(turn));
      return () => WLZ;
    },
    () => {
      author.clients.pop();
      author.clients.push({ ...person, death: before });
      author.indication(person, 'wijkverpleging', LONG_AGO);
      return () => ZVW;
    },
  ];
  return random.pick(choices)();
}
