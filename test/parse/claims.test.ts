import { describe, expect, it } from 'vitest';
import type { CellKind } from '../../src/domain/table.ts';
import { brokenBsn, syntheticBsn, syntheticBsnWithZero } from '../oracle/synthetic-bsn.ts';
import { faultsOf, linesOf, minutesOf, type ParsedClaims, parsedClaims, type TableFacts } from './parsed.ts';

/** A valid row with some of its cells otherwise. */
type Cells = Readonly<Record<string, string>>;

const VALID: Cells = {
  clientnummer: 'C1',
  prestatiecode: '1062',
  begindatum: '02-03-2026',
  einddatum: '02-03-2026',
  aantal: '60',
  eenheid: 'min',
};

/** One row below a header of the columns named. */
function parsed(cells: Cells, facts: TableFacts = {}): ParsedClaims {
  const all = { ...VALID, ...cells };
  return parsedClaims(`${Object.keys(all).join(';')}\n${Object.values(all).join(';')}`, facts);
}

/** The faults of the only row: `rule column`. */
const faults = (cells: Cells, facts: TableFacts = {}) =>
  faultsOf(parsed(cells, facts)).map((fault) => fault.replace(/^2 /, ''));

/** Kinds of the cells of a row, by heading; the others are text. */
const kindsOf = (kinds: Readonly<Record<string, CellKind>>, more: Cells = {}): TableFacts => ({
  format: 'xlsx',
  kinds: Object.keys({ ...VALID, ...more }).map((heading) => kinds[heading] ?? 'text'),
});

describe('a declaratieregel', () => {
  it('becomes a line with its days, code and minutes', () => {
    expect(linesOf(parsed({}))).toEqual(['2 1062 2026-03-02/2026-03-02 60']);
    expect(faults({})).toEqual([]);
  });

  it('without an end lasts the day it begins', () => {
    expect(linesOf(parsed({ einddatum: '' }))).toEqual(['2 1062 2026-03-02/2026-03-02 60']);
    const table = 'clientnummer;prestatiecode;begindatum;uren\nC1;H138;02-03-2026;1,5';
    expect(linesOf(parsedClaims(table))).toEqual(['2 H138 2026-03-02/2026-03-02 90']);
  });

  it('of another code is counted under that code and not read further', () => {
    const { counts, findings } = parsed({
      prestatiecode: '1000',
      begindatum: 'onzin',
      aantal: 'veel',
      clientnummer: '',
    });
    expect(findings).toEqual([]);
    expect(counts).toMatchObject({ rows: 1, technology: 0, unreadable: 0 });
    expect([...counts.ignored]).toEqual([['1000', 1]]);
  });

  it('reports every fault it has, not just the first', () => {
    const cells = {
      clientnummer: '',
      begindatum: '31-04-2026',
      einddatum: 'x',
      aantal: 'veel',
      agb: '1',
      uzovi: '2',
      wet: 'AWBZ',
    };
    expect(faults(cells)).toEqual([
      'invalid-agb agb',
      'invalid-uzovi uzovi',
      'missing-value clientnummer',
      'invalid-date begindatum',
      'invalid-date einddatum',
      'invalid-number aantal',
      'invalid-value wet',
    ]);
    expect(parsed(cells).counts).toMatchObject({ rows: 1, technology: 1, unusable: 1 });
  });

  it.each([
    ['a day', { begindatum: '' }, 'missing-value begindatum'],
    ['a last day that is one', { einddatum: '31-02-2026' }, 'invalid-date einddatum'],
    ['an end that is not before its start', { einddatum: '01-03-2026' }, 'end-before-start einddatum'],
    ['a client', { clientnummer: '' }, 'missing-value clientnummer'],
    ['a quantity', { aantal: '' }, 'missing-value aantal'],
    ['a unit', { eenheid: '' }, 'missing-value eenheid'],
    ['a unit of time', { eenheid: 'stuk' }, 'unit-not-time eenheid'],
    ['whole minutes', { aantal: '0,5' }, 'fractional-minutes aantal'],
    ['a sign that can be known', { dc: 'X' }, 'invalid-value dc'],
    ['one negation at most', { dc: 'C', aantal: '-60' }, 'double-negation aantal'],
  ])('cannot be judged without %s', (_, cells, fault) => {
    expect(faults(cells)).toEqual([fault]);
    expect(parsed(cells).lines.length).toBe(0);
    expect(parsed(cells).counts).toMatchObject({ technology: 1, unusable: 1, unreadable: 0 });
  });

  it.each([
    ['AGB', { agb: '12345' }, 'invalid-agb agb'],
    ['UZOVI', { uzovi: '12345' }, 'invalid-uzovi uzovi'],
    ['wet', { wet: 'AWBZ' }, 'invalid-value wet'],
    ['bedrag', { bedrag: 'tien' }, 'invalid-number bedrag'],
    ['tarief', { tarief: '1,2,3' }, 'invalid-number tarief'],
    ['day in the future', { begindatum: '04-04-2026', einddatum: '' }, 'future-date begindatum'],
    ['day before 2015', { begindatum: '31-12-2014', einddatum: '' }, 'before-2015 begindatum'],
    ['quantity of nothing', { aantal: '0' }, 'zero-quantity aantal'],
  ])('with a wrong %s is still judged', (_, cells, fault) => {
    expect(faults(cells)).toEqual([fault]);
    expect(parsed(cells).lines.length).toBe(1);
  });

  it.each([
    ['in error with an error', { agb: '12345' }, true],
    ['in order with a warning', { uzovi: '12345' }, false],
  ])('is %s', (_, cells, faulty) => {
    expect(parsed(cells).lines.isFaulty(0)).toBe(faulty);
  });
});

