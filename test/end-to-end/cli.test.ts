import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportOf, workplace } from './run-tzt.ts';

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));
const GOOD_MONTH = join(SAMPLES, 'goede-maand');
const AS_OF = ['--as-of', '2026-04-02'];

const HEADER = 'Clientnummer;Prestatiecode;Begindatum;Einddatum;Aantal;Eenheid;Referentienummer';
const MPT = 'Clientnummer;Leveringsvorm;Begindatum;Einddatum\r\nC1001;MPT;01-01-2025;\r\n';
const INDICATIONS = 'Clientnummer;Indicatie;Begindatum;Einddatum\r\nC1001;wlz;01-01-2025;\r\n';

let place: Awaited<ReturnType<typeof workplace>>;
beforeEach(async () => {
  place = await workplace();
});
afterEach(() => place.remove());

/** Writes one claim line of some minutes under the Wlz, with both registers. */
async function month(minutes: string, unit = 'minuut'): Promise<string[]> {
  return place.write(
    new Map([
      ['declaraties.csv', `${HEADER}\r\nC1001;H138;01-03-2026;31-03-2026;${minutes};${unit};R-1\r\n`],
      ['leveringsvormen.csv', MPT],
      ['indicaties.csv', INDICATIONS],
    ]),
  );
}

describe('exit codes', () => {
  it('0: 390 minutes in a month are approved', async () => {
    const { exitCode, stdout } = await place.tzt(['validate', ...(await month('390')), ...AS_OF]);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^GOEDGEKEURD/);
    expect(exitCode).toBe(0);
  });

  it('1: 391 minutes are not', async () => {
    const { exitCode, stdout } = await place.tzt(['validate', ...(await month('391')), ...AS_OF]);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^AFGEKEURD/);
    expect(exitCode).toBe(1);
  });

  it('3: without registers nothing is approved, and the report says why', async () => {
    const [claims = ''] = await month('390');
    const { exitCode, stdout } = await place.tzt(['validate', claims, ...AS_OF, '--report', 'json=-', '--quiet']);
    const report = reportOf({ exitCode, stdout, stderr: '' });
    expect(report.run.verdict).toBe('incomplete');
    expect(report.summary.lines).toMatchObject({ approved: 0, undecided: 1 });
    expect(report.notChecked.map(({ rule, reason, lines }) => `${rule} ${reason} ${lines}`)).toEqual([
      'after-death no-clients 0',
      'vpt-client no-delivery-forms 1',
      'wlz-dtv-or-vkb no-delivery-forms 1',
      'wlz-without-mpt no-delivery-forms 1',
      'zvw-under-wlz no-indications 0',
      'zvw-without-indication no-indications 0',
    ]);
    expect(exitCode).toBe(3);
  });

  it('1 wins over 3 when both apply', async () => {
    const [claims = ''] = await month('391');
    expect((await place.tzt(['validate', claims, ...AS_OF])).exitCode).toBe(1);
  });

  it('1: a warning counts with --fail-on warning, and not without', async () => {
    const paths = await month('121');
    expect((await place.tzt(['validate', ...paths, ...AS_OF])).exitCode).toBe(0);
    expect((await place.tzt(['validate', ...paths, ...AS_OF, '--fail-on', 'warning'])).exitCode).toBe(1);
  });

  it.each([
    ['no command', [], /Usage|tzt/],
    ['an unknown option', ['validate', GOOD_MONTH, '--rapport', 'json'], /--rapport/],
    ['an unknown report', ['validate', GOOD_MONTH, '--report', 'jsn'], /Bedoelt u "json"/],
    ['a path that is not there', ['validate', 'bestaat-niet.csv'], /bestaat-niet\.csv/],
    ['a day that is none', ['validate', GOOD_MONTH, '--as-of', '31-04-2026'], /--as-of 31-04-2026/],
    ['a month that is none', ['validate', GOOD_MONTH, '--month', '2026-13'], /--month 2026-13/],
    ['an encoding nobody knows', ['validate', GOOD_MONTH, '--encoding', 'utf-9'], /utf-9/],
    ['a role nobody knows', ['validate', GOOD_MONTH, '--role', 'declaraties.csv=claim'], /Bedoelt u "claims"/],
    ['a configuration that is not there', ['validate', GOOD_MONTH, '--config', 'weg.json'], /weg\.json/],
  ])('2: %s', async (_what, args, message) => {
    const { exitCode, stderr } = await place.tzt(args);
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(2);
  });

  it('2: an unknown setting is named with the nearest known one', async () => {
    await place.write(new Map([['tzt.config.json', '{ "languge": "nl" }']]));
    const { exitCode, stderr } = await place.tzt(['validate', GOOD_MONTH]);
    expect(stderr).toContain('languge: onbekende instelling. Bedoelt u "language"?');
    expect(exitCode).toBe(2);
  });

  it('2: a core rule is lowered only with a reason', async () => {
    await place.write(new Map([['tzt.config.json', '{ "rules": { "vpt-client": "warning" } }']]));
    const { exitCode, stderr } = await place.tzt(['validate', GOOD_MONTH]);
    expect(stderr).toContain('vpt-client');
    expect(exitCode).toBe(2);
  });
});

