import { isRefusal, refusesFile } from '../domain/return-codes.ts';
import type { ReturnLine, ReturnMessage } from '../domain/return-message.ts';
import type { LineVerdict, RunFinding, RunResult } from '../domain/run.ts';
import type { ReturnMatch, SentClaim } from './match-return.ts';

/**
 * What a payer made of a line. `granted`: the whole amount · `partly`: a lower amount · `rejected`: nothing · `not-judged`: nothing, because
 * another record was refused · `unclear`: amounts and codes contradict each other or cannot be read.
 */
export type ReturnAnswer = 'granted' | 'partly' | 'rejected' | 'not-judged' | 'unclear';

/**
 * How the answer relates to what was expected. `agreed`: approved and granted · `hit`: not granted, with a code that was expected · `miss`:
 * not granted, although the line was approved and this code was not expected · `surprise`: rejected here, and the payer granted it or gave
 * another code · `none`: not to be compared (line not in the run or not judged, answer not judged or unclear).
 */
export type ReturnComparison = 'agreed' | 'hit' | 'miss' | 'surprise' | 'none';

/** A return code that a finding of the run led to expect. */
export interface ExpectedCode {
  readonly rule: string;
  readonly severity: RunFinding['severity'];
  readonly code: string;
}

/** A returned line beside what was expected of it. */
export interface ComparedReturn<S extends SentClaim> extends ReturnMatch<S> {
  readonly answer: ReturnAnswer;
  readonly comparison: ReturnComparison;
  /** Of errors and warnings that touch the line; one per rule. */
  readonly expected: readonly ExpectedCode[];
}

/** Whether an answer takes the line out of what counts towards a cap. Of a lower amount the message names no minutes, so the line stays. */
export function stopsCounting(answer: ReturnAnswer): boolean {
  return answer === 'rejected' || answer === 'not-judged';
}

/** All codes that came with a line: its own, those of its client record. */
export function codesOf({ codes, clientCodes }: ReturnLine): string[] {
  return [...new Set([...codes, ...clientCodes])];
}

/** Holds returned lines against the run. `result` is null when the run was removed: then nothing was expected. */
export function compareReturn<S extends SentClaim>(
  message: Pick<ReturnMessage, 'codes'>,
  matches: readonly ReturnMatch<S>[],
  result: Pick<RunResult, 'inputs' | 'findings'> | null,
): ComparedReturn<S>[] {
  const expectedAt = result === null ? new Map<string, ExpectedCode[]>() : expectations(result);
  const fileRefused = message.codes.some(refusesFile);
  return matches.map((match) => {
    const { line, sent } = match;
    const answer = fileRefused ? refusedWithFile(line) : answerOf(line);
    const input = sent?.input == null ? undefined : result?.inputs[sent.input];
    const expected = (input && sent && expectedAt.get(placeKey(input.name, input.sheet, sent.row ?? 0))) ?? [];
    const codes = [...codesOf(line), ...message.codes];
    return { ...match, answer, expected, comparison: comparisonOf(answer, sent?.verdict ?? null, expected, codes) };
  });
}

/** A file that is refused pays nothing. A line of it with an amount granted says otherwise, and keeps counting until somebody has asked. */
function refusedWithFile({ grantedCents }: ReturnLine): ReturnAnswer {
  return (grantedCents ?? 0) === 0 ? 'rejected' : 'unclear';
}

/** What the payer made of a line, by the amounts first and its codes second. */
export function answerOf(line: ReturnLine): ReturnAnswer {
  const { declaredCents: declared, grantedCents: granted } = line;
  if (declared === null || granted === null) return 'unclear';
  const codes = codesOf(line);
  const refused = codes.some(isRefusal);
  if (granted === 0 && codes.includes(NOT_JUDGED) && !line.codes.some(isRefusal)) return 'not-judged';
  if (declared === 0) return granted !== 0 ? 'unclear' : refused ? 'rejected' : 'granted';
  if (granted === 0) return codes.includes(FULLY_GRANTED) && !refused ? 'unclear' : 'rejected';
  if (granted === declared) return line.codes.some(isRefusal) ? 'unclear' : 'granted';
  const isLess = Math.sign(granted) === Math.sign(declared) && Math.abs(granted) < Math.abs(declared);
  return isLess ? 'partly' : 'unclear';
}

const NOT_JUDGED = '8002';
const FULLY_GRANTED = '8001';

function comparisonOf(
  answer: ReturnAnswer,
  verdict: LineVerdict | null,
  expected: readonly ExpectedCode[],
  codes: readonly string[],
): ReturnComparison {
  if (verdict === null || answer === 'unclear' || answer === 'not-judged') return 'none';
  if (answer === 'granted') return verdict === 'approved' ? 'agreed' : verdict === 'rejected' ? 'surprise' : 'none';
  if (expected.some(({ code }) => codes.includes(code))) return 'hit';
  return verdict === 'approved' ? 'miss' : verdict === 'rejected' ? 'surprise' : 'none';
}

/** The codes that findings led to expect, by the place of the line. */
function expectations({ findings }: Pick<RunResult, 'findings'>): Map<string, ExpectedCode[]> {
  const expected = new Map<string, ExpectedCode[]>();
  for (const finding of findings) {
    const code = codeExpected(finding);
    if (code === null || finding.severity === 'info') continue;
    for (const { input, sheet, row } of finding.places) {
      const key = placeKey(input, sheet, row);
      const known = expected.get(key) ?? [];
      if (known.some((one) => one.rule === finding.rule && one.code === code)) continue;
      expected.set(key, [...known, { rule: finding.rule, severity: finding.severity, code }]);
    }
  }
  return expected;
}

/** A finding about a field of a message names the code of that field; else it is that of its rule. */
function codeExpected({ data, expectedReturnCode }: RunFinding): string | null {
  return typeof data.returnCode === 'string' ? data.returnCode : expectedReturnCode;
}

function placeKey(input: string, sheet: string | null, row: number): string {
  return JSON.stringify([input, sheet, row]);
}
