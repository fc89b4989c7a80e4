import { isoOf } from '../domain/day.ts';
import { CONFIG_LABELS, type ConfigLabels } from '../messages/config-labels.ts';
import { CORE_RULES } from '../pipeline/catalogue.ts';
import { aligned, textLine } from '../reporters/text-line.ts';
import { momentOf } from './clock.ts';
import { mistypedVariables } from './environment.ts';
import { keyFileOf } from './key-file.ts';
import { wantedReports } from './report-files.ts';
import { SETTINGS } from './settings.ts';
import { type Origin, type Settled, settle } from './settled.ts';
import type { ExitCode, Shell } from './shell.ts';
import { terminalOf } from './terminal.ts';
import { DEFAULT_REPORTS, readingsOf } from './validate-job.ts';
import type { ValidateOptions } from './validate-options.ts';

/** One value of the configuration in force. */
interface Printed {
  readonly name: string;
  /** As JSON has it. */
  readonly value: unknown;
  /** For people, when the value does not say it. */
  readonly text?: string;
  readonly origin: Origin;
}

/**
 * `tzt validate --print-config`: every value in force and where it came from, with `--json` as one document. Opens no delivery, makes no key
 * and writes nothing; what is wrong with the configuration is a UserError all the same.
 */
export function printConfig(given: ValidateOptions, shell: Shell): ExitCode {
  const settled = settle(given, shell);
  const labels = CONFIG_LABELS[settled.language];
  const printed = [
    ...single(settled, shell, labels),
    ...key(settled, shell, labels),
    ...ofFile(settled, shell, labels),
  ];
  const mistyped = mistypedVariables(shell.env);
  if (given.json) {
    const settings = printed.map(({ name, value, origin }) => ({ name, value, origin }));
    const document = { configFile: settled.file, settings, unknownVariables: mistyped };
    shell.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    return 0;
  }
  const rows = printed.map(({ name, value, text, origin }) => [
    name,
    text ?? shown(value, labels),
    named(origin, labels),
  ]);
  terminalOf(shell, given, false).lines([
    textLine(labels.title, 'dim'),
    textLine(''),
    ...aligned([labels.heading, ...rows]).map((line, index) => textLine(line, index === 0 ? 'heading' : 'plain')),
    ...mistyped.map(({ name, meant }) => textLine(`${name} → ${meant}?`, 'warning')),
  ]);
  return 0;
}

/** What one option can settle. Naming a value that cannot be is the job of `readingsOf`, as in a run. */
function single(settled: Settled, shell: Shell, labels: ConfigLabels): Printed[] {
  const { options, origins, language } = settled;
  const moment = momentOf(shell);
  const readings = readingsOf(settled, moment, shell);
  wantedReports(options.report ?? DEFAULT_REPORTS, settled.named('report'));
  const clock: Origin = moment.reproducible ? { kind: 'environment', name: 'SOURCE_DATE_EPOCH' } : { kind: 'default' };
  const defaults: Partial<Record<keyof ValidateOptions, Omit<Printed, 'name' | 'origin'> & { origin?: Origin }>> = {
    config: { value: settled.file, ...(settled.file === null ? { text: labels.noFile } : {}) },
    lang: { value: language },
    asOf: { value: isoOf(readings.asOf), origin: clock },
    month: { value: null, text: labels.all },
    report: { value: DEFAULT_REPORTS },
    out: { value: null, text: labels.perRun },
    failOn: { value: 'error' },
    store: { value: settled.storeFile },
    policies: { value: readings.policies.policies.map(({ id }) => id), text: labels.shipped },
    delimiter: { value: null, text: labels.recognised },
    encoding: { value: null, text: labels.recognised },
    decimal: { value: null, text: labels.recognised },
    sheet: { value: null, text: labels.all },
    quiet: { value: false },
    verbose: { value: false },
    progress: { value: true },
  };
  const seen = new Set<string>();
  return SETTINGS.flatMap(({ option, key: name }): Printed[] => {
    if (seen.has(option)) return [];
    seen.add(option);
    const origin = origins.get(option);
    const value = option === 'asOf' ? isoOf(readings.asOf) : options[option];
    if (origin !== undefined) return [{ name: name ?? option, value, origin }];
    const usual = defaults[option] ?? { value: null, text: labels.none };
    return [{ name: name ?? option, origin: { kind: 'default' }, ...usual }];
  });
}

/** Where the key of the pseudonyms comes from; never the key. */
function key({ storeFile }: Settled, shell: Shell, labels: ConfigLabels): Printed[] {
  if (shell.env.TZT_KEY)
    return [{ name: 'key', value: null, text: labels.keyGiven, origin: { kind: 'environment', name: 'TZT_KEY' } }];
  const { path, exists } = keyFileOf(storeFile);
  const text = `${path} (${exists ? labels.keyFile : labels.keyMade})`;
  return [{ name: 'key', value: path, text, origin: { kind: 'default' } }];
}

/** What only the configuration can settle. */
function ofFile({ config, file, ...rest }: Settled, shell: Shell, labels: ConfigLabels): Printed[] {
  const origin = (path: string): Origin =>
    file === null ? { kind: 'default' } : { kind: 'file', name: file, key: path };
  const { limits } = readingsOf({ config, file, ...rest }, momentOf(shell), shell);
  const rules = Object.entries(config.rules ?? {}).map(([id, setting]): Printed => {
    const { severity, reason } = typeof setting === 'string' ? { severity: setting, reason: undefined } : setting;
    const why = [severity, ...(CORE_RULES.includes(id) ? [labels.coreRule] : []), ...(reason ? [reason] : [])];
    return { name: `rules.${id}`, value: setting, text: why.join(' · '), origin: origin(`rules.${id}`) };
  });
  const listed = (name: 'payerCaps' | 'columns'): Printed[] =>
    (config[name] ?? []).map((value, index) => ({
      name: `${name}.${index}`,
      value,
      text: JSON.stringify(value),
      origin: origin(`${name}.${index}`),
    }));
  const raised = Object.entries(limits).map(
    ([name, value]): Printed => ({
      name: `limits.${name}`,
      value,
      origin: config.limits?.[name] === undefined ? { kind: 'default' } : origin(`limits.${name}`),
    }),
  );
  return [...rules, ...listed('payerCaps'), ...listed('columns'), ...raised];
}

function shown(value: unknown, labels: ConfigLabels): string {
  if (value === true) return labels.yes;
  if (value === false) return labels.no;
  if (Array.isArray(value)) return value.join(', ');
  return String(value);
}

function named(origin: Origin, labels: ConfigLabels): string {
  switch (origin.kind) {
    case 'default':
      return labels.byDefault;
    case 'file':
      return `${origin.name}: ${origin.key}`;
    default:
      return origin.name;
  }
}
