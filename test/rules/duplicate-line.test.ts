import { describe, expect, it } from 'vitest';
import { duplicateLine } from '../../src/rules/duplicate-line.ts';
import { credit, line } from '../builders/claim-line.ts';
import { lineFactsFound, linesFound } from '../builders/violations.ts';

describe('duplicate-line', () => {
  it('finds two lines that are the same but for their reference', () => {
    const twins = [line({ reference: 'R-1', minutes: 45 }), line({ reference: 'R-2', minutes: 45 })];
    expect(lineFactsFound(duplicateLine, twins)).toEqual([
      { copies: 2, minutes: 45 },
      { copies: 2, minutes: 45 },
    ]);
  });

  it.each([
    ['code', { code: 'H138' }],
    ['minutes', { minutes: 61 }],
    ['first day', { days: '2026-03-01/2026-03-02' }],
    ['last day', { days: '2026-03-02/2026-03-03' }],
  ])('leaves two lines of another %s', (_, other) => {
    expect(linesFound(duplicateLine, [line(), line(other)])).toEqual([]);
  });

  it('finds two lines without any reference number', () => {
    expect(linesFound(duplicateLine, [line({ reference: '' }), line({ reference: '' })])).toHaveLength(2);
  });

  it('leaves the same reference number on both to its own rule', () => {
    expect(linesFound(duplicateLine, [line({ reference: 'R-1' }), line({ reference: 'R-1' })])).toEqual([]);
  });

  it('leaves a debit and the equal credit', () => {
    expect(linesFound(duplicateLine, [line(), credit()])).toEqual([]);
  });

  it('leaves two equal credits', () => {
    expect(linesFound(duplicateLine, [credit(), credit()])).toEqual([]);
  });
});
