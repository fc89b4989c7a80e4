import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ReturnDocument, ReturnShape } from '../../src/commands/return-document.ts';
import type { ReportDocument } from '../../src/reporters/report-schema.ts';
import { type Aw319Line, aw319, aw319File } from '../builders/aw319.ts';
import { type Aw320Answer, aw320, aw320Refused, withReturnField } from '../builders/aw320.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { type Workroom, workroom } from './workroom.ts';

const AS_OF = ['--as-of', '2026-05-31'];
const BSN = syntheticBsn(3);

let place: Workroom;
beforeEach(() => {
  place = workroom();
  place.write(
    new Map([
      ['registers/leveringsvormen.csv', 'Clientnummer;Leveringsvorm;Begindatum;Einddatum\r\nC9;MPT;01-01-2020;\r\n'],
      [
        'registers/indicaties.csv',
        'Clientnummer;Indicatie;Begindatum;Einddatum\r\nC1;wijkverpleging;01-01-2020;\r\nC2;wijkverpleging;01-01-2020;\r\n',
      ],
    ]),
  );
});
afterEach(() => place.remove());

/** The declaration of a month: lines of C1. */
function declared(lines: readonly Aw319Line[], header: Record<string, string> = {}): string[] {
  return aw319([{ number: 'C1', bsn: BSN, lines }], header);
}

/** Validates files beside the registers, and returns the run. */
async function validated(files: ReadonlyMap<string, string>, ...options: string[]) {
  place.write(files);
  const args = ['validate', ...files.keys(), 'registers', ...AS_OF, '--report', 'json=-', '--quiet', ...options];
  return JSON.parse((await place.tzt(args)).stdout) as ReportDocument;
}

/** Validates and books a declaration of these lines; returns its records. */
async function sent(file: string, lines: readonly Aw319Line[]): Promise<{ records: string[]; run: string }> {
  const records = declared(lines);
  const { run } = await validated(new Map([[file, aw319File(records)]]), '--book');
  expect(run.verdict).toBe('approved');
  return { records, run: run.id };
}

/** Reads a return message of these records. */
async function returned(records: readonly string[], ...options: string[]) {
  place.write(new Map([['retour.asc', aw319File(records)]]));
  return place.tzt(['return', 'retour.asc', ...options]);
}

const documentOf = (text: string): ReturnDocument => ReturnShape.parse(JSON.parse(text));
const MARCH: readonly Aw319Line[] = [
  { reference: 'R-1', quantity: 300, first: '20260302' },
  { reference: 'R-2', quantity: 90, first: '20260309' },
];
const REFUSED: Readonly<Record<string, Aw320Answer>> = { 'R-2': { granted: 0, codes: ['0553'] } };

