import { describe, expect, it } from 'vitest';
import type { NotChecked, RunFinding, RunResult, Verdict } from '../../src/domain/run.ts';
import { wordsFor } from '../../src/messages/words-for.ts';
import { verdictRemarks, verdictSentence } from '../../src/reporters/verdict-sentence.ts';
import { APPROVED } from './runs.ts';

interface Numbers {
  technology?: number;
  rejected?: number;
  undecided?: number;
  errors?: number;
  warnings?: number;
  unreadableRows?: number;
  notChecked?: NotChecked[];
}

function run(verdict: Verdict, numbers: Numbers): RunResult {
  const { technology = 480, rejected = 0, undecided = 0, errors = 0, warnings = 0 } = numbers;
  const { summary } = APPROVED;
  return {
    ...APPROVED,
    run: { ...APPROVED.run, verdict },
    summary: {
      ...summary,
      lines: { ...summary.lines, technology, rejected, undecided },
      findings: { ...summary.findings, error: errors, warning: warnings },
    },
    unreadableRows: numbers.unreadableRows ?? 0,
    notChecked: numbers.notChecked ?? [],
  };
}

function sentence(verdict: Verdict, numbers: Numbers, language: 'nl' | 'en' = 'nl'): string {
  return verdictSentence(run(verdict, numbers), wordsFor(language));
}

function remarks(verdict: Verdict, numbers: Numbers, exitCode: number): string[] {
  const result = run(verdict, numbers);
  return verdictRemarks({ ...result, run: { ...result.run, exitCode } }, wordsFor('nl'));
}

const NO_INDICATIONS: NotChecked = { rule: 'zvw-without-indication', reason: 'no-indications', lines: 28 };
const NO_CLIENTS: NotChecked = { rule: 'after-death', reason: 'no-clients', lines: 0 };

describe('the verdict in a sentence', () => {
  it('counts the lines to repair', () => {
    expect(sentence('rejected', { rejected: 12 })).toBe(
      'AFGEKEURD: 12 van 480 declaratieregels moeten eerst hersteld worden.',
    );
    expect(sentence('rejected', { rejected: 1 })).toBe(
      'AFGEKEURD: 1 van 480 declaratieregels moet eerst hersteld worden.',
    );
    expect(sentence('rejected', { rejected: 12 }, 'en')).toBe(
      'REJECTED: 12 of 480 claim lines must be repaired first.',
    );
  });

  it('counts the errors when no line is rejected but a file is wrong', () => {
    expect(sentence('rejected', { errors: 1 })).toBe('AFGEKEURD: 1 fout moet eerst hersteld worden.');
    expect(sentence('rejected', { errors: 2 })).toBe('AFGEKEURD: 2 fouten moeten eerst hersteld worden.');
  });

  it('says why lines were not judged, and leaves out what concerns no line', () => {
    expect(sentence('incomplete', { undecided: 28, notChecked: [NO_INDICATIONS, NO_CLIENTS] })).toBe(
      'ONVOLLEDIG: 28 van 480 declaratieregels niet beoordeeld, want de indicaties zijn niet aangeleverd.',
    );
  });

  it('says that rows could not be read', () => {
    expect(sentence('incomplete', { unreadableRows: 1 })).toBe(
      'ONVOLLEDIG: niet alles is beoordeeld, want één rij is onleesbaar.',
    );
    expect(sentence('incomplete', { unreadableRows: 1200 })).toBe(
      'ONVOLLEDIG: niet alles is beoordeeld, want 1.200 rijen zijn onleesbaar.',
    );
  });

  it('says that no claim lines were given', () => {
    const notChecked: NotChecked[] = [{ rule: 'monthly-cap-exceeded', reason: 'no-claims', lines: 0 }];
    expect(sentence('incomplete', { technology: 0, notChecked })).toBe(
      'ONVOLLEDIG: niet alles is beoordeeld, want er zijn geen declaratieregels aangeleverd.',
    );
  });

  it('lets lines go, and names the warnings', () => {
    expect(sentence('approved', {})).toBe('GOEDGEKEURD: alle 480 declaratieregels kunnen worden ingediend.');
    expect(sentence('approved', { technology: 1 })).toBe('GOEDGEKEURD: de declaratieregel kan worden ingediend.');
    expect(sentence('approved', { technology: 0 })).toBe(
      'NIETS TE BEOORDELEN: er zijn geen declaratieregels thuiszorgtechnologie.',
    );
  });
});

describe('the remarks beside the verdict', () => {
  it('name what was not judged when something is rejected as well', () => {
    expect(remarks('rejected', { rejected: 2, undecided: 28, notChecked: [NO_INDICATIONS] }, 1)).toEqual([
      'Niet beoordeeld: 28 declaratieregels, want de indicaties zijn niet aangeleverd.',
    ]);
    expect(remarks('rejected', { rejected: 2 }, 1)).toEqual([]);
  });

  it('name the warnings of an approved run', () => {
    expect(remarks('approved', { warnings: 3 }, 0)).toEqual(['Kijk nog naar 3 waarschuwingen.']);
    expect(remarks('approved', { warnings: 1 }, 0)).toEqual(['Kijk nog naar 1 waarschuwing.']);
    expect(remarks('approved', {}, 0)).toEqual([]);
  });

  it.each([
    ['approved', 1],
    ['rejected', 0],
    ['rejected', 3],
    ['incomplete', 1],
  ] as const)('name the exit code when it is another than %s alone would give: %i', (verdict, exitCode) => {
    expect(remarks(verdict, {}, exitCode)).toEqual([
      `Exitcode ${exitCode}, door --fail-on, de vergelijking met een eerdere run of geaccepteerde bevindingen.`,
    ]);
  });

  it.each([
    ['approved', 0],
    ['rejected', 1],
    ['incomplete', 3],
  ] as const)('are silent about the exit code that goes with %s', (verdict, exitCode) => {
    expect(remarks(verdict, {}, exitCode)).toEqual([]);
  });
});

describe('what must be said beside an approved month', () => {
  const approved = run('approved', {});

  it('is how many credits stay behind with the debits they take back', () => {
    expect(verdictRemarks({ ...approved, creditsLeft: 1 }, wordsFor('nl'))).toEqual([
      '1 goedgekeurde creditregel blijft achter: de debetregel die hij terugneemt, is niet goedgekeurd. Dien ze samen in zodra de debetregel hersteld is.',
    ]);
    expect(verdictRemarks({ ...approved, creditsLeft: 2 }, wordsFor('en'))).toEqual([
      '2 approved credits stay behind: the debit they take back is not approved. Submit both once it is repaired.',
    ]);
  });

  it('is how many rows may be technology and were not judged', () => {
    const suspect = { rule: 'suspect-code' } as RunFinding;
    expect(verdictRemarks({ ...approved, findings: [suspect, suspect] }, wordsFor('nl'))).toEqual([
      '2 rijen hebben een code die op een technologiecode lijkt en zijn niet beoordeeld.',
    ]);
  });
});
