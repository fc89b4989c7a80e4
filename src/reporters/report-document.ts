import type { RunClientMonth, RunFinding } from '../domain/run.ts';
import { reportLabels } from '../messages/report-labels.ts';
import type { ReportDocument } from './report-schema.ts';
import type { ReportMatter } from './reporter.ts';

/** Everything of report.json but the two long lists, in the order of the contract. */
export type ReportHead = Omit<ReportDocument, 'findings' | 'clientMonths'>;

/** The head of report.json: what is always small. */
export function reportHead(matter: ReportMatter): ReportHead {
  const { tool, run, summary } = matter.result;
  return {
    schemaVersion: '1.0',
    tool: { name: tool.name, version: tool.version },
    run: {
      id: run.id,
      startedAt: run.startedAt,
      asOf: run.asOf,
      language: matter.words.language,
      verdict: run.verdict,
      exitCode: run.exitCode,
    },
    inputs: inputs(matter),
    policies: policies(matter),
    summary: summaryOf(summary),
    notChecked: notChecked(matter),
    rules: rules(matter),
  };
}

/** One finding with its sentence. */
export function findingEntry(finding: RunFinding, { words }: ReportMatter): ReportDocument['findings'][number] {
  const { fingerprint, rule, severity, status, client, month, data, places, expectedReturnCode, waiver } = finding;
  return {
    fingerprint,
    rule,
    severity,
    status,
    client,
    month,
    message: words.message(finding),
    data,
    places: places.map(({ input, sheet, row, column, cell, reference }) => ({
      input,
      sheet,
      row,
      column,
      cell,
      reference,
    })),
    expectedReturnCode,
    waiver: waiver && { reason: waiver.reason, owner: waiver.owner, until: waiver.until },
  };
}

/** One client-month with its lines; the minutes of a credit are negative here. */
export function clientMonthEntry(clientMonth: RunClientMonth): ReportDocument['clientMonths'][number] {
  const { client, month, capMinutes, minutes, byCode, lines } = clientMonth;
  const { declared, credited, net, eligible, booked } = minutes;
  return {
    client,
    month,
    capMinutes,
    minutes: { declared, credited, net, eligible, booked },
    byCode,
    lines: lines.map((line) => ({
      input: line.input,
      row: line.row,
      reference: line.reference,
      code: line.code,
      minutes: line.credit && line.minutes !== 0 ? -line.minutes : line.minutes,
      verdict: line.verdict,
      allowedMinutes: line.allowedMinutes,
    })),
  };
}

function inputs({ result }: ReportMatter): ReportHead['inputs'] {
  return result.inputs.map(
    ({ name, sheet, role, format, sha256, bytes, rows, encoding, delimiter, decimal, columns }) => ({
      name,
      sheet,
      role,
      format,
      sha256,
      bytes,
      rows,
      encoding,
      delimiter,
      decimal,
      columns,
    }),
  );
}

/** Every report says for which year the limits were last confirmed; here it stands with the sources, which are Dutch in every language. */
function policies({ result }: ReportMatter): ReportHead['policies'] {
  return result.policies.map(({ id, validFrom, validTo, caps, sources, lastConfirmed, sha256 }) => ({
    id,
    validFrom,
    validTo,
    caps: caps.map(({ codes, minutes }) => ({ codes: [...codes], minutes })),
    sources: lastConfirmed === null ? [...sources] : [...sources, reportLabels('nl').lastConfirmed(lastConfirmed)],
    sha256,
  }));
}

function summaryOf(summary: ReportMatter['result']['summary']): ReportHead['summary'] {
  const { lines, clientMonths, minutes, amountCents, months, findings } = summary;
  return {
    lines: {
      total: lines.total,
      technology: lines.technology,
      approved: lines.approved,
      rejected: lines.rejected,
      undecided: lines.undecided,
      ignored: lines.ignored,
    },
    clientMonths: { total: clientMonths.total, withinCap: clientMonths.withinCap, overCap: clientMonths.overCap },
    minutes: {
      declared: minutes.declared,
      credited: minutes.credited,
      net: minutes.net,
      eligible: minutes.eligible,
      rejected: minutes.rejected,
      booked: minutes.booked,
    },
    amountCents: amountCents && { declared: amountCents.declared, rejected: amountCents.rejected },
    months: months.map(({ month, clients, minutes: net, byCode }) => ({ month, clients, minutes: net, byCode })),
    findings: { error: findings.error, warning: findings.warning, info: findings.info, byRule: findings.byRule },
  };
}

function notChecked({ result, words }: ReportMatter): ReportHead['notChecked'] {
  return result.notChecked.map((entry) => ({
    rule: entry.rule,
    reason: entry.reason,
    lines: entry.lines,
    message: words.notChecked(entry),
  }));
}

function rules({ result, words, rules: catalogue }: ReportMatter): ReportHead['rules'] {
  const labels = reportLabels(words.language);
  return catalogue.map(({ id, severity, sources, expectedReturnCode }) => {
    const { title, why, remedy } = words.rule(id);
    const weakened = result.weakened.find(({ rule }) => rule === id);
    const lowered = weakened && labels.weakenedTo(labels.severityOrOff[weakened.severity], weakened.reason);
    return {
      id,
      severity,
      title,
      why: lowered === undefined ? why : `${why} ${lowered}`,
      remedy,
      sources: [...sources],
      expectedReturnCode,
    };
  });
}
