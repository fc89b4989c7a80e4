import columnNames from '../../schemas/columns.json' with { type: 'json' };
import type { ByteSource } from '../../src/domain/byte-source.ts';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import type { Role } from '../../src/domain/role.ts';
import type { RunResult } from '../../src/domain/run.ts';
import { wordsFor } from '../../src/messages/words-for.ts';
import { type ReadDelivery, readDelivery } from '../../src/pipeline/read-delivery.ts';
import type { NamedSource, ReadSettings } from '../../src/pipeline/read-settings.ts';
import { type ValidateSettings, validateSources } from '../../src/pipeline/validate.ts';
import { createPseudonyms } from '../../src/store/pseudonyms.ts';
import { day } from '../builders/days.ts';
import { SHIPPED } from '../builders/policies.ts';

/** Files by their name: text is UTF-8. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** What a test says of how files are read; the rest is the default. */
export type Reading = Partial<Omit<ReadSettings, 'technology'>> & { readonly roles?: Readonly<Record<string, Role>> };

/** How files are read unless a test says otherwise: on 3 April 2026, with the columns, codes and limits as shipped. */
export const READING: ReadSettings = {
  columnsFor: () => columnNames,
  limits: DEFAULT_LIMITS,
  asOf: day('2026-04-03'),
  technology: SHIPPED.codes,
};

/** Bytes in memory, given in chunks of `size`. */
export function bytesInChunks(content: string | Uint8Array, size = 65_536): ByteSource {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    size: bytes.length,
    async *chunks() {
      for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
    },
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  };
}

/** Reads files as one delivery. */
export function deliver(files: Files, reading: Reading = {}): Promise<ReadDelivery> {
  return readDelivery(sourcesOf(files, reading), { ...READING, ...reading });
}

/** Reads and judges files as one delivery on 3 April 2026, without a store. */
export function validated(files: Files, settings: Reading & Partial<ValidateSettings> = {}): Promise<RunResult> {
  const { technology: _, ...reading } = READING;
  return validateSources(sourcesOf(files, settings), {
    ...reading,
    policies: SHIPPED,
    pseudonyms: createPseudonyms(Buffer.alloc(32, 7)),
    tool: { name: 'tzt', version: '0.0.0' },
    runId: () => 'r-1',
    startedAt: '2026-04-03T09:00:00Z',
    months: null,
    failOn: 'error',
    severities: new Map(),
    weakened: [],
    payerCaps: [],
    notices: [],
    ...settings,
  });
}

/** Findings of a delivery as `file:row rule [column]`, in the order of reading. */
export function faults({ findings, inputs }: ReadDelivery): string[] {
  return findings.map(({ rule, places: [place] }) => {
    const input = inputs[place?.input ?? -1];
    return `${input?.sheet ?? input?.name}:${place?.row} ${rule} ${place?.column ?? ''}`.trim();
  });
}

/** Lines of a delivery as `row code first/last minutes`, credits with a minus. */
export function linesOf({ lines }: ReadDelivery): string[] {
  return Array.from({ length: lines.length }, (_, line) => {
    const minutes = (lines.isCredit(line) ? -1 : 1) * lines.minutes(line);
    return [lines.row(line), lines.code(line), lines.first(line), lines.last(line), minutes].join(' ');
  });
}

/** The Dutch sentences of all findings and notices, as a biller reads them. */
export function sentences({ findings, inputs }: RunResult): string[] {
  const words = wordsFor('nl');
  return [
    ...findings.map((finding) => words.message(finding)),
    ...inputs.flatMap(({ notices }) => notices.map((notice) => words.notice(notice))),
  ];
}

function sourcesOf(files: Files, { roles = {} }: Reading): NamedSource[] {
  return Object.entries(files).map(([name, content]) => {
    const role = roles[name];
    return { name, bytes: bytesInChunks(content), ...(role ? { role } : {}) };
  });
}
