/** Keyed names: the same for the same key on every machine, and not to be reversed without it. */
export interface Pseudonyms {
  /** `p-…` for a client key (a clientnummer or a BSN). */
  client(clientKey: string): string;
  /** The fingerprint of a finding, of what identifies it. */
  fingerprint(parts: readonly string[]): string;
}