describe('a line that the payer refused', () => {
  it('counts no longer: next month it is sent again, repaired, and fits', async () => {
    const { records, run } = await sent('maart.asc', MARCH);
    const late = new Map([['april.asc', aw319File(declared([{ reference: 'R-3', quantity: 60, first: '20260323' }]))]]);
    expect((await validated(late)).findings.map(({ rule }) => rule)).toContain('monthly-cap-exceeded');

    const answer = await returned(aw320(records, REFUSED));
    expect(answer.stdout).toContain(`Hoort bij run ${run}`);
    expect(answer.stdout).toContain('1 regel telt niet meer mee voor het maximum (1:30 uur)');
    expect(answer.exitCode).toBe(1);
    expect((await validated(late)).run.verdict).toBe('approved');

    const again = new Map([['weer.asc', aw319File(declared([{ reference: 'R-2', quantity: 90, first: '20260309' }]))]]);
    const repaired = await validated(again, '--book');
    expect(repaired.findings.map(({ rule }) => rule)).not.toContain('already-booked');
    expect(repaired.run.verdict).toBe('approved');
    const { stdout } = await place.tzt(['ledger', 'C1', '2026-03']);
    expect(stdout).toMatch(/R-1\s+geboekt met run/);
    expect(stdout).toMatch(new RegExp(`R-2\\s+geboekt met run ${repaired.run.id}`));
    expect(stdout).toMatch(/R-2\s+retourcode 0553, retourbericht van 28-04-2026/);
    expect(stdout).toContain('geboekt 6:30 uur van 6:30 uur');
  });

  it('came back once: the same message again changes nothing and says so', async () => {
    const { records } = await sent('maart.asc', MARCH);
    await returned(aw320(records, REFUSED));
    const again = await returned(aw320(records, REFUSED));
    expect(again.stdout).toMatch(/was al verwerkt op \d\d-\d\d-\d{4}; er is niets veranderd/);
    expect(documentOf((await returned(aw320(records, REFUSED), '--json')).stdout)).toMatchObject({
      stored: 'known',
      stopped: { lines: 1, minutes: 90 },
    });
    expect((await place.tzt(['ledger', 'C1'])).stdout).toContain('geboekt 5:00 uur van 6:30 uur');
  });

  it('leaves the booking as a whole to be taken back', async () => {
    const { records, run } = await sent('maart.asc', MARCH);
    await returned(aw320(records, REFUSED));
    expect((await place.tzt(['runs', 'list'])).stdout).toMatch(new RegExp(`${run}.*1 teruggekomen`));
    const { stdout, exitCode } = await place.tzt(['unbook', run]);
    expect(stdout).toContain('1 regel telt niet meer mee (5:00 uur)');
    expect(exitCode).toBe(0);
  });
});

describe('what the message says is told', () => {
  it('as a document that fits its schema', async () => {
    const { records, run } = await sent('maart.asc', MARCH);
    const partly = { ...REFUSED, 'R-1': { granted: 20_000, codes: ['8059'] } };
    const { stdout, stderr } = await returned(aw320(records, partly), '--json');
    expect(stderr).toBe('');
    expect(documentOf(stdout)).toMatchObject({
      message: { code: '429', version: '1.4', layout: 'inferred', dated: '2026-04-28' },
      run: { id: run, booked: true, known: true },
      stored: 'stored',
      stopped: { lines: 1, minutes: 90 },
      lines: [
        { client: 'C1', reference: 'R-1', answer: 'partly', comparison: 'miss', grantedCents: 20_000 },
        { client: 'C1', reference: 'R-2', answer: 'rejected', comparison: 'miss', returnCodes: ['0553'] },
      ],
    });
  });

  it('a lower amount leaves the line counting in full, and says why', async () => {
    const { records } = await sent('maart.asc', MARCH);
    const { stdout, exitCode } = await returned(aw320(records, { 'R-1': { granted: 1, codes: ['8059'] } }));
    expect(stdout).toContain('Het bericht noemt een bedrag en geen minuten: de regel blijft geheel meetellen.');
    expect(stdout).toContain('Alle geboekte regels blijven meetellen.');
    expect(exitCode).toBe(1);
  });

  it('lines that did not come back keep counting, and are no grant', async () => {
    const { records } = await sent('maart.asc', MARCH);
    const { stdout, exitCode } = await returned(aw320(records, { 'R-1': { silent: true } }));
    expect(stdout).toContain('1 geboekte regel van deze run staat niet in het bericht en blijft meetellen.');
    expect(exitCode).toBe(0);
  });

  it('codes that no source explains are shown as such', async () => {
    const { records } = await sent('maart.asc', MARCH);
    const { stdout } = await returned(aw320(records, { 'R-1': { granted: 0, codes: ['1234', '8010'] } }));
    expect(stdout).toMatch(/1234 .*betekenis staat niet in onze bronnen/);
    expect(stdout).toMatch(/8010 .*onderwerp: contract of zorgverlener; betekenis staat niet in onze bronnen/);
  });
});

