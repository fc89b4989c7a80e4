import type { Database } from 'better-sqlite3';
import { ClientPlaces } from './client-places.ts';
import { BlockPacker } from './line-block.ts';
import type { StoredLine } from './stored-run.ts';

/** Writes the lines of a run as blocks, in the order given, and where their clients are. `inputs`: how many inputs the run has. */
export function saveLines(db: Database, run: number, lines: Iterable<StoredLine>, inputs: number): void {
  const insert = db.prepare('INSERT INTO line_blocks (run, number, lines, texts, numbers) VALUES (?, ?, ?, ?, ?)');
  const places = new ClientPlaces();
  const packer = new BlockPacker();
  let number = 0;
  let pending = 0;
  const flush = () => {
    if (pending === 0) return;
    const block = packer.block();
    insert.run(run, number++, block.lines, block.texts, block.numbers);
    pending = 0;
  };
  for (const line of lines) {
    if (line.input < 0 || line.input >= inputs) throw new RangeError('a line of an input that the run does not have');
    if (packer.isOther(line.client)) places.add(line.client, number);
    packer.push(line);
    pending++;
    if (packer.isFull) flush();
  }
  flush();
  places.save(db, run);
}