describe('where reports go', () => {
  it('writes the default reports in a folder named after the first month and the run', async () => {
    await place.tzt(['validate', ...(await month('390')), ...AS_OF]);
    const [folder = ''] = (await readdir(join(place.folder, 'reports'))).filter((name) => name.startsWith('2026-03-'));
    expect((await readdir(join(place.folder, 'reports', folder))).sort()).toEqual(
      expect.arrayContaining(['bevindingen.xlsx', 'report.json']),
    );
  });

  it('keeps standard output for a report that is sent there', async () => {
    const { stdout, stderr } = await place.tzt([
      'validate',
      ...(await month('390')),
      ...AS_OF,
      '--no-store',
      '--report',
      'json=-',
    ]);
    expect(reportOf({ stdout, stderr, exitCode: 0 }).run.verdict).toBe('approved');
    expect(stderr).toContain('GOEDGEKEURD');
  });

  it('writes one report to a path of its own', async () => {
    await place.tzt([
      'validate',
      ...(await month('390')),
      ...AS_OF,
      '--no-store',
      '--report',
      'markdown=ci/samenvatting.md',
    ]);
    expect(await readFile(join(place.folder, 'ci', 'samenvatting.md'), 'utf8')).toContain('2026');
  });

  it('never leaves reports of two runs mixed: those of the earlier run go, and that is said; other files stay', async () => {
    const paths = await month('390');
    await place.tzt(['validate', ...paths, ...AS_OF, '--out', 'uit', '--report', 'json,xlsx']);
    await writeFile(join(place.folder, 'uit', 'van-mij.txt'), 'blijft');
    const { stderr } = await place.tzt(['validate', ...paths, ...AS_OF, '--out', 'uit', '--report', 'json']);
    expect(stderr).toContain('vervangen');
    expect((await readdir(join(place.folder, 'uit'))).sort()).toEqual(['report.json', 'van-mij.txt']);
  });

  it('readable by its owner alone', async () => {
    await place.tzt(['validate', ...(await month('390')), ...AS_OF, '--out', 'uit', '--report', 'json']);
    expect((await stat(join(place.folder, 'uit', 'report.json'))).mode & 0o077).toBe(0);
  });

  it('says in exit code 2 when the folder cannot be made, and leaves nothing half written', async () => {
    await place.write(new Map([['uit', 'een bestand, geen map']]));
    const { exitCode, stderr } = await place.tzt([
      'validate',
      ...(await month('390')),
      ...AS_OF,
      '--no-store',
      '--out',
      'uit',
    ]);
    expect(stderr).toContain('uit');
    expect(exitCode).toBe(2);
  });
});

describe('ways in', () => {
  it('reads CSV from standard input', async () => {
    const stdin = `${HEADER}\nC1001;H138;01-03-2026;31-03-2026;395;minuut;R-1\n`;
    const { stdout } = await place.tzt(['validate', '-', ...AS_OF, '--no-store', '--report', 'json=-', '--quiet'], {
      stdin,
    });
    const report = reportOf({ stdout, stderr: '', exitCode: 1 });
    expect(report.inputs.map(({ name, rows }) => `${name} ${rows}`)).toEqual(['standaardinvoer 1']);
    expect(report.findings.map(({ rule }) => rule)).toEqual(['monthly-cap-exceeded']);
  });

  it('reads a folder one level deep and names what it leaves', async () => {
    await place.write(
      new Map([
        ['maart/declaraties.csv', `${HEADER}\nC1001;1000;01-03-2026;31-03-2026;1;uur;R-1\n`],
        ['maart/leesmij.pdf', '%PDF-1.4'],
        ['maart/oud/declaraties.csv', `${HEADER}\n`],
      ]),
    );
    const { stdout, exitCode } = await place.tzt(['validate', 'maart', ...AS_OF, '--no-store']);
    expect(stdout).toContain('leesmij.pdf');
    expect(stdout).toContain('oud');
    expect(exitCode).toBe(0);
  });

  it('judges only the months asked for, and counts the others', async () => {
    const rows = ['C1001;H138;01-02-2026;28-02-2026;400;minuut;R-1', 'C1001;H138;01-03-2026;31-03-2026;390;minuut;R-2'];
    const paths = await month('390');
    await place.write(new Map([['declaraties.csv', `${HEADER}\r\n${rows.join('\r\n')}\r\n`]]));
    const { stdout, exitCode } = await place.tzt([
      'validate',
      ...paths,
      ...AS_OF,
      '--month',
      '2026-03',
      '--no-store',
      '--report',
      'json=-',
      '--quiet',
    ]);
    const report = reportOf({ stdout, stderr: '', exitCode });
    expect(report.summary.lines).toMatchObject({ total: 2, technology: 1, approved: 1, ignored: 1 });
    expect(report.notChecked.find(({ reason }) => reason === 'other-month')?.lines).toBe(1);
    expect(exitCode).toBe(0);
  });

  it('a month without a line of it is not approved: nothing was judged', async () => {
    const { stdout, exitCode } = await place.tzt(['validate', GOOD_MONTH, '--month', '2031-01', '--no-store']);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      'ONVOLLEDIG: niet alles is beoordeeld, want de declaratieregels vallen buiten de gekozen maand.',
    );
    expect(exitCode).toBe(3);
  });

  it('an insurer that agreed to less is held to it', async () => {
    const paths = await month('240');
    await place.write(
      new Map([
        ['declaraties.csv', `${HEADER};Uzovi\r\nC1001;H138;01-03-2026;31-03-2026;240;minuut;R-1;9998\r\n`],
        ['tzt.config.json', '{ "payerCaps": [{ "uzovi": "9998", "minutes": 235, "from": "2026-01-01" }] }'],
      ]),
    );
    const { stdout } = await place.tzt(['validate', ...paths, ...AS_OF, '--no-store', '--report', 'json=-', '--quiet']);
    const report = reportOf({ stdout, stderr: '', exitCode: 1 });
    expect(report.findings.map(({ rule, data }) => `${rule} ${data.excessMinutes}`)).toEqual(['payer-cap-exceeded 5']);
  });
});