describe('the days of a line', () => {
  it.each([
    ['today', '03-04-2026', []],
    ['tomorrow', '04-04-2026', ['future-date begindatum', 'future-date einddatum']],
    ['1 January 2015', '01-01-2015', []],
    ['31 December 2014', '31-12-2014', ['before-2015 begindatum']],
  ])('may be %s or not', (_, date, expected) => {
    expect(faults({ begindatum: date, einddatum: date })).toEqual(expected);
  });

  it('of a workbook may carry a time, which changes nothing', () => {
    const facts = kindsOf({ begindatum: 'date', einddatum: 'date' });
    expect(linesOf(parsed({ begindatum: '2026-03-02 08:30:00', einddatum: '2026-03-02 23:59:59' }, facts))).toEqual([
      '2 1062 2026-03-02/2026-03-02 60',
    ]);
  });

  it('of a workbook are no date when they are a bare number', () => {
    expect(faults({ begindatum: '46083' }, kindsOf({ begindatum: 'number' }))).toEqual(['invalid-date begindatum']);
    expect(faults({ begindatum: '20260302' }, kindsOf({ begindatum: 'number' }))).toEqual([]);
  });
});

describe('the columns of a quantity', () => {
  it.each([
    ['minuten', 'C1;1062;02-03-2026;390', 390],
    ['uren', 'C1;1062;02-03-2026;6,5', 390],
    ['aantaluren', 'C1;1062;02-03-2026;6:30', 390],
  ])('may be %s', (heading, row, minutes) => {
    expect(minutesOf(parsedClaims(`clientnummer;prestatiecode;begindatum;${heading}\n${row}`))).toBe(minutes);
  });

  it.each([
    ['aantal before the others', '5;07;60;2', 25],
    ['minuten when aantal is empty', ';07;60;2', 60],
    ['uren when the others are empty', ';;;2', 120],
  ])('is %s', (_, cells, minutes) => {
    const header = 'clientnummer;prestatiecode;begindatum;aantal;eenheid;minuten;uren';
    expect(minutesOf(parsedClaims(`${header}\nC1;1062;02-03-2026;${cells}`))).toBe(minutes);
  });

  it('none filled is one missing value', () => {
    const header = 'clientnummer;prestatiecode;begindatum;aantal;eenheid;minuten;uren';
    expect(faultsOf(parsedClaims(`${header}\nC1;1062;02-03-2026;;;;`))).toEqual(['2 missing-value aantal']);
  });

  it('aantal without eenheid says nothing: one finding for the file, no line from any row', () => {
    const claims = parsedClaims(
      'clientnummer;prestatiecode;begindatum;aantal\nC1;1062;02-03-2026;60\nC2;1062;02-03-2026;60',
    );
    expect(faultsOf(claims)).toEqual(['1 missing-column']);
    expect(claims.counts).toMatchObject({ technology: 2, unusable: 2 });
  });

  it('aantal without eenheid gives way to minuten', () => {
    const claims = parsedClaims('clientnummer;prestatiecode;begindatum;aantal;minuten\nC1;1062;02-03-2026;1;60');
    expect([minutesOf(claims), faultsOf(claims)]).toEqual([60, []]);
  });

  it('6.30 hours is ambiguous only while the file does not settle its sign', () => {
    const cells = { aantal: '6.30', eenheid: 'uur' };
    expect(faults(cells, { decimal: { sign: ',', settled: false } })).toEqual(['ambiguous-time aantal']);
    expect(parsed(cells, { decimal: { sign: ',', settled: false } }).findings[0]?.data).toEqual({
      value: '6.30',
      asClock: '6:30',
      asDecimal: '6:18',
    });
    expect(minutesOf(parsed(cells, { decimal: { sign: '.', settled: true } }))).toBe(378);
    expect(minutesOf(parsed({ ...cells, aantal: '6.5' }, kindsOf({ aantal: 'number' })))).toBe(390);
  });

  it('says with which decimal sign a number was not one', () => {
    expect(parsed({ aantal: '6.5' }).findings[0]?.data).toEqual({ field: 'quantity', value: '6.5', decimal: ',' });
    const open: TableFacts = { decimal: { sign: ',', settled: false } };
    expect(parsed({ aantal: 'x' }, open).findings[0]?.data).toMatchObject({ decimal: null });
  });
});

