import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { dayFromIso } from '../domain/day.ts';
import type { Severity } from '../domain/finding.ts';
import { DEFAULT_LIMITS, type Limits } from '../domain/limits.ts';
import { overlaps } from '../domain/period.ts';
import type { RunResult } from '../domain/run.ts';
import type { PayerCap } from '../engine/check.ts';
import { UserError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { CATALOGUE, CORE_RULES } from '../pipeline/catalogue.ts';
import { shapeFaults } from '../shape-faults.ts';
import { type Config, ConfigShape } from './config-shape.ts';

/** A configuration that was read, its file (null when there is none), and the folder its paths are relative to. */
export interface ReadConfig {
  readonly config: Config;
  readonly file: string | null;
  readonly folder: string;
}

/** Reads the configuration named, else tzt.config.json of the working folder, else none. Throws UserError that names what is wrong. */
export function readConfig(file: string | undefined, cwd: string): ReadConfig {
  const path = file === undefined ? join(cwd, 'tzt.config.json') : resolve(cwd, file);
  if (file === undefined && !existsSync(path)) return { config: {}, file: null, folder: cwd };
  const json = withoutNotes(parsed(path));
  const read = ConfigShape.safeParse(json);
  if (!read.success)
    throw new UserError(
      `Instellingenbestand ${path} klopt niet:\n${shapeFaults(ConfigShape, read.error, json).join('\n')}`,
    );
  return { config: read.data, file: path, folder: dirname(path) };
}

function parsed(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw new UserError(`Instellingenbestand ${path} is niet te lezen.`, error);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const comment = /^\s*(\/\/|\/\*)/m.test(text)
      ? ' Een toelichting schrijft u als sleutel: "// waarom": "daarom".'
      : '';
    throw new UserError(
      `Instellingenbestand ${path} is geen geldige JSON: ${(error as SyntaxError).message}.${comment}`,
      error,
    );
  }
}

/** JSON has no comments: a key that begins with `//` is one. */
function withoutNotes(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withoutNotes);
  if (json === null || typeof json !== 'object') return json;
  return Object.fromEntries(
    Object.entries(json).flatMap(([key, value]) => (key.startsWith('//') ? [] : [[key, withoutNotes(value)]])),
  );
}

/** Severities per rule, and which core rules are weakened by them. Throws UserError for an unknown rule, or a core rule lowered without a reason. */
export function severitiesOf({ config, file }: Pick<ReadConfig, 'config' | 'file'>): {
  severities: Map<string, Severity | 'off'>;
  weakened: RunResult['weakened'];
} {
  const severities = new Map<string, Severity | 'off'>();
  const weakened: { rule: string; severity: Severity | 'off'; reason: string }[] = [];
  const ids = CATALOGUE.map(({ id }) => id);
  for (const [id, setting] of Object.entries(config.rules ?? {})) {
    const rule = CATALOGUE.find((candidate) => candidate.id === id);
    if (!rule)
      throw new UserError(
        `${placeOf(file)}: rules.${id}: die regel bestaat niet.${nearest(id, ids)} Alle regels: tzt rules`,
      );
    const { severity, reason } = typeof setting === 'string' ? { severity: setting, reason: '' } : setting;
    severities.set(id, severity);
    if (!CORE_RULES.includes(id) || severity === rule.severity) continue;
    if (reason === '')
      throw new UserError(
        `${placeOf(file)}: rules.${id}: een kernregel verlagen kan alleen met een reden: { "severity": "${severity}", "reason": "…" }.`,
      );
    weakened.push({ rule: id, severity, reason });
  }
  return { severities, weakened };
}

/** The lower caps of insurers. Throws UserError when two of one insurer hold on the same day. */
export function payerCapsOf({ config, file }: Pick<ReadConfig, 'config' | 'file'>): PayerCap[] {
  const caps = (config.payerCaps ?? []).map(({ uzovi, minutes, from, to }) => {
    const first = dayFromIso(from);
    if (first === null) throw new RangeError(`the shape of the configuration let ${from} pass`);
    return { uzovi, minutes, period: { first, last: to == null ? null : dayFromIso(to) } };
  });
  for (const [index, cap] of caps.entries()) {
    const other = caps.findIndex(
      ({ uzovi, period }, at) => at > index && uzovi === cap.uzovi && overlaps(cap.period, period),
    );
    if (other >= 0)
      throw new UserError(
        `${placeOf(file)}: payerCaps.${index} en payerCaps.${other} van UZOVI ${cap.uzovi} gelden op dezelfde dagen. Geef de eerste een einde ("to").`,
      );
  }
  return caps;
}

/** How a message names where a setting stands: a file, or the options of a program that uses the library. */
export function placeOf(file: string | null): string {
  return file === null ? 'Instellingen' : `Instellingenbestand ${file}`;
}

/** The limits of reading, with what the configuration raises or lowers. */
export function limitsOf(config: Config): Limits {
  const given = Object.entries(config.limits ?? {}).filter(([, value]) => value !== undefined);
  return { ...DEFAULT_LIMITS, ...Object.fromEntries(given) };
}
