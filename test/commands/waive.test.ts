import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportOf } from '../end-to-end/run-tzt.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { AS_OF, oneMonth } from './one-month.ts';
import { type Workroom, workroom } from './workroom.ts';

const JSON_ONLY = ['--report', 'json=-', '--quiet'];

let place: Workroom;
beforeEach(() => {
  place = workroom();
});
afterEach(() => place.remove());

const validate = (...more: string[]) => place.tzt(['validate', 'maart', ...JSON_ONLY, ...more]);
const add = (fingerprint: string, ...more: string[]) =>
  place.tzt([
    'waive',
    'add',
    fingerprint,
    '--reason',
    'Zorgkantoor akkoord',
    '--owner',
    'A. Jansen',
    ...AS_OF,
    ...more,
  ]);

/** Judges a month with one error and gives its fingerprint. */
async function overTheCap(): Promise<string> {
  place.write(oneMonth(420));
  const outcome = await validate(...AS_OF);
  expect(outcome.exitCode).toBe(1);
  return reportOf(outcome).findings[0]!.fingerprint;
}

describe('an accepted error', () => {
  it('stays in the report, marked, and rejects its line, but no longer decides the exit code', async () => {
    expect((await add(await overTheCap(), '--until', '2026-06-30')).exitCode).toBe(0);
    const outcome = await validate(...AS_OF);
    const report = reportOf(outcome);
    expect(report.run).toMatchObject({ verdict: 'rejected', exitCode: 0 });
    expect(report.summary.lines).toMatchObject({ approved: 0, rejected: 1 });
    expect(report.findings.map(({ rule, waiver }) => [rule, waiver])).toEqual([
      ['monthly-cap-exceeded', { reason: 'Zorgkantoor akkoord', owner: 'A. Jansen', until: '2026-06-30' }],
    ]);
    expect(outcome.exitCode).toBe(0);
  });

  it('leaves an incomplete delivery incomplete: exit code 3', async () => {
    const fingerprint = await overTheCap();
    await add(fingerprint, '--until', '2026-06-30');
    place.write(oneMonth(420, 390));
    const paths = ['maart/declaraties.csv', 'maart/indicaties.csv'];
    const outcome = await place.tzt(['validate', ...paths, ...JSON_ONLY, ...AS_OF]);
    const report = reportOf(outcome);
    expect(report.findings.map((finding) => [finding.fingerprint, finding.waiver?.owner])).toEqual([
      [fingerprint, 'A. Jansen'],
    ]);
    expect(report.summary.lines).toMatchObject({ rejected: 1, undecided: 1 });
    expect(outcome.exitCode).toBe(3);
  });

  it('counts again on the day after the last, and the waiver is reported', async () => {
    await add(await overTheCap(), '--until', '2026-04-10');
    const last = await validate('--as-of', '2026-04-10');
    expect(last.exitCode).toBe(0);
    expect(reportOf(last).findings.map(({ rule }) => rule)).toEqual(['monthly-cap-exceeded', 'waiver-expiring']);
    const next = await validate('--as-of', '2026-04-11');
    expect(next.exitCode).toBe(1);
    expect(reportOf(next).findings.map(({ rule }) => rule)).toEqual(['monthly-cap-exceeded', 'waiver-expired']);
  });

  it('is reported as expiring from 14 days before the last, not 15', async () => {
    const fingerprint = await overTheCap();
    await add(fingerprint, '--until', '2026-04-17');
    expect(reportOf(await validate(...AS_OF)).findings).toHaveLength(1);
    await add(fingerprint, '--until', '2026-04-16');
    expect(reportOf(await validate(...AS_OF)).findings.map(({ rule }) => rule)).toContain('waiver-expiring');
  });

  it('that was repaired leaves a waiver that is reported as unused', async () => {
    await add(await overTheCap(), '--until', '2026-06-30');
    place.write(oneMonth(390));
    const outcome = await validate(...AS_OF);
    expect(reportOf(outcome).findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'waiver-unused info',
    ]);
    expect(outcome.exitCode).toBe(0);
  });

  it('is not accepted with --no-store, where the store is not looked at', async () => {
    await add(await overTheCap(), '--until', '2026-06-30');
    expect((await validate(...AS_OF, '--no-store')).exitCode).toBe(1);
  });
});