describe('a credit', () => {
  it.each([
    ['C', '60', -60],
    ['c', '60', -60],
    ['Credit', '60', -60],
    ['D', '60', 60],
    ['debet', '60', 60],
    ['Debit', '60', 60],
    ['', '60', 60],
    ['', '-60', -60],
    ['', '\u221260', -60],
    ['D', '-60', -60],
    ['C', '0', 0],
  ])('„%s” with %s is %i minutes', (dc, aantal, minutes) => {
    expect((minutesOf(parsed({ dc, aantal })) ?? Number.NaN) + 0).toBe(minutes);
  });

  it('of a negative quantity is a debit or a credit: that is not guessed, and the quantity is shown', () => {
    const claims = parsed({ dc: 'C', aantal: '-60' });
    expect(claims.findings[0]).toMatchObject({ rule: 'double-negation', data: { value: '-60' } });
    const ofHours = parsedClaims('clientnummer;prestatiecode;begindatum;minuten;uren;dc\nC1;1062;02-03-2026;;-1;C');
    expect(ofHours.findings[0]).toMatchObject({ data: { value: '-1' }, places: [{ column: 'uren' }] });
  });

  it.each(['X', '-', '1', 'ja', '#N/A'])('is not known from %s', (dc) => {
    expect(faults({ dc })).toEqual(['invalid-value dc']);
  });

  it('keeps the reference it names', () => {
    const { lines } = parsed({ dc: 'C', referentienummer: 'R-2', creditvoor: ' R-1 ' });
    expect([lines.reference(0), lines.corrects(0)]).toEqual(['R-2', 'R-1']);
  });
});

