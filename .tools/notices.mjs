/**
 * The licences of the packages whose text is in the bundle: whoever passes that on must pass them on too.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One text of all notices, by the names of the packages; `files` are the paths of what was bundled, relative to `root`. */
export async function notices(files, root) {
  const folders = new Set(files.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  const texts = await Promise.all([...folders].map((folder) => notice(join(root, folder))));
  return texts.sort().join(`\n${'-'.repeat(80)}\n\n`);
}

async function notice(folder) {
  const { name, version, license, author } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)(\.|-mit|$)/i.test(entry));
  const text =
    file === undefined ? `Copyright ${author?.name ?? author ?? name}` : await readFile(join(folder, file), 'utf8');
  return `${name} ${version} (${license?.type ?? license})\n\n${text.trim()}\n`;
}
