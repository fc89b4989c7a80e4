import { createHmac } from 'node:crypto';

/** Bytes that fit in one block of SHA-256 beside the mark and the length that end a message. */
const MOST_BYTES = 55;
const BLOCK_WORDS = 16;

/** The first 32 bits of the fractions of the square roots of the first 8 primes, and of the cube roots of the first 64 (FIPS 180-4). */
const [START, ROUNDS] = constants();
const schedule = new Int32Array(64);

/**
 * HMAC-SHA-256 with one key, for very many short texts: a run names every client of a delivery. Node makes three objects for each and takes three
 * times as long; here what depends on the key alone is worked out once (RFC 2104, section 4), and a short ASCII text is one block more. Any
 * other text goes to Node. The eight words that are returned are good until the next call.
 */
export function hmacSha256(key: Uint8Array): (text: string) => Int32Array {
  const inner = keyed(key, 0x36);
  const outer = keyed(key, 0x5c);
  const state = new Int32Array(8);
  const message = new Int32Array(BLOCK_WORDS);
  const digest = new Int32Array(BLOCK_WORDS);
  end(digest, 32);
  return (text) => {
    if (!fill(message, text)) {
      const bytes = createHmac('sha256', key).update(text, 'utf8').digest();
      for (let word = 0; word < 8; word++) state[word] = bytes.readInt32BE(word * 4);
      return state;
    }
    state.set(inner);
    stir(state, message);
    digest.set(state);
    state.set(outer);
    stir(state, digest);
    return state;
  };
}

/** Puts a short ASCII text in a block and ends it; false for any other text. */
function fill(block: Int32Array, text: string): boolean {
  const { length } = text;
  if (length > MOST_BYTES) return false;
  block.fill(0);
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return false;
    block[at >> 2]! |= code << (24 - 8 * (at & 3));
  }
  end(block, length);
  return true;
}

/** Ends the message in a block after `length` bytes of it; the block of the key came before. */
function end(block: Int32Array, length: number): void {
  block[length >> 2]! |= 0x80 << (24 - 8 * (length & 3));
  block[BLOCK_WORDS - 1] = (64 + length) * 8;
}

/** The state after the block that is the key, each byte turned by `pad`. */
function keyed(key: Uint8Array, pad: number): Int32Array {
  const block = new Int32Array(BLOCK_WORDS);
  for (let word = 0; word < BLOCK_WORDS; word++) {
    let value = 0;
    for (let byte = 0; byte < 4; byte++) value = (value << 8) | ((key[word * 4 + byte] ?? 0) ^ pad);
    block[word] = value;
  }
  const state = START.slice();
  stir(state, block);
  return state;
}

/** One block of SHA-256 (FIPS 180-4, 6.2.2), with the names of the standard. */
function stir(state: Int32Array, block: Int32Array): void {
  const w = schedule;
  const k = ROUNDS;
  for (let t = 0; t < BLOCK_WORDS; t++) w[t] = block[t]!;
  for (let t = BLOCK_WORDS; t < 64; t++) {
    const w15 = w[t - 15]!;
    const w2 = w[t - 2]!;
    const s0 = ((w15 >>> 7) | (w15 << 25)) ^ ((w15 >>> 18) | (w15 << 14)) ^ (w15 >>> 3);
    const s1 = ((w2 >>> 17) | (w2 << 15)) ^ ((w2 >>> 19) | (w2 << 13)) ^ (w2 >>> 10);
    w[t] = (w[t - 16]! + s0 + w[t - 7]! + s1) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let t = 0; t < 64; t++) {
    const sum1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + sum1 + ((e & f) ^ (~e & g)) + k[t]! + w[t]!) | 0;
    const sum0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

function constants(): [Int32Array, Int32Array] {
  const primes: number[] = [];
  for (let number = 2; primes.length < 64; number++)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  const fraction = (root: number) => Math.floor((root % 1) * 2 ** 32) | 0;
  const roots = (list: readonly number[], root: (of: number) => number) =>
    Int32Array.from(list, (prime) => fraction(root(prime)));
  return [roots(primes.slice(0, 8), Math.sqrt), roots(primes, Math.cbrt)];
}
