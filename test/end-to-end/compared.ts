import type { ReportDocument } from '../../src/reporters/report-schema.ts';
import type { Expected } from '../oracle/expected.ts';

/** The parts of a run that the independent judge computes too, in one shape, sorted. */
export interface Compared {
  readonly verdict: string;
  readonly lines: Expected['lines'];
  readonly clientMonths: Expected['clientMonths'];
  readonly minutes: Expected['minutes'];
  readonly findings: readonly string[];
  readonly faults: readonly string[];
  readonly clientFaults: readonly string[];
}

/** Rules of which the judge leaves the places open. */
const OPEN_PLACES = 'monthly-cap-exceeded-if-repaired';
/** Rules about a client as a whole. */
const OF_CLIENTS = ['client-key-conflict', 'overlapping-delivery-forms'];
/** About the file as such; the judge sees no files. */
const OF_FILES = ['assumed-encoding'];

/** What report.json says. */
export function comparedReport(report: ReportDocument): Compared {
  const { summary, findings, run } = report;
  const place = (at: { input: string; sheet: string | null; row: number }) =>
    `${at.input}${at.sheet === null ? '' : `#${at.sheet}`}:${at.row}`;
  const client = (name: string | null) => (name?.startsWith('p-') ? 'p-' : (name ?? ''));
  const ofMonth = findings.filter(({ month, data }) => month !== null && 'lines' in data);
  const ofClients = findings.filter(({ rule }) => OF_CLIENTS.includes(rule));
  const faults = findings.filter(
    (finding) => !ofMonth.includes(finding) && !ofClients.includes(finding) && !OF_FILES.includes(finding.rule),
  );
  return {
    verdict: run.verdict,
    lines: summary.lines,
    clientMonths: summary.clientMonths,
    minutes: withoutBooked(summary.minutes),
    findings: ofMonth
      .map((finding) => {
        const places = finding.rule === OPEN_PLACES ? [] : finding.places.map(place).sort();
        const excess = finding.rule === 'monthly-cap-exceeded' ? String(finding.data.excessMinutes) : '';
        return [finding.rule, finding.severity, client(finding.client), finding.month, places.join(','), excess].join(
          ' | ',
        );
      })
      .sort(),
    faults: faults
      .map(({ rule, severity, places }) => `${rule} | ${severity} | ${places[0] ? place(places[0]) : ''}`)
      .sort(),
    clientFaults: ofClients
      .map((finding) => `${finding.rule} | ${finding.severity} | ${client(finding.client)}`)
      .sort(),
  };
}

/** What the independent judge says. */
export function comparedExpectation(expected: Expected): Compared {
  return {
    verdict: expected.verdict,
    lines: expected.lines,
    clientMonths: expected.clientMonths,
    minutes: expected.minutes,
    findings: expected.findings
      .map(({ rule, severity, client, month, places, placesAreOpen, excessMinutes }) =>
        [rule, severity, client, month, placesAreOpen ? '' : places.toSorted().join(','), excessMinutes ?? ''].join(
          ' | ',
        ),
      )
      .sort(),
    faults: expected.faults.map(({ rule, severity, place }) => `${rule} | ${severity} | ${place}`).sort(),
    clientFaults: expected.clientFaults.map(({ rule, severity, client }) => `${rule} | ${severity} | ${client}`).sort(),
  };
}

function withoutBooked({
  declared,
  credited,
  net,
  eligible,
  rejected,
}: ReportDocument['summary']['minutes']): Expected['minutes'] {
  return { declared, credited, net, eligible, rejected };
}

/** Lines of the report (those of client-months with a finding) that the judge sees otherwise, and rejected lines that the report does not list. */
export function disagreements(report: ReportDocument, expected: Expected): string[] {
  const ofReport = report.clientMonths.flatMap(({ lines }) =>
    lines.map((line) => `${line.input}:${line.row} ${line.minutes} ${line.verdict} ${line.allowedMinutes}`),
  );
  const ofJudge = expected.months
    .flatMap(({ lines }) => lines)
    .map((line) => ({
      text: `${line.place.replace(/#.*:/, ':')} ${line.credit ? 0 - line.minutes : line.minutes} ${line.verdict} ${line.allowedMinutes}`,
      rejected: line.verdict === 'rejected',
    }));
  const judged = new Set(ofJudge.map(({ text }) => text));
  const reported = new Set(ofReport);
  return [
    ...ofReport.filter((text) => !judged.has(text)).map((text) => `report only: ${text}`),
    ...ofJudge.filter(({ text, rejected }) => rejected && !reported.has(text)).map(({ text }) => `judge only: ${text}`),
  ];
}
