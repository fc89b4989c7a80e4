/**
 * `npm run setup`: installs what building and testing need and what is not there yet. Quick when all is present; says what it does.
 * Debian's packages are only for tests that look at a report with another program; those tests say so themselves when it is missing.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Programs from Debian, the packages they come from, and the tests that use them. */
const PROGRAMS = [
  { program: 'chromium', packages: ['chromium'], usedBy: 'test/browser' },
  { program: 'pdftotext', packages: ['poppler-utils'], usedBy: 'test/browser' },
  { program: 'soffice', packages: ['libreoffice-calc-nogui'], usedBy: 'test/office' },
];

installPackages();
installPrograms(PROGRAMS.filter(({ program, usedBy }) => existsSync(join(root, usedBy)) && !onPath(program)));

function installPackages() {
  if (upToDate()) return say('npm-pakketten: aanwezig');
  say('npm-pakketten: npm ci');
  // npm's own output goes to standard error: standard output of a setup is for the tests that follow.
  execFileSync('npm', ['ci'], { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
}

/** npm writes node_modules/.package-lock.json last, so it is younger than the lock file it was installed from. */
function upToDate() {
  const installed = join(root, 'node_modules/.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function installPrograms(missing) {
  if (missing.length === 0) return say("programma's van Debian: niets te doen");
  const packages = missing.flatMap((program) => program.packages);
  if (!onPath('apt-get') || process.getuid?.() !== 0) {
    return say(`overgeslagen, alleen root kan dit op Debian: apt-get install ${packages.join(' ')}`);
  }
  say(`apt-get install ${packages.join(' ')}`);
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const done = apt('update') && apt('install', '--yes', '--no-install-recommends', ...packages);
  say(done ? 'geïnstalleerd' : "apt-get lukt hier niet; de tests die deze programma's nodig hebben, melden dat zelf");
}

function onPath(program) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, program)));
}

function say(text) {
  console.error(`setup: ${text}`);
}