describe('a prestatiecode', () => {
  it.each(['1062.0', ' 1062 ', '1062', '1062,00'])('%s is technology', (prestatiecode) => {
    expect(minutesOf(parsed({ prestatiecode }))).toBe(60);
  });

  it('of lower case is technology', () => {
    expect(linesOf(parsed({ prestatiecode: 'h138' }))).toEqual(['2 H138 2026-03-02/2026-03-02 60']);
  });

  it('that is a number in a workbook is technology', () => {
    expect(minutesOf(parsed({}, kindsOf({ prestatiecode: 'number' })))).toBe(60);
  });

  it('that looks like one of technology is a warning and counts as another code', () => {
    const claims = parsed({ prestatiecode: '1O62' });
    expect(faultsOf(claims)).toEqual(['2 suspect-code prestatiecode']);
    expect(claims.findings[0]).toMatchObject({ severity: 'warning', data: { value: '1O62', code: '1062' } });
    expect([...claims.counts.ignored]).toEqual([['1O62', 1]]);
  });

  it('shows what cannot be seen in it', () => {
    expect(parsed({ prestatiecode: '1062\u200b' }).findings[0]?.data).toMatchObject({ value: '1062[U+200B]' });
  });

  it.each(['', ' '])('that is empty makes the row unreadable („%s”)', (prestatiecode) => {
    const claims = parsed({ prestatiecode });
    expect(faultsOf(claims)).toEqual(['2 missing-value prestatiecode']);
    expect(claims.counts).toMatchObject({ rows: 1, technology: 0, unreadable: 1 });
  });

  it.each(['#N/B', '#N/A', '-', '?', 'NULL', 'n.v.t.', '02-03-2026'])(
    'cannot be %s: the row is unreadable',
    (prestatiecode) => {
      const claims = parsed({ prestatiecode });
      expect(faultsOf(claims)).toEqual(['2 invalid-value prestatiecode']);
      expect(claims.counts).toMatchObject({ rows: 1, technology: 0, unreadable: 1 });
      expect(claims.counts.ignored.size).toBe(0);
    },
  );

  it('that is no code is reported on every row that has it', () => {
    const table = 'clientnummer;prestatiecode;begindatum;minuten\nC1;-;02-03-2026;60\nC2;-;02-03-2026;60';
    expect(faultsOf(parsedClaims(table))).toEqual(['2 invalid-value prestatiecode', '3 invalid-value prestatiecode']);
  });

  it('that is an error of a formula makes the row unreadable', () => {
    const claims = parsed({ prestatiecode: '#N/A' }, kindsOf({ prestatiecode: 'error' }));
    expect(faultsOf(claims)).toEqual(['2 invalid-value prestatiecode']);
    expect(claims.findings[0]?.places[0]?.cell).toBe('B2');
  });
});

describe('two columns for the prestatiecode', () => {
  const header = 'clientnummer;prestatiecode;Vektiscode;begindatum;minuten';

  it('that contradict each other on technology are reported once, on the header', () => {
    const claims = parsedClaims(`${header}\nC1;TECH;1062;02-03-2026;60\nC2;TECH;H138;02-03-2026;60`);
    expect(faultsOf(claims)).toEqual(['1 duplicate-column']);
    expect(claims.findings[0]).toMatchObject({
      severity: 'error',
      data: { heading: 'prestatiecode / Vektiscode', columns: [2, 3] },
    });
  });

  it.each([
    ['say the same', '1062;1062'],
    ['both mean other care', '1000;1001'],
    ['only differ on technology that is read', '1062;TECH'],
  ])('that %s are no fault', (_, codes) => {
    expect(faultsOf(parsedClaims(`${header}\nC1;${codes};02-03-2026;60`))).toEqual([]);
  });
});

