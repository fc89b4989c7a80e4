import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Arranged, arrangeAsFiles, arrangeAsWorkbook } from '../oracle/arrange.ts';
import { generateDelivery } from '../oracle/generate.ts';
import { judge } from '../oracle/judge.ts';
import { serialiseCsv } from '../oracle/serialise-csv.ts';
import { serialiseXlsx } from '../oracle/serialise-xlsx.ts';
import { comparedExpectation, comparedReport, disagreements } from './compared.ts';
import { reportOf, workplace } from './run-tzt.ts';

type Workplace = Awaited<ReturnType<typeof workplace>>;
let place: Workplace;
beforeAll(async () => {
  place = await workplace();
});
afterAll(() => place.remove());

async function agreesWithTheJudge(arranged: Arranged, files: ReadonlyMap<string, Uint8Array>, subfolder: string) {
  const paths = await place.write(new Map([...files].map(([name, bytes]) => [`${subfolder}/${name}`, bytes])));
  const outcome = await place.tzt([
    'validate',
    ...paths,
    '--as-of',
    '2026-04-03',
    '--no-store',
    '--report',
    'json=-',
    '--quiet',
  ]);
  expect(outcome.stderr).toBe('');
  const report = reportOf(outcome);
  const expected = judge(arranged);
  expect(comparedReport(report)).toEqual(comparedExpectation(expected));
  expect(disagreements(report, expected)).toEqual([]);
  expect(outcome.exitCode).toBe({ approved: 0, rejected: 1, incomplete: 3 }[expected.verdict]);
}

/** Through the command line, the files as a care system writes them; against a computation that shares no line of code. */
describe('a delivery of 2,000 clients gets the judgement an independent computation gives', () => {
  const delivery = generateDelivery(2000, 20260403);

  it('as one CSV in Windows-1252', async () => {
    const arranged = arrangeAsFiles(delivery);
    await agreesWithTheJudge(arranged, serialiseCsv(arranged), 'een');
  });

  it('as a workbook with a sheet per role', async () => {
    const arranged = arrangeAsWorkbook(delivery);
    const files = new Map([['levering.xlsx', new Uint8Array(await serialiseXlsx(arranged))]]);
    await agreesWithTheJudge(arranged, files, 'werkmap');
  });

  it('with its rows shuffled', async () => {
    const arranged = arrangeAsFiles(delivery, 1, 7);
    await agreesWithTheJudge(arranged, serialiseCsv(arranged), 'geschud');
  });

  it('cut into five files', async () => {
    const arranged = arrangeAsFiles(delivery, 5);
    await agreesWithTheJudge(arranged, serialiseCsv(arranged), 'vijf');
  });
});

describe('a delivery without a register leaves undecided what needs it', () => {
  it.each([['deliveryForms'], ['indications'], ['clients']] as const)('without %s', async (role) => {
    const arranged = arrangeAsFiles(generateDelivery(200, 5, { without: [role] }));
    await agreesWithTheJudge(arranged, serialiseCsv(arranged), `zonder-${role}`);
  });
});
