import { describe, expect, it } from 'vitest';
import { looksLikeData } from '../../src/parse/row-above.ts';
import { SHIPPED } from '../builders/policies.ts';
import { faultsOf, linesOf, parsedClaims, parsedRegister, rowsOf } from './parsed.ts';

const HEADER = 'clientnummer;prestatiecode;begindatum;minuten;opmerking';
const claims = (...rows: string[]) => parsedClaims([HEADER, ...rows].join('\n'));
const fault = (...rows: string[]) => claims(...rows).findings.map(({ data }) => data.fault);

describe('a row of a CSV', () => {
  it.each([
    ['one cell too few', 'C1;1062;02-03-2026;60', true],
    ['as many cells as the header', 'C1;1062;02-03-2026;60;', false],
    ['one cell too many', 'C1;1062;02-03-2026;60;a;b', true],
    ['one cell', 'Totaal', true],
  ])('with %s', (_, row, ragged) => {
    const { counts, findings } = claims(row);
    expect(faultsOf({ findings })).toEqual(ragged ? ['2 ragged-row'] : []);
    expect(counts).toMatchObject({ rows: 1, unreadable: ragged ? 1 : 0 });
  });

  it('says how many cells it has and should have', () => {
    expect(claims('C1;1062').findings[0]).toMatchObject({
      severity: 'error',
      data: { expected: 5, found: 2, fault: null },
      places: [{ row: 2, column: null }],
    });
    expect(claims('a;b;c;d;e;f;g').findings[0]?.data).toMatchObject({ expected: 5, found: 7 });
  });

  it('may end in a delimiter, as long as all that do end alike', () => {
    const two = claims('C1;1062;02-03-2026;60;;', 'C2;1062;02-03-2026;60;x;');
    expect([linesOf(two).length, faultsOf(two)]).toEqual([2, []]);
    const alike = 'C1;1062;02-03-2026;60;;';
    expect(faultsOf(claims(alike, alike, 'C2;1062;02-03-2026;60;;;'))).toEqual(['4 ragged-row']);
  });

  it('with a blank cell too many by itself has shifted, wherever it stands', () => {
    const [usual, doubled] = ['C2;1062;02-03-2026;60;', 'C1;1062;02-03-2026;60;;'];
    expect(faultsOf(claims(doubled))).toEqual(['2 ragged-row']);
    expect(faultsOf(claims(doubled, usual))).toEqual(['2 ragged-row']);
    expect(faultsOf(claims(usual, doubled))).toEqual(['3 ragged-row']);
    expect(claims(usual, doubled).findings[0]?.data).toEqual({ expected: 5, found: 6, fault: 'unusual-width' });
  });

  it('with a blank cell too few has shifted where the others end in one more', () => {
    const ends = ['C1;1062;02-03-2026;60;;', 'C2;1062;02-03-2026;60;x;'];
    const lost = claims(...ends, 'C3;1062;02-03-2026;60;');
    expect(faultsOf(lost)).toEqual(['4 ragged-row']);
    expect(lost.findings[0]?.data).toEqual({ expected: 6, found: 5, fault: 'unusual-width' });
  });

  it('of which a date is none does not tell what is usual', () => {
    const shifted = ['Jan;sen;1062;02-03-2026;60;', 'Piet;sen;1062;03-03-2026;60;'];
    expect(faultsOf(claims(...shifted))).toEqual(['2 ragged-row', '3 ragged-row']);
  });

  it('that is shifted by a delimiter in a name is not taken for one that ends in a delimiter', () => {
    const shifted = 'Jan;sen;1062;02-03-2026;60;';
    expect(faultsOf(claims(shifted, 'C2;1062;02-03-2026;60;'))).toEqual(['2 ragged-row']);
    expect(faultsOf(claims('C2;1062;02-03-2026;60;', shifted))).toEqual(['3 ragged-row']);
  });

  it('may leave out the cells below headings that are blank', () => {
    const trailing = parsedClaims(`${HEADER};;\nC1;1062;02-03-2026;60;\nC2;1062;02-03-2026;60;x;;`);
    expect([linesOf(trailing).length, faultsOf(trailing)]).toEqual([2, []]);
    expect(faultsOf(parsedClaims(`${HEADER};;\nC1;1062;02-03-2026;60`))).toEqual(['2 ragged-row']);
  });
});

describe('a row of which the values stand a column further', () => {
  it.each([
    ['to the right', 'Jan;sen;1062;02-03-2026;60'],
    ['to the left', '1062;02-03-2026;60;min;'],
  ])('%s is reported though its cells are as many as the header', (_, row) => {
    const shifted = claims(row, 'C1;1062;02-03-2026;60;');
    expect(faultsOf(shifted)).toEqual(['2 ragged-row']);
    expect(shifted.findings[0]?.data).toMatchObject({ fault: 'shifted' });
    expect(shifted.counts).toMatchObject({ technology: 1, unreadable: 1 });
  });

  it.each([
    ['other care on a day that can be read, with 1062 for its client', '1062;1000;02-03-2026;60;'],
    ['other care with a wrong date', 'C1;1000;31-02-2026;60;'],
  ])('is not: %s', (_, row) => {
    expect(faultsOf(claims(row))).toEqual([]);
  });
});

