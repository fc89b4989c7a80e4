import { createHash } from 'node:crypto';

/** Bytes of a key: what HMAC-SHA-256 can use in full. */
export const KEY_BYTES = 32;

const SHORTEST_PASSPHRASE = 16;

/**
 * Reads the key a user gives (`TZT_KEY`): 32 bytes as hex or base64, or else a passphrase of at least 16 characters, of which the key is
 * the SHA-256. Space around it is no part of it. Returns null for anything shorter. A random key is the better one: a passphrase that
 * someone can guess gives the pseudonyms away.
 */
export function parseKey(text: string): Uint8Array | null {
  return parseStoredKey(text) ?? keyOfPassphrase(text.trim());
}

/** Reads a key file: 32 bytes as hex or base64 and nothing else, so that a file cut short is noticed; null otherwise. */
export function parseStoredKey(text: string): Uint8Array | null {
  const trimmed = text.trim();
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return bytesOf(trimmed, 'hex');
  // 32 bytes are 43 characters of base64 (plain or URL-safe), of which the last carries four bits, and one padding sign.
  if (/^[A-Za-z0-9+/_-]{42}[AEIMQUYcgkosw048]=?$/.test(trimmed)) return bytesOf(trimmed, 'base64');
  return null;
}

/** The text of a key file: 64 hex digits. */
export function formatKey(key: Uint8Array): string {
  return Buffer.from(key).toString('hex');
}

function bytesOf(text: string, encoding: 'hex' | 'base64'): Uint8Array {
  return new Uint8Array(Buffer.from(text, encoding));
}

function keyOfPassphrase(passphrase: string): Uint8Array | null {
  // One keyboard composes an ë, another sends it as two characters: both mean the same passphrase.
  const normalised = passphrase.normalize('NFC');
  if ([...normalised].length < SHORTEST_PASSPHRASE) return null;
  return new Uint8Array(createHash('sha256').update(normalised, 'utf8').digest());
}
