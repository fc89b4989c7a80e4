import type { RunFinding } from '../../domain/run.ts';
import type { ReportLabels } from '../../messages/report-label-keys.ts';
import type { ReportMatter } from '../reporter.ts';
import type { SheetLink } from './cell.ts';
import { positionOf, type WorkbookLimits } from './sheet-pages.ts';

/** Where findings and client-months will stand, known before they are written: a link may lead to a sheet that comes later. */
export interface WorkbookPlan {
  /** The row of a finding's client-month. */
  readonly clientMonthOf: (finding: RunFinding) => SheetLink | null;
  /** How many findings a client-month has, and where the first one stands. */
  readonly findingsOf: (client: string, month: string) => { readonly count: number; readonly first: SheetLink } | null;
}

/** Counts rows as the sheets will: a finding takes a row per place, a client-month one and one per line. */
export function planOf({ result }: ReportMatter, labels: ReportLabels, limits: WorkbookLimits): WorkbookPlan {
  const clientMonths = new Map<string, SheetLink>();
  let row = 0;
  for (const { client, month, lines } of result.clientMonths) {
    clientMonths.set(keyOf(client, month), positionOf(labels.sheets.clientMonths, row, limits));
    row += 1 + lines.length;
  }
  const findings = new Map<string, { count: number; first: SheetLink }>();
  row = 0;
  for (const { client, month, places } of result.findings) {
    if (client !== null && month !== null) {
      const key = keyOf(client, month);
      const known = findings.get(key);
      if (known === undefined) findings.set(key, { count: 1, first: positionOf(labels.sheets.findings, row, limits) });
      else known.count++;
    }
    row += Math.max(1, places.length);
  }
  return {
    clientMonthOf: ({ client, month }) =>
      client === null || month === null ? null : (clientMonths.get(keyOf(client, month)) ?? null),
    findingsOf: (client, month) => findings.get(keyOf(client, month)) ?? null,
  };
}

function keyOf(client: string, month: string): string {
  return `${month} ${client}`;
}
