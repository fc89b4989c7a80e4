import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../src/reporters/report-schema.ts';
import { type Workroom, workroom } from './workroom.ts';

const HEADER =
  'Clientnummer;Prestatiecode;Begindatum;Einddatum;Aantal;Eenheid;Referentienummer;Credit voor;Debet_credit';
const AS_OF = ['--as-of', '2026-06-30'];

let place: Workroom;
beforeEach(() => {
  place = workroom();
  place.write(
    new Map([
      [
        'registers/leveringsvormen.csv',
        'Clientnummer;Leveringsvorm;Begindatum;Einddatum\r\nC1;MPT;01-01-2020;\r\nC2;MPT;01-01-2020;\r\n',
      ],
      [
        'registers/indicaties.csv',
        'Clientnummer;Indicatie;Begindatum;Einddatum\r\nC1;wlz;01-01-2020;\r\nC2;wlz;01-01-2020;\r\n',
      ],
    ]),
  );
});
afterEach(() => place.remove());

/** A line of H138 in minutes; of client C1 unless said. */
function row(
  month: string,
  minutes: number,
  reference: string,
  more: { credit?: string; client?: string } = {},
): string {
  const [year, number] = month.split('-');
  const { credit, client = 'C1' } = more;
  return `${client};H138;01-${number}-${year};28-${number}-${year};${minutes};minuut;${reference};${credit ?? ''};${credit === undefined ? 'D' : 'C'}`;
}

/** Validates a file of such rows beside the registers. */
async function validate(
  file: string,
  rows: readonly string[],
  ...options: string[]
): Promise<{ run: string; report: ReportDocument; exitCode: number | null; stderr: string }> {
  place.write(new Map([[file, [HEADER, ...rows, ''].join('\r\n')]]));
  const args = ['validate', file, 'registers', ...AS_OF, '--report', 'json=-', '--quiet', ...options];
  const { stdout, stderr, exitCode } = await place.tzt(args);
  const report = JSON.parse(stdout) as ReportDocument;
  return { run: report.run.id, report, exitCode, stderr };
}

const rules = (report: ReportDocument) => report.findings.map(({ rule }) => rule);

describe('a month as a biller lives it', () => {
  it('validate, repair, validate, book; next month a late line, and the ledger explains it', async () => {
    const first = await validate('januari.csv', [row('2026-01', 395, 'R-1')]);
    expect(rules(first.report)).toEqual(['monthly-cap-exceeded']);

    const repaired = await validate('januari.csv', [row('2026-01', 300, 'R-1')]);
    expect(repaired.report.run.verdict).toBe('approved');
    const booked = await place.tzt(['book', repaired.run]);
    expect(booked.stdout).toContain('5:00 uur (januari 2026)');
    expect(booked.exitCode).toBe(0);

    const february = [row('2026-02', 60, 'R-2'), row('2026-02', 60, 'R-3'), row('2026-01', 120, 'R-4')];
    const late = await validate('februari.csv', february);
    const [cap] = late.report.findings.filter(({ rule }) => rule === 'monthly-cap-exceeded');
    expect(cap?.data).toMatchObject({
      netMinutes: 420,
      excessMinutes: 30,
      bookedMinutes: 300,
      bookedRuns: [{ run: repaired.run, minutes: 300 }],
      lines: [{ minutes: 120, rejectedMinutes: 30, allowedMinutes: 90 }],
    });
    expect(cap?.message).toContain(repaired.run);
    expect(late.report.summary.minutes.booked).toBe(300);

    const { stdout } = await place.tzt(['ledger', 'C1', '2026-01']);
    expect(stdout).toContain(`geboekt met run ${repaired.run}`);
    expect(stdout).toContain('geboekt 5:00 uur van 6:30 uur, nog vrij 1:30 uur');
    expect(stdout).toMatch(/2:00 uur\s+R-4\s+afgekeurd \(past: 1:30 uur\)/);
  });

  it('--book books an approved run at once, and only such a run', async () => {
    const good = await validate('goed.csv', [row('2026-01', 390, 'R-1')], '--book');
    expect(good.stderr).toBe('');
    const bad = await validate('fout.csv', [row('2026-02', 395, 'R-2')], '--book');
    expect(bad.stderr).toContain('niet geboekt');
    const { stdout } = await place.tzt(['runs', 'list']);
    expect(stdout).toMatch(new RegExp(`${good.run}.*geboekt op \\d`));
    expect(stdout).not.toMatch(new RegExp(`${bad.run}.*geboekt op \\d`));
  });
});

