import { compareTexts } from '../domain/compare-texts.ts';
import {
  type ComparedReturn,
  codesOf,
  type ReturnAnswer,
  type ReturnComparison,
  stopsCounting,
} from './compare-return.ts';
import type { SentClaim, Unmatched } from './match-return.ts';

/** How often a rule, or a return code, was right. */
export interface ReturnScore {
  /** Returned lines that it concerns. */
  readonly lines: number;
  readonly hits: number;
  readonly misses: number;
  readonly surprises: number;
}

/** A return code with the lines it came with. */
export interface CodeScore extends ReturnScore {
  readonly code: string;
  /** Of the lines that were not granted; debits less credits. */
  readonly minutes: number;
}

/** A rule with the returned lines of which it led to expect a code. */
export interface RuleScore {
  readonly rule: string;
  readonly lines: number;
  /** Not granted, with the code that the rule led to expect. */
  readonly hits: number;
  /** Not granted, with another code or none. */
  readonly otherCode: number;
  /** Granted in whole. */
  readonly granted: number;
}

/** Exact sums over the technology lines of a return message. */
export interface ReturnTotals {
  readonly lines: number;
  readonly answers: Readonly<Record<ReturnAnswer, number>>;
  readonly comparisons: Readonly<Record<ReturnComparison, number>>;
  readonly unmatched: Readonly<Record<Unmatched, number>>;
  /** Of the lines that were rejected or not judged; debits less credits. */
  readonly refusedMinutes: number;
  /** With sign; null when an amount of some line cannot be read. */
  readonly declaredCents: number | null;
  readonly grantedCents: number | null;
  /** Most lines first. */
  readonly byCode: readonly CodeScore[];
  readonly byRule: readonly RuleScore[];
}

/** Adds up what a return message says of the technology lines. */
export function returnTotals(compared: readonly ComparedReturn<SentClaim>[]): ReturnTotals {
  const answers = { granted: 0, partly: 0, rejected: 0, 'not-judged': 0, unclear: 0 };
  const comparisons = { agreed: 0, hit: 0, miss: 0, surprise: 0, none: 0 };
  const unmatched = { unknown: 0, differs: 0, ambiguous: 0 };
  for (const { answer, comparison, why } of compared) {
    answers[answer]++;
    comparisons[comparison]++;
    if (why !== null) unmatched[why]++;
  }
  const refused = compared.filter(({ answer }) => stopsCounting(answer));
  return {
    lines: compared.length,
    answers,
    comparisons,
    unmatched,
    refusedMinutes: refused.reduce((sum, one) => sum + signedMinutes(one), 0),
    declaredCents: sumOf(compared.map(({ line }) => line.declaredCents)),
    grantedCents: sumOf(compared.map(({ line }) => line.grantedCents)),
    byCode: codeScores(compared),
    byRule: ruleScores(compared),
  };
}

function signedMinutes({ line }: ComparedReturn<SentClaim>): number {
  return line.credit ? -(line.minutes ?? 0) : (line.minutes ?? 0);
}

function sumOf(cents: readonly (number | null)[]): number | null {
  return cents.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0);
}

function codeScores(compared: readonly ComparedReturn<SentClaim>[]): CodeScore[] {
  const scores = new Map<string, { -readonly [K in keyof CodeScore]: CodeScore[K] }>();
  for (const one of compared) {
    for (const code of codesOf(one.line)) {
      const score = scores.get(code) ?? { code, lines: 0, minutes: 0, hits: 0, misses: 0, surprises: 0 };
      scores.set(code, score);
      score.lines++;
      if (stopsCounting(one.answer)) score.minutes += signedMinutes(one);
      if (one.comparison === 'hit') score.hits++;
      if (one.comparison === 'miss') score.misses++;
      if (one.comparison === 'surprise') score.surprises++;
    }
  }
  return [...scores.values()].sort((a, b) => b.lines - a.lines || compareTexts(a.code, b.code));
}

function ruleScores(compared: readonly ComparedReturn<SentClaim>[]): RuleScore[] {
  const scores = new Map<string, { -readonly [K in keyof RuleScore]: RuleScore[K] }>();
  for (const { line, answer, expected } of compared) {
    const codes = codesOf(line);
    for (const { rule, code } of expected) {
      const score = scores.get(rule) ?? { rule, lines: 0, hits: 0, otherCode: 0, granted: 0 };
      scores.set(rule, score);
      score.lines++;
      if (answer === 'granted') score.granted++;
      else if (answer === 'rejected' || answer === 'partly') {
        if (codes.includes(code)) score.hits++;
        else score.otherCode++;
      }
    }
  }
  return [...scores.values()].sort((a, b) => b.lines - a.lines || compareTexts(a.rule, b.rule));
}
