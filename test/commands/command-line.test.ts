import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { type Workroom, workroom } from './workroom.ts';

let place: Workroom;
beforeAll(() => {
  place = workroom();
});
afterAll(() => place.remove());

describe('what a user types', () => {
  it('is quoted in a message, but never a BSN', async () => {
    const bsn = syntheticBsn(7);
    const { stderr, exitCode } = await place.tzt(['explain', bsn]);
    expect(stderr).toBe('Regel "•••••••••" bestaat niet. Alle regels: tzt rules\n');
    expect(exitCode).toBe(2);
  });

  it('is quoted whole when it is the id of a run, whatever its digits', async () => {
    const { stderr } = await place.tzt(['diff', '20260402-111222-333000', '20260402-111222-333000']);
    expect(stderr).toContain('20260402-111222-333000');
  });
});