describe('a test message', () => {
  it('is judged, but never booked', async () => {
    const message = fileURLToPath(new URL('../material/aw319/example.asc', import.meta.url));
    const { stdout } = await place.tzt(['validate', message, 'registers', ...AS_OF, '--report', 'json=-', '--quiet']);
    const { run } = JSON.parse(stdout) as ReportDocument;
    const refused = await place.tzt(['book', run.id]);
    expect(refused.stderr).toContain('testbericht');
    expect(refused.exitCode).toBe(2);
  });
});

describe('what was sent never counts twice', () => {
  it('the same file validated again leaves out its own booking, and says so', async () => {
    const rows = [row('2026-01', 390, 'R-1')];
    await validate('januari.csv', rows, '--book');
    const again = await validate('januari.csv', rows);
    expect(again.report.run.verdict).toBe('approved');
    expect(again.report.summary.minutes.booked).toBe(0);
    const shown = await place.tzt(['validate', 'januari.csv', 'registers', ...AS_OF]);
    expect(shown.stdout).toContain('al geboekt');
  });

  it('lines exported again in another file are already booked', async () => {
    await validate('januari.csv', [row('2026-01', 390, 'R-1')], '--book');
    const { report } = await validate('nogmaals.csv', [row('2026-01', 390, 'R-1'), row('2026-02', 60, 'R-2')]);
    expect(rules(report)).toContain('already-booked');
    expect(
      report.clientMonths.flatMap(({ lines }) => lines).map(({ reference, verdict }) => `${reference} ${verdict}`),
    ).toContain('R-1 rejected');
  });

  it('a repaired delivery is booked in place of the old one; both stay visible', async () => {
    const old = await validate('januari.csv', [row('2026-01', 300, 'R-1'), row('2026-01', 60, 'R-2')], '--book');
    const repaired = await validate(
      'januari.csv',
      [row('2026-01', 330, 'R-1'), row('2026-01', 60, 'R-2')],
      '--replaces',
      old.run,
    );
    expect(repaired.report.run.verdict).toBe('approved');
    const { stdout, exitCode } = await place.tzt(['book', repaired.run, '--replaces', old.run]);
    expect(stdout).toContain(`in plaats van run ${old.run}`);
    expect(exitCode).toBe(0);
    const list = (await place.tzt(['runs', 'list'])).stdout;
    expect(list).toMatch(new RegExp(`${old.run}.*vervangen door ${repaired.run}`));
    expect((await place.tzt(['ledger', 'C1'])).stdout).toContain('geboekt 6:30 uur van 6:30 uur');
  });

  it('a booking that was taken back counts no longer', async () => {
    const sent = await validate('januari.csv', [row('2026-01', 300, 'R-1')], '--book');
    expect((await place.tzt(['unbook', sent.run])).exitCode).toBe(0);
    const { report } = await validate('andere.csv', [row('2026-01', 390, 'R-9')]);
    expect(report.run.verdict).toBe('approved');
    expect((await place.tzt(['unbook', sent.run])).exitCode).toBe(2);
  });

  it('a run judged before another was booked must be judged again first', async () => {
    const one = await validate('een.csv', [row('2026-01', 300, 'R-1')]);
    const other = await validate('ander.csv', [row('2026-01', 300, 'R-2')]);
    expect((await place.tzt(['book', one.run])).exitCode).toBe(0);
    const stale = await place.tzt(['book', other.run]);
    expect(stale.stdout).toContain('Controleer het bestand opnieuw');
    expect(stale.exitCode).toBe(2);
  });
});

