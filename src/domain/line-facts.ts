/** What a technology line says, wherever it is kept: under a pseudonym, and without BSN. */
export interface LineFacts {
  /** The pseudonym of the client. */
  readonly client: string;
  readonly code: string;
  /** First and last day, both included, `jjjj-mm-dd`. */
  readonly first: string;
  readonly last: string;
  /** Never negative; `credit` carries the sign. */
  readonly minutes: number;
  readonly credit: boolean;
  /** Its own reference number, '' when it has none; a BSN in it is hidden. */
  readonly reference: string;
}
