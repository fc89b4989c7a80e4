import { describe, expect, it } from 'vitest';
import { FindingList } from '../../src/domain/finding-list.ts';
import { overlappingForms } from '../../src/parse/overlapping-forms.ts';
import { brokenBsn, syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { faultsOf, parsedRegister } from './parsed.ts';

const forms = (...rows: string[]) =>
  parsedRegister(['clientnummer;leveringsvorm;begindatum;einddatum', ...rows].join('\n'));
const indications = (...rows: string[]) =>
  parsedRegister(['clientnummer;indicatie;begindatum;einddatum', ...rows].join('\n'));
const deaths = (...rows: string[]) => parsedRegister(['clientnummer;overlijdensdatum', ...rows].join('\n'));

describe('a leveringsvorm', () => {
  it.each([
    ['VPT', 'vpt VPT Volledig_pakket_thuis volledig-pakket-thuis 5'],
    ['MPT', 'mpt Modulair_pakket_thuis 7'],
    ['PGB', 'pgb Persoonsgebonden_budget 2'],
    ['VERBLIJF', 'verblijf Verblijf_in_een_instelling ZZP 4'],
    ['DTV', 'dtv Deeltijdverblijf 8'],
    ['VKB', 'vkb Verkeerde_bed 9'],
  ])('%s is known by its names and its iWlz number', (form, names) => {
    for (const name of names.split(' ')) {
      const { entries, findings } = forms(`C1;${name.replaceAll('_', ' ')};01-02-2026;`);
      expect([entries, findings]).toEqual([[`C1 ${form} 2026-02-01/`], []]);
    }
  });

  it.each(['0', '1', '3', '6', '10', '05', 'ZIN', 'MPT en DTV', 'constructor', '#N/B'])('„%s” is unknown', (name) => {
    const { entries, findings } = forms(`C1;${name};01-02-2026;`);
    expect(faultsOf({ findings })).toEqual(['2 unknown-delivery-form leveringsvorm']);
    expect(entries).toEqual([]);
  });

  it.each([
    ['MPT', '01-04-2018', '31-03-2018'],
    ['DTV', '01-01-2020', '31-12-2019'],
    ['VKB', '01-01-2021', '31-12-2020'],
  ])('%s exists from %s: a day before is a warning, and the period stays', (form, first, before) => {
    expect(faultsOf(forms(`C1;${form};${first};`))).toEqual([]);
    const early = forms(`C1;${form};${before};`);
    expect(faultsOf(early)).toEqual(['2 delivery-form-before-its-time begindatum']);
    expect(early.findings[0]?.severity).toBe('warning');
    expect(early.entries).toHaveLength(1);
  });

  it('VPT may have begun at any time', () => {
    expect(faultsOf(forms('C1;VPT;01-01-2008;'))).toEqual([]);
  });
});

describe('an indicatie', () => {
  it.each([
    ['wijkverpleging', 'wijkverpleging'],
    ['Zvw', 'wijkverpleging'],
    ['zvw wijkverpleging', 'wijkverpleging'],
    ['ZVW-wijkverpleging', 'wijkverpleging'],
    ['V&V', 'wijkverpleging'],
    ['Wlz', 'wlz'],
    ['Wet langdurige zorg', 'wlz'],
  ])('%s', (text, kind) => {
    expect(indications(`C1;${text};01-02-2026;28-02-2026`).entries).toEqual([`C1 ${kind} 2026-02-01/2026-02-28`]);
  });

  it.each(['WMO', 'VV4', '1062', 'ja'])('„%s” is unknown', (text) => {
    expect(faultsOf(indications(`C1;${text};01-02-2026;`))).toEqual(['2 unknown-indication indicatie']);
  });
});

describe('a period', () => {
  it.each([
    ['of one day', '01-02-2026;01-02-2026', ['C1 VPT 2026-02-01/2026-02-01'], []],
    ['without an end is open', '01-02-2026;', ['C1 VPT 2026-02-01/'], []],
    ['may lie in the future', '01-02-2030;', ['C1 VPT 2030-02-01/'], []],
    ['that ends before it begins', '02-02-2026;01-02-2026', [], ['2 period-reversed einddatum']],
    ['without a start', ';01-02-2026', [], ['2 missing-value begindatum']],
    ['with an end that is no date', '01-02-2026;heden', [], ['2 invalid-date einddatum']],
    ['with a start that is no date', '31-02-2026;', [], ['2 invalid-date begindatum']],
  ])('%s', (_, dates, entries, faults) => {
    const register = forms(`C1;VPT;${dates}`);
    expect([register.entries, faultsOf(register)]).toEqual([entries, faults]);
  });

  it.each([
    ['no client', ';VPT;01-02-2026;', ['2 missing-value clientnummer']],
    ['no form', 'C1;;01-02-2026;', ['2 missing-value leveringsvorm']],
    ['a client that names nobody', '#N/B;VPT;01-02-2026;', ['2 invalid-value clientnummer']],
    [
      'nothing right',
      ';XX;x;y',
      [
        '2 missing-value clientnummer',
        '2 unknown-delivery-form leveringsvorm',
        '2 invalid-date begindatum',
        '2 invalid-date einddatum',
      ],
    ],
    ['a cell too few', 'C1;VPT;01-02-2026', ['2 ragged-row']],
  ])('of a row with %s is not used, and every fault is said', (_, row, faults) => {
    const register = forms(row);
    expect([register.entries, faultsOf(register)]).toEqual([[], faults]);
  });

  it('keeps the row it stands on', () => {
    const { registers } = forms('', 'C1;VPT;01-02-2026;');
    const [[, client] = []] = registers.clients();
    expect(client?.deliveryForms[0]?.place).toMatchObject({ input: 0, row: 3 });
  });
});

describe('a date of death', () => {
  it('is known per client, the earliest of two', () => {
    expect(deaths('C1;03-03-2026', 'C2;', 'C1;02-03-2026').entries).toEqual(['C1 died 2026-03-02']);
  });

  it('that is no date is a finding', () => {
    expect(faultsOf(deaths('C1;ja'))).toEqual(['2 invalid-date overlijdensdatum']);
  });
});

describe('clients', () => {
  it('join a clientnummer with a BSN', () => {
    const bsn = syntheticBsn(3);
    const { registers, entries } = parsedRegister(
      `clientnummer;bsn;overlijdensdatum\nC1;${bsn};\n;${bsn};02-03-2026\nC1;;`,
    );
    expect([entries, registers.given]).toEqual([['C1 died 2026-03-02'], new Set(['clients'])]);
  });

  it('report a BSN that is none', () => {
    expect(faultsOf(parsedRegister(`clientnummer;bsn\nC1;${brokenBsn(3)}`))).toEqual(['2 invalid-bsn bsn']);
  });
});

describe('a register', () => {
  it.each([
    ['with rows', 'clientnummer;leveringsvorm;begindatum\nC1;VPT;01-01-2026', true],
    ['without rows', 'clientnummer;leveringsvorm;begindatum', true],
    ['without a client column', 'leveringsvorm;begindatum\nVPT;01-01-2026', false],
    ['without a start column', 'clientnummer;leveringsvorm\nC1;VPT', false],
  ])('%s is given or not', (_, table, given) => {
    expect(parsedRegister(table).registers.given.has('deliveryForms')).toBe(given);
  });

  it('that lacks a column reports it once, not per row', () => {
    expect(faultsOf(parsedRegister('leveringsvorm;begindatum\nVPT;01-01-2026\nMPT;01-01-2026'))).toEqual([
      '1 missing-column',
    ]);
  });
});

describe('VPT beside MPT', () => {
  const found = (most: number, ...rows: string[]) => {
    const findings = new FindingList(most);
    overlappingForms(forms(...rows).registers, findings);
    return findings;
  };
  const overlaps = (...rows: string[]) =>
    found(100, ...rows).kept.map(({ data, places }) => [data.first, data.last, ...places.map(({ row }) => row)]);

  it.each([
    [
      'the last day of one is the first of the other',
      'C1;VPT;01-02-2026;10-02-2026',
      'C1;MPT;10-02-2026;',
      '2026-02-10',
      '2026-02-10',
    ],
    ['both are open', 'C1;VPT;01-02-2026;', 'C1;MPT;01-01-2026;', '2026-02-01', null],
    ['one is open', 'C1;VPT;01-02-2026;', 'C1;MPT;01-01-2026;05-02-2026', '2026-02-01', '2026-02-05'],
    [
      'one lies within the other',
      'C1;VPT;05-02-2026;06-02-2026',
      'C1;MPT;01-02-2026;28-02-2026',
      '2026-02-05',
      '2026-02-06',
    ],
  ])('is a contradiction when %s', (_, vpt, mpt, first, last) => {
    expect(overlaps(vpt, mpt)).toEqual([[first, last, 2, 3]]);
    expect(overlaps(mpt, vpt)).toEqual([[first, last, 3, 2]]);
  });

  it.each([
    ['one begins the day after the other ended', 'C1;VPT;01-02-2026;09-02-2026', 'C1;MPT;10-02-2026;'],
    ['they are of two clients', 'C1;VPT;01-02-2026;', 'C2;MPT;01-02-2026;'],
    ['it is no MPT', 'C1;VPT;01-02-2026;', 'C1;PGB;01-02-2026;'],
    ['it is VPT twice', 'C1;VPT;01-02-2026;', 'C1;VPT;01-02-2026;'],
  ])('is none when %s', (_, one, other) => {
    expect(overlaps(one, other)).toEqual([]);
  });

  it('is one finding for every pair of rows', () => {
    const rows = ['C1;VPT;01-02-2026;10-02-2026', 'C1;VPT;20-02-2026;', 'C1;MPT;05-02-2026;'];
    expect(overlaps(...rows)).toHaveLength(2);
  });
});

describe('a row that could not be read', () => {
  const ALWAYS = '0001-01-01/9999-12-31';

  it.each([
    ['no start that is a date', 'C1;VPT;31-02-2026;10-03-2026', ['C1 0001-01-01/2026-03-10']],
    ['no start at all', 'C1;VPT;;', [`C1 ${ALWAYS}`]],
    ['no end that is a date', 'C1;VPT;01-03-2026;heden', ['C1 2026-03-01/9999-12-31']],
    ['an end before its start: which of them is wrong nobody knows', 'C1;VPT;02-03-2026;01-03-2026', [`C1 ${ALWAYS}`]],
    ['a leveringsvorm nobody knows', 'C1;ZIN;01-03-2026;10-03-2026', ['C1 2026-03-01/2026-03-10']],
    ['no leveringsvorm', 'C1;;01-03-2026;', ['C1 2026-03-01/9999-12-31']],
    ['no client: it may be anybody', ';VPT;01-03-2026;10-03-2026', ['? 2026-03-01/2026-03-10']],
    ['a client that names nobody', '#N/B;VPT;01-03-2026;', ['? 2026-03-01/9999-12-31']],
    ['cells that have shifted: it may be anybody', 'C1;VPT;01-03-2026;;x;y', [`? ${ALWAYS}`]],
  ])('with %s', (_, row, unread) => {
    expect(forms(row)).toMatchObject({ unread, entries: [] });
  });

  it('leaves nothing open when it could be read', () => {
    expect(forms('C1;VPT;01-03-2026;', 'C1;MPT;01-01-2017;31-01-2017').unread).toEqual([]);
    expect(indications('C1;wlz;01-03-2026;').unread).toEqual([]);
  });

  it('is one stretch with others of its client that touch it', () => {
    expect(
      forms('C1;X;01-03-2026;10-03-2026', 'C1;Y;05-03-2026;20-03-2026', 'C1;Z;01-05-2026;02-05-2026').unread,
    ).toEqual(['C1 2026-03-01/2026-03-20', 'C1 2026-05-01/2026-05-02']);
  });

  it('of a deceased client has no date of death that can be read', () => {
    expect(deaths('C1;31-02-2026', ';10-03-2026', 'C2;', ';')).toMatchObject({
      unread: [`C1 ${ALWAYS}`, '? 2026-03-11/9999-12-31'],
      entries: [],
    });
  });

  it('is no header, whether repeated or of another table; the rows below another one may be anybody', () => {
    const header = 'clientnummer;leveringsvorm;begindatum;einddatum';
    expect(forms('C1;VPT;01-03-2026;', header, 'C2;VPT;01-03-2026;').unread).toEqual([]);
    const other = 'clientnummer;indicatie;begindatum;einddatum';
    expect(forms('C1;VPT;01-03-2026;', other).unread).toEqual([]);
    expect(forms('C1;VPT;01-03-2026;', other, 'C2;wlz;01-03-2026;').unread).toEqual([`? ${ALWAYS}`]);
  });
});
