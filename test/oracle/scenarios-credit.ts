import { day } from './author.ts';
import type { ClaimRow } from './delivery.ts';
import { mptClient, type Scenario, zvwClient } from './scenarios-quantity.ts';

const LONE_DAY = { from: 28, to: 28 };

/** Credits: what they name, and what that does to the room of the month. */
export const CREDIT_SCENARIOS: Readonly<Record<string, Scenario>> = {
  'a credit brings the month to the cap': (author) => {
    const person = zvwClient(author);
    const debit = author.line(person, { code: '1062', minutes: 240, to: 14 });
    author.line(person, { code: '1062', minutes: 180, from: 15 });
    author.creditOf(person, debit, 30);
  },
  'a credit leaves the month over the cap': (author) => {
    const person = zvwClient(author);
    author.line(person, { code: '1062', minutes: 240, to: 14 });
    const debit = author.line(person, { code: '1062', minutes: 240, from: 15 });
    author.creditOf(person, debit, 60);
  },
  'a debit, its credit and its replacement': (author) => {
    const person = mptClient(author);
    const debit = author.line(person, { code: 'H138', minutes: 390 });
    author.creditOf(person, debit, 390);
    author.line(person, { code: 'H138', minutes: 360 });
  },
  'a credit of an earlier delivery': (author) => {
    const person = zvwClient(author);
    author.line(person, { code: '1062', minutes: 410 });
    author.line(person, { code: '1062', minutes: 25, ...LONE_DAY, credit: true, corrects: 'R-2026-02-900001' });
  },
  'a credit that names nothing': (author) => {
    const person = mptClient(author);
    author.line(person, { code: 'H139', minutes: 400 });
    author.line(person, { code: 'H139', minutes: 5, ...LONE_DAY, credit: true });
  },
  'a credit of a rejected debit makes no room': (author) => {
    const person = mptClient(author);
    author.form(person, 'VPT', day(20), day(25));
    const refused = author.line(person, { code: 'H138', minutes: 120, from: 20, to: 22 });
    author.line(person, { code: 'H138', minutes: 300, to: 10 });
    author.line(person, { code: 'H139', minutes: 120, from: 11, to: 19 });
    author.creditOf(person, refused, 60);
  },
  'a credit of a debit in another month': (author) => {
    const person = zvwClient(author);
    const earlier = author.line(person, { code: '1062', minutes: 300, month: 2 });
    author.line(person, { code: '1062', minutes: 415 });
    author.creditOf(person, earlier, 45, { start: day(27), end: day(27) });
  },
  'a credit of a debit of another client': (author) => {
    const other = author.line(zvwClient(author), { code: '1062', minutes: 300 });
    const person = zvwClient(author);
    author.line(person, { code: '1062', minutes: 200 });
    author.creditOf(person, other, 35);
  },
  'more credited than there was': (author) => {
    const person = zvwClient(author);
    const debit = author.line(person, { code: '1062', minutes: 120, to: 15 });
    author.line(person, { code: '1062', minutes: 300, from: 16 });
    author.creditOf(person, debit, 150);
  },
  'credited twice': (author) => {
    const person = mptClient(author);
    const debit = author.line(person, { code: 'H306', minutes: 200 });
    author.creditOf(person, debit, 60);
    author.creditOf(person, debit, 65);
  },
  'credited twice and too much': (author) => {
    const person = mptClient(author);
    const debit = author.line(person, { code: 'H306', minutes: 120 });
    author.creditOf(person, debit, 120);
    author.creditOf(person, debit, 115);
    author.line(person, { code: 'H138', minutes: 200 });
  },
  'a month below zero': (author) => {
    const person = zvwClient(author);
    author.line(person, { code: '1062', minutes: 60 });
    author.line(person, { code: '1062', minutes: 90, ...LONE_DAY, credit: true, corrects: 'R-2026-01-900002' });
  },
  'only a credit': (author) => {
    author.line(mptClient(author), {
      code: 'H138',
      minutes: 60,
      ...LONE_DAY,
      credit: true,
      corrects: 'R-2026-01-900003',
    });
  },
  'a credit on a day with VPT': (author) => {
    const person = mptClient(author);
    author.form(person, 'VPT', day(16));
    author.line(person, { code: 'H138', minutes: 120, to: 15 });
    author.line(person, { code: 'H138', minutes: 45, ...LONE_DAY, credit: true, corrects: 'R-2026-02-900004' });
  },
  'a credit under the wrong law': (author) => {
    const person = zvwClient(author);
    const debit = author.line(person, { code: '1062', minutes: 420 });
    author.creditOf(person, debit, 45, { law: 'Wlz' });
  },
  'over the cap if the rejected line were repaired': (author) => {
    const person = zvwClient(author);
    author.line(person, { code: '1062', minutes: 240, to: 15 });
    author.line(person, { code: '1062', minutes: 180, from: 16, cells: { law: 'Wlz' } });
  },
  'a credit and a flag that agree in any writing': (author) => {
    const person = zvwClient(author);
    const debits = [
      author.line(person, { code: '1062', minutes: 90 }),
      author.line(person, { code: '1062', minutes: 150 }),
    ];
    author.creditOf(person, debits[0] as ClaimRow, 15, {
      sign: 'C',
      quantity: { thousandths: 1000 },
      unit: 'kwartier',
    });
    author.creditOf(person, debits[1] as ClaimRow, 30, {
      sign: '',
      quantity: { clockMinutes: 30, negative: true },
      unit: 'uur',
    });
  },
};
