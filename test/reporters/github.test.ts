import { describe, expect, it } from 'vitest';
import type { RunFinding, RunResult } from '../../src/domain/run.ts';
import { relativePath } from '../../src/reporters/escape.ts';
import { github } from '../../src/reporters/github.ts';
import { HOSTILE_TEXTS, hostileRunOf } from './hostile-texts.ts';
import { finding, matterOf, place, rendered } from './matter.ts';
import { APPROVED, REJECTED } from './runs.ts';

async function textOf(result: RunResult, language: 'nl' | 'en' = 'nl'): Promise<string> {
  return String(await rendered(github.render(matterOf(result, language))));
}

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Reads a line as GitHub's runner does: `::name key=value,key=value::text`, values and text unescaped. */
function commandOf(line: string): Command | null {
  const match = /^\s*::(\w[\w-]*)(?: (.*?))?::(.*)$/.exec(line);
  if (match === null) return null;
  const unescaped = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const pairs = (match[2] ?? '').split(',').filter((pair) => pair !== '');
  const properties = pairs.map((pair): [string, string] => {
    const split = pair.indexOf('=');
    return [pair.slice(0, split), unescaped(pair.slice(split + 1))];
  });
  return { name: match[1] ?? '', properties: Object.fromEntries(properties), text: unescaped(match[3] ?? '') };
}

async function commandsOf(result: RunResult): Promise<Command[]> {
  const lines = (await textOf(result)).trimEnd().split('\n');
  return lines.map((line) => commandOf(line) ?? { name: `no command: ${line}`, properties: {}, text: '' });
}

const many = (count: number, more: Partial<RunFinding> = {}): RunResult => ({
  ...APPROVED,
  findings: Array.from({ length: count }, (_, row) => finding({ places: [place(row + 2)], ...more })),
});

describe('annotations on GitHub', () => {
  it('are the golden file, in Dutch and in English', async () => {
    await expect(await textOf(REJECTED)).toMatchFileSnapshot('../goldens/reporters/github-annotaties.txt');
    await expect(await textOf(REJECTED, 'en')).toMatchFileSnapshot('../goldens/reporters/github-annotaties-en.txt');
  });

  it.each([
    ['rejected', 'error'],
    ['incomplete', 'warning'],
    ['approved', 'notice'],
  ] as const)('say the verdict %s as %s', async (verdict, level) => {
    const commands = await commandsOf({ ...APPROVED, run: { ...APPROVED.run, verdict } });
    expect(commands.map(({ name }) => name)).toEqual([level]);
  });

  it('are no red mark for what somebody accepted', async () => {
    const waiver = { reason: 'Afgesproken', owner: 'A. Biller', until: '2026-06-30' };
    const commands = await commandsOf(many(1, { severity: 'error', waiver }));
    expect(commands.map(({ name }) => name)).toEqual(['notice', 'notice']);
    expect(commands[1]?.text).toContain('A. Biller');
  });

  it('point at the file and the row', async () => {
    const [, first] = await commandsOf(REJECTED);
    expect(first?.properties).toMatchObject({ file: 'declaraties.csv', line: '14' });
    expect(first?.properties.title).toContain('(client-key-conflict)');
  });

  it('are all there when there are ten of a level, and from eleven on the tenth says how many are not', async () => {
    const ten = await commandsOf(many(10));
    expect(ten.filter(({ name }) => name === 'warning')).toHaveLength(10);
    expect(ten.map(({ text }) => text).join('\n')).not.toContain('staan niet hier');
    const eleven = await commandsOf(many(11));
    expect(eleven.filter(({ name }) => name === 'warning')).toHaveLength(10);
    expect(eleven.at(9)?.text).toBe(
      'Nog 2 bevindingen van deze ernst staan niet hier, maar in de samenvatting en de andere rapporten.',
    );
  });

  it('leave room for the verdict among ten of its level', async () => {
    const rejected = { ...APPROVED.run, verdict: 'rejected' } as const;
    const nine = await commandsOf({ ...many(9, { severity: 'error' }), run: rejected });
    expect(nine).toHaveLength(10);
    expect(nine.at(-1)?.text).not.toContain('niet hier');
    const ten = await commandsOf({ ...many(10, { severity: 'error' }), run: rejected });
    expect(ten).toHaveLength(10);
    expect(ten.at(-1)?.text).toContain('Nog 2 bevindingen');
  });

  it('are commands of ours and nothing else, whatever stood in the files', async () => {
    for (const text of HOSTILE_TEXTS) {
      const run = hostileRunOf([text]);
      const commands = await commandsOf(run);
      for (const { name, properties } of commands) {
        expect(['error', 'warning', 'notice']).toContain(name);
        for (const key of Object.keys(properties)) expect(['file', 'line', 'title']).toContain(key);
      }
      const files = new Set(commands.flatMap(({ properties }) => properties.file ?? []));
      if (relativePath(text).length < 1000) expect([...files]).toEqual([relativePath(text)]);
    }
  });

  it('never show a clientnummer or a reference number', async () => {
    const text = await textOf(REJECTED);
    expect(text).not.toMatch(/C100\d/);
    expect(text).not.toMatch(/R-\d+|X-4/);
    expect(text).toContain(matterOf(REJECTED).pseudonym('C1001'));
  });
});
