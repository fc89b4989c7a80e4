import { describe, expect, it } from 'vitest';
import { isAgb } from '../../src/domain/agb.ts';
import { cellAddress } from '../../src/domain/place.ts';
import { isUzovi } from '../../src/domain/uzovi.ts';

describe('an AGB code', () => {
  it.each([
    ['41999001', true],
    ['01000001', true],
    ['00999001', false],
    ['41000000', false],
    ['4199900', false],
    ['419990011', false],
    ['41 99901', false],
  ])('%s: %s', (text, expected) => {
    expect(isAgb(text)).toBe(expected);
  });
});

describe('a UZOVI number', () => {
  it.each([
    ['9998', true],
    ['0101', true],
    ['0000', false],
    ['998', false],
    ['99980', false],
  ])('%s: %s', (text, expected) => {
    expect(isUzovi(text)).toBe(expected);
  });
});

describe('the address of a cell', () => {
  it.each([
    [0, 1, 'A1'],
    [25, 2, 'Z2'],
    [26, 2, 'AA2'],
    [701, 9, 'ZZ9'],
    [702, 9, 'AAA9'],
    [16_383, 1_048_576, 'XFD1048576'],
  ])('of column %i in row %i is %s', (column, row, address) => {
    expect(cellAddress(column, row)).toBe(address);
  });
});
