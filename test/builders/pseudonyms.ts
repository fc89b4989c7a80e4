import type { Pseudonyms } from '../../src/domain/pseudonyms.ts';

/** Names one can read in a test; the real ones are keyed hashes. */
export const PLAIN_NAMES: Pseudonyms = {
  client: (key) => `p-${[...key].map((character) => character.codePointAt(0)?.toString(36)).join('')}`,
  fingerprint: (parts) => parts.join('|'),
};
