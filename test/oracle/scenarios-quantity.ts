import { type Author, day, LONG_AGO, type Person } from './author.ts';

/** One kind of client a delivery may hold: it makes a client and writes the rows. */
export type Scenario = (author: Author) => void;

/** A client with wijkverpleging under the Zvw. */
export function zvwClient(author: Author): Person {
  const person = author.person();
  author.indication(person, author.random.pick(['wijkverpleging', 'Zvw', 'V&V']), LONG_AGO);
  return person;
}

/** A client with a Wlz indication and MPT. */
export function mptClient(author: Author): Person {
  const person = author.person();
  author.indication(person, 'Wlz', LONG_AGO);
  author.form(person, author.random.pick(['MPT', '7', 'modulair pakket thuis']), LONG_AGO);
  return person;
}

/** Around the cap: under, on and over it, in one line and in many. */
export const QUANTITY_SCENARIOS: Readonly<Record<string, Scenario>> = {
  'wijkverpleging within the cap': (author) => {
    const person = zvwClient(author);
    author.base(person);
    author.line(person, { code: '1062', minutes: author.random.between(6, 30) * 5, to: 15 });
    author.line(person, { code: '1062', minutes: author.random.between(6, 30) * 5, from: 16 });
  },
  'MPT within the cap, three codes': (author) => {
    const person = mptClient(author);
    for (const code of ['H138', 'H139', 'H306'])
      author.line(person, { code, minutes: author.random.between(2, 24) * 5 });
    author.base(person);
  },
  'exactly 390 in two lines': (author) => {
    const person = zvwClient(author);
    author.line(person, { code: '1062', minutes: 240 });
    author.line(person, { code: '1062', minutes: 150 });
  },
  'one line of 390': (author) => void author.line(mptClient(author), { code: 'H138', minutes: 390 }),
  'one line of 391': (author) => void author.line(mptClient(author), { code: 'H139', minutes: 391 }),
  'one line of 395': (author) => void author.line(zvwClient(author), { code: '1062', minutes: 395 }),
  'five minutes over in many lines': (author) => {
    const person = mptClient(author);
    for (let from = 1; from <= 5; from++) author.line(person, { code: 'H138', minutes: 60, from, to: from });
    author.line(person, { code: 'H306', minutes: 95, from: 20, to: 25 });
  },
  'far over, several lines without room': (author) => {
    const person = zvwClient(author);
    for (let from = 1; from <= 4; from++) author.line(person, { code: '1062', minutes: 150 + from * 15, from, to: 28 });
  },
  'over by one unit of a quarter': (author) => {
    const person = zvwClient(author);
    const cells = { unit: 'kwartier', quantity: { thousandths: 27_000 }, rate: 1500 };
    author.line(person, { code: '1062', minutes: 405, cells });
  },
  'a hundred hours': (author) => {
    const cells = { unit: 'uur', quantity: { thousandths: 100_000 }, rate: 6000 };
    author.line(zvwClient(author), { code: '1062', minutes: 6000, cells });
  },
  'just under a hundred hours': (author) => void author.line(zvwClient(author), { code: '1062', minutes: 5995 }),
  'seven minutes and eight minutes': (author) => {
    for (const minutes of [7, 8]) {
      const cells = { unit: 'minuut', quantity: { thousandths: minutes * 1000 }, rate: 100 };
      author.line(zvwClient(author), { code: '1062', minutes, cells });
    }
  },
  'odd minutes': (author) => {
    author.line(mptClient(author), { code: 'H138', minutes: 392 });
    author.line(zvwClient(author), { code: '1062', minutes: 123 });
  },
  'a cent off': (author) => {
    const person = zvwClient(author);
    author.line(person, { code: '1062', minutes: 60, cells: { amount: 6001 } });
    author.line(person, { code: '1062', minutes: 65, cells: { amount: 6499 } });
    author.line(person, { code: '1062', minutes: 70, cells: { amount: null } });
  },
  'half a cent rounds up': (author) => {
    const cells = { unit: 'minuut', quantity: { thousandths: 25_000 }, rate: 61, amount: 1525 };
    author.line(zvwClient(author), { code: '1062', minutes: 25, cells });
    const quarter = { unit: 'uur', quantity: { thousandths: 250 }, rate: 6702, amount: 1676 };
    author.line(zvwClient(author), { code: '1062', minutes: 15, cells: quarter });
  },
  'two providers': (author) => {
    const person = zvwClient(author);
    author.line(person, { code: '1062', minutes: 240 });
    author.line(person, { code: '1062', minutes: 180, cells: { provider: '41999002' } });
  },
  'the same line twice': (author) => {
    const person = zvwClient(author);
    author.line(person, { code: '1062', minutes: 120, from: 5, to: 20 });
    author.line(person, { code: '1062', minutes: 120, from: 5, to: 20 });
  },
  'one reference on two lines of a client': (author) => {
    const person = mptClient(author);
    const { reference } = author.line(person, { code: 'H138', minutes: 60, to: 10 });
    author.line(person, { code: 'H138', minutes: 75, from: 11, cells: { reference } });
    author.line(person, { code: 'H139', minutes: 300 });
  },
  'one reference on lines of two clients': (author) => {
    const { reference } = author.line(zvwClient(author), { code: '1062', minutes: 60 });
    author.line(zvwClient(author), { code: '1062', minutes: 90, cells: { reference } });
  },
  'lines without reference': (author) => {
    const person = zvwClient(author);
    author.line(person, { code: '1062', minutes: 200, to: 10, cells: { reference: '' } });
    author.line(person, { code: '1062', minutes: 210, to: 12, cells: { reference: '' } });
  },
  'a late month beside this one': (author) => {
    const person = zvwClient(author);
    author.line(person, { code: '1062', minutes: 380, month: 2 });
    author.line(person, { code: '1062', minutes: 380 });
  },
  'over in the month before': (author) => {
    const person = mptClient(author);
    author.line(person, { code: 'H306', minutes: 260, month: 2, to: 14 });
    author.line(person, { code: 'H138', minutes: 260, month: 2, from: 15 });
  },
  'the codes of 2019': (author) => {
    const person = author.person();
    author.indication(person, 'wijkverpleging', { year: 2019, month: 1, day: 1 }, { year: 2019, month: 12, day: 31 });
    author.line(person, { code: '1017', minutes: 180, year: 2019, month: 11 });
    author.line(person, { code: '1018', minutes: 90, year: 2019, month: 11 });
    author.line(person, { code: '1019', minutes: 150, year: 2019, month: 11 });
  },
  'a code before its time': (author) => {
    author.line(zvwClient(author), { code: '1017', minutes: 60 });
    const person = author.person();
    author.indication(person, 'wijkverpleging', { year: 2019, month: 1, day: 1 });
    author.line(person, { code: '1062', minutes: 60, year: 2019, month: 12 });
  },
  'a line over two months': (author) => {
    const cells = { start: { year: 2026, month: 2, day: 20 }, end: day(10) };
    author.line(zvwClient(author), { code: '1062', minutes: 180, cells });
  },
  'a year with a leap day': (author) => {
    const person = author.person();
    const leapDay = { year: 2024, month: 2, day: 29 };
    author.indication(person, 'wijkverpleging', { year: 2024, month: 2, day: 1 }, leapDay);
    author.line(person, { code: '1062', minutes: 60, cells: { start: { ...leapDay, day: 1 }, end: leapDay } });
    author.line(person, { code: '1062', minutes: 60, cells: { start: leapDay, end: null } });
  },
};
