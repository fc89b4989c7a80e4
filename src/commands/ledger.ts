import { resolve } from 'node:path';
import type { BookedLine } from '../domain/ledger.ts';
import { monthFromText } from '../domain/month.ts';
import { policyOf } from '../domain/policy.ts';
import { UserError } from '../errors.ts';
import { LEDGER_LABELS, type LedgerLabels } from '../messages/ledger-labels.ts';
import { RETURN_LABELS } from '../messages/return-labels.ts';
import type { Words } from '../messages/words.ts';
import { aligned, type TextLine, textLine } from '../reporters/text-line.ts';
import type { ClientLedger } from '../store/booking.ts';
import type { StoredLine } from '../store/stored-run.ts';
import { clientPseudonym } from './client-pseudonym.ts';
import { readPolicies } from './read-policies.ts';
import type { ExitCode, Shell } from './shell.ts';
import type { StoreOptions } from './store-options.ts';
import { withStore } from './with-store.ts';

/** `tzt ledger CLIENT [MONTH]`: what is booked and what was judged for one client, line by line, with the minutes left under the cap. */
export async function ledger(
  client: string,
  month: string | undefined,
  options: StoreOptions,
  shell: Shell,
): Promise<ExitCode> {
  if (month !== undefined && monthFromText(month) === null) {
    throw new UserError(`${month} is geen maand. Schrijf bijvoorbeeld 2026-03.`);
  }
  return withStore(options, shell, ({ store, settled, words, terminal, pseudonyms }) => {
    const pseudonym = clientPseudonym(client.trim(), pseudonyms);
    const known = store.ledgerOf(pseudonym, month);
    const policies = readPolicies(settled.options.policies && resolve(shell.cwd, settled.options.policies));
    const months = [
      ...new Set(
        [...known.booked, ...known.returned, ...known.judged.flatMap(({ lines }) => lines)].map((line) => line.month),
      ),
    ].sort();
    if (months.length === 0) {
      terminal.note(LEDGER_LABELS[words.language].nothing(client));
      return 0;
    }
    for (const one of months) {
      const number = monthFromText(one);
      const caps = number === null ? [] : (policyOf(policies, number)?.caps ?? []);
      terminal.lines(monthLines(one, known, caps, words));
    }
    return 0;
  });
}

function monthLines(
  month: string,
  known: ClientLedger,
  caps: readonly { readonly codes: readonly string[]; readonly minutes: number }[],
  words: Words,
): TextLine[] {
  const say = LEDGER_LABELS[words.language];
  const booked = known.booked.filter((line) => line.month === month);
  const rows = booked.map((line) => [
    `  ${words.date(line.first)} – ${words.date(line.last)}`,
    line.code,
    signed(line, words),
    line.reference,
    say.bookedWith(line.run),
  ]);
  const judged = known.judged.flatMap(({ run, booking, lines }) => {
    // The booked lines of a run that counts stand above already, or among those that came back; here is what was judged besides.
    const counts = booking !== null && booking.endedAt === null;
    const above = new Set(
      [...known.booked, ...known.returned].filter((line) => counts && line.run === run.id).map(lineKey),
    );
    return lines
      .filter((line) => line.month === month && !above.has(lineKey(line)))
      .map((line) => [
        `  ${words.date(line.first)} – ${words.date(line.last)}`,
        line.code,
        signed(line, words),
        line.reference,
        `${verdictText(line, counts, say, words)}, run ${run.id}`,
      ]);
  });
  const labels = RETURN_LABELS[words.language];
  const cameBack = known.returned
    .filter((line) => line.month === month)
    .map((line) => [
      `  ${words.date(line.first)} – ${words.date(line.last)}`,
      line.code,
      signed(line, words),
      line.reference,
      labels.cameBackLine(line.codes.join(', '), words.date(line.returnedOn), line.run),
    ]);
  return [
    textLine(''),
    textLine(words.month(month), 'heading'),
    ...(booked.length > 0 ? [textLine(say.booked)] : []),
    ...aligned(rows, [2]).map((text) => textLine(text)),
    ...(cameBack.length > 0 ? [textLine(labels.cameBack)] : []),
    ...aligned(cameBack, [2]).map((text) => textLine(text, 'warning')),
    ...(judged.length > 0 ? [textLine(say.judged)] : []),
    ...aligned(judged, [2]).map((text) => textLine(text, 'dim')),
    ...caps.map((cap) => capLine(cap, booked, words)),
  ];
}

/** A line of a booked run that is approved and yet not booked is the credit of a debit that stayed behind. */
function verdictText(line: StoredLine, counts: boolean, say: LedgerLabels, words: Words): string {
  const verdict = words.lineVerdict(line.verdict);
  if (line.verdict === 'rejected' && line.allowedMinutes > 0)
    return `${verdict} (${say.fits(words.hours(line.allowedMinutes))})`;
  return counts && line.verdict === 'approved' ? `${verdict}, ${say.creditLeft}` : verdict;
}

/** What a booked line and the judged line it was have in common. */
function lineKey({ code, first, last, minutes, credit, reference, corrects }: Omit<BookedLine, 'run'>): string {
  return JSON.stringify([code, first, last, minutes, credit, reference, corrects]);
}

function capLine(
  cap: { readonly codes: readonly string[]; readonly minutes: number },
  booked: readonly BookedLine[],
  words: Words,
): TextLine {
  const sum = booked
    .filter(({ code }) => cap.codes.includes(code))
    .reduce((total, { minutes, credit }) => total + (credit ? -minutes : minutes), 0);
  const left = cap.minutes - sum;
  const text = LEDGER_LABELS[words.language].left(
    cap.codes.join(', '),
    words.hours(sum),
    words.hours(cap.minutes),
    words.hours(Math.max(0, left)),
  );
  return textLine(text, left < 0 ? 'bad' : 'good');
}

function signed(line: { readonly minutes: number; readonly credit: boolean }, words: Words): string {
  return words.hours(line.credit ? -line.minutes : line.minutes);
}
