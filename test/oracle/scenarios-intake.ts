import { AS_OF, day, LONG_AGO } from './author.ts';
import type { ClaimRow } from './delivery.ts';
import { mptClient, type Scenario, zvwClient } from './scenarios-quantity.ts';
import { brokenBsn } from './synthetic-bsn.ts';

/** Cells that make a technology line unreadable or doubtful, each with two sound lines of the same client beside it. */
const FAULTY_CELLS: Readonly<Record<string, Partial<ClaimRow>>> = {
  'the 31st of April': { start: { year: 2026, month: 4, day: 31 }, end: null },
  'the 29th of February outside a leap year': { start: { year: 2026, month: 2, day: 29 }, end: day(1) },
  'an end that does not exist': { end: { year: 2026, month: 3, day: 32 } },
  'a date in words': { start: 'half maart', end: null },
  'an end before the start': { start: day(20), end: day(19) },
  'a day to come': { start: { ...AS_OF, day: AS_OF.day + 1 }, end: null },
  'today is not the future': { start: AS_OF, end: null },
  'no begindatum': { start: null, end: day(10) },
  'no quantity': { quantity: null },
  'no unit': { unit: '', rate: null },
  'no client at all': { clientNumber: '', bsn: '' },
  'no code': { code: '' },
  'a quantity in words': { quantity: 'anderhalf' },
  'a unit that is no time': { unit: 'stuk', quantity: { thousandths: 1000 }, rate: null },
  'an etmaal': { unit: 'etmaal', quantity: { thousandths: 1000 }, rate: null },
  'a fraction of a minute': { unit: 'uur', quantity: { thousandths: 1625 }, rate: null },
  'half a minute': { unit: 'minuut', quantity: { thousandths: 12_500 }, rate: null },
  'nothing delivered': { unit: 'uur', quantity: { thousandths: 0 }, amount: 0, rate: 6000 },
  'credit and negative at once': { sign: 'C', unit: 'uur', quantity: { thousandths: -1000 }, rate: null },
  'neither debet nor credit': { sign: 'X' },
  'an AGB of seven digits': { provider: '4199900' },
  'an AGB that starts with 00': { provider: '00999001' },
  'a UZOVI of three digits': { insurer: '999' },
  'two faults in one row': { provider: '4199900X', start: { year: 2026, month: 2, day: 30 } },
  'a look-alike of 1062': { code: '1O62' },
  'code as a spreadsheet writes it': { code: '1062.0' },
};

/** Rows with faults of their own. */
export const INTAKE_SCENARIOS: Readonly<Record<string, Scenario>> = {
  ...Object.fromEntries(
    Object.entries(FAULTY_CELLS).map(([title, cells]): [string, Scenario] => [
      title,
      (author) => {
        const person = zvwClient(author);
        author.line(person, { code: '1062', minutes: 60, cells });
        author.line(person, { code: '1062', minutes: 120, from: 2 });
        author.line(person, { code: '1062', minutes: 210, from: 3 });
      },
    ]),
  ),
  'a code in small letters': (author) =>
    void author.line(mptClient(author), { code: 'H138', minutes: 60, cells: { code: 'h138' } }),
  'an unknown unit on a line of another code': (author) =>
    void author.base(zvwClient(author), { unit: 'stuk', rate: null }),
  'faults on a line of another code': (author) => {
    author.base(zvwClient(author), { start: 'onbekend', quantity: 'veel', provider: 'x', rate: null });
  },
  'only a bad BSN': (author) => {
    author.line({ clientNumber: '', bsn: brokenBsn(author.random.below(800)) }, { code: '1062', minutes: 60 });
  },
  'a BSN whose zero was eaten': (author) => {
    const person = author.personWithZero();
    author.indication(person, 'wijkverpleging', LONG_AGO);
    author.line({ clientNumber: '', bsn: person.bsn.slice(1) }, { code: '1062', minutes: 240 });
    author.line(person, { code: '1062', minutes: 155 });
  },
  'the dummy BSN is no key': (author) => {
    author.line({ ...zvwClient(author), bsn: '999999999' }, { code: '1062', minutes: 300 });
    author.line({ ...mptClient(author), bsn: '999999999' }, { code: 'H138', minutes: 300 });
  },
};
