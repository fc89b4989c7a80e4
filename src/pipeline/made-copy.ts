import type { RunInput } from '../domain/run.ts';
import type { LostPart } from '../messages/copy-labels.ts';

/** The bytes of a copy, and what it could not keep of its input. */
export interface MadeCopy {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly lost: readonly LostPart[];
}

/** An input of a run with its number. */
export interface NumberedInput {
  readonly input: RunInput;
  readonly number: number;
}
