import { createHash, randomBytes } from 'node:crypto';
import { columnNames } from '../commands/column-names.ts';
import { limitsOf, payerCapsOf, severitiesOf } from '../commands/config.ts';
import { readPolicies } from '../commands/read-policies.ts';
import { monthsOf, readingOptions } from '../commands/reading-options.ts';
import { reporterOf } from '../commands/report-files.ts';
import { matterOf } from '../commands/report-matter.ts';
import { runIdOf } from '../commands/run-id.ts';
import { checkedWaivers } from '../commands/waiver-file.ts';
import { dayFromIso } from '../domain/day.ts';
import type { PolicySet } from '../domain/policy.ts';
import type { RunInput, RunResult, Verdict } from '../domain/run.ts';
import type { Notice } from '../domain/table.ts';
import { UserError } from '../errors.ts';
import { toolFacts } from '../package-root.ts';
import { validateSources } from '../pipeline/validate.ts';
import { policySet } from '../policies.ts';
import type { ReportDocument } from '../reporters/report-schema.ts';
import { KEY_BYTES, parseKey } from '../store/key.ts';
import { createPseudonyms } from '../store/pseudonyms.ts';
import { type Input, sourcesOf } from './inputs.ts';
import { configured, type ValidateOptions } from './options.ts';

/** Reports that are made of a result alone; copies of the input are for the command line. */
export type ReportName = 'html' | 'json' | 'xlsx' | 'csv' | 'markdown' | 'sarif' | 'junit' | 'github' | 'gitlab';

/** What came of a delivery. */
export interface Validation {
  readonly verdict: Verdict;
  /** As the command line would give it: 0 approved, 1 findings at or above `failOn`, 3 incomplete. */
  readonly exitCode: number;
  /** Facts without words: findings carry data. */
  readonly result: RunResult;
  /** The document of report.json, in the language of the options. */
  report(): Promise<ReportDocument>;
  /** A report in pieces, as the command line writes it. Throws UserError for a report nobody knows. */
  render(report: ReportName): AsyncIterable<string | Uint8Array>;
}

/**
 * Checks the files of a delivery: the same work, findings and verdict as `tzt validate --no-store`. Reads the paths it is given and the
 * policies that ship with the program; writes nothing, keeps nothing, prints nothing. Throws UserError for wrong use (its message is Dutch) and
 * the reason of `signal` when that stops it; what is wrong with the data is a finding, never an error.
 */
export async function validate(inputs: Input | readonly Input[], options: ValidateOptions): Promise<Validation> {
  if (typeof options !== 'object' || options === null) throw new UserError('Geef opties: { asOf: "jjjj-mm-dd" }.');
  const config = configured(options);
  const { signal, progress } = options;
  const asOf = dayFromIso(options.asOf ?? '');
  if (asOf === null) throw new UserError(`asOf: ${options.asOf} is geen datum in de vorm jjjj-mm-dd.`);
  const startedAt = options.startedAt ?? `${options.asOf}T00:00:00Z`;
  const moment = { startedAt, today: asOf, reproducible: true };
  const { pseudonyms, notices: keyNotices } = keyOf(options.key);
  const named = (option: string) => `${option}:`;
  const read = { config, file: null, options: {} };
  const settings = {
    ...readingOptions({ options, named }),
    columnsFor: columnNames(read, ''),
    limits: limitsOf(config),
    asOf,
    policies: policiesOf(options.policies),
    pseudonyms,
    tool: toolFacts(),
    runId: (files: readonly RunInput[]) => options.runId ?? runIdOf(moment, files, ''),
    startedAt,
    months: monthsOf(options.months ?? [], named('months')),
    failOn: config.failOn ?? 'error',
    ...severitiesOf(read),
    payerCaps: payerCapsOf(read),
    ...(signal ? { signal } : {}),
    ...(progress ? { progress: (name: string, bytes: number, size: number) => progress({ name, bytes, size }) } : {}),
    ...againstOf(options, config.failOn),
  };
  signal?.throwIfAborted();
  const { sources, notices } = await sourcesOf(Array.isArray(inputs) ? inputs : [inputs as Input], signal);
  const result = await validateSources(sources, { ...settings, notices: [...notices, ...keyNotices] });
  signal?.throwIfAborted();
  return validationOf(result, () => matterOf(result, config.language ?? 'nl', pseudonyms));
}

function validationOf(result: RunResult, matter: () => ReturnType<typeof matterOf>): Validation {
  async function* render(name: ReportName): AsyncGenerator<string | Uint8Array> {
    const reporter = await reporterOf(name);
    if (reporter === undefined) throw new UserError(`render: rapport "${name}" bestaat niet.`);
    yield* reporter.render(matter());
  }
  return {
    verdict: result.run.verdict,
    exitCode: result.run.exitCode,
    result,
    render,
    report: async () => {
      let text = '';
      for await (const piece of render('json')) text += String(piece);
      return JSON.parse(text) as ReportDocument;
    },
  };
}

function keyOf(given: Uint8Array | string | undefined): {
  pseudonyms: ReturnType<typeof createPseudonyms>;
  notices: readonly Notice[];
} {
  if (given === undefined)
    return { pseudonyms: createPseudonyms(randomBytes(KEY_BYTES)), notices: [{ id: 'ephemeral-key', data: {} }] };
  const key = typeof given === 'string' ? parseKey(given) : given;
  if (key?.length !== KEY_BYTES)
    throw new UserError('key: geef 32 bytes, 64 hexadecimale cijfers of een wachtzin van minstens 16 tekens.');
  return { pseudonyms: createPseudonyms(key), notices: [] };
}

function policiesOf(given: ValidateOptions['policies']): PolicySet {
  if (given === undefined || typeof given === 'string') return readPolicies(given);
  return policySet(
    given.map((json, index) => ({
      file: `policies.${index}`,
      json,
      sha256: createHash('sha256').update(JSON.stringify(json)).digest('hex'),
    })),
  );
}

/** What the findings are held against. */
function againstOf({ waivers, baseline, ledger }: ValidateOptions, failOn: string | undefined) {
  if (failOn === 'new' && baseline === undefined) throw new UserError('failOn: new heeft een baseline nodig.');
  if (baseline !== undefined && (!baseline?.run || !Array.isArray(baseline.findings)))
    throw new UserError('baseline: geef de inhoud van een report.json.');
  return {
    ...(waivers ? { waivers: checkedWaivers(waivers, 'waivers') } : {}),
    ...(baseline ? { baseline: { name: `run ${baseline.run.id}`, findings: baseline.findings } } : {}),
    ...(ledger ? { ledger } : {}),
  };
}
