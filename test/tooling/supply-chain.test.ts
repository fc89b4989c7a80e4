import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}
const packages = Object.entries(
  (JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages,
);
const manifest = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('what is installed', () => {
  it('comes with a checksum, and from nowhere but the registry', () => {
    const isElsewhere = (resolved: string) => !resolved.startsWith('https://registry.npmjs.org/');
    // The development packages of other platforms are in the lock file by name only.
    const strangers = packages.filter(
      ([path, { resolved, integrity, optional }]) =>
        path !== '' &&
        ((resolved !== undefined && isElsewhere(resolved)) || !(integrity?.startsWith('sha512-') || optional)),
    );
    expect(strangers.map(([path]) => path)).toEqual([]);
  });

  it('runs a script of its own only where that is allowed, and nothing that is allowed is absent', () => {
    const running = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    // fsevents is for macOS alone and optional; npm leaves its script out elsewhere.
    const expected = [...Object.keys(manifest.allowScripts), 'fsevents'];
    expect([...new Set(running)].filter((name) => !expected.includes(name))).toEqual([]);
    expect(Object.keys(manifest.allowScripts).sort()).toEqual(['better-sqlite3', 'esbuild']);
  });
});

describe('what is installed with the program', () => {
  const listed = read('src/README.md').slice(read('src/README.md').indexOf('## Packages'));

  it.each(Object.keys(manifest.dependencies))('%s has its reason in src/README.md', (name) => {
    expect(listed).toMatch(new RegExp(`^\\| (?:.*[, ])?${name.replaceAll('/', '\\/')}(?:,.*)? \\|`, 'm'));
  });

  it('is in src/README.md to the last package, those that packages bring included', () => {
    const production = packages
      .filter(([path, { dev, devOptional, optional }]) => path !== '' && !dev && !devOptional && !optional)
      .map(([path]) => nameOf(path));
    const tree = listed.slice(listed.indexOf('The whole tree'));
    expect([...new Set(production)].filter((name) => !tree.includes(`\`${name}\``))).toEqual([]);
  });
});
