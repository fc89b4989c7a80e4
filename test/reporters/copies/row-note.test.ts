import { describe, expect, it } from 'vitest';
import { LineVerdicts } from '../../../src/domain/line-verdicts.ts';
import { monthFromText } from '../../../src/domain/month.ts';
import type { RunResult } from '../../../src/domain/run.ts';
import { wordsFor } from '../../../src/messages/words-for.ts';
import { type RowNote, rowNotes } from '../../../src/reporters/copies/row-note.ts';
import { copied } from '../../pipeline/copied.ts';

const HEADER = 'clientnummer;prestatiecode;begindatum;einddatum;minuten;referentienummer';
const REGISTERS = {
  'leveringsvormen.csv': 'clientnummer;leveringsvorm;begindatum;einddatum\nC2;VPT;01-03-2026;\n',
  'indicaties.csv':
    'clientnummer;indicatie;begindatum;einddatum\nC1;wijkverpleging;01-01-2026;\nC2;wijkverpleging;01-01-2026;\n',
};

/** The notes of a file of claims, by row. */
async function notesOf(
  rows: readonly string[],
  {
    settings = {},
    registers = REGISTERS,
    header = HEADER,
  }: { settings?: Parameters<typeof copied>[1]; registers?: Record<string, string>; header?: string } = {},
): Promise<(row: number) => RowNote> {
  const run = await copied({ 'declaraties.csv': [header, ...rows, ''].join('\n'), ...registers }, settings);
  return rowNotes(run.result, wordsFor('nl'), run.verdicts)(0);
}

describe('what a copy says of a row', () => {
  it('is akkoord with all its minutes for an approved line', async () => {
    const note = await notesOf(['C1;1062;01-03-2026;31-03-2026;390;R1']);
    expect(note(2)).toEqual({
      verdict: 'approved',
      isHeldBack: false,
      verdictText: 'akkoord',
      allowedMinutes: 390,
      rules: [],
      message: '',
    });
  });

  it('is afgekeurd with the minutes that would fit for the line over the cap, and why', async () => {
    const note = await notesOf(['C1;1062;01-03-2026;15-03-2026;240;R1', 'C1;1062;16-03-2026;31-03-2026;180;R2']);
    expect(note(2)).toMatchObject({ verdict: 'approved', allowedMinutes: 240, rules: [] });
    expect(note(3)).toMatchObject({ verdict: 'rejected', allowedMinutes: 150, rules: ['monthly-cap-exceeded'] });
    expect(note(3).message).toContain('Regel 3 (3:00 uur) mag hoogstens 2:30 uur zijn.');
  });

  it('is genegeerd, without minutes, for another code', async () => {
    const note = await notesOf(['C1;1000;01-03-2026;31-03-2026;390;R1', 'C1;1062;01-03-2026;31-03-2026;60;R2']);
    expect(note(2)).toEqual({
      verdict: 'ignored',
      isHeldBack: false,
      verdictText: 'genegeerd',
      allowedMinutes: null,
      rules: [],
      message: '',
    });
  });

  it('is afgekeurd without a minute for a row that cannot be read, and names each fault once', async () => {
    const note = await notesOf(['C1;1062;31-02-2026;31-02-2026;60;R1', 'C1;1062;01-03-2026', ';;;;60;']);
    expect(note(2)).toMatchObject({ verdict: 'rejected', allowedMinutes: 0, rules: ['invalid-date'] });
    expect(note(3)).toMatchObject({ verdict: 'rejected', allowedMinutes: 0, rules: ['ragged-row'] });
    expect(note(4)).toMatchObject({ verdict: 'rejected', allowedMinutes: 0, rules: ['missing-value'] });
  });

  it('is afgekeurd also when the configuration turns the rule off that found the fault', async () => {
    const settings = {
      severities: new Map([
        ['invalid-date', 'off'],
        ['ragged-row', 'off'],
      ] as const),
    };
    const note = await notesOf(['C1;1062;31-02-2026;;60;R1', 'C1;1062;01-03-2026'], { settings });
    expect(note(2)).toMatchObject({
      verdict: 'rejected',
      rules: [],
      message: 'Van deze rij kon geen declaratieregel gemaakt worden.',
    });
    expect(note(3)).toMatchObject({ verdict: 'rejected', rules: [] });
  });

  it('names the fault of the file for a row that has none of its own', async () => {
    const note = await notesOf(['C1;1062;01-03-2026;31-03-2026;R1'], {
      header: 'clientnummer;prestatiecode;begindatum;einddatum;referentienummer',
    });
    expect(note(2)).toMatchObject({ verdict: 'rejected', rules: ['missing-column'] });
  });

  it('is onbeslist, without minutes, when a register is missing, and says which', async () => {
    const note = await notesOf(['C1;1062;01-03-2026;31-03-2026;60;R1'], {
      registers: { 'leveringsvormen.csv': REGISTERS['leveringsvormen.csv'] },
    });
    expect(note(2)).toMatchObject({ verdict: 'undecided', verdictText: 'onbeslist', allowedMinutes: null });
    expect(note(2).message).toBe('Niet beoordeeld, want de indicaties zijn niet aangeleverd.');
  });

  it('is onbeslist for a line of a month that was not asked for: it was not checked', async () => {
    const months = new Set([monthFromText('2026-03')!]);
    const rows = [
      'C1;1062;01-02-2026;28-02-2026;60;R1',
      'C1;1062;01-03-2026;31-03-2026;60;R2',
      'C1;1000;01-02-2026;28-02-2026;60;R3',
    ];
    const note = await notesOf(rows, { settings: { months } });
    expect([2, 3, 4].map((row) => note(row).verdict)).toEqual(['undecided', 'approved', 'ignored']);
    expect(note(2).message).toBe('Niet beoordeeld: de zorgmaand valt buiten de gekozen maanden.');
  });

  it('warns not to send the credit of a rejected debit alone', async () => {
    const header = `${HEADER};creditvoor;debet_credit`;
    const rows = [
      'C2;1062;01-03-2026;31-03-2026;60;R1;;D',
      'C2;1062;01-03-2026;31-03-2026;60;R2;R1;C',
      'C1;1062;01-03-2026;31-03-2026;60;R3;;D',
    ];
    const note = await notesOf(rows, { header });
    expect([2, 3, 4].map((row) => [note(row).verdict, note(row).isHeldBack])).toEqual([
      ['rejected', false],
      ['approved', true],
      ['approved', false],
    ]);
    expect(note(3).message).toMatch(/^Verstuur deze regel niet los van de regels die nog niet akkoord zijn/);
  });

  it('keeps files apart that share a row number', async () => {
    const result = {
      inputs: [
        { name: 'a.csv', sheet: null },
        { name: 'a.csv', sheet: 'x' },
      ],
      findings: [],
      notChecked: [],
    };
    const verdicts = new LineVerdicts();
    verdicts.set(1, 5, 'rejected', 0);
    const notes = rowNotes(result as unknown as RunResult, wordsFor('nl'), verdicts);
    expect([notes(0)(5).verdict, notes(1)(5).verdict]).toEqual(['ignored', 'rejected']);
  });

  it('speaks English when the reports do', async () => {
    const run = await copied({ 'declaraties.csv': `${HEADER}\nC1;1062;01-03-2026;31-03-2026;60;R1\n` });
    const note = rowNotes(run.result, wordsFor('en'), run.verdicts)(0)(2);
    expect(note.verdictText).toBe('undecided');
    expect(note.message).toMatch(/^Not judged, because /);
  });
});