describe('credits of what was booked', () => {
  it('find their debit by reference, across years, and make room', async () => {
    await validate('oud.csv', [row('2025-12', 390, 'R-1')], '--book');
    const { report } = await validate('nieuw.csv', [
      row('2025-12', 390, 'R-2', { credit: 'R-1' }),
      row('2025-12', 380, 'R-3'),
    ]);
    expect(rules(report).filter((rule) => rule !== 'late-line')).toEqual([]);
    expect(report.run.verdict).toBe('approved');
  });

  it('of the same debit a second time are twice credited, whichever run the first was in', async () => {
    await validate('debet.csv', [row('2026-01', 390, 'R-1')], '--book');
    await validate('credit.csv', [row('2026-01', 390, 'R-2', { credit: 'R-1' })], '--book');
    const { report } = await validate('weer.csv', [row('2026-01', 390, 'R-3', { credit: 'R-1' })]);
    expect(rules(report)).toContain('debit-credited-twice');
  });

  it('of more than the debit had are too much', async () => {
    await validate('debet.csv', [row('2026-01', 300, 'R-1')], '--book');
    const { report } = await validate('credit.csv', [row('2026-01', 301, 'R-2', { credit: 'R-1' })]);
    expect(rules(report)).toContain('credit-exceeds-debit');
  });

  it('without a known debit are an error once the store holds that month, a warning before', async () => {
    const credit = [row('2026-01', 60, 'R-1'), row('2026-01', 60, 'R-2', { credit: 'R-0' })];
    const severity = (report: ReportDocument) =>
      report.findings.find(({ rule }) => rule === 'credit-without-debit')?.severity;
    expect(severity((await validate('eerst.csv', credit)).report)).toBe('warning');
    await validate('ander.csv', [row('2026-01', 60, 'R-9', { client: 'C2' })], '--book');
    expect(severity((await validate('daarna.csv', [...credit, row('2026-02', 5, 'R-3')])).report)).toBe('error');
  });
});

describe('the store in trouble', () => {
  it('is never an approval: what was booked could not be looked at', async () => {
    place.write(
      new Map([['reports/tzt.sqlite', 'geen database, maar lang genoeg om er een te kunnen zijn'.repeat(100)]]),
    );
    const { report, exitCode } = await validate('januari.csv', [row('2026-01', 390, 'R-1')]);
    expect(report.run.verdict).toBe('incomplete');
    expect(report.notChecked).toContainEqual(expect.objectContaining({ rule: 'already-booked', reason: 'no-store' }));
    expect(exitCode).toBe(4);
  });
});

describe('reports of a remembered run', () => {
  it('are written again, byte for byte where the form allows', async () => {
    place.write(new Map([['mei.csv', [HEADER, row('2026-05', 395, 'R-1'), ''].join('\r\n')]]));
    const all = 'json,csv,markdown,html,annotated,split';
    const { stdout } = await place.tzt([
      'validate',
      'mei.csv',
      'registers',
      ...AS_OF,
      '--out',
      'eerst',
      '--report',
      all,
    ]);
    const run = /run (\d{8}-\d{6}-\w+)/.exec(stdout)?.[1] ?? '';
    const again = await place.tzt(['report', run, 'mei.csv', 'registers', '--out', 'weer', '--report', all]);
    expect(again.stderr).toBe('');
    const names = (await readdir(join(place.folder, 'eerst'))).sort();
    expect(names).toHaveLength(7);
    expect((await readdir(join(place.folder, 'weer'))).sort()).toEqual(names);
    for (const name of names) {
      expect(await readFile(join(place.folder, 'weer', name), 'utf8'), name).toBe(
        await readFile(join(place.folder, 'eerst', name), 'utf8'),
      );
    }
  });

  it('copies need the files themselves, and those of the run', async () => {
    const { run } = await validate('mei.csv', [row('2026-05', 395, 'R-1')]);
    expect((await place.tzt(['report', run, '--report', 'annotated'])).exitCode).toBe(2);
    place.write(new Map([['mei.csv', [HEADER, row('2026-05', 390, 'R-1'), ''].join('\r\n')]]));
    const other = await place.tzt(['report', run, 'mei.csv', 'registers', '--report', 'annotated']);
    expect(other.stderr).toContain('niet de bestanden van run');
    expect(other.exitCode).toBe(2);
  });
});
