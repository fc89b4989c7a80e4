import type { Expected, ExpectedFinding, ExpectedMonth, ExpectedVerdict } from './expected.ts';
import type { Claims } from './read-claims.ts';
import type { Registers } from './read-registers.ts';

/** One client-month with what was found in it. */
export interface JudgedMonth {
  readonly findings: readonly ExpectedFinding[];
  readonly month: ExpectedMonth;
}

/** Adds the client-months up to what the whole run must say. */
export function assemble(
  claims: Claims,
  registers: Registers,
  judged: readonly JudgedMonth[],
  clientFaults: Expected['clientFaults'],
): Expected {
  const months = judged.map(({ month }) => month).sort((a, b) => compare(monthKey(a), monthKey(b)));
  const findings = judged.flatMap((one) => one.findings).sort((a, b) => compare(findingKey(a), findingKey(b)));
  const faults = [...claims.faults, ...registers.faults].sort((a, b) => compare(faultKey(a), faultKey(b)));
  const lines = months.flatMap((month) => month.lines);
  const placesOf = (verdict: ExpectedVerdict) =>
    lines.filter((line) => line.verdict === verdict).map((line) => line.place);
  const rejected = [...placesOf('rejected'), ...claims.unreadable].sort();
  const undecided = placesOf('undecided').sort();
  const technology = claims.lines.length + claims.unreadable.length;
  const over = judged.filter((one) => one.findings.some(({ rule }) => rule === 'monthly-cap-exceeded')).length;
  const anyError =
    rejected.length > 0 || [...findings, ...faults, ...clientFaults].some((one) => one.severity === 'error');
  const total = (pick: (month: ExpectedMonth) => number) => months.reduce((minutes, month) => minutes + pick(month), 0);
  return {
    verdict: anyError ? 'rejected' : claims.unknownRows + undecided.length > 0 ? 'incomplete' : 'approved',
    lines: {
      total: claims.rows,
      technology,
      approved: technology - rejected.length - undecided.length,
      rejected: rejected.length,
      undecided: undecided.length,
      ignored: claims.rows - technology - claims.unknownRows,
    },
    unreadableRows: claims.unknownRows,
    clientMonths: { total: months.length, withinCap: months.length - over, overCap: over },
    minutes: {
      declared: total((month) => month.declared),
      credited: total((month) => month.credited),
      net: total((month) => month.net),
      eligible: total((month) => month.eligible),
      rejected: lines
        .filter((line) => line.verdict === 'rejected' && !line.credit)
        .reduce((minutes, line) => minutes + line.minutes - line.allowedMinutes, 0),
    },
    findings,
    faults,
    clientFaults: [...clientFaults]
      .map((fault) => ({ ...fault, client: publicLabel(fault.client) }))
      .sort((a, b) => compare(`${a.rule} ${a.client}`, `${b.rule} ${b.client}`)),
    rejected,
    undecided,
    notChecked: rulesNotChecked(registers),
    months,
    ignoredCodes: claims.ignoredCodes,
  };
}

function rulesNotChecked({ deliveryForms, indications, deaths }: Registers): string[] {
  const withoutForms = ['vpt-client', 'wlz-dtv-or-vkb', 'wlz-without-mpt', 'zvw-under-wlz'];
  const withoutIndications = ['zvw-under-wlz', 'zvw-without-indication'];
  const rules = [
    ...(deliveryForms === null ? withoutForms : []),
    ...(indications === null ? withoutIndications : []),
    ...(deaths === null ? ['after-death'] : []),
  ];
  return [...new Set(rules)].sort();
}

/** A client of whom only the BSN is known has a pseudonym in the report, which no one can compute without the key. */
export function publicLabel(client: string): string {
  return client.startsWith('p-') ? 'p-' : client;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const monthKey = (month: ExpectedMonth) => `${month.client} ${month.month} ${month.lines[0]?.place}`;
const findingKey = (finding: ExpectedFinding) =>
  `${finding.rule} ${finding.client} ${finding.month} ${finding.places[0]}`;
const faultKey = (fault: Expected['faults'][number]) => `${fault.rule} ${fault.place}`;