describe('the client of a line', () => {
  const [bsn, other] = [syntheticBsn(0), syntheticBsn(1)];

  it.each([
    ['a BSN', bsn, []],
    ['a BSN in groups', `${bsn.slice(0, 4)}.${bsn.slice(4, 6)}.${bsn.slice(6)}`, []],
    ['a BSN with spaces', `${bsn.slice(0, 3)} ${bsn.slice(3)}`, []],
    ['a BSN of which a spreadsheet ate the zero', syntheticBsnWithZero(0).slice(1), ['padded-bsn bsn']],
    ['nothing', '', []],
    ['the number of who has none', '999999999', ['dummy-bsn bsn']],
    ['nine digits that are no BSN', brokenBsn(0), ['invalid-bsn bsn']],
    ['nine zeros', '000000000', ['invalid-bsn bsn']],
    ['eight digits that are none with a zero either', brokenBsn(0).slice(1), ['invalid-bsn bsn']],
    ['seven digits', bsn.slice(2), ['invalid-bsn bsn']],
    ['letters', 'geheim', ['invalid-bsn bsn']],
  ])('may have beside its clientnummer %s', (_, text, expected) => {
    expect(faults({ bsn: text })).toEqual(expected);
    expect(parsed({ bsn: text }).lines.length).toBe(1);
  });

  it.each([
    ['nothing', '', 'missing-value bsn', 0],
    ['the number of who has none', '999999999', 'dummy-bsn bsn', 0],
    ['nine digits that are no BSN', brokenBsn(0), 'invalid-bsn bsn', 0],
  ])('is not known by %s alone', (_, text, fault, lines) => {
    const claims = parsedClaims(`bsn;prestatiecode;begindatum;minuten\n${text};1062;02-03-2026;60`);
    expect(faultsOf(claims)[0]).toBe(`2 ${fault}`);
    expect(claims.lines.length).toBe(lines);
  });

  it('a dummy BSN and no clientnummer leave a row without a client, which is said', () => {
    const claims = parsedClaims('clientnummer;bsn;prestatiecode;begindatum;minuten\n;999999999;1062;02-03-2026;60');
    expect(faultsOf(claims)).toEqual(['2 dummy-bsn bsn', '2 missing-value clientnummer']);
  });

  it('no finding shows a BSN, whatever column it stands in', () => {
    const cells = {
      aantal: bsn,
      begindatum: other,
      wet: syntheticBsnWithZero(1).slice(1),
      agb: bsn,
      bsn: brokenBsn(1),
    };
    const text = JSON.stringify(parsed(cells).findings);
    for (const secret of [bsn, other, syntheticBsnWithZero(1).slice(1), brokenBsn(1)])
      expect(text).not.toContain(secret);
  });

  it.each([
    ['1001', '1001.0'],
    ['C1', ' C1 '],
    ['C1', 'C1\u00a0'],
    ['C1', 'C\u200b1'],
    ['C 1', 'C\u00a01'],
    ['Café', 'Cafe\u0301'],
    ['C1', 'Ｃ１'],
  ])('%s is the same as „%s”', (one, same) => {
    const table = `clientnummer;prestatiecode;begindatum;minuten\n${one};1062;02-03-2026;5\n${same};1062;03-03-2026;5`;
    const { identity, lines } = parsedClaims(table);
    expect(identity.resolve(lines.client(1))).toBe(identity.resolve(lines.client(0)));
  });

  it.each(['C1', 'C01', '1', '1.5', 'c1'])('%s is a number of its own', (number) => {
    const table = `clientnummer;prestatiecode;begindatum;minuten\nD1;1062;02-03-2026;5\n${number};1062;03-03-2026;5`;
    const { identity, lines } = parsedClaims(table);
    expect(identity.resolve(lines.client(1))).not.toBe(identity.resolve(lines.client(0)));
  });

  it.each(['#N/B', '-', 'NULL', 'onbekend', '???'])('is nobody under „%s”', (clientnummer) => {
    expect(faults({ clientnummer })).toEqual(['invalid-value clientnummer']);
    expect(parsed({ clientnummer }).lines.length).toBe(0);
  });

  it('is known by a BSN beside a clientnummer that is none, and the line is in error', () => {
    const claims = parsed({ clientnummer: '#N/B', bsn });
    expect(faultsOf(claims)).toEqual(['2 invalid-value clientnummer']);
    expect(claims.lines.isFaulty(0)).toBe(true);
  });
});

