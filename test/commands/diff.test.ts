import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiffShape } from '../../src/reporters/diff-schema.ts';
import { reportOf } from '../end-to-end/run-tzt.ts';
import { AS_OF, oneMonth } from './one-month.ts';
import { type Workroom, workroom } from './workroom.ts';

const POLICIES = fileURLToPath(new URL('../../schemas/policies', import.meta.url));

let place: Workroom;
beforeEach(() => {
  place = workroom();
});
afterEach(() => place.remove());

/** Judges a month, remembers it and leaves its report.json in a folder; gives the id of the run. */
async function judged(out: string, minutes: readonly number[], ...more: string[]): Promise<string> {
  place.write(oneMonth(...minutes));
  const { stdout } = await place.tzt(['validate', 'maart', ...AS_OF, '--report', 'json', '--out', out, ...more]);
  return /run (\d\S+)/.exec(stdout)![1]!;
}

/** Lowers the cap of today's policy: the same data, judged by other rules. */
async function lowerCap(minutes: number): Promise<void> {
  await cp(POLICIES, join(place.folder, 'beleid'), { recursive: true });
  const path = join(place.folder, 'beleid', '2020.json');
  const policy = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...policy, caps: [{ ...policy.caps[0], minutes }] }));
  await writeFile(join(place.folder, 'tzt.config.json'), '{ "policies": "beleid" }');
}

const groups = (text: string) => {
  const document = JSON.parse(text);
  return Object.fromEntries(
    ['new', 'solved', 'unchanged'].map((group) => [
      group,
      document[group].map((finding: { client: string; cause?: string }) =>
        `${finding.client} ${finding.cause ?? ''}`.trim(),
      ),
    ]),
  );
};

describe('tzt diff', () => {
  it('tells new, solved and unchanged; 1 when an error is new, and 0 the other way round', async () => {
    const before = await judged('een', [420, 420, 390]);
    const after = await judged('twee', [420, 390, 420]);
    const { exitCode, stdout } = await place.tzt(['diff', before, after]);
    expect(stdout).toMatch(/Nieuw: 1 fout\n {2}door andere gegevens\n {4}✖ monthly-cap-exceeded: Cliënt C1003/);
    expect(stdout).toMatch(/Opgelost: 1 fout\n {2}door andere gegevens\n {4}✖ monthly-cap-exceeded: Cliënt C1002/);
    expect(stdout).toContain('Onveranderd: 1 fout\n');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 nieuwe fout.');
    expect(exitCode).toBe(1);
    const solved = await judged('drie', [420, 390, 390]);
    expect((await place.tzt(['diff', after, solved])).exitCode).toBe(0);
  });

  it('takes ids, reports and their folders, mixed, and says the same of them', async () => {
    const before = await judged('een', [420, 390]);
    const after = await judged('twee', [390, 420]);
    const told = await Promise.all(
      [
        [before, after],
        ['een/report.json', after],
        [before, 'twee'],
        ['een', 'twee/report.json'],
      ].map((runs) => place.tzt(['diff', ...runs, '--json'])),
    );
    for (const { stdout, exitCode } of told) {
      expect(groups(stdout)).toEqual({ new: ['C1002 data'], solved: ['C1001 data'], unchanged: [] });
      expect(exitCode).toBe(1);
    }
  });

  it('two equal runs differ in nothing', async () => {
    const before = await judged('een', [420]);
    const { stdout, exitCode } = await place.tzt(['diff', before, await judged('twee', [420]), '--lang', 'en']);
    expect(stdout).toContain('New: none');
    expect(stdout).toContain('Unchanged: 1 error\n');
    expect(exitCode).toBe(0);
  });

  it('keeps a change of the rules apart from a change of the data, judging the older lines by the newer rules', async () => {
    const before = await judged('een', [380, 380, 330, 395, 395]);
    await lowerCap(360);
    const after = await judged('twee', [380, 385, 365, 395, 300]);
    const { stdout } = await place.tzt(['diff', before, after, '--json']);
    expect(groups(stdout)).toEqual({
      new: ['C1001 rules', 'C1002 rules', 'C1003 data'],
      solved: ['C1005 data'],
      unchanged: ['C1004'],
    });
    const document = JSON.parse(stdout);
    expect(document.differences).toMatchObject({ policies: [expect.any(String)], roles: ['claims'] });
    expect(document.judgedAgain).toBe('yes');
    expect(document.unchanged[0].change.cause).toBe('rules');
    expect(DiffShape.safeParse(document).error).toBeUndefined();
    const text = await place.tzt(['diff', before, after]);
    expect(text.stdout).toMatch(/door andere regels \(volgens de nieuwe regels.*\)\n.*C1001/);
    expect(text.stdout).toContain('De oude declaratieregels zijn ook volgens de nieuwe regels beoordeeld');
  });

  it('cannot judge again what a report.json tells, and says so', async () => {
    const before = await judged('een', [380, 330]);
    await lowerCap(360);
    await judged('twee', [380, 365]);
    const { stdout } = await place.tzt(['diff', before, 'twee', '--json']);
    expect(groups(stdout).new).toEqual(['C1001 rules', 'C1002 unknown']);
    expect(JSON.parse(stdout).judgedAgain).toBe('report-file');
    expect((await place.tzt(['diff', 'een', 'twee'])).stdout).toContain('een report.json bevat niet alle');
  });

  it('concludes nothing from rules that are others again by now', async () => {
    const before = await judged('een', [380]);
    await lowerCap(360);
    const after = await judged('twee', [385]);
    await lowerCap(370);
    const { stdout } = await place.tzt(['diff', before, after, '--json']);
    expect([JSON.parse(stdout).judgedAgain, ...groups(stdout).new!]).toEqual(['other-program', 'C1001 unknown']);
  });

  it('shows a finding that stayed with other figures', async () => {
    const before = await judged('een', [420]);
    const { stdout, exitCode } = await place.tzt(['diff', before, await judged('twee', [450])]);
    expect(stdout).toMatch(/Onveranderd: 1 fout, waarvan 1 met andere cijfers.*\n {2}door andere gegevens\n.*C1001/);
    expect(exitCode).toBe(0);
  });

  it('says so when the two were made with different keys', async () => {
    await judged('een', [420]);
    place.write(oneMonth(420));
    await place.tzt(['validate', 'maart', ...AS_OF, '--no-store', '--report', 'json', '--out', 'twee', '--quiet'], {
      env: { TZT_KEY: 'een andere wachtzin voor de proef' },
    });
    const { stdout } = await place.tzt(['diff', 'een', 'twee']);
    expect(stdout).toContain('verschillende sleutels');
    const { stderr } = await place.tzt([
      'validate',
      'maart',
      ...AS_OF,
      '--no-store',
      '--out',
      'drie',
      '--baseline',
      'twee',
    ]);
    expect(stderr).toContain('verschillende sleutels');
  });

  it('makes no key and no store when two reports are compared', async () => {
    await judged('een', [420]);
    const elsewhere = join(place.folder, 'een');
    expect((await place.tzt(['diff', 'report.json', 'report.json'], { cwd: elsewhere })).exitCode).toBe(0);
    expect(await readdir(elsewhere)).toEqual(['report.json']);
  });

  it.each([
    ['a run nobody remembers', ['diff', '1999', '1999'], /Er is geen run of bestand 1999/],
    ['a file that is not there', ['diff', 'weg.json', 'weg.json'], /weg\.json bestaat niet/],
    ['a file that is no report', ['diff', 'maart/declaraties.csv', 'een'], /geen geldige JSON/],
    ['a folder without a report', ['diff', 'maart', 'een'], /geen report\.json/],
    ['one run', ['diff', 'een'], /nieuw/],
  ])('2: %s', async (_what, args, message) => {
    await judged('een', [390]);
    const { exitCode, stderr } = await place.tzt(args);
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(2);
  });
});

