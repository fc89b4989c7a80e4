import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import { recogniseFormat } from '../../src/readers/format.ts';
import { openWorkbook } from '../../src/readers/xlsx.ts';
import { classifyCompoundFile } from '../../src/readers/xlsx-compound.ts';
import { memorySource } from './xlsx-build.ts';

const SECTOR = 512;
const END = 0xfffffffe;

/** A compound file whose directory holds these names, four to a sector; `next` links the sectors after the table in sector 0. */
function compoundFile(names: readonly string[], next: (sector: number, last: number) => number = chained): Buffer {
  const sectors = Math.max(1, Math.ceil(names.length / 4));
  const file = Buffer.alloc(SECTOR * (2 + sectors));
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.fill(0xff, 76, SECTOR);
  file.writeUInt32LE(0, 76);
  for (let sector = 1; sector <= sectors; sector += 1) file.writeUInt32LE(next(sector, sectors), SECTOR + sector * 4);
  names.forEach((name, index) => {
    const entry = SECTOR * 2 + index * 128;
    file.write(`${name}\0`, entry, 'utf16le');
    file.writeUInt16LE(name.length * 2 + 2, entry + 64);
  });
  return file;
}

function chained(sector: number, last: number): number {
  return sector === last ? END : sector + 1;
}

describe('a compound file is refused with the reason that helps', () => {
  it.each([
    ['an old workbook', ['Root Entry', 'Workbook'], 'legacy-xls'],
    ['an older workbook', ['Root Entry', 'Book'], 'legacy-xls'],
    ['an encrypted workbook', ['Root Entry', 'EncryptedPackage', 'EncryptionInfo'], 'encrypted-workbook'],
    ['a Word document', ['Root Entry', 'WordDocument', '1Table'], 'not-a-workbook'],
    [
      'a name in the second sector of the directory',
      ['Root Entry', 'a', 'b', 'c', 'd', 'EncryptionInfo'],
      'encrypted-workbook',
    ],
  ])('%s', async (_, names, reason) => {
    const file = compoundFile(names);
    expect(recogniseFormat(file)).toBe('cfb');
    await expect(classifyCompoundFile(memorySource(file))).rejects.toMatchObject({ name: 'UnreadableSource', reason });
    await expect(openWorkbook(memorySource(file), DEFAULT_LIMITS)).rejects.toMatchObject({ reason });
  });

  it('whose directory runs in a circle ends', async () => {
    const circle = compoundFile(['Root Entry', 'WordDocument'], () => 1);
    await expect(classifyCompoundFile(memorySource(circle))).rejects.toMatchObject({ reason: 'not-a-workbook' });
  });

  it('that is cut off anywhere is taken for an old workbook, unless its names say otherwise', async () => {
    const file = compoundFile(['Root Entry', 'Workbook']);
    for (let length = 8; length < file.length; length += 10) {
      await expect(classifyCompoundFile(memorySource(file.subarray(0, length)))).rejects.toMatchObject({
        reason: 'legacy-xls',
      });
    }
  });
});