describe('codes of a fixed length', () => {
  it.each([
    ['agb', '01234567', []],
    ['agb', '', []],
    ['agb', '1234567', ['invalid-agb agb']],
    ['agb', '00123456', ['invalid-agb agb']],
    ['agb', '01000000', ['invalid-agb agb']],
    ['agb', '012345678', ['invalid-agb agb']],
    ['uzovi', '0101', []],
    ['uzovi', '0000', ['invalid-uzovi uzovi']],
    ['uzovi', '101', ['invalid-uzovi uzovi']],
    ['uzovi', 'VGZ', ['invalid-uzovi uzovi']],
  ])('%s „%s” of a CSV', (heading, text, expected) => {
    expect(faults({ [heading]: text })).toEqual(expected);
  });

  it.each([
    ['agb', '1234567', '01234567'],
    ['uzovi', '101', '0101'],
  ])('%s %s of a number cell is %s: the cell ate its zeros', (heading, text, code) => {
    const more = { [heading]: text };
    const { findings, lines } = parsed(more, kindsOf({ [heading]: 'number' }, more));
    expect(findings).toEqual([]);
    expect(heading === 'agb' ? lines.provider(0) : lines.insurer(0)).toBe(code);
  });
});

describe('the law, in words of the export', () => {
  it.each([
    ['Zvw', 'zvw'],
    ['ZVW wijkverpleging', 'zvw'],
    ['Zorgverzekeringswet', 'zvw'],
    ['Wlz', 'wlz'],
    ['Wlz MPT', 'wlz'],
    ['wet langdurige zorg', 'wlz'],
    ['WMO', 'other'],
    ['Jeugdwet', 'other'],
    ['', null],
  ])('%s', (wet, law) => {
    const { findings, lines } = parsed({ wet });
    expect([lines.declaredLaw(0), findings]).toEqual([law, []]);
  });

  it.each(['AWBZ', 'constructor', '#N/A'])('is not %s', (wet) => {
    expect(faults({ wet })).toEqual(['invalid-value wet']);
  });
});

describe('amounts', () => {
  const amounts = (cells: Cells, facts: TableFacts = {}) => {
    const { lines } = parsed(cells, facts);
    return [lines.amount(0), lines.expectedAmount(0)];
  };

  it.each([
    ['12,50', 1250],
    ['€ 12,50', 1250],
    ['1.039,48', 103948],
    ['-12,50', 1250],
    ['0', 0],
    ['', null],
  ])('%s are %s cents', (bedrag, cents) => {
    expect(amounts({ bedrag })).toEqual([cents, null]);
  });

  it('are expected to be the rate times the quantity in its unit', () => {
    expect(amounts({ aantal: '78', eenheid: '07', tarief: '4,05', bedrag: '315,90' })).toEqual([31590, 31590]);
    expect(amounts({ aantal: '6,5', eenheid: 'uur', tarief: '48,60', bedrag: '1,00' })).toEqual([100, 31590]);
  });

  it('by a rate per hour beside a column of minutes are what they should be', () => {
    const table = 'clientnummer;prestatiecode;begindatum;minuten;tarief;bedrag\nC1;1062;02-03-2026;90;48,60;72,90';
    const { lines } = parsedClaims(table);
    expect([lines.amount(0), lines.expectedAmount(0)]).toEqual([7290, 7290]);
  });

  it.each(['12,505', '99999999999', 'gratis', '#VALUE!'])('%s are no euros', (bedrag) => {
    expect(faults({ bedrag })).toEqual(['invalid-number bedrag']);
  });

  it('of a number cell have a point', () => {
    const more = { bedrag: '12.5' };
    expect(amounts(more, kindsOf({ bedrag: 'number' }, more))).toEqual([1250, null]);
  });
});

describe('a reference number', () => {
  it('that is the error of a formula is none', () => {
    const claims = parsed({ referentienummer: '#VERW!', creditvoor: '#N/B' });
    expect(faultsOf(claims)).toEqual(['2 invalid-value referentienummer', '2 invalid-value creditvoor']);
    expect([claims.lines.reference(0), claims.lines.corrects(0)]).toEqual(['', '']);
  });

  it('stands with the findings of its row', () => {
    const [finding] = parsed({ referentienummer: 'R-1', uzovi: 'x' }).findings;
    expect(finding).toMatchObject({ places: [{ row: 2, reference: 'R-1', cell: null }], lines: [0] });
  });
});
