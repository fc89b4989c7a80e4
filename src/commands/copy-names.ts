import { basename, extname } from 'node:path';

/** Longer names are cut: file systems take 255 bytes, and endings and a number come behind. */
const LONGEST = 120;

/**
 * File names for the copies of one file, one for each suffix: `maart-akkoord.csv`. Safe on every system, and numbered (`maart-2-akkoord.csv`)
 * when a name is not free. `name` is that of the file, perhaps with folders; `extension` replaces its own when given.
 */
export function copyNames(
  { name, extension }: { readonly name: string; readonly extension: string | null },
  suffixes: readonly string[],
  isFree: (name: string) => boolean,
): string[] {
  const file = basename(name.replaceAll('\\', '/'));
  const own = /^\.[a-z0-9]{1,5}$/i.test(extname(file)) ? extname(file) : '';
  const stem = safe(file.slice(0, file.length - own.length));
  for (let turn = 1; ; turn++) {
    const names = suffixes.map(
      (suffix) => `${stem}${turn === 1 ? '' : `-${turn}`}-${suffix}${extension ?? (own === '' ? '.csv' : own)}`,
    );
    if (names.every(isFree)) return names;
  }
}

/** Whether a file in a report folder is called as a copy is. */
export function isCopyName(name: string): boolean {
  return /-(?:tzt|akkoord|afgekeurd)\.[a-z0-9]{1,5}$/i.test(name);
}

/** Without what some system gives a meaning, what hides or turns text, and the mask of a BSN. */
function safe(stem: string): string {
  const plain = stem
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{C}\u2022]/gu, '_')
    .replace(/^[.\s-]+|[.\s]+$/g, '');
  const cut = [...plain].slice(0, LONGEST).join('');
  return cut === '' ? 'bestand' : cut;
}
