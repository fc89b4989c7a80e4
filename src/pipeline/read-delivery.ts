import { ClientIdentity } from '../domain/client-identity.ts';
import type { Finding } from '../domain/finding.ts';
import { FindingList, type FindingsBeyond } from '../domain/finding-list.ts';
import type { IntColumn } from '../domain/int-column.ts';
import { LineTable } from '../domain/line-table.ts';
import { RegisterTable } from '../domain/register-table.ts';
import type { RunInput } from '../domain/run.ts';
import type { ClaimCounts } from '../parse/claims.ts';
import { IntakeLog } from '../parse/intake-log.ts';
import { hashedSource } from './hashed-source.ts';
import type { InputDraft } from './input-draft.ts';
import type { NamedSource, ReadSettings } from './read-settings.ts';
import { readSource } from './read-source.ts';

/** All files of a delivery, read. */
export interface ReadDelivery {
  readonly lines: LineTable;
  readonly identity: ClientIdentity;
  readonly registers: RegisterTable;
  readonly inputs: readonly RunInput[];
  readonly findings: readonly Finding[];
  /** Findings that were counted and not kept. */
  readonly beyond: readonly FindingsBeyond[];
  /** Counts of all inputs that hold claims; null when none does. */
  readonly claims: ClaimCounts | null;
  /** Per input the claim rows of which no line was made though they are, or may be, technology lines. */
  readonly notLines: ReadonlyMap<number, IntColumn>;
  /** Per message the rows of its client records, and behind them the first row after its last record. */
  readonly clientRows: ReadonlyMap<number, IntColumn>;
}

/**
 * Reads the files one after the other, in the order given. What is wrong with them is in the findings. Deliveries that are given the same
 * `identity` know each other's clients.
 */
export async function readDelivery(
  sources: readonly NamedSource[],
  settings: ReadSettings,
  identity = new ClientIdentity(),
): Promise<ReadDelivery> {
  const gathered = { lines: new LineTable(), identity, registers: new RegisterTable() };
  const inputs: RunInput[] = [];
  const findings = new FindingList(settings.limits.findings);
  const notLines = new Map<number, IntColumn>();
  const clientRows = new Map<number, IntColumn>();
  let claims: ClaimCounts | null = null;
  for (const source of sources) {
    const bytes = hashedSource(source.bytes);
    const drafts = await readSource({ ...source, bytes }, inputs.length, gathered, settings);
    const name = nameAmong(inputs, drafts[0]?.input.name ?? '');
    const sha256 = await bytes.sha256();
    findings.addAll(await changedSince(source, inputs.length, drafts, gathered.registers));
    for (const draft of drafts) {
      if (draft.claims) notLines.set(inputs.length, draft.claims.notLines);
      if (draft.clientRows) clientRows.set(inputs.length, draft.clientRows);
      inputs.push({ ...draft.input, name, sha256 });
      findings.addAll(draft.findings, draft.beyond);
      if (draft.claims) claims = sumOf(claims, draft.claims);
    }
  }
  gathered.registers.settle(gathered.identity);
  gathered.lines.references.rest();
  return { ...gathered, inputs, findings: findings.kept, beyond: findings.beyond, claims, notLines, clientRows };
}

/** A name no other file of the run has: a name with a BSN is masked, and two files may then be called the same. */
function nameAmong(inputs: readonly RunInput[], name: string): string {
  let free = name;
  for (let number = 2; inputs.some((input) => input.name === free); number++) free = `${name} (${number})`;
  return free;
}

/** When what was read is not what lies there now, nobody can say which of both was judged: the file counts as unreadable, its registers as partial. */
async function changedSince(
  { bytes }: NamedSource,
  input: number,
  drafts: readonly InputDraft[],
  registers: RegisterTable,
): Promise<readonly Finding[]> {
  if ((await bytes.isChanged?.()) !== true) return [];
  for (const { role } of drafts.map((draft) => draft.input)) {
    if (role !== null && role !== 'claims') registers.partial.add(role);
  }
  const log = new IntakeLog(input, [], false);
  log.file('unreadable-file', { reason: 'changed-while-reading', facts: {} });
  return log.findings;
}

function sumOf(sum: ClaimCounts | null, counts: ClaimCounts): ClaimCounts {
  if (sum === null) return { ...counts, ignored: new Map(counts.ignored) };
  for (const [code, lines] of counts.ignored) sum.ignored.set(code, (sum.ignored.get(code) ?? 0) + lines);
  sum.rows += counts.rows;
  sum.technology += counts.technology;
  sum.unusable += counts.unusable;
  sum.unreadable += counts.unreadable;
  return sum;
}