describe('tzt validate --baseline', () => {
  const compared = (...more: string[]) =>
    place.tzt(['validate', 'maart', ...AS_OF, '--report', 'json=-', '--quiet', ...more]);

  it.each(['run', 'report'] as const)('calls findings of a %s known, and the others new', async (kind) => {
    const run = await judged('een', [420, 390]);
    place.write(oneMonth(420, 420));
    const report = reportOf(await compared('--baseline', kind === 'run' ? run : 'een/report.json'));
    expect(report.findings.map(({ client, status }) => `${client} ${status}`)).toEqual(['C1001 known', 'C1002 new']);
  });

  it('0 or 1: with --fail-on new only a new error counts; without it the known one does too', async () => {
    const run = await judged('een', [420, 390]);
    expect((await compared('--baseline', run)).exitCode).toBe(1);
    expect((await compared('--baseline', run, '--fail-on', 'new')).exitCode).toBe(0);
    place.write(oneMonth(420, 420));
    expect((await compared('--baseline', run, '--fail-on', 'new')).exitCode).toBe(1);
  });

  it('0: a new warning does not count with --fail-on new', async () => {
    const run = await judged('een', [390]);
    place.write(oneMonth(121));
    const outcome = await compared('--baseline', run, '--fail-on', 'new');
    expect(reportOf(outcome).findings.map(({ severity, status }) => `${severity} ${status}`)).toEqual(['warning new']);
    expect(outcome.exitCode).toBe(0);
  });

  it('says in every report why findings are new: other rules or other data', async () => {
    const before = await judged('een', [380, 330]);
    await lowerCap(360);
    place.write(oneMonth(380, 365));
    const baseline = ['--baseline', before, '--report', 'html,markdown', '--out', 'twee'];
    const { stdout } = await place.tzt(['validate', 'maart', ...AS_OF, ...baseline]);
    const sentence = 'Nieuw: 1 door andere gegevens, 1 door andere regels.';
    expect(stdout).toContain(sentence);
    const [html = '', markdown = ''] = await Promise.all(
      ['rapport.html', 'samenvatting.md'].map((name) => readFile(join(place.folder, 'twee', name), 'utf8')),
    );
    expect(html).toContain(sentence);
    expect(markdown).toContain(sentence);
  });

  it('says in the job summary what is new, known and solved', async () => {
    const run = await judged('een', [420, 420]);
    place.write(oneMonth(420, 390));
    const { stdout } = await place.tzt([
      'validate',
      'maart',
      ...AS_OF,
      '--report',
      'markdown=-',
      '--quiet',
      '--baseline',
      run,
    ]);
    expect(stdout).toContain(`Vergeleken met ${run}: 0 nieuw, 1 bekend, 1 opgelost.`);
  });

  it.each([
    ['--fail-on new without a baseline', ['--fail-on', 'new'], /--baseline/],
    ['a run of the store with --no-store', ['--baseline', '2026', '--no-store'], /--no-store/],
    ['a run nobody remembers', ['--baseline', '1999'], /1999/],
  ])('2: %s', async (_what, more, message) => {
    place.write(oneMonth(390));
    const { exitCode, stderr } = await compared(...more);
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(2);
  });
});
