import { compareTexts } from '../../domain/compare-texts.ts';
import { SEVERITIES, type Severity } from '../../domain/finding.ts';
import type { RunClientMonth, RunFinding, RunResult } from '../../domain/run.ts';
import { type Stake, stakeOf } from './stakes.ts';

/** One piece of work: what is wrong with a client-month, with a client, or of one kind in one file. */
export interface Card {
  readonly findings: readonly RunFinding[];
  /** null on a card about a file. */
  readonly client: string | null;
  readonly month: string | null;
  /** The lines of the month, where there are any. */
  readonly clientMonth: RunClientMonth | null;
  /** The worst of its findings that nobody accepted; null when all are accepted. */
  readonly severity: Severity | null;
  readonly stake: Stake;
  /** Which findings of many alike are on this card, counted from 1; null when all are. */
  readonly part: { readonly from: number; readonly to: number; readonly of: number } | null;
}

/** The cards a page shows, and how many findings are on them. */
export interface CardDeck {
  /** Every card there is: totals are counted over these. */
  readonly all: readonly Card[];
  readonly cards: readonly Card[];
  readonly findings: number;
}

/** Findings and lines a page shows at most; the first cards that together stay under it. */
export interface DeckLimits {
  readonly findings: number;
  readonly lines: number;
}

/** What a browser still opens at once. */
export const DECK_LIMITS: DeckLimits = { findings: 20_000, lines: 100_000 };

/** Rows of one kind in one file on one card. */
const FILE_CARD_ROWS = 100;

/**
 * The findings as cards in the order of work: by severity, files before clients (what could not be read makes the rest provisional),
 * then the most money and minutes first, so that stopping halfway costs the least. Accepted findings come last.
 */
export function cardsOf(result: RunResult, limits: DeckLimits = DECK_LIMITS): CardDeck {
  const all = [...fileCards(result.findings), ...clientCards(result)].sort(compareCards);
  let findings = 0;
  let lines = 0;
  const cards: Card[] = [];
  for (const card of all) {
    const size = card.clientMonth?.lines.length ?? 0;
    const full = findings + card.findings.length > limits.findings || lines + size > limits.lines;
    if (full && cards.length > 0) break;
    cards.push(card);
    findings += card.findings.length;
    lines += size;
  }
  return { all, cards, findings };
}

function clientCards({ findings, clientMonths }: RunResult): Card[] {
  const months = new Map(clientMonths.map((month) => [keyOf(month.client, month.month), month]));
  const groups = new Map<string, { client: string; month: string | null; findings: RunFinding[] }>();
  for (const finding of findings) {
    const { client, month } = finding;
    if (client === null) continue;
    const key = keyOf(client, month);
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { client, month, findings: [finding] });
  }
  return [...groups].map(([key, group]) => {
    const clientMonth = months.get(key) ?? null;
    return {
      ...group,
      clientMonth,
      severity: worst(group.findings),
      stake: stakeOf(clientMonth?.lines ?? []),
      part: null,
    };
  });
}

function fileCards(findings: readonly RunFinding[]): Card[] {
  const groups = new Map<string, RunFinding[]>();
  for (const finding of findings) {
    if (finding.client !== null) continue;
    const { input = '', sheet = null } = finding.places[0] ?? {};
    const key = JSON.stringify([input, sheet, finding.rule, finding.severity]);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const parts: Card[] = [];
    for (let start = 0; start < group.length; start += FILE_CARD_ROWS) {
      const part = group.slice(start, start + FILE_CARD_ROWS);
      parts.push({
        findings: part,
        client: null,
        month: null,
        clientMonth: null,
        severity: worst(part),
        stake: stakeOf([]),
        part: part.length === group.length ? null : { from: start + 1, to: start + part.length, of: group.length },
      });
    }
    return parts;
  });
}

/** Ties keep the order of the result, which is by rule and place. */
function compareCards(a: Card, b: Card): number {
  return (
    rankOf(a.severity) - rankOf(b.severity) ||
    Number(a.client !== null) - Number(b.client !== null) ||
    (b.stake.cents ?? 0) - (a.stake.cents ?? 0) ||
    b.stake.minutes - a.stake.minutes ||
    compareTexts(a.client ?? '', b.client ?? '') ||
    compareTexts(a.month ?? '', b.month ?? '')
  );
}

function worst(findings: readonly RunFinding[]): Severity | null {
  const open = findings.filter(({ waiver }) => waiver === null).map(({ severity }) => severity);
  return SEVERITIES.find((severity) => open.includes(severity)) ?? null;
}

function rankOf(severity: Severity | null): number {
  return severity === null ? SEVERITIES.length : SEVERITIES.indexOf(severity);
}

function keyOf(client: string, month: string | null): string {
  return `${month ?? ''} ${client}`;
}
