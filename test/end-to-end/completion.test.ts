import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workplace } from './run-tzt.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const isHere = (shell: string) => spawnSync('sh', ['-c', `command -v ${shell}`]).status === 0;

let place: Awaited<ReturnType<typeof workplace>>;
beforeAll(async () => {
  place = await workplace();
  mkdirSync(join(place.folder, 'bin'));
  symlinkSync(CLI, join(place.folder, 'bin/tzt'));
});
afterAll(() => place.remove());

/** Runs a script in a real shell whose `tzt` is the built program. */
function inShell(shell: string, args: readonly string[], script: string): string[] {
  writeFileSync(join(place.folder, 'script'), script);
  const env = { ...process.env, PATH: `${join(place.folder, 'bin')}:${process.env.PATH}` };
  const { stdout, stderr } = spawnSync(shell, [...args, 'script'], { cwd: place.folder, env, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.trimEnd().split('\n');
}

describe('completion in bash', () => {
  it('completes commands, options, reports, rules and schemas, leaves files to the shell, and runs nothing that is typed', () => {
    const lines = inShell(
      'bash',
      ['--norc'],
      `source <(tzt completion bash)
source <(tzt completion bash)
compopt() { printf 'compopt %s ' "$*"; }
try() { COMP_WORDS=("$@"); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _tzt; echo "\${COMPREPLY[*]}"; }
try tzt val
try tzt explain vpt
try tzt validate --no-s
try tzt validate --report json,csv,html,mark
try tzt validate --report = mark
try tzt validate --fail-on ''
try tzt validate --role declaraties.csv=cla
try tzt validate map/
try tzt validate --as-of ''
try tzt runs pr
try tzt schema pol
try tzt weg ''
try tzt validate '$(touch gedraaid)' ''
`,
    );
    expect(lines).toEqual([
      'validate',
      'vpt-client',
      '--no-store',
      'compopt -o nospace json,csv,html,markdown',
      'markdown',
      'error warning new',
      'declaraties.csv=claims',
      'compopt -o default ',
      '',
      'prune',
      'policy',
      '',
      'compopt -o default',
    ]);
    expect(existsSync(join(place.folder, 'gedraaid'))).toBe(false);
  });
});

describe('completion in other shells', () => {
  it.skipIf(!isHere('fish'))('fish', () => {
    const script =
      'tzt completion fish | source\ncomplete -C "tzt explain vpt"\ncomplete -C "tzt validate --fail-on "\n';
    expect(inShell('fish', ['--no-config'], script).map((line) => line.split('\t')[0])).toEqual([
      'vpt-client',
      ...['error', 'new', 'warning'],
    ]);
  });

  it.skipIf(!isHere('zsh'))('zsh', () => {
    const script = `compdef() { : }
source <(tzt completion zsh)
_describe() { print -l -- $found }
_files() { print files }
try() { words=("$@"); CURRENT=$#words; _tzt }
try tzt explain vpt
try tzt validate --report=js
try tzt validate ''
`;
    const [rule, ...rest] = inShell('zsh', ['--no-rcs'], script);
    expect(rule).toMatch(/^vpt-client:\p{Lu}/u);
    expect(rest).toEqual(['--report=json:', 'files']);
  });

  it('PowerShell gets a script that names the program, and any other shell a message', async () => {
    expect((await place.tzt(['completion', 'powershell'])).stdout).toContain(
      'Register-ArgumentCompleter -Native -CommandName tzt',
    );
    const { exitCode, stderr } = await place.tzt(['completion', 'cmd']);
    expect([exitCode, stderr.trim()]).toEqual([
      2,
      'Voor "cmd" is er geen aanvulling. Kies uit: bash, zsh, fish, powershell.',
    ]);
  });
});
