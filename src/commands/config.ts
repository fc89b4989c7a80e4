import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { closestMatch } from 'leven';
import { z } from 'zod';
import { dayFromIso } from '../domain/day.ts';
import { SEVERITIES, type Severity } from '../domain/finding.ts';
import { DEFAULT_LIMITS, type Limits } from '../domain/limits.ts';
import { ROLES } from '../domain/role.ts';
import type { RunResult } from '../domain/run.ts';
import type { PayerCap } from '../engine/check.ts';
import { UserError } from '../errors.ts';
import { CATALOGUE, CORE_RULES } from '../pipeline/catalogue.ts';

const LOWERED = z.enum([...SEVERITIES, 'off']);
const IsoDay = z.string().refine((text) => dayFromIso(text) !== null, 'geen datum in de vorm jjjj-mm-dd');

/** tzt.config.json (contract, section 9). Unknown keys are errors that name the nearest known key. */
export const ConfigShape = z.strictObject({
  $schema: z.string().optional(),
  language: z.enum(['nl', 'en']).optional().describe('Language of messages and reports'),
  store: z.string().optional().describe('SQLite store, relative to this file'),
  out: z.string().optional().describe('Folder for the reports, relative to this file'),
  reports: z.array(z.string()).optional().describe('Reports to write'),
  failOn: z.enum(['error', 'warning']).optional().describe('From which severity on the exit code is 1'),
  policies: z
    .string()
    .optional()
    .describe('Folder with policies to use instead of the shipped ones, relative to this file'),
  rules: z
    .record(z.string(), z.union([LOWERED, z.strictObject({ severity: LOWERED, reason: z.string().min(1) })]))
    .optional()
    .describe('Severity per rule; the core rules need a reason'),
  payerCaps: z
    .array(
      z.strictObject({
        uzovi: z.string().regex(/^\d{4}$/),
        minutes: z.int().positive(),
        from: IsoDay,
        to: IsoDay.nullable().optional(),
      }),
    )
    .optional()
    .describe('Lower monthly maximum agreed with an insurer'),
  columns: z
    .array(
      z.strictObject({
        files: z.string().describe('Name of the file; * stands for anything'),
        role: z.enum(ROLES),
        fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])).describe('Field → heading(s)'),
      }),
    )
    .optional()
    .describe('Headings of your own exports'),
  limits: z
    .strictObject(Object.fromEntries(Object.keys(DEFAULT_LIMITS).map((key) => [key, z.int().positive().optional()])))
    .optional(),
});
export type Config = z.infer<typeof ConfigShape>;

/** A configuration that was read, and the folder its paths are relative to. */
export interface ReadConfig {
  readonly config: Config;
  readonly folder: string;
}

/** Reads the configuration named, else tzt.config.json of the working folder, else none. Throws UserError that names what is wrong. */
export function readConfig(file: string | undefined, cwd: string): ReadConfig {
  const path = file === undefined ? join(cwd, 'tzt.config.json') : resolve(cwd, file);
  if (file === undefined && !existsSync(path)) return { config: {}, folder: cwd };
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? `is geen geldige JSON: ${error.message}` : 'is niet te lezen.';
    throw new UserError(`Instellingenbestand ${path} ${why}`, error);
  }
  const parsed = ConfigShape.safeParse(json);
  if (!parsed.success)
    throw new UserError(`Instellingenbestand ${path} klopt niet:\n${parsed.error.issues.map(explained).join('\n')}`);
  return { config: parsed.data, folder: dirname(path) };
}

/** Severities per rule, and which core rules are weakened by them. Throws UserError for an unknown rule, or a core rule lowered without a reason. */
export function severitiesOf(config: Config): {
  severities: Map<string, Severity | 'off'>;
  weakened: RunResult['weakened'];
} {
  const severities = new Map<string, Severity | 'off'>();
  const weakened: { rule: string; severity: Severity | 'off'; reason: string }[] = [];
  for (const [id, setting] of Object.entries(config.rules ?? {})) {
    const rule = CATALOGUE.find((candidate) => candidate.id === id);
    if (!rule)
      throw new UserError(
        `Instellingen: regel "${id}" bestaat niet.${nearest(
          id,
          CATALOGUE.map((known) => known.id),
        )}`,
      );
    const { severity, reason } = typeof setting === 'string' ? { severity: setting, reason: '' } : setting;
    severities.set(id, severity);
    if (!CORE_RULES.includes(id) || severity === rule.severity) continue;
    if (reason === '')
      throw new UserError(
        `Instellingen: kernregel "${id}" verlagen kan alleen met een reden: { "severity": "${severity}", "reason": "…" }.`,
      );
    weakened.push({ rule: id, severity, reason });
  }
  return { severities, weakened };
}

/** The lower caps of insurers. */
export function payerCapsOf(config: Config): PayerCap[] {
  return (config.payerCaps ?? []).map(({ uzovi, minutes, from, to }) => {
    const first = dayFromIso(from);
    if (first === null) throw new UserError(`Instellingen: ${from} is geen datum.`);
    return { uzovi, minutes, period: { first, last: to == null ? null : dayFromIso(to) } };
  });
}

/** The limits of reading, with what the configuration raises or lowers. */
export function limitsOf(config: Config): Limits {
  const given = Object.entries(config.limits ?? {}).filter(([, value]) => value !== undefined);
  return { ...DEFAULT_LIMITS, ...Object.fromEntries(given) };
}

/** ` Bedoelt u "…"?` when a known name is near. */
export function nearest(name: string, known: readonly string[]): string {
  const match = closestMatch(name, [...known], { maxDistance: Math.max(2, Math.floor(name.length / 3)) });
  return match === undefined ? '' : ` Bedoelt u "${match}"?`;
}

function explained(issue: z.core.$ZodIssue): string {
  const path = issue.path.map(String).join('.');
  if (issue.code !== 'unrecognized_keys') return `- ${path || '(bestand)'}: ${issue.message}`;
  return issue.keys
    .map(
      (key) =>
        `- ${[path, key].filter(Boolean).join('.')}: onbekende instelling.${nearest(key, knownKeys(issue.path))}`,
    )
    .join('\n');
}

/** Keys that are known where an unknown one was met. */
function knownKeys(path: readonly PropertyKey[]): string[] {
  if (path.length === 0) return Object.keys(ConfigShape.shape);
  switch (path[0]) {
    case 'limits':
      return Object.keys(DEFAULT_LIMITS);
    case 'rules':
      return ['severity', 'reason'];
    case 'payerCaps':
      return ['uzovi', 'minutes', 'from', 'to'];
    default:
      return ['files', 'role', 'fields'];
  }
}
