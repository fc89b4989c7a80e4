/** Options of every command that uses the store. */
export interface StoreOptions {
  readonly store?: string;
  readonly config?: string;
  readonly lang?: string;
  readonly color?: boolean;
}
