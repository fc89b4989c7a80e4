import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { maskBsn } from '../domain/bsn.ts';
import { dayFromIso, isoOf } from '../domain/day.ts';
import { type Waiver, yearAfter } from '../domain/waiver.ts';
import { UserError } from '../errors.ts';
import { writeWhole } from './write-whole.ts';

/** What people write down: not blank, not endless, and without a BSN, since it stands in every report. */
const Text = (what: string, longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'mag niet leeg zijn')
    .max(longest, `mag hooguit ${longest} tekens lang zijn`)
    .refine((text) => maskBsn(text) === text, 'bevat een BSN; noem de cliënt met het cliëntnummer of helemaal niet')
    .describe(what);

const IsoDay = (what: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'is geen datum in de vorm jjjj-mm-dd')
    .refine((text) => dayFromIso(text) !== null, 'is een dag die niet bestaat')
    .describe(what);

/** A waiver as the command line and the file give it: at most a year, the last day not before the first. */
export const WaiverShape = z
  .strictObject({
    fingerprint: z
      .string()
      .regex(/^[\w-]{1,100}$/, 'is geen vingerafdruk')
      .refine((text) => maskBsn(text) === text, 'is geen vingerafdruk')
      .describe('Fingerprint of the finding, as the reports have it'),
    reason: Text('Why the finding is acceptable', 500),
    owner: Text('Who accepts it', 100),
    from: IsoDay('First day it holds, yyyy-mm-dd'),
    until: IsoDay('Last day it holds, yyyy-mm-dd: at most a year after the first'),
  })
  .superRefine(({ from, until }, context) => {
    const [first, last] = [dayFromIso(from), dayFromIso(until)];
    if (first === null || last === null) return;
    const problem =
      last < first
        ? `ligt voor de eerste dag (${from})`
        : last > yearAfter(first)
          ? `ligt meer dan een jaar na ${from}; uiterlijk ${isoOf(yearAfter(first))}`
          : null;
    if (problem !== null) context.addIssue({ code: 'custom', path: ['until'], message: problem });
  });

const Waivers = z.array(WaiverShape).describe('Accepted findings');

/** A file of waivers: a list, or an object with that list. */
export const WaiversFile = z.union([
  Waivers,
  z.strictObject({ $schema: z.string().optional().describe('Where this schema lies'), waivers: Waivers }),
]);

/** JSON Schema (draft 2020-12) of a file of waivers, as published in `schemas/waivers.schema.json`. */
export function waiversJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(WaiversFile, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema,
    $id: 'urn:tzt:schema:waivers:1.0',
    title: 'tzt waivers',
    description: 'Accepted findings, each with a reason, an owner and an end within a year.',
    ...rest,
  };
}

/** Reads a file of waivers. Throws UserError that names what is wrong. */
export function readWaivers(file: string, cwd: string): Waiver[] {
  const json = readJson(resolve(cwd, file), file);
  return checkedWaivers(json, `Acceptatiebestand ${file}`);
}

/** Waivers as a list, or as an object with that list. Throws UserError that names the place and what is wrong there. */
export function checkedWaivers(json: unknown, place: string): Waiver[] {
  // Judged by the form it has, so that the message tells of the one fault and not of both forms.
  const isList = Array.isArray(json);
  const parsed = (isList ? Waivers : WaiversFile.options[1]).safeParse(json);
  if (parsed.success) return Array.isArray(parsed.data) ? parsed.data : parsed.data.waivers;
  const faults = parsed.error.issues.map(
    ({ path, message }) => `- ${path.map(String).join('.') || '(bestand)'}: ${message}`,
  );
  throw new UserError(
    `${place} klopt niet:\n${faults.join('\n')}\nVerwacht wordt een lijst van { "fingerprint", "reason", "owner", "from", "until" }.`,
  );
}

/** Rewrites a file of waivers, whole or not at all; it keeps its form, a new one is an object with a list. */
export async function changeWaivers(
  file: string,
  cwd: string,
  change: (waivers: readonly Waiver[]) => readonly Waiver[],
): Promise<void> {
  const path = resolve(cwd, file);
  const before = existsSync(path) ? readWaivers(file, cwd) : [];
  const json = existsSync(path) ? readJson(path, file) : {};
  const waivers = change(before);
  const after = Array.isArray(json) ? waivers : { ...(json as object), waivers };
  try {
    await writeWhole(path, once(`${JSON.stringify(after, null, 2)}\n`));
  } catch (error) {
    if (error instanceof UserError) throw new UserError(`Acceptatiebestand ${file} is niet te schrijven.`, error);
    throw error;
  }
}

function readJson(path: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is geen geldige JSON.' : 'is niet te lezen.';
    throw new UserError(`Acceptatiebestand ${file} ${why}`, error);
  }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
