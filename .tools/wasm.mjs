/**
 * Compiles src/readers/wasm/scan.ts (AssemblyScript) into a string in a TypeScript file, so that the program needs no compiler and no file at
 * run time. `--check` writes nothing and fails when the string is not what its source gives.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const SOURCE = 'src/readers/wasm/scan.ts';
const TARGET = 'src/readers/csv-scan-code.ts';
const root = fileURLToPath(new URL('..', import.meta.url));

const file = `// Made by \`npm run wasm\` from ${SOURCE}. Do not edit.
/** The scanner of plain records as a WebAssembly module, in base64. */
export const CSV_SCAN_CODE =
  '${(await compiled()).toString('base64')}';
`;
if (!process.argv.includes('--check')) {
  await writeFile(`${root}${TARGET}`, file);
  console.error(`${TARGET}: ${Buffer.byteLength(file)} bytes`);
} else if ((await readFile(`${root}${TARGET}`, 'utf8')) !== file) {
  console.error(`${TARGET} is not what its source gives; run: npm run wasm`);
  process.exitCode = 1;
}

async function compiled() {
  let binary = Buffer.alloc(0);
  const options = ['--runtime', 'stub', '--importMemory', '--noAssert', '--enable', 'simd', '-O3', '--converge'];
  const { error, stderr } = await main([SOURCE, '--outFile', 'scan.wasm', ...options], {
    readFile: (name, folder) => readFile(`${root}${folder}/${name}`, 'utf8').catch(() => null),
    writeFile: (_name, contents) => {
      binary = Buffer.from(contents);
    },
    listFiles: () => [],
  });
  if (error) throw new Error(stderr.toString(), { cause: error });
  return binary;
}
