import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../src/messages/words-for.ts';
import { comparisonLines } from '../../src/reporters/comparison-lines.ts';
import { type ComparedLine, type Comparison, comparisonJsonSchema } from '../../src/reporters/comparison-schema.ts';

const SIDE: Comparison['export'] = {
  inputs: [{ name: 'maart.csv', sheet: null, format: 'csv', sha256: '', rows: 3, test: false }],
  lines: 3,
  minutes: 1_250,
  amountCents: 125_000,
  unread: [],
  problems: [],
};
const line = (more: Partial<ComparedLine> = {}): ComparedLine => ({
  ...{ input: 'maart.csv', sheet: null, row: 12, reference: 'R-12', client: 'C1001', code: '1062' },
  ...{ start: '2026-03-02', end: '2026-03-31', debitCredit: 'D', minutes: 60, amountCents: 6_000 },
  ...more,
});
const sent = (more: Partial<ComparedLine> = {}) => line({ input: 'maart.asc', row: 22, ...more });
const COMPARISON: Comparison = {
  schemaVersion: '1.0',
  tool: { name: 'tzt', version: '0.0.0' },
  exitCode: 1,
  months: ['2026-03'],
  export: SIDE,
  message: {
    ...SIDE,
    inputs: [{ name: 'maart.zip', sheet: 'maart.asc', format: 'aw319', sha256: '', rows: 3, test: true }],
    amountCents: -5,
    unread: [{ input: 'maart.zip', sheet: 'maart.asc', row: 9 }],
    problems: [{ input: 'x.asc', sheet: null, rule: 'unreadable-file', message: 'x.asc is leeg.' }],
  },
  summary: { same: 1, different: 1, onlyInExport: 1, onlyInMessage: 1, otherReferences: 1, clientsUnseen: 2 },
  codes: [{ code: '1062', export: 3, message: 3 }],
  otherCodes: [{ code: '1000', export: 1_200, message: 0 }],
  onlyInExport: [line()],
  onlyInMessage: [sent({ reference: null, debitCredit: 'C', amountCents: null, end: '2026-03-02' })],
  different: [
    {
      differs: ['client', 'code', 'dates', 'debit-credit', 'minutes', 'amount'],
      matchedBy: 'reference',
      export: line(),
      message: sent({
        client: 'p-1',
        code: 'H138',
        end: '2026-03-02',
        debitCredit: 'C',
        minutes: 90,
        amountCents: null,
      }),
    },
  ],
};

const text = (comparison: Comparison, language: 'nl' | 'en', all = false) =>
  comparisonLines(comparison, wordsFor(language), all)
    .map((one) => one.text)
    .join('\n');

describe('what tzt compare prints', () => {
  it.each(['nl', 'en'] as const)('names both sides, every difference and every doubt (%s)', async (language) => {
    await expect(`${text(COMPARISON, language)}\n`).toMatchFileSnapshot(
      `../goldens/reporters/comparison-${language}.txt`,
    );
  });

  it.each([
    [0, 3, 'Alle 3 technologieregels zijn gelijk.'],
    [0, 1, 'De ene technologieregel is gelijk.'],
    [3, 3, 'Geen verschil gevonden, maar niet alles is vergeleken.'],
  ] as const)('ends with the outcome (%i)', (exitCode, same, sentence) => {
    const summary = { same, different: 0, onlyInExport: 0, onlyInMessage: 0, otherReferences: 0, clientsUnseen: 0 };
    expect(
      text({ ...COMPARISON, exitCode, summary }, 'nl')
        .split('\n')
        .at(-1),
    ).toBe(sentence);
  });

  it('says that nothing was compared when one side has no line', () => {
    expect(text({ ...COMPARISON, exitCode: 3, export: { ...SIDE, lines: 0 } }, 'nl')).toContain(
      'Er is niets vergeleken',
    );
  });

  it('counts what it leaves out, unless all is wanted', () => {
    const many = { ...COMPARISON, onlyInExport: Array.from({ length: 25 }, () => line()) };
    expect(text(many, 'nl')).toContain('en nog 5; alles met --all of --json');
    expect(text(many, 'nl', true)).not.toContain('en nog 5');
  });
});

describe('schemas/comparison.schema.json', () => {
  it('is what the zod types say; `npm test -- --update` writes it again', async () => {
    await expect(`${JSON.stringify(comparisonJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../../schemas/comparison.schema.json',
    );
  });
});