describe('the run that a message answers', () => {
  it('is the booked one, however often the month was validated', async () => {
    const files = new Map([['maart.asc', aw319File(declared(MARCH))]]);
    await validated(files);
    const { run, records } = await sent('maart.asc', MARCH);
    expect((await returned(aw320(records, REFUSED))).stdout).toContain(`Hoort bij run ${run}`);
  });

  it('may be an export, without its AW319', async () => {
    const csv = [
      'Clientnummer;Prestatiecode;Begindatum;Einddatum;Aantal;Eenheid;Referentienummer',
      'C1;1062;02-03-2026;02-03-2026;5;uur;R-1',
      'C1;1062;09-03-2026;09-03-2026;1,5;uur;R-2',
      '',
    ].join('\r\n');
    const { run } = await validated(new Map([['maart.csv', csv]]), '--book');
    const { stdout } = await returned(aw320(declared(MARCH), REFUSED));
    expect(stdout).toContain(`Hoort bij run ${run.id}`);
    expect(stdout).toContain('1 regel telt niet meer mee');
  });

  it('must be named when several fit equally well, and the message names them', async () => {
    const files = new Map([['maart.asc', aw319File(declared(MARCH))]]);
    const runs = [await validated(files), await validated(files)].map(({ run }) => run.id);
    const asked = await returned(aw320(declared(MARCH), REFUSED));
    expect(asked.exitCode).toBe(2);
    for (const run of runs) expect(asked.stderr).toContain(`${run} (2 regels)`);
    const named = await returned(aw320(declared(MARCH), REFUSED), '--run', runs[0]!);
    expect(named.stdout).toContain(`Run ${runs[0]} is niet geboekt`);
    expect(named.exitCode).toBe(1);
  });

  it('must have a line of the message', async () => {
    const { run } = await sent('maart.asc', MARCH);
    const others = aw320(declared([{ reference: 'R-9', first: '20260302' }]));
    const none = await returned(others);
    expect(none.stderr).toContain('Geen onthouden run heeft regels');
    expect(none.exitCode).toBe(2);
    const named = await returned(others, '--run', run);
    expect(named.stderr).toContain(`Geen regel van dit retourbericht hoort bij run ${run}.`);
    expect(named.exitCode).toBe(2);
  });

  it('gets its own lines only; those of another run are told and left alone', async () => {
    const { records, run } = await sent('maart.asc', MARCH);
    const more = declared([...MARCH, { reference: 'R-9', first: '20260316' }]);
    const { stdout, exitCode } = await returned(aw320(more, { 'R-9': { granted: 0, codes: ['0320'] } }));
    expect(records).toHaveLength(5);
    expect(stdout).toContain(`Hoort bij run ${run}`);
    expect(stdout).toMatch(/R-9\s+afgekeurd\s+0320\s+staat niet in de run/);
    expect(stdout).toContain('1 regel hoort niet bij deze run; die is niet verwerkt.');
    expect(exitCode).toBe(1);
  });
});

describe('a declaration that was refused as a whole', () => {
  it('needs the run to be named, and then none of its lines counts', async () => {
    const { records, run } = await sent('maart.asc', MARCH);
    const asked = await returned(aw320Refused(records, ['0001']));
    expect(asked.stderr).toContain(`Noem de run met --run. Geboekt in deze periode: ${run}.`);
    expect(asked.exitCode).toBe(2);
    const named = await returned(aw320Refused(records, ['0001']), '--run', run);
    expect(named.stdout).toContain('0001 bestand om technische redenen afgekeurd');
    expect(named.stdout).toContain('2 regels tellen niet meer mee voor het maximum (6:30 uur)');
    expect(named.exitCode).toBe(1);
  });
});