describe('a file of waivers', () => {
  it('counts beside the store', async () => {
    place.write(oneMonth(420, 450));
    const [first, second] = reportOf(await validate(...AS_OF)).findings;
    await add(first!.fingerprint, '--until', '2026-06-30');
    await add(second!.fingerprint, '--until', '2026-06-30', '--waivers', 'acceptaties.json');
    expect((await validate(...AS_OF)).exitCode).toBe(1);
    expect((await validate(...AS_OF, '--waivers', 'acceptaties.json')).exitCode).toBe(0);
    const { stdout } = await place.tzt(['waive', 'list', '--waivers', 'acceptaties.json', ...AS_OF]);
    expect(stdout).toContain(first!.fingerprint);
    expect(stdout).toContain(second!.fingerprint);
    const file = JSON.parse(await readFile(join(place.folder, 'acceptaties.json'), 'utf8'));
    expect(file.waivers).toEqual([
      {
        fingerprint: second!.fingerprint,
        reason: 'Zorgkantoor akkoord',
        owner: 'A. Jansen',
        from: '2026-04-02',
        until: '2026-06-30',
      },
    ]);
  });

  it('that is wrong stops the run: exit code 2, with the place of the fault', async () => {
    place.write(oneMonth(390));
    await writeFile(join(place.folder, 'fout.json'), '[{ "fingerprint": "x" }]');
    const { exitCode, stderr } = await validate(...AS_OF, '--waivers', 'fout.json');
    expect(stderr).toContain('0.reason');
    expect(exitCode).toBe(2);
  });
});

describe('tzt waive', () => {
  it('2: a reason, an owner and an end are needed', async () => {
    const { exitCode, stderr } = await place.tzt(['waive', 'add', 'bcdf', '--reason', 'x']);
    expect(stderr).toContain('--owner --until');
    expect(exitCode).toBe(2);
  });

  it('0: a year is allowed; 2: a year and a day is not', async () => {
    expect((await add('bcdf', '--until', '2027-04-02')).exitCode).toBe(0);
    const { exitCode, stderr } = await add('bcdf', '--until', '2027-04-03');
    expect(stderr).toContain('uiterlijk 2027-04-02');
    expect(exitCode).toBe(2);
  });

  it('2: a BSN in a reason is refused, and not repeated', async () => {
    const bsn = syntheticBsn(11);
    const { exitCode, stderr } = await place.tzt([
      'waive',
      'add',
      'bcdf',
      '--reason',
      `mw. ${bsn}`,
      '--owner',
      'A',
      '--until',
      '2026-06-30',
      ...AS_OF,
    ]);
    expect(stderr).toMatch(/--reason bevat een BSN/);
    expect(stderr).not.toContain(bsn);
    expect(exitCode).toBe(2);
  });

  it('says so when no remembered run has the finding', async () => {
    const fingerprint = await overTheCap();
    expect((await add('bcdf', '--until', '2026-06-30')).stderr).toContain('komt bcdf niet voor');
    expect((await add(fingerprint, '--until', '2026-06-30')).stderr).toBe('');
  });

  it('check tells what is expired, expiring and unused, and is 1 when something has expired', async () => {
    await add(await overTheCap(), '--until', '2026-04-10');
    await add('bcdf', '--until', '2026-06-30');
    const before = await place.tzt(['waive', 'check', '--as-of', '2026-04-10']);
    expect(before.stdout).toContain('0 verlopen, 1 verloopt binnen 14 dagen, 1 ongebruikt');
    expect(before.exitCode).toBe(0);
    const after = await place.tzt(['waive', 'check', '--as-of', '2026-04-11', '--lang', 'en']);
    expect(after.stdout).toContain('1 expired, 0 expire within 14 days, 1 unused');
    expect(after.exitCode).toBe(1);
  });

  it('remove takes it back; 2: what is not there cannot be', async () => {
    const fingerprint = await overTheCap();
    await add(fingerprint, '--until', '2026-06-30');
    expect((await place.tzt(['waive', 'remove', fingerprint])).exitCode).toBe(0);
    expect((await validate(...AS_OF)).exitCode).toBe(1);
    expect((await place.tzt(['waive', 'remove', fingerprint])).exitCode).toBe(2);
  });

  it('list and check say so when nothing is accepted, without making a store', async () => {
    expect((await place.tzt(['waive', 'list'])).stdout).toContain('geen geaccepteerde bevindingen');
    expect((await place.tzt(['waive', 'check'])).exitCode).toBe(0);
    expect((await place.tzt(['runs'])).stderr).toContain('nog geen opslag');
  });

  it('4: a store that is damaged is named', async () => {
    place.write(new Map([['reports/tzt.sqlite', Buffer.alloc(8192, 7)]]));
    const { exitCode, stderr } = await place.tzt(['waive', 'list']);
    expect(stderr).toContain('tzt.sqlite');
    expect(exitCode).toBe(4);
  });
});
