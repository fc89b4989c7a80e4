import type { ComparedRun } from './compared-run.ts';

/** In what two runs differ besides their findings. */
export interface Circumstances {
  /** Program version, limits or severities of core rules differ. */
  readonly rulesChanged: boolean;
  readonly versionChanged: boolean;
  /** Policies that one of the runs lacks, or has otherwise. */
  readonly changedPolicies: readonly string[];
  /** Whether core rules are lowered otherwise; null when one of the runs does not tell. */
  readonly weakenedChanged: boolean | null;
  readonly dayChanged: boolean;
  /** The files with claims are the same, byte for byte. */
  readonly sameClaims: boolean;
  /** The same of all other files. */
  readonly sameRegisters: boolean;
  /** Roles of which files differ; `null` for files without a role. */
  readonly changedRoles: readonly (string | null)[];
}

/** In what two runs differ besides their findings. */
export function circumstancesOf(older: ComparedRun, newer: ComparedRun): Circumstances {
  const versionChanged = older.version !== newer.version;
  const changedPolicies = changedBetween(
    older.policies.map(({ id, sha256 }) => [id, sha256]),
    newer.policies.map(({ id, sha256 }) => [id, sha256]),
  );
  const weakenedChanged =
    older.weakened === null || newer.weakened === null ? null : textOf(older.weakened) !== textOf(newer.weakened);
  const changedRoles = changedBetween(filesByRole(older), filesByRole(newer));
  return {
    rulesChanged: versionChanged || changedPolicies.length > 0 || weakenedChanged === true,
    versionChanged,
    changedPolicies,
    weakenedChanged,
    dayChanged: older.asOf !== newer.asOf,
    sameClaims: !changedRoles.includes('claims'),
    sameRegisters: changedRoles.every((role) => role === 'claims'),
    changedRoles,
  };
}

function textOf(weakened: ComparedRun['weakened']): string {
  return (weakened ?? [])
    .map(({ rule, severity }) => `${rule} ${severity}`)
    .sort()
    .join('\n');
}

/** Per role the hashes of its files, in an order that does not depend on their names. */
function filesByRole({ inputs }: ComparedRun): [string | null, string][] {
  const roles = new Map<string | null, string[]>();
  for (const { role, sha256 } of inputs) roles.set(role, [...(roles.get(role) ?? []), sha256]);
  return [...roles].map(([role, hashes]) => [role, hashes.sort().join(' ')]);
}

/** The keys whose value differs, or that only one side has. */
function changedBetween<K>(older: readonly (readonly [K, string])[], newer: readonly (readonly [K, string])[]): K[] {
  const before = new Map(older);
  const now = new Map(newer);
  return [...new Set([...before.keys(), ...now.keys()])].filter((key) => before.get(key) !== now.get(key));
}
