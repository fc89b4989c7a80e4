import type { RunClientMonth, RunClientMonthLine, RunFinding, RunPlace, RunResult } from '../../domain/run.ts';

/** What lies in rejected debit lines. */
export interface Stake {
  /** Minutes that may not be billed: the whole line, or the part that does not fit. */
  readonly minutes: number;
  /** Amounts of the whole lines; null when the export has none. */
  readonly cents: number | null;
  /** What could still be billed of those amounts once minutes are lowered, to the nearest cent. */
  readonly fittingCents: number;
}

const NOTHING: Stake = { minutes: 0, cents: null, fittingCents: 0 };

/** What is at stake in some lines. */
export function stakeOf(lines: readonly RunClientMonthLine[]): Stake {
  return lines.reduce((sum, line) => {
    if (line.verdict !== 'rejected' || line.credit) return sum;
    const { minutes, allowedMinutes, amountCents } = line;
    const fitting = amountCents === null || minutes === 0 ? 0 : Math.round((amountCents * allowedMinutes) / minutes);
    return {
      minutes: sum.minutes + minutes - allowedMinutes,
      cents: amountCents === null ? sum.cents : (sum.cents ?? 0) + amountCents,
      fittingCents: sum.fittingCents + fitting,
    };
  }, NOTHING);
}

/** Two stakes together. */
export function plus(a: Stake, b: Stake): Stake {
  return {
    minutes: a.minutes + b.minutes,
    cents: a.cents === null && b.cents === null ? null : (a.cents ?? 0) + (b.cents ?? 0),
    fittingCents: a.fittingCents + b.fittingCents,
  };
}

/** What is at stake per insurer; '' for lines that name none. */
export function stakePerInsurer(clientMonths: readonly RunClientMonth[]): ReadonlyMap<string, Stake> {
  const stakes = new Map<string, Stake>();
  for (const { lines } of clientMonths) {
    for (const line of lines) {
      if (line.verdict !== 'rejected') continue;
      const insurer = line.insurer ?? '';
      stakes.set(insurer, plus(stakes.get(insurer) ?? NOTHING, stakeOf([line])));
    }
  }
  return stakes;
}

/** What one rule came to. */
export interface RuleStake extends Stake {
  readonly clients: number;
}

/** What is at stake per rule: the rejected lines its errors touch. A line that several rules touch counts with each. */
export function stakePerRule({ findings, clientMonths }: RunResult): ReadonlyMap<string, RuleStake> {
  const lines = new Map<string, RunClientMonthLine>();
  for (const clientMonth of clientMonths) for (const line of clientMonth.lines) lines.set(placeKey(line), line);
  const sums = new Map<string, { touched: Set<RunClientMonthLine>; clients: Set<string> }>();
  for (const { rule, severity, client, places } of findings) {
    const sum = sums.get(rule) ?? { touched: new Set(), clients: new Set() };
    sums.set(rule, sum);
    if (client !== null) sum.clients.add(client);
    // A warning beside an error rejects nothing: the money is the error's.
    for (const place of severity === 'error' ? places : []) {
      const line = lines.get(placeKey(place));
      if (line) sum.touched.add(line);
    }
  }
  return new Map(
    [...sums].map(([rule, { touched, clients }]) => [rule, { ...stakeOf([...touched]), clients: clients.size }]),
  );
}

/** Tells a row of a file from every other. */
export function placeKey({ input, sheet, row }: Pick<RunPlace, 'input' | 'sheet' | 'row'>): string {
  return `${row} ${sheet ?? ''}\u0000${input}`;
}

/** The places of findings as keys. */
export function placesOf(findings: readonly RunFinding[]): ReadonlySet<string> {
  return new Set(findings.flatMap(({ places }) => places.map(placeKey)));
}
