import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const EXPORTS = [...read('src/index.ts').matchAll(/^export (?:type )?\{([^}]*)\} from '\.\/(.+)';$/gm)].flatMap(
  ([, names = '', file = '']) =>
    names
      .split(',')
      .map((name) => name.replace('type ', '').trim())
      .filter((name) => name !== '')
      .map((name) => [name, file] as const),
);

describe('docs/api', () => {
  const pages = read('docs/api/README.md');

  it('has what the library exports; `npm run docs` writes it again', () => {
    const headings = [...pages.matchAll(/^### (\w+)/gm)].map(([, name]) => name);
    expect(headings.sort()).toEqual(EXPORTS.map(([name]) => name).sort());
  });

  it.each(EXPORTS)('%s has a sentence where it is declared', (name, file) => {
    const declared = new RegExp(String.raw`\*/\nexport (async function|interface|type|const|class) ${name}\b`);
    expect(read(`src/${file}`)).toMatch(declared);
  });
});
