import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { REPORT_NAMES, reporterOf } from '../../src/commands/report-files.ts';
import { harmlessInSpreadsheet } from '../../src/reporters/escape.ts';
import { unpacked } from '../fuzz/packed.ts';
import { HOSTILE_TEXTS, hostileRunOf } from '../reporters/hostile-texts.ts';
import { matterOf, rendered } from '../reporters/matter.ts';

const OURS = [
  '\u001b[2J\u001b]0;titel\u0007',
  '\n::error::gevaar',
  '\r\n%0A::stop-commands::x',
  '##vso[task.complete]',
  ']]><x/>',
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '[x](javascript:alert(1))',
  '| a | b |\n|---|---|',
  '"},{"x":"',
  '\u202etxt.exe',
  '\ud800',
  '=HYPERLINK("http://x";"y")',
  '＝1+1',
  '\t=1',
  '-1+cmd|calc',
];
const ALL = [...HOSTILE_TEXTS, ...OURS];
const HARMLESS = ALL.map((_, index) => `tekst ${index}`);

/** How often each element occurs: a text that became one shows. */
function elements(text: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [, name = ''] of text.matchAll(/<\/?([a-z][\w:-]*)/gi)) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const json = (text: string) => {
  expect(() => JSON.parse(text)).not.toThrow();
};

/** What may not become of a text, per report: the report with hostile texts beside the one with harmless texts. */
const HARMLESSNESS: Readonly<Record<string, (hostile: Buffer, harmless: Buffer) => void>> = {
  json: (hostile) => json(hostile.toString()),
  sarif: (hostile) => json(hostile.toString()),
  gitlab: (hostile) => json(hostile.toString()),
  html: (hostile, harmless) => {
    // Texts that look the same share a card: there may be fewer elements, never another.
    const most = elements(harmless.toString());
    const made = Object.entries(elements(hostile.toString()));
    expect(made.filter(([name, count]) => count > (most[name] ?? 0))).toEqual([]);
  },
  markdown: (hostile, harmless) => {
    expect(elements(hostile.toString())).toEqual(elements(harmless.toString()));
    expect(hostile.toString()).not.toMatch(/^::/m);
    expect(hostile.toString().split('\n')).toHaveLength(harmless.toString().split('\n').length);
  },
  junit: (hostile, harmless) => {
    expect(elements(hostile.toString())).toEqual(elements(harmless.toString()));
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(hostile.toString()).close();
  },
  github: (hostile, harmless) => {
    const commands = (text: Buffer) =>
      text
        .toString()
        .split('\n')
        .map((line) => /^::\w*/.exec(line)?.[0] ?? '');
    expect(commands(hostile)).toEqual(commands(harmless));
  },
  csv: (hostile) => {
    const rows = parse(hostile, { bom: true, delimiter: ';' });
    for (const cell of rows.flat()) expect(harmlessInSpreadsheet(cell)).toBe(cell);
  },
  xlsx: (hostile) => {
    const parts = (unpacked(hostile) ?? []).filter(({ name }) => name.endsWith('.xml') || name.endsWith('.rels'));
    for (const { data } of parts) expect(data.toString()).not.toMatch(/<f[\s>]|TargetMode="External"|<!DOCTYPE/);
  },
};
/** Made from the file of the user itself, and tested in test/reporters/copies: what stands there stays, formulas and all. */
const COPIES = ['annotated', 'split'];

describe('every report, with every text that someone could put in a delivery', () => {
  it('is looked at here', () => {
    expect([...Object.keys(HARMLESSNESS), ...COPIES].sort()).toEqual([...REPORT_NAMES].sort());
  });

  it.each(Object.keys(HARMLESSNESS))('%s shows it and runs none of it', async (name) => {
    const reporter = (await reporterOf(name))!;
    const [hostile, harmless] = await Promise.all(
      [ALL, HARMLESS].map((texts) => rendered(reporter.render(matterOf(hostileRunOf(texts))))),
    );
    HARMLESSNESS[name]!(hostile!, harmless!);
    // An HTML page and a workbook are opened by programs that give control characters no meaning; all others are also shown on terminals.
    if (!['xlsx', 'html'].includes(name))
      expect(hostile!.toString()).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
  });
});
