import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../src/reporters/summary.ts';
import { understandingOf } from '../../src/reporters/understanding.ts';
import { hostileRun } from './hostile-run.ts';
import { finding, matterOf } from './matter.ts';
import { APPROVED, REJECTED } from './runs.ts';

const REPORTS = ['reports/2026-03-r-0001/report.html', 'reports/2026-03-r-0001/report.json'];

function textOf(result = REJECTED, language: 'nl' | 'en' = 'nl'): string {
  return `${summaryOf(matterOf(result, language), REPORTS)
    .map(({ text }) => text)
    .join('\n')}\n`;
}

describe('the summary on a terminal', () => {
  it('is the golden text, in Dutch and in English', async () => {
    await expect(textOf()).toMatchFileSnapshot('../goldens/reporters/summary.txt');
    await expect(textOf(REJECTED, 'en')).toMatchFileSnapshot('../goldens/reporters/summary-en.txt');
    await expect(textOf(APPROVED)).toMatchFileSnapshot('../goldens/reporters/summary-approved.txt');
  });

  it('ends with the verdict, in the tone of the verdict', () => {
    const last = summaryOf(matterOf(REJECTED), []).at(-1);
    expect(last?.text).toMatch(/^AFGEKEURD: 12 van 480 declaratieregels moeten eerst hersteld worden\./);
    expect(last?.tone).toBe('bad');
    expect(summaryOf(matterOf(APPROVED), []).at(-1)?.tone).toBe('good');
  });

  it('tells lines of other care months apart from lines of other codes', () => {
    const text = textOf({ ...APPROVED, notChecked: [{ rule: 'late-line', reason: 'other-month', lines: 3 }] });
    expect(text).toMatch(/andere codes \(niet beoordeeld\).*andere zorgmaanden \(3\)/);
  });

  it('does not call a delivery good in which there was nothing to judge', () => {
    const { summary } = APPROVED;
    const nothing = { ...APPROVED, summary: { ...summary, lines: { ...summary.lines, technology: 0 } } };
    const last = summaryOf(matterOf(nothing), []).at(-1);
    expect(last?.text).toMatch(/^NIETS TE BEOORDELEN: /);
    expect(last?.tone).toBe('plain');
  });

  it('fits on one screen, however much there is, and counts what it leaves out', () => {
    const rules = matterOf(REJECTED)
      .rules.filter(({ id }) => id !== 'invalid-date')
      .slice(0, 15);
    const text = textOf({
      ...REJECTED,
      inputs: Array.from({ length: 40 }, () => REJECTED.inputs[0]!),
      notChecked: Array.from({ length: 40 }, () => REJECTED.notChecked[0]!),
      ignoredCodes: Array.from({ length: 40 }, (_, code) => ({ code: String(2000 + code), lines: 1 })),
      findings: rules.flatMap(({ id }, index) => Array.from({ length: 15 - index }, () => finding({ rule: id }))),
    });
    expect(text.split('\n').length).toBeLessThan(53);
    expect(text).toContain('en nog 35');
    expect(text).toContain('en nog 36');
    expect(text).toContain('en 7 andere regels, samen 28 bevindingen');
  });

  it('puts the worst rule first, then the most frequent', () => {
    const findings = [
      ...Array.from({ length: 3 }, () => finding({ rule: 'padded-bsn', severity: 'warning' })),
      ...Array.from({ length: 9 }, () => finding({ rule: 'dummy-bsn', severity: 'warning' })),
      finding({ rule: 'invalid-bsn', severity: 'error' }),
    ];
    const lines = textOf({ ...REJECTED, findings }).split('\n');
    const at = (rule: string) => lines.findIndex((line) => line.includes(`(${rule})`));
    expect(at('invalid-bsn')).toBeLessThan(at('dummy-bsn'));
    expect(at('dummy-bsn')).toBeLessThan(at('padded-bsn'));
  });

  it('says so when the exit code is another than the verdict alone would give', () => {
    expect(textOf({ ...APPROVED, run: { ...APPROVED.run, exitCode: 1 } })).toContain('Exitcode 1, door --fail-on');
    expect(textOf(APPROVED)).not.toContain('Exitcode');
  });

  it.each(['\u001b[2J', 'a\n::error::b', 'a\r\nb', '\u009b31m', '\u202eabc'])(
    'sends nothing to a terminal that it would obey: %j',
    (text) => {
      const lines = [...summaryOf(matterOf(hostileRun(text)), [text]), ...understandingOf(matterOf(hostileRun(text)))];
      for (const line of lines) expect(line.text).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
    },
  );
});

describe('how every file was understood', () => {
  it('is the golden text', async () => {
    const lines = understandingOf(matterOf(REJECTED)).map(({ text }) => text);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../goldens/reporters/understanding.txt');
  });
});
