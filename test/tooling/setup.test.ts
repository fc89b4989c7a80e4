import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const tools = fileURLToPath(new URL('../../.tools', import.meta.url));

describe('the setup before the tests', () => {
  let folder: string;
  /** Runs it where the only programs are those of `bin`, and returns what it says it does. */
  const setup = () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['.tools/setup.mjs'], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: join(folder, 'bin') },
    });
    expect({ stdout, status }, stderr).toEqual({ stdout: '', status: 0 });
    return stderr;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tzt-setup-'));
    cpSync(tools, join(folder, '.tools'), { recursive: true });
    for (const name of ['bin', 'node_modules', 'test/browser']) mkdirSync(join(folder, name), { recursive: true });
    program('chromium', ':');
    program('pdftotext', ':');
    writeFileSync(join(folder, 'package-lock.json'), '{}');
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), '{}');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('does nothing when all is present', () => {
    program('npm', 'echo npm was called >&2');
    program('apt-get', 'echo apt-get was called >&2');
    expect(setup()).not.toContain('was called');
  });

  it('installs the packages when they are older than the lock file', () => {
    program('npm', 'echo "npm was called: $*" >&2');
    utimesSync(join(folder, 'node_modules/.package-lock.json'), 1, 1);
    expect(setup()).toContain('npm was called: ci');
  });

  it('installs the packages when there are none', () => {
    program('npm', 'echo "npm was called: $*" >&2');
    rmSync(join(folder, 'node_modules'), { recursive: true });
    expect(setup()).toContain('npm was called: ci');
  });

  it('names a program of Debian that it cannot install, and goes on', () => {
    rmSync(join(folder, 'bin/chromium'));
    expect(setup()).toContain('apt-get install chromium');
  });

  it('goes on when apt-get fails', () => {
    rmSync(join(folder, 'bin/chromium'));
    program('apt-get', 'exit 100');
    expect(setup()).toContain('chromium');
  });

  it('wants no browser for tests that are not there', () => {
    rmSync(join(folder, 'bin/chromium'));
    rmSync(join(folder, 'test/browser'), { recursive: true });
    expect(setup()).not.toContain('chromium');
  });

  function program(name: string, script: string): void {
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
});
