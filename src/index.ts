/**
 * The library: validate a delivery without the command line. No disk but what it is given, no console, no process.
 */
export type { ByteSource } from './domain/byte-source.ts';
// biome-ignore lint/performance/noBarrelFile: the front door of the library, the one place that exports what lives elsewhere
export { dayFromIso, isoOf } from './domain/day.ts';
export { DEFAULT_LIMITS } from './domain/limits.ts';
export type { RunResult } from './domain/run.ts';
export { UserError } from './errors.ts';
export { CATALOGUE } from './pipeline/catalogue.ts';
export type { NamedSource } from './pipeline/read-settings.ts';
export { type ValidateSettings, validateSources } from './pipeline/validate.ts';
export { policySet, type ReadPolicy } from './policies.ts';
