import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/domain/run.ts';
import { sentences, validated } from './delivered.ts';
import { DIRT, type Dirt, REGISTERS } from './dirt.ts';

const judged = async ({ content }: Dirt) => validated({ 'maart.csv': await content, ...REGISTERS });

const accountOf = ({ run, summary: { lines }, unreadableRows, ignoredCodes }: RunResult) => {
  const codes = ignoredCodes.map(({ code }) => code).join(', ');
  const ignored = `${lines.ignored} ander${codes === '' ? '' : ` (${codes})`}`;
  return `${run.verdict}: ${lines.total} = ${lines.technology} technologie + ${ignored} + ${unreadableRows} onleesbaar`;
};

describe('dirt in a delivery', () => {
  it('is of many kinds', () => {
    expect(new Set(DIRT.map(({ name }) => name)).size).toBe(DIRT.length);
    expect(DIRT.length).toBeGreaterThan(100);
  });

  it.each(DIRT.filter(({ harmless }) => harmless))('that is understood does no harm: $name', async (dirt) => {
    const result = await judged(dirt);
    expect(result.run).toMatchObject({ verdict: 'approved', exitCode: 0 });
    expect(result.summary.lines.approved).toBe(result.summary.lines.total);
  });

  it.each(DIRT.filter(({ harmless }) => !harmless))('is never passed over: $name', async (dirt) => {
    const { findings, inputs, run, summary, unreadableRows } = await judged(dirt);
    const { total, technology, ignored } = summary.lines;
    expect(total).toBe(technology + ignored + unreadableRows);
    expect(inputs.filter(({ role }) => role === 'claims').reduce((sum, { rows }) => sum + rows, 0)).toBe(total);
    const onlySuspect = findings.every(({ rule }) => rule === 'suspect-code') && findings.length > 0;
    if (onlySuspect) expect(ignored).toBe(findings.length);
    else expect(run.verdict).not.toBe('approved');
  });

  it('is told in sentences a biller can act on', async () => {
    const blocks: string[] = [];
    for (const dirt of DIRT) {
      const result = await judged(dirt);
      blocks.push(
        [`## ${dirt.name}`, accountOf(result), ...sentences(result).map((text) => `- ${text}`), ''].join('\n'),
      );
    }
    await expect(blocks.join('\n')).toMatchFileSnapshot('../goldens/pipeline/dirt.md');
  });
});
