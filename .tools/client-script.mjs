/**
 * Bundles the scripts of the pages (the HTML report, the local page) into strings in TypeScript files, so that a page needs no bundler and no
 * file at run time. `--check` writes nothing and fails when a string is not what its sources give.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const HEAD = `// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are template strings, of a script within a string
// Made by \`npm run client-script\` from the files in client/. Do not edit.
/** The script of the page. */
`;
const PAGES = ['src/reporters/html', 'src/commands/serve'];

for (const page of PAGES) {
  const target = `${page}/client-script.ts`;
  const source = await bundled(`${page}/client`);
  if (!process.argv.includes('--check')) {
    await writeFile(`${root}${target}`, source);
    console.error(`${target}: ${Buffer.byteLength(source)} bytes`);
  } else if ((await readFile(`${root}${target}`, 'utf8')) !== source) {
    console.error(`${target} is not what its sources give; run: npm run client-script`);
    process.exitCode = 1;
  }
}

async function bundled(folder) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`${folder}/main.ts`],
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome100', 'firefox100', 'safari15.4'],
    charset: 'utf8',
    logLevel: 'warning',
    tsconfig: `${folder}/tsconfig.json`,
  });
  const script = outputFiles[0].text.trim();
  if (script.includes('</')) throw new Error('a script element cannot hold "</"');
  return `${HEAD}export const CLIENT_SCRIPT =
  ${quoted(script)};
`;
}

/** A literal as the formatter writes it: in the quotes that need the fewest escapes. */
function quoted(text) {
  const body = text.replace(/[\\]/g, '\\\\').replace(/\n/g, '\\n');
  const singles = body.split("'").length;
  const doubles = body.split('"').length;
  return singles > doubles ? `"${body.replace(/"/g, '\\"')}"` : `'${body.replace(/'/g, "\\'")}'`;
}