describe('a message that cannot be trusted', () => {
  it('that was cut is shown and changes nothing', async () => {
    const { records } = await sent('maart.asc', MARCH);
    const { stdout } = await returned(aw320(records, REFUSED).slice(0, -1));
    expect(stdout).toContain('Het sluitrecord (99) ontbreekt');
    expect(stdout).toContain('Er is niets opgeslagen');
    expect((await place.tzt(['ledger', 'C1'])).stdout).toContain('geboekt 6:30 uur van 6:30 uur');
  });

  it('whose counts are not right is acted upon only when told so', async () => {
    const { records } = await sent('maart.asc', MARCH);
    const answer = aw320(records, REFUSED);
    const wrong = answer.with(-1, withReturnField(answer.at(-1)!, '9904', '000007'));
    const first = await returned(wrong);
    expect(first.stdout).toContain('veld 9904 Aantal prestatierecords: er staat 7, geteld is 2');
    expect(first.stdout).toContain('geef dan --force');
    const forced = await returned(wrong, '--force');
    expect(forced.stdout).toContain('1 regel telt niet meer mee');
  });

  it('that answers a test is shown and changes nothing', async () => {
    const { records } = await sent('maart.asc', MARCH);
    const test = aw320(records, REFUSED).map((record, index) =>
      index === 0 ? `${record.slice(0, 9)}T${record.slice(10)}` : record,
    );
    const { stdout } = await returned(test);
    expect(stdout).toContain('antwoord op een testbericht: het telt niet');
    expect((await place.tzt(['ledger', 'C1'])).stdout).toContain('geboekt 6:30 uur van 6:30 uur');
  });
});

describe('a file that is something else', () => {
  it.each([
    [
      'the declaration itself',
      aw319File(declared(MARCH)),
      'is geen retourbericht maar de declaratie zelf: AW319 (wijkverpleging), versie 1.4',
    ],
    ['a table', 'clientnummer;prestatiecode\r\n', 'is geen EI-bericht'],
    [
      'a GDS802',
      '<?xml version="1.0"?><Bericht xmlns="http://ei.vektis.nl/declaratiebericht574">',
      'is een XML-bericht, GDS802',
    ],
    [
      'an AW320 of another version',
      aw319File(aw320(declared(MARCH, { '0104': '05' }))),
      'AW320 (retourbericht wijkverpleging), versie 1.5',
    ],
    ['nothing', '', 'leeg'],
  ])('%s is named', async (_, text, message) => {
    await sent('maart.asc', MARCH);
    place.write(new Map([['retour.asc', text]]));
    const { stderr, exitCode } = await place.tzt(['return', 'retour.asc']);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });

  it('and a return message among the files of a delivery is sent to tzt return', async () => {
    place.write(new Map([['retour.asc', aw319File(aw320(declared(MARCH)))]]));
    const { stdout, exitCode } = await place.tzt(['validate', 'retour.asc', ...AS_OF, '--no-store']);
    expect(stdout.replace(/\s+/g, ' ')).toContain('Lees het met tzt return.');
    expect(exitCode).toBe(1);
  });
});

it('no BSN is in the store or in what is said', async () => {
  const lines = [{ reference: `R-${BSN}`, quantity: 90, first: '20260309' }, ...MARCH.slice(0, 1)];
  const { records } = await sent('maart.asc', lines);
  const answers = { [`R-${BSN}`]: { granted: 0, codes: ['0553'] } };
  const message = aw320(records, answers, { payerReference: BSN });
  const said = [await returned(message), await returned(message, '--json'), await place.tzt(['ledger', 'C1'])];
  expect(said[0]?.stdout).toContain('1 regel telt niet meer mee');
  const files = ['tzt.sqlite', 'tzt.sqlite-wal'].map((name) => join(place.folder, 'reports', name));
  const stored = await Promise.all(files.map((file) => readFile(file).catch(() => Buffer.alloc(0))));
  expect(stored[0]?.length).toBeGreaterThan(0);
  expect(
    [...stored.map(String), ...said.map(({ stdout, stderr }) => stdout + stderr)].filter((text) => text.includes(BSN)),
  ).toEqual([]);
  expect(readFileSync(join(place.folder, 'retour.asc'), 'latin1')).toContain(BSN);
});