describe('a row of a workbook', () => {
  const sheet = (row: string) => parsedClaims(`${HEADER}\n${row}`, { format: 'xlsx' });

  it.each([
    ['leaves out its last empty cells', 'C1;1062;02-03-2026;60', []],
    ['may have blank cells beyond the header', 'C1;1062;02-03-2026;60;x; ;', []],
    ['has nothing beyond the header', 'C1;1062;02-03-2026;60;x;y', ['2 ragged-row']],
  ])('%s', (_, row, expected) => {
    expect(faultsOf(sheet(row))).toEqual(expected);
  });
});

describe('a header further down', () => {
  it.each([
    ['as it was', HEADER],
    ['in capitals', HEADER.toUpperCase()],
    ['with spaces', HEADER.replaceAll(';', ' ; ')],
  ])('of the same table, %s, is reported and the rows below it are read', (_, again) => {
    const twice = claims('C1;1062;02-03-2026;60;', again, 'C2;1062;02-03-2026;60;');
    expect(faultsOf(twice)).toEqual(['3 ragged-row']);
    expect(twice.findings[0]?.data).toMatchObject({ fault: 'header-repeated' });
    expect(linesOf(twice).length).toBe(2);
    expect(twice.counts).toMatchObject({ rows: 3, technology: 2, unreadable: 1 });
    expect(twice.counts.ignored.size).toBe(0);
  });

  it('is reported as often as it comes', () => {
    expect(fault(HEADER, 'C1;1062;02-03-2026;60;', HEADER)).toEqual(['header-repeated', 'header-repeated']);
  });

  it.each([
    ['other columns', 'clientnummer;leveringsvorm;begindatum;einddatum;'],
    ['the same columns in another order', 'prestatiecode;clientnummer;begindatum;minuten;opmerking'],
    ['fewer columns', 'clientnummer;indicatie;begindatum'],
    ['two columns', 'clientnummer;overlijdensdatum'],
  ])('with %s begins a table of which no row is read', (_, other) => {
    const width = other.split(';').length;
    const rows = ['C1', 'VPT', '01-01-2026', '', ''].slice(0, width).join(';');
    const two = claims('C1;1062;02-03-2026;60;', other, rows, rows);
    expect(two.findings.map(({ data }) => data.fault)).toEqual(['other-table', 'other-table', 'other-table']);
    expect(two.counts).toMatchObject({ rows: 4, technology: 1, unreadable: 3 });
    expect(two.counts.ignored.size).toBe(0);
  });

  it('of the first table after another one makes its rows readable again', () => {
    const rows = claims(
      'clientnummer;leveringsvorm;begindatum;;',
      'C1;VPT;01-01-2026;;',
      HEADER,
      'C1;1062;02-03-2026;60;',
    );
    expect(linesOf(rows)).toEqual(['5 1062 2026-03-02/2026-03-02 60']);
    expect(rows.findings.map(({ data }) => data.fault)).toEqual(['other-table', 'other-table', 'header-repeated']);
  });

  it('is not a row of data that holds the word of a heading', () => {
    const header = 'clientnummer;prestatiecode;begindatum;aantal;eenheid;opmerking';
    const words = parsedClaims(`${header}\nC1;1062;02-03-2026;60;minuten;indicatie\nC1;1000;02-03-2026;60;minuten;wet`);
    expect([faultsOf(words), linesOf(words).length]).toEqual([[], 1]);
  });

  it.each([
    ['deliveryForms', 'clientnummer;leveringsvorm;begindatum', 'C1;VPT;01-01-2026'],
    ['indications', 'clientnummer;indicatie;begindatum', 'C1;wlz;01-01-2026'],
    ['clients', 'clientnummer;overlijdensdatum', 'C1;01-01-2026'],
    ['clients', 'clientnummer;bsn', 'C1;'],
  ])('is noticed in %s too', (_, header, row) => {
    const again = parsedRegister([header, row, header, row].join('\n'));
    expect(faultsOf(again)).toEqual(['3 ragged-row']);
    expect(again.findings[0]?.data).toMatchObject({ fault: 'header-repeated' });
  });
});

describe('a row above the header', () => {
  const isData = (row: string) => rowsOf(row).some((cells) => looksLikeData(cells, SHIPPED.codes));

  it.each([
    'C1;1062;02-03-2026;60',
    '02-03-2026;h138',
    'C1;1062.0;2026-03-02;60',
    'C1;VPT;01-01-2026',
    'C1;wlz;01-01-2020;',
  ])('is data when it has a date and a code or a form: %s', (row) => {
    expect(isData(row)).toBe(true);
  });

  it.each([
    'Declaraties thuiszorgtechnologie 1062',
    'Peildatum;01-04-2026',
    'Prestatiecode;1062',
    'van 01-03-2026;tot 31-03-2026;1062',
    'sep=;',
    '',
  ])('is a title otherwise: %s', (row) => {
    expect(isData(row)).toBe(false);
  });
});
