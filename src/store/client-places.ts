import type { Database } from 'better-sqlite3';
import { IntColumn } from '../domain/int-column.ts';

/** Clients that share a row of `client_places`, about: two rows fit on a page of the file, and a client is found by reading one. */
const CLIENTS_PER_SHELF = 200;
/** Integers of an entry: the hash of the client and the block it is in. */
const WIDTH = 2;

/** 32 bits of a pseudonym (FNV-1a over its characters). Part of the file format. */
export function hashOf(client: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < client.length; index++) hash = Math.imul(hash ^ client.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Where the clients of a run are, while it is saved: on shelves by their hash, so that a client is found by looking at one. */
export class ClientPlaces {
  readonly #hashes = new IntColumn();
  readonly #blocks = new IntColumn();

  add(client: string, block: number): void {
    this.#hashes.push(hashOf(client));
    this.#blocks.push(block);
  }

  /** Writes the shelves of the run and how many there are. */
  save(db: Database, run: number): void {
    const { length } = this.#hashes;
    const shelves = Math.ceil(length / CLIENTS_PER_SHELF);
    db.prepare('UPDATE runs SET shelves = ? WHERE number = ?').run(shelves, run);
    const shelfOf = (entry: number) => (this.#hashes.at(entry) >>> 0) % shelves;
    const ends = new Int32Array(shelves + 1);
    for (let entry = 0; entry < length; entry++) ends[shelfOf(entry) + 1]!++;
    for (let shelf = 0; shelf < shelves; shelf++) ends[shelf + 1]! += ends[shelf]!;
    const starts = ends.slice(0, shelves);
    const entries = Buffer.alloc(length * WIDTH * 4);
    for (let entry = 0; entry < length; entry++) {
      const at = starts[shelfOf(entry)]!++ * WIDTH * 4;
      entries.writeInt32LE(this.#hashes.at(entry), at);
      entries.writeInt32LE(this.#blocks.at(entry), at + 4);
    }
    const insert = db.prepare('INSERT INTO client_places (run, shelf, entries) VALUES (?, ?, ?)');
    for (let shelf = 0; shelf < shelves; shelf++) {
      const [start, end] = [ends[shelf]!, ends[shelf + 1]!];
      if (end > start) insert.run(run, shelf, entries.subarray(start * WIDTH * 4, end * WIDTH * 4));
    }
  }
}

/** The blocks in which lines of a client may be, of the entries of its shelf; each once, in order. */
export function blocksOf(hash: number, entries: Buffer): number[] {
  const blocks = new Set<number>();
  for (let at = 0; at + WIDTH * 4 <= entries.length; at += WIDTH * 4) {
    if (entries.readUInt32LE(at) === hash) blocks.add(entries.readInt32LE(at + 4));
  }
  return [...blocks].sort((a, b) => a - b);
}
