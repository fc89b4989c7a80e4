import * as z from 'zod';
import { SEVERITIES } from '../domain/finding.ts';

/** A number of things, never negative. */
export const count = (what: string) => z.int().min(0).describe(what);
/** Whole minutes; negative where credits outweigh. */
export const minutes = (what: string) => z.int().describe(`${what}, in whole minutes`);
/** Net minutes per prestatiecode. */
export const perCode = z.record(z.string(), z.int()).describe('Net minutes per prestatiecode');
/** A calendar month. */
export const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .describe('Calendar month, yyyy-mm');
/** A calendar day. */
export const day = (what: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .describe(`${what}, yyyy-mm-dd`);
/** A digest. */
export const sha256 = (what: string) => z.string().describe(`SHA-256 of ${what}, hexadecimal`);
/** Severity of a rule or finding. */
export const severity = z.enum(SEVERITIES);
/** A forecast of what a payer would send. */
export const returnCode = z
  .string()
  .nullable()
  .describe('Return code (COD954) a payer would probably send; a forecast, never a promise');
