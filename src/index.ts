/**
 * The library: validate a delivery without the command line. No disk but what it is given, no console, no process.
 */

export type { BookedLine, Ledger } from './domain/ledger.ts';
export type { Role } from './domain/role.ts';
export type { BaselineFinding, LineVerdict, RunFinding, RunResult, Verdict } from './domain/run.ts';
export type { Waiver } from './domain/waiver.ts';
// biome-ignore lint/performance/noBarrelFile: the front door of the library, the one place that exports what lives elsewhere
export { UserError } from './errors.ts';
export type { ContentInput, Input, InputContent, PathInput } from './library/inputs.ts';
export type { PolicyDocument, Progress, ValidateOptions } from './library/options.ts';
export { type ReportName, type Validation, validate } from './library/validate-files.ts';
export type { ReportDocument } from './reporters/report-schema.ts';
