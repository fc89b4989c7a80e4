import * as z from 'zod';
import { type Day, dayFromIso, isoOf, plusDays } from './domain/day.ts';
import { minutes } from './domain/minutes.ts';
import { firstDayOf, lastDayOf, monthOf } from './domain/month.ts';
import type { Policy, PolicySet } from './domain/policy.ts';
import { DELIVERY_FORMS } from './domain/register.ts';
import { UserError } from './errors.ts';
import { shapeFaults } from './shape-faults.ts';

const IsoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'verwacht: een datum in de vorm jjjj-mm-dd');

/** A policy file as it stands in schemas/policies (contract, section 9). */
export const PolicyFile = z.strictObject({
  $schema: z.string().optional().describe('Where the schema of this file lies, so that editors can help'),
  id: z.string().min(1).describe('Permanent name of this set of limits'),
  validFrom: IsoDay.describe('First day, the first of a month'),
  validTo: IsoDay.nullable().describe('Last day, the last of a month; null while it is in force'),
  lastConfirmed: z
    .string()
    .nullable()
    .describe('Year of the last source that confirms these limits; null when the period is past'),
  sources: z.array(z.string().min(1)).min(1),
  caps: z
    .array(z.strictObject({ codes: z.array(z.string()).min(1), minutes: z.int().positive() }))
    .min(1)
    .describe('Monthly maximum per client, shared by the codes'),
  codes: z.record(
    z.string(),
    z.strictObject({
      law: z.enum(['zvw', 'wlz']),
      requires: z.enum(['wijkverpleging', 'MPT']).describe('What a client must have on every day of the line'),
      title: z.string(),
    }),
  ),
  refusedDeliveryForms: z
    .array(z.enum(DELIVERY_FORMS))
    .describe('Leveringsvormen under which no technology hours may be billed'),
});

/** JSON Schema (draft 2020-12) of a policy file, as published in `schemas/policy.schema.json`. */
export function policyJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(PolicyFile, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema,
    $id: 'urn:tzt:schema:policy:1.0',
    title: 'tzt policy',
    description: 'A dated set of limits. Immutable: what changes is a new file, from the first of a month on.',
    ...rest,
  };
}

/** A policy file that was read: its name for messages, its JSON and the hash of its bytes. */
export interface ReadPolicy {
  readonly file: string;
  readonly json: unknown;
  readonly sha256: string;
}

/** Checks policy files and puts them in order of time. Throws UserError when one is malformed, or when two overlap. */
export function policySet(files: readonly ReadPolicy[]): PolicySet {
  const policies = files.map(policyFrom).sort((a, b) => a.validity.first - b.validity.first);
  policies.forEach((policy, index) => {
    const next = policies[index + 1];
    if (next && (policy.validity.last === null || next.validity.first <= policy.validity.last)) {
      throw new UserError(
        `Beleid ${policy.id} en ${next.id} gelden op dezelfde dagen; periodes mogen niet overlappen.`,
      );
    }
  });
  return { policies, codes: new Set(policies.flatMap((policy) => Object.keys(policy.codes))) };
}

function policyFrom({ file, json, sha256 }: ReadPolicy): Policy {
  const parsed = PolicyFile.safeParse(json);
  if (!parsed.success)
    throw new UserError(
      `Beleidsbestand ${file} klopt niet:\n${shapeFaults(PolicyFile, parsed.error, json).join('\n')}`,
    );
  const { $schema, validFrom, validTo, caps, ...rest } = parsed.data;
  const first = wholeMonth(validFrom, file, (day) => firstDayOf(monthOf(day)));
  const last = validTo === null ? null : wholeMonth(validTo, file, (day) => lastDayOf(monthOf(day)));
  for (const { codes } of caps) {
    const unknown = codes.find((code) => !(code in rest.codes));
    if (unknown)
      throw new UserError(`Beleidsbestand ${file}: code ${unknown} heeft een maximum maar staat niet bij codes.`);
  }
  return {
    ...rest,
    validity: { first, last },
    caps: caps.map((cap) => ({ ...cap, minutes: minutes(cap.minutes) })),
    sha256,
  };
}

/** A limit per calendar month can only change between months. */
function wholeMonth(text: string, file: string, borderOf: (day: Day) => Day): Day {
  const day = dayFromIso(text);
  if (day === null) throw new UserError(`Beleidsbestand ${file}: ${text} is geen datum.`);
  const border = borderOf(day);
  if (day !== border) {
    throw new UserError(
      `Beleidsbestand ${file}: ${text} moet op een maandgrens liggen, bijvoorbeeld ${isoOf(border)} of ${isoOf(plusDays(border, 1))}.`,
    );
  }
  return day;
}
