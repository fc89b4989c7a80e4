/**
 * Bundles the script of the HTML report (src/reporters/html/client) into a string in src/reporters/html/client-script.ts, so that the report
 * needs no bundler and no file at run time. `--check` writes nothing and fails when the string is not what the sources give.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = `${root}src/reporters/html/client-script.ts`;

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['src/reporters/html/client/main.ts'],
  write: false,
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: ['chrome100', 'firefox100', 'safari15.4'],
  charset: 'utf8',
  logLevel: 'warning',
  tsconfig: 'src/reporters/html/client/tsconfig.json',
});
const script = outputFiles[0].text.trim();
if (script.includes('</')) throw new Error('a script element cannot hold "</"');
const source = `// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are template strings, of a script within a string
// Made by \`npm run client-script\` from the files in client/. Do not edit.
/** The script of the page. */
export const CLIENT_SCRIPT =
  ${quoted(script)};
`;
if (!process.argv.includes('--check')) {
  await writeFile(target, source);
  console.error(`client-script: ${Buffer.byteLength(script)} bytes`);
} else if ((await readFile(target, 'utf8')) !== source) {
  console.error('src/reporters/html/client-script.ts is not what its sources give; run: npm run client-script');
  process.exitCode = 1;
}

/** A literal as the formatter writes it: in the quotes that need the fewest escapes. */
function quoted(text) {
  const body = text.replace(/[\\]/g, '\\\\').replace(/\n/g, '\\n');
  const singles = body.split("'").length;
  const doubles = body.split('"').length;
  return singles > doubles ? `"${body.replace(/"/g, '\\"')}"` : `'${body.replace(/'/g, "\\'")}'`;
}
