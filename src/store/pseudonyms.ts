import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { Pseudonyms } from '../domain/pseudonyms.ts';
import { KEY_BYTES } from './key.ts';

/**
 * Names that only the holder of the key can connect with what they stand for. Clients are `p-` and 20 letters (80 bits), fingerprints
 * 24 letters (96 bits), whose parts are kept apart: `['a', 'b']` is not `['ab']`.
 */
export interface KeyedPseudonyms extends Pseudonyms {
  /** A reference number, for reports that are published: `r-` and 20 letters, 80 bits. */
  reference(text: string): string;
  /** Kept in the store, so that another key is noticed before two sets of pseudonyms are mixed. Says nothing about the key. */
  readonly keyCheck: string;
}

/** Makes pseudonyms with a key of 32 bytes; throws RangeError for any other length (our bug). */
export function createPseudonyms(key: Uint8Array): KeyedPseudonyms {
  if (key.length !== KEY_BYTES) throw new RangeError(`a key has ${KEY_BYTES} bytes`);
  const secret = createSecretKey(key);
  return {
    client: (canonicalKey) => keyed(secret, 'p-', 'client', [canonicalKey], 20),
    reference: (text) => keyed(secret, 'r-', 'reference', [text], 20),
    fingerprint: (parts) => keyed(secret, '', 'fingerprint', parts, 24),
    keyCheck: keyed(secret, '', 'key-check', [], 24),
  };
}

/**
 * Sixteen letters, four bits each. No digits: a name can then never look like a BSN, and no spreadsheet takes it for a number or a date.
 * No vowels: it never spells a word.
 */
const LETTERS = [...'bcdfghjklmnpqrst'];
/** By the value of a byte: its two letters. */
const PAIRS = LETTERS.flatMap((high) => LETTERS.map((low) => high + low));

/**
 * `before`, and the first `letters` letters of HMAC-SHA-256 over purpose and parts. JSON keeps parts apart, the line break keeps the purpose apart.
 * A run names every client of a delivery: a key made once and a digest as text take half the time of bytes.
 */
function keyed(secret: KeyObject, before: string, purpose: string, parts: readonly string[], letters: number): string {
  const digest = createHmac('sha256', secret)
    .update(`tzt ${purpose}\n${JSON.stringify(parts)}`, 'utf8')
    .digest('binary');
  let name = before;
  for (let index = 0; index < letters / 2; index++) name += PAIRS[digest.charCodeAt(index)]!;
  return name;
}
