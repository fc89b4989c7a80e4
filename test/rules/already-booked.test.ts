import { describe, expect, it } from 'vitest';
import { alreadyBooked } from '../../src/rules/already-booked.ts';
import { line } from '../builders/claim-line.ts';
import { lineFactsFound, linesFound } from '../builders/violations.ts';

describe('already-booked', () => {
  it('finds a line whose reference number was booked with another run, and names that run', () => {
    const sent = line({ minutes: 45, bookedBy: 'run-1' });
    expect(lineFactsFound(alreadyBooked, [sent, line()])).toEqual([{ run: 'run-1', minutes: 45 }]);
  });

  it('leaves lines that were never booked', () => {
    expect(linesFound(alreadyBooked, [line()])).toEqual([]);
  });
});