describe('the store', () => {
  it('remembers a run, and tells of it', async () => {
    const { stdout } = await place.tzt(['validate', ...(await month('391')), ...AS_OF]);
    const id = /run (\S+)/.exec(stdout)?.[1] ?? '';
    expect((await place.tzt(['runs', 'list'])).stdout).toContain(id);
    const shown = await place.tzt(['runs', 'show', id]);
    expect(shown.stdout.trimEnd().split('\n').at(-1)).toMatch(/^AFGEKEURD/);
    expect(shown.exitCode).toBe(0);
  });

  it('says so when there is no store yet, or no such run', async () => {
    expect((await place.tzt(['runs'])).exitCode).toBe(2);
    await place.tzt(['validate', ...(await month('390')), ...AS_OF]);
    expect((await place.tzt(['runs', 'show', '1999'])).exitCode).toBe(2);
  });

  it('writes nothing with --no-store', async () => {
    await place.tzt(['validate', ...(await month('390')), ...AS_OF, '--no-store', '--out', 'uit']);
    expect((await readdir(join(place.folder, 'reports'))).filter((name) => name.includes('sqlite'))).toEqual([]);
  });

  it.each([
    ['of a newer version', async (file: string) => withStore(file, (db) => db.pragma('user_version = 999'))],
    ['that is damaged', async (file: string) => writeFile(file, Buffer.alloc(8192, 7))],
    ['whose key was lost', async (file: string) => writeFile(join(file, '..', 'tzt.key'), `${'ab'.repeat(32)}\n`)],
  ])('a store %s costs no report: exit 4 and a clear message', async (_what, spoil) => {
    const paths = await month('391');
    await place.tzt(['validate', ...paths, ...AS_OF]);
    await spoil(join(place.folder, 'reports', 'tzt.sqlite'));
    const { exitCode, stderr, stdout } = await place.tzt(['validate', ...paths, ...AS_OF, '--out', 'uit']);
    expect(await readdir(join(place.folder, 'uit'))).toContain('report.json');
    expect(stdout).toContain('AFGEKEURD');
    expect(stderr).toContain('tzt.sqlite');
    expect(exitCode).toBe(4);
  });

  it('goes on with a key of its own where no key file can be written, and says so', async () => {
    await place.write(new Map([['tzt.config.json', '{ "store": "/dev/null/geen/map/tzt.sqlite" }']]));
    const { stdout, exitCode } = await place.tzt([
      'validate',
      ...(await month('390')),
      ...AS_OF,
      '--no-store',
      '--out',
      'uit',
    ]);
    expect(stdout).toMatch(/sleutel/i);
    expect(stdout).toContain('GOEDGEKEURD');
    expect(exitCode).toBe(0);
  });
});

describe('reproducible', () => {
  it('the same input, key and SOURCE_DATE_EPOCH give the same bytes', async () => {
    const paths = [join(SAMPLES, 'alle-regels')];
    const env = { SOURCE_DATE_EPOCH: '1775088000', TZT_KEY: 'een wachtzin voor de proef' };
    for (const out of ['een', 'twee']) {
      const { exitCode } = await place.tzt(['validate', ...paths, '--out', out, '--report', 'json,csv,markdown'], {
        env,
      });
      expect(exitCode).toBe(1);
    }
    const names = (await readdir(join(place.folder, 'een'))).sort();
    expect(names).toEqual(['bevindingen.csv', 'report.json', 'samenvatting.md']);
    for (const name of names) {
      expect(await readFile(join(place.folder, 'een', name)), name).toEqual(
        await readFile(join(place.folder, 'twee', name)),
      );
    }
  });
});

function withStore(file: string, work: (db: Database.Database) => void): void {
  const db = new Database(file);
  work(db);
  db.close();
}
