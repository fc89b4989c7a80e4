import { Worker } from 'node:worker_threads';
import { answerOf } from './thread-answer.ts';

/** Reads and hashes one file. A text, for it must run from the sources, from the bundle and in tests alike. */
const HASHING = `
const { createHash } = require('node:crypto');
const { closeSync, openSync, readSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const hash = createHash('sha256');
const chunk = Buffer.allocUnsafe(1 << 20);
const file = openSync(workerData.path, 'r');
for (let length = 1, left = workerData.size + 1; length > 0; left -= length) {
  length = readSync(file, chunk, 0, Math.min(chunk.length, left), null);
  hash.update(chunk.subarray(0, length));
}
closeSync(file);
parentPort.postMessage(hash.digest('hex'));
`;

/**
 * SHA-256 of a file of `size` bytes, in a thread of its own, beside whoever reads the file meanwhile. It begins at once; what is returned waits for it, and gives
 * null when it did not work out and the file is to be hashed in another way. Nobody who does not ask is kept waiting.
 * Of a file that has grown no more than one byte is read besides: it is another file by then, and may have no end.
 */
export function hashBeside(path: string, size: number): () => Promise<string | null> {
  return answerOf(new Worker(HASHING, { eval: true, workerData: { path, size }, execArgv: [] }));
}
