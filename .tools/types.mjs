/**
 * Writes dist/types, the types of what src/index.ts exports and nothing else, and dist/index.d.cts, the same for CommonJS.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const types = join(root, 'dist/types');
const index = join(types, 'index.d.ts');

rmSync(types, { recursive: true, force: true });
emit();
prune();
writeFileSync(join(root, 'dist/index.d.cts'), commonJs());

/** Not checked here: `npm run typecheck` does that, and checking would cost ten times what writing costs. */
function emit() {
  const path = join(root, '.tsconfig.types.json');
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root, undefined, path);
  const program = ts.createProgram([join(root, 'src/index.ts')], { ...options, noCheck: true });
  const { diagnostics } = program.emit();
  if (diagnostics.length === 0) return;
  const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' };
  throw new Error(ts.formatDiagnostics(diagnostics, host));
}

/** Removes the types of what no exported type leans on: half the program is behind one function. */
function prune() {
  const kept = new Set();
  const follow = (file) => {
    if (kept.has(file)) return;
    kept.add(file);
    for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles) {
      const target = join(dirname(file), fileName.replace(/\.tsx?$/, '.d.ts'));
      if (fileName.startsWith('.') && existsSync(target)) follow(target);
    }
  };
  follow(index);
  for (const entry of readdirSync(types, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !kept.has(path)) rmSync(path);
  }
  for (const folder of readdirSync(types, { withFileTypes: true })) {
    const path = join(types, folder.name);
    if (
      folder.isDirectory() &&
      !readdirSync(path, { recursive: true, withFileTypes: true }).some((one) => one.isFile())
    )
      rmSync(path, { recursive: true });
  }
}

/** One name each, taken from the module, since a CommonJS file may import a module's types but not export all of them at once. */
function commonJs() {
  const lines = statementsOf(index)
    .filter(ts.isExportDeclaration)
    .flatMap(({ isTypeOnly, exportClause, moduleSpecifier }) => {
      const declared = statementsOf(join(types, moduleSpecifier.text.replace(/\.tsx?$/, '.d.ts')));
      return exportClause.elements.flatMap((element) => {
        const name = element.name.text;
        const type = `export type ${name} = tzt.${name};`;
        if (isTypeOnly || element.isTypeOnly) return [type];
        const isClass = declared.some((one) => ts.isClassDeclaration(one) && one.name?.text === name);
        return [`export declare const ${name}: typeof tzt.${name};`, ...(isClass ? [type] : [])];
      });
    });
  return `import type * as tzt from './types/index.d.ts' with { 'resolution-mode': 'import' };\n${lines.join('\n')}\n`;
}

function statementsOf(file) {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest).statements;
}
