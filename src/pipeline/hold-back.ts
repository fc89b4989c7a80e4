import { LineTable } from '../domain/line-table.ts';
import type { LineVerdicts } from '../domain/line-verdicts.ts';
import type { LineSink } from '../engine/judge.ts';

/**
 * Marks the approved lines that would not be approved without the lines that are not: the credit of a rejected debit takes its month below
 * zero once it is sent alone. What is left can be sent as it is. Judges the approved lines by themselves until none falls away.
 */
export function holdBack(
  lines: LineTable,
  verdicts: LineVerdicts,
  judgeAlone: (lines: LineTable, sink: LineSink) => void,
): void {
  for (;;) {
    const alone = new LineTable();
    for (let line = 0; line < lines.length; line++) {
      const judged = verdicts.at(lines.input(line), lines.row(line));
      if (judged?.verdict === 'approved' && !judged.isHeldBack) append(alone, lines, line);
    }
    if (alone.length === lines.length) return;
    let fellAway = false;
    judgeAlone(alone, (_, judged) => {
      for (const { line, verdict } of judged) {
        if (verdict === 'approved') continue;
        verdicts.holdBack(line.place.input, line.place.row);
        fellAway = true;
      }
    });
    if (!fellAway) return;
  }
}

function append(target: LineTable, lines: LineTable, line: number): void {
  target.append({
    input: lines.input(line),
    row: lines.row(line),
    client: lines.client(line),
    code: lines.code(line),
    first: lines.first(line),
    last: lines.last(line),
    minutes: lines.minutes(line),
    credit: lines.isCredit(line),
    inMinutes: lines.isInMinutes(line),
    faulty: lines.isFaulty(line),
    reference: lines.reference(line),
    corrects: lines.corrects(line),
    declaredLaw: lines.declaredLaw(line),
    provider: target.names.intern(lines.provider(line)),
    insurer: target.names.intern(lines.insurer(line)),
    amount: lines.amount(line),
    expectedAmount: lines.expectedAmount(line),
  });
}
