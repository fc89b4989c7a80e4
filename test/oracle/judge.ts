import type { Arranged } from './arrange.ts';
import { assemble, type JudgedMonth, publicLabel } from './assemble.ts';
import { applyCap, type CapOutcome, capsOf, sum } from './cap.ts';
import { type Clients, identify } from './clients.ts';
import type { Expected, ExpectedFinding, ExpectedLine, ExpectedMonth } from './expected.ts';
import { groupedBy } from './grouped.ts';
import { factsOfRun, type Known, LINE_RULES } from './line-rules.ts';
import { type Line, readClaims } from './read-claims.ts';
import { overlapsOf, type Registers, readRegisters } from './read-registers.ts';

/**
 * The second opinion: what a run over these files must find, worked out from the plain objects by other means than the product's
 * (days walked one by one, room filled from the front, everything in memory).
 */
export function judge(arranged: Arranged): Expected {
  const claims = readClaims(arranged);
  const registers = readRegisters(arranged);
  const pairs = [...claims.pairs, ...registers.pairs];
  const clients = identify(
    pairs,
    claims.lines.flatMap((line) => line.keys),
  );
  const clientOf = (line: Line) => clients.labelOf(line.keys[0] as string);
  for (const line of claims.lines) if (clients.conflicts.has(clientOf(line))) line.errors.add('client-key-conflict');

  const knownOf = registersByClient(registers, clients);
  const facts = factsOfRun(claims.lines);
  const months = [...groupedBy(claims.lines, (line) => `${clientOf(line)} ${line.month}`).values()].map((lines) => {
    const client = clientOf(lines[0] as Line);
    return judgeMonth(client, lines, knownOf(client), facts, registers);
  });
  const overlaps = overlapsOf(groupedBy(registers.deliveryForms ?? [], (entry) => clients.labelOf(entry.key)));
  const conflicts = [...clients.conflicts].map((client) => {
    return { rule: 'client-key-conflict', severity: 'error', client } as const;
  });
  return assemble(claims, registers, months, [...overlaps, ...conflicts]);
}

function judgeMonth(
  client: string,
  lines: readonly Line[],
  known: Known,
  facts: ReturnType<typeof factsOfRun>,
  registers: Registers,
): JudgedMonth {
  const month = (lines[0] as Line).month;
  const caps = capsOf(month);
  const findings: ExpectedFinding[] = [];
  const found = (rule: string, severity: ExpectedFinding['severity'], concerned: readonly Line[], excess?: number) => {
    findings.push({
      rule,
      severity,
      client: publicLabel(client),
      month,
      places: [...new Set(concerned.map((line) => line.place))].sort(),
      placesAreOpen: rule === 'monthly-cap-exceeded-if-repaired',
      excessMinutes: excess ?? null,
    });
  };

  if (caps !== null) {
    const codesInForce = caps.flatMap((cap) => cap.codes);
    const results = LINE_RULES.map((rule) => [rule, rule.lines(lines, known, { ...facts, codesInForce })] as const);
    for (const [rule, concerned] of results) {
      if (concerned.length === 0) continue;
      found(rule.id, rule.severity, concerned);
      if (rule.severity === 'error') for (const line of concerned) line.errors.add(rule.id);
    }
  }
  const outcomes = (caps ?? []).map((cap) => ({ cap, ...applyCap(lines, cap) }));
  for (const { cap, eligible, declared, excess } of outcomes) {
    if (eligible > cap.minutes) found('monthly-cap-exceeded', 'error', [...excess.keys()], eligible - cap.minutes);
    else if (declared > cap.minutes) {
      found(
        'monthly-cap-exceeded-if-repaired',
        'warning',
        lines.filter((line) => !line.credit && line.errors.size > 0),
      );
    }
  }
  return { findings, month: describeMonth(client, lines, outcomes, caps === null, registers, findings.length > 0) };
}

function describeMonth(
  client: string,
  lines: readonly Line[],
  outcomes: readonly CapOutcome[],
  withoutPolicy: boolean,
  registers: Registers,
  hasFinding: boolean,
): ExpectedMonth {
  const excess = new Map(outcomes.flatMap((outcome) => [...outcome.excess]));
  const attributable = lines.filter((line) => !line.spans);
  const declared = sum(attributable.filter((line) => !line.credit));
  const credited = sum(attributable.filter((line) => line.credit));
  const described = lines.map((line): ExpectedLine => {
    const over = excess.get(line) ?? 0;
    const rejected = line.errors.size > 0 || over > 0;
    return {
      place: line.place,
      code: line.code,
      minutes: line.minutes,
      credit: line.credit,
      verdict: rejected ? 'rejected' : withoutPolicy || cannotBeChecked(line, registers) ? 'undecided' : 'approved',
      allowedMinutes: line.errors.size > 0 ? 0 : line.minutes - over,
      rejectedMinutes: over,
    };
  });
  return {
    client: publicLabel(client),
    month: (lines[0] as Line).month,
    declared,
    credited,
    net: declared - credited,
    eligible: outcomes.reduce((total, outcome) => total + outcome.eligible, 0),
    hasFinding,
    lines: described,
  };
}

/** A line needs the leveringsvormen (VPT concerns every code), and under the Zvw the indications as well; a credit waits with its debit. */
function cannotBeChecked(line: Line, { deliveryForms, indications }: Registers): boolean {
  return deliveryForms === null || (line.law === 'zvw' && indications === null);
}

function registersByClient(
  { deliveryForms, indications, deaths }: Registers,
  clients: Clients,
): (client: string) => Known {
  const byClient = <T extends { key: string }>(entries: readonly T[] | null) =>
    entries && groupedBy(entries, (entry) => clients.labelOf(entry.key));
  const forms = byClient(deliveryForms);
  const indicated = byClient(indications);
  const dead = byClient(deaths);
  return (client) => ({
    deliveryForms: forms && (forms.get(client) ?? []),
    indications: indicated && (indicated.get(client) ?? []),
    death: dead?.get(client)?.[0]?.day ?? null,
  });
}
