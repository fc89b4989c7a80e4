import { describe, expect, it } from 'vitest';
import { isNoCode, lookAlikeOf, normaliseCode } from '../../src/parse/codes.ts';
import { SHIPPED } from '../builders/policies.ts';

const lookAlike = (text: string) => lookAlikeOf(normaliseCode(text), SHIPPED.codes);

describe('a prestatiecode', () => {
  it.each([
    ['1062', '1062'],
    [' 1062 ', '1062'],
    ['1062\u00a0', '1062'],
    ['1062.0', '1062'],
    ['1062.00', '1062'],
    ['1062,00', '1062'],
    ['h138', 'H138'],
    ['H138', 'H138'],
    ['1062.5', '1062.5'],
    ['H138.0', 'H138.0'],
  ])('written as %s is %s', (text, code) => {
    expect(normaliseCode(text)).toBe(code);
  });
});

describe('a look-alike of a technology code', () => {
  it.each([
    ['a Cyrillic letter', '\u041d138', 'H138'],
    ['a Greek letter', '\u0397138', 'H138'],
    ['the letter O', '1O62', '1062'],
    ['the letter O in the hundreds', 'H3O6', 'H306'],
    ['the letter l', 'Hl38', 'H138'],
    ['a space', 'H 138', 'H138'],
    ['a dash', 'H-138', 'H138'],
    ['a thousands sign', '1.062', '1062'],
    ['a zero-width space', '1062\u200b', '1062'],
    ['full-width digits', '１０６２', '1062'],
    ['quotes', "'1062", '1062'],
    ['the formula of an export', '="1062"', '1062'],
    ['leading zeros', '01062', '1062'],
    ['a zero inside', 'H0138', 'H138'],
    ['its name behind it', '1062 Thuiszorgtechnologie', '1062'],
    ['its name before it, at length', 'Thuiszorgtechnologie en beeldzorg op afstand (H138)', 'H138'],
    ['a minus', '-1062', '1062'],
    ['an accent', 'H\u0301138', 'H138'],
    ['a dash of another kind', 'H\u2010138', 'H138'],
    ['the dash of a word processor', 'H\u2013138', 'H138'],
    ['a point in the middle', 'H\u00b7138', 'H138'],
    ['thousands and decimals', '1.062,00', '1062'],
    ['thousands and decimals in English', '1,062.00', '1062'],
    ['an exponent', '1.062E+03', '1062'],
    ['an exponent in Dutch', '1,062E3', '1062'],
    ['an exponent of nothing', '1062E0', '1062'],
    ['a letter behind it', 'H138A', 'H138'],
    ['the law run together with it', 'H138wlz', 'H138'],
    ['its name run together with it', '1062thuiszorgtechnologie', '1062'],
    ['a word run together with it', 'prestatie1062', '1062'],
    ['a footnote', '1062\u00b9', '1062'],
    ['a letter of the Lisu', '\ua4e7138', 'H138'],
  ])('has %s', (_, text, code) => {
    expect(lookAlike(text)).toBe(code);
  });

  it.each([
    '1062',
    'H138',
    'h306',
    '1063',
    '10620',
    '11062',
    'H13',
    'H1380',
    'V138',
    '1000',
    '2026',
    '',
    'WMO',
    'C1062',
    '1062000',
    '1062E1',
    '1E3',
    'H1380A',
    'A10620',
  ])('is not %s', (text) => {
    expect(lookAlike(text)).toBeNull();
  });
});

describe('a code cell', () => {
  it.each([
    ...['-', '--', '?', '…', '.', 'NULL', '(NULL)', 'NAN', 'NONE', 'ONBEKEND', 'N.V.T.', 'NVT', '02-03-2026'],
    ...['N/A', 'n/a', 'N.A.', 'NA', 'NIL', 'GEEN', 'LEEG', '(leeg)', '[LEEG]', '<leeg>', 'EMPTY', 'BLANK', '(blank)'],
    ...['UNKNOWN', 'NIHIL', 'N.B.', 'NB', 'NTB', 'n.t.b.', 'TBD', '\\N'],
  ])('with „%s” has no code', (code) => {
    expect(isNoCode(code)).toBe(true);
  });

  it.each([
    '#N/A',
    '#N/B',
    '#REF!',
    '#VERW!',
    '#VALUE!',
    '#WAARDE!',
    '#DIV/0!',
    '#DEEL/0!',
    '#NAAM?',
    '#GETAL!',
    '######',
  ])('with the formula error %s has no code', (code) => {
    expect(isNoCode(code)).toBe(true);
  });

  it.each(['1000', 'A', '#A', 'NULLIJN', '20260302', 'TOTAAL', 'NVT1', 'NA1', 'NBA', 'GEENZORG', '<A>'])(
    'with %s has a code',
    (code) => {
      expect(isNoCode(code)).toBe(false);
    },
  );
});
