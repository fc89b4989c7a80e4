import type { Location, Result } from 'sarif';
import type { Severity } from '../domain/finding.ts';
import type { RunFinding } from '../domain/run.ts';
import type { ReportLabels } from '../messages/report-label-keys.ts';
import { printable, relativeUri, sarifText } from './escape.ts';
import { findingMarks } from './finding-marks.ts';
import type { ReportMatter } from './reporter.ts';
import { type ShownPlace, shownAt, shownPlace } from './shown-place.ts';

/** What SARIF calls a severity. */
export const SARIF_LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** Where rules and files stand in the lists of the run. */
interface SarifIndexes {
  readonly rules: ReadonlyMap<string, number>;
  readonly artifacts: ReadonlyMap<string, number>;
}

/** GitHub shows no more of one result. */
const MOST_RELATED = 99;

/** A finding that is fit to be published as a SARIF result: at its first place, with its other rows as related locations. */
export function sarifResult(
  finding: RunFinding,
  { result, words }: ReportMatter,
  labels: ReportLabels,
  indexes: SarifIndexes,
): Result {
  const { rule, severity, fingerprint, places, client, month, expectedReturnCode, status } = finding;
  const related = places.slice(1, 1 + MOST_RELATED).map((place) => location(shownAt(place), indexes));
  return {
    ruleId: rule,
    ...indexOf('ruleIndex', indexes.rules.get(rule)),
    level: SARIF_LEVELS[severity],
    message: { text: sarifText([words.message(finding), ...findingMarks(finding, words, labels)].join(' ')) },
    locations: [location(shownPlace(finding, result), indexes)],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    // The first is the one by which GitHub knows an alert again; it would otherwise compute it from a file that is not in the repository.
    partialFingerprints: { primaryLocationLineHash: printable(fingerprint), 'tzt/v1': printable(fingerprint) },
    ...(result.baseline === undefined ? {} : { baselineState: status === 'known' ? 'unchanged' : 'new' }),
    suppressions: suppressions(finding, words, labels),
    properties: { client, month, expectedReturnCode, rows: places.length },
  };
}

function location({ input, sheet, row, cell }: ShownPlace, { artifacts }: SarifIndexes): Location {
  const uri = relativeUri(input);
  const physicalLocation = {
    artifactLocation: { uri, ...indexOf('index', artifacts.get(uri)) },
    region: { startLine: row },
  };
  if (sheet === null) return { physicalLocation };
  const name = printable(sheet);
  const fullyQualifiedName = cell === null ? name : `${name}!${printable(cell)}`;
  return { physicalLocation, logicalLocations: [{ name, fullyQualifiedName, kind: 'sheet' }] };
}

/** Either all results of a run have this list or none (2.1.0, 3.27.23), so it is empty for a finding that nobody accepted. */
function suppressions(
  { waiver }: RunFinding,
  words: ReportMatter['words'],
  labels: ReportLabels,
): NonNullable<Result['suppressions']> {
  if (waiver === null) return [];
  const text = labels.waived(words.date(waiver.until), waiver.owner, waiver.reason);
  return [{ kind: 'external', status: 'accepted', justification: printable(text) }];
}

function indexOf<K extends string>(key: K, index: number | undefined): { [name in K]?: number } {
  return (index === undefined ? {} : { [key]: index }) as { [name in K]?: number };
}
