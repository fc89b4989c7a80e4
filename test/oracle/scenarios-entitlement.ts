import { type Author, day, LONG_AGO } from './author.ts';
import { mptClient, type Scenario, zvwClient } from './scenarios-quantity.ts';
import { brokenBsn } from './synthetic-bsn.ts';

/** Wijkverpleging up to the day before `switchDay`, Wlz with the leveringsvorm from then. */
function switching(author: Author, switchDay: number, form = 'MPT') {
  const person = author.person();
  author.indication(person, 'wijkverpleging', LONG_AGO, day(switchDay - 1));
  author.indication(person, 'Wlz', day(switchDay));
  author.form(person, form, day(switchDay));
  return person;
}

/** Who may have what on which day. */
export const ENTITLEMENT_SCENARIOS: Readonly<Record<string, Scenario>> = {
  'from Zvw to Wlz, each line in its own part': (author) => {
    const person = switching(author, 16);
    author.line(person, { code: '1062', minutes: 195, to: 15 });
    author.line(person, { code: 'H138', minutes: 195, from: 16 });
  },
  'from Zvw to Wlz, over the cap only together': (author) => {
    const person = switching(author, 16);
    author.line(person, { code: '1062', minutes: 300, to: 15 });
    author.line(person, { code: 'H138', minutes: 120, from: 16 });
  },
  'from Zvw to Wlz, a line over the switch': (author) => {
    const person = switching(author, 10);
    author.line(person, { code: '1062', minutes: 120, to: 10 });
    author.line(person, { code: 'H139', minutes: 120, from: 9 });
  },
  'from MPT to VPT, the line ends the day before': (author) => {
    const person = mptClient(author);
    author.deliveryForms.pop();
    author.form(person, 'MPT', LONG_AGO, day(14));
    author.form(person, author.random.pick(['VPT', '5', 'volledig pakket thuis']), day(15));
    author.line(person, { code: 'H138', minutes: 240, to: 14 });
  },
  'from MPT to VPT, the line takes the first day': (author) => {
    const person = author.person();
    author.indication(person, 'Wlz', LONG_AGO);
    author.form(person, 'MPT', LONG_AGO, day(14));
    author.form(person, 'VPT', day(15));
    author.line(person, { code: 'H138', minutes: 240, to: 15 });
    author.line(person, { code: 'H139', minutes: 60, from: 20, to: 21 });
  },
  'VPT that ended the day before the line': (author) => {
    const person = author.person();
    author.indication(person, 'Wlz', LONG_AGO);
    author.form(person, 'VPT', LONG_AGO, day(9));
    author.form(person, 'MPT', day(10));
    author.line(person, { code: 'H306', minutes: 90, from: 10 });
    author.line(person, { code: 'H306', minutes: 95, from: 9, to: 9 });
  },
  'an indication that ends in the month': (author) => {
    const person = author.person();
    author.indication(person, 'wijkverpleging', LONG_AGO, day(20));
    author.line(person, { code: '1062', minutes: 90, to: 20 });
    author.line(person, { code: '1062', minutes: 90, from: 21 });
    author.line(person, { code: '1062', minutes: 300, from: 10, to: 21 });
  },
  'two indications that meet, and two with a gap': (author) => {
    const meets = author.person();
    author.indication(meets, 'wijkverpleging', day(15));
    author.indication(meets, 'wijkverpleging', LONG_AGO, day(14));
    author.line(meets, { code: '1062', minutes: 120 });
    const gap = author.person();
    author.indication(gap, 'wijkverpleging', LONG_AGO, day(14));
    author.indication(gap, 'wijkverpleging', day(16));
    author.line(gap, { code: '1062', minutes: 120 });
  },
  'no register knows the client': (author) => {
    author.line(author.person(), { code: '1062', minutes: 60 });
    author.line(author.person(), { code: 'H138', minutes: 60 });
  },
  'wijkverpleging and Wlz at once': (author) => {
    const person = mptClient(author);
    author.indication(person, 'wijkverpleging', LONG_AGO);
    author.line(person, { code: '1062', minutes: 60, from: 3, to: 5 });
  },
  'wijkverpleging for a client with VPT': (author) => {
    const person = zvwClient(author);
    author.form(person, 'VPT', day(1));
    author.line(person, { code: '1062', minutes: 60 });
  },
  'pgb alone, pgb beside MPT, verblijf': (author) => {
    const alone = author.person();
    author.indication(alone, 'Wlz', LONG_AGO);
    author.form(alone, 'PGB', LONG_AGO);
    author.line(alone, { code: 'H138', minutes: 60 });
    const beside = mptClient(author);
    author.form(beside, '2', LONG_AGO);
    author.line(beside, { code: 'H138', minutes: 60 });
    const inside = author.person();
    author.indication(inside, 'Wlz', LONG_AGO);
    author.form(inside, 'verblijf', LONG_AGO);
    author.line(inside, { code: 'H306', minutes: 60 });
  },
  'deeltijdverblijf and verkeerde bed': (author) => {
    for (const form of ['DTV', 'VKB', '8']) {
      const person = author.person();
      author.indication(person, 'Wlz', LONG_AGO);
      author.form(person, form, LONG_AGO);
      author.line(person, { code: 'H138', minutes: 60 });
    }
  },
  'died in the month': (author) => {
    const person = zvwClient(author);
    author.clients.pop();
    author.clients.push({ ...person, death: day(12) });
    author.line(person, { code: '1062', minutes: 60, to: 12 });
    author.line(person, { code: '1062', minutes: 60, from: 5, to: 13 });
  },
  'the wrong law in the column': (author) => {
    author.line(zvwClient(author), { code: '1062', minutes: 60, cells: { law: 'Wlz' } });
    author.line(mptClient(author), { code: 'H139', minutes: 60, cells: { law: 'zvw' } });
    author.line(mptClient(author), { code: 'H306', minutes: 60, cells: { law: 'Wmo' } });
  },
  'MPT and VPT on one day': (author) => {
    const person = mptClient(author);
    author.form(person, 'VPT', day(15), day(20));
    author.line(person, { code: 'H138', minutes: 60, to: 14 });
    author.line(person, { code: 'H138', minutes: 65, from: 20, to: 21 });
  },
  'registers with faults of their own': (author) => {
    author.form(author.person(), 'VPT', day(20), day(10));
    author.form(author.person(), 'thuis', LONG_AGO);
    author.form(author.person(), 'MPT', { year: 2018, month: 3, day: 31 });
    author.form(author.person(), 'DTV', { year: 2019, month: 12, day: 31 });
    author.form(author.person(), 'VKB', { year: 2021, month: 1, day: 1 });
    author.form(author.person(), 'MPT', { year: 2026, month: 2, day: 30 });
    author.indication(author.person(), 'Wmo', LONG_AGO);
    author.indication(author.person(), 'Wlz', day(2), day(1));
  },
  'a client known by BSN on one line and by number on another': (author) => {
    const person = zvwClient(author);
    author.line({ ...person, clientNumber: '' }, { code: '1062', minutes: 240 });
    author.line({ ...person, bsn: '' }, { code: '1062', minutes: 180 });
  },
  'a client without clientnummer anywhere': (author) => {
    const person = { ...author.person(), clientNumber: '' };
    author.clients.pop();
    author.indication(person, 'wijkverpleging', LONG_AGO);
    author.line(person, { code: '1062', minutes: 400 });
  },
  'one clientnummer with two BSNs': (author) => {
    const person = zvwClient(author);
    const other = author.person();
    author.clients.pop();
    author.line(person, { code: '1062', minutes: 60 });
    author.line({ ...person, bsn: other.bsn }, { code: '1062', minutes: 400, from: 2 });
  },
  'one BSN with two clientnummers at one provider': (author) => {
    const person = zvwClient(author);
    author.line(person, { code: '1062', minutes: 60 });
    author.line({ ...person, clientNumber: `${person.clientNumber}X` }, { code: '1062', minutes: 65 });
  },
  'one BSN with two clientnummers at two providers': (author) => {
    const person = author.person();
    author.clients.pop();
    author.indication({ ...person, clientNumber: '' }, 'wijkverpleging', LONG_AGO);
    author.line(person, { code: '1062', minutes: 240 });
    const other = { ...person, clientNumber: `${person.clientNumber}B` };
    author.line(other, { code: '1062', minutes: 195, cells: { provider: '41999003' } });
  },
  'a bad BSN beside a good clientnummer': (author) => {
    const person = zvwClient(author);
    author.line({ ...person, bsn: brokenBsn(author.random.below(800)) }, { code: '1062', minutes: 60 });
    author.line(person, { code: '1062', minutes: 350 });
  },
};
