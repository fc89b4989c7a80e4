import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import { LineVerdicts } from '../../src/domain/line-verdicts.ts';
import type { RunResult } from '../../src/domain/run.ts';
import { wordsFor } from '../../src/messages/words-for.ts';
import { type CopySource, copySources } from '../../src/pipeline/copies.ts';
import type { CopyKind } from '../../src/reporters/copies/copy-kind.ts';
import { bytesInChunks, type Files, validated } from './delivered.ts';

type Settings = NonNullable<Parameters<typeof validated>[1]>;

/** A run of files, and what copies of its claims are made by. */
export interface CopiedRun {
  readonly result: RunResult;
  readonly verdicts: LineVerdicts;
  readonly sources: readonly CopySource[];
}

/** Judges files as one delivery, ready to be copied; `changed` puts other bytes in the place of a file after it was judged. */
export async function copied(files: Files, settings: Settings = {}, changed: Files = {}): Promise<CopiedRun> {
  const verdicts = new LineVerdicts();
  const result = await validated(files, { ...settings, verdicts });
  const named = Object.entries({ ...files, ...changed }).map(([name, content]) => ({
    name,
    bytes: bytesInChunks(content),
  }));
  const facts = { result, words: wordsFor('nl'), verdicts, limits: settings.limits ?? DEFAULT_LIMITS };
  return { result, verdicts, sources: copySources(named, facts) };
}

/** The bytes of a copy, and what it lost. */
export async function made(
  source: CopySource | undefined,
  kind: CopyKind,
): Promise<{ bytes: Buffer; lost: readonly string[] }> {
  if (source === undefined) throw new Error('there is no file with claims');
  const copy = await source.make(kind);
  if (copy === null) throw new Error(`no line belongs in ${kind}`);
  const { bytes, lost } = copy;
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return { bytes: Buffer.concat(parts), lost };
}
