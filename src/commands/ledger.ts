import { resolve } from 'node:path';
import type { BookedLine } from '../domain/ledger.ts';
import { monthFromText } from '../domain/month.ts';
import { policyOf } from '../domain/policy.ts';
import { UserError } from '../errors.ts';
import { RETURN_LABELS } from '../messages/return-labels.ts';
import type { Words } from '../messages/words.ts';
import { aligned, type TextLine, textLine } from '../reporters/text-line.ts';
import type { ClientLedger } from '../store/booking.ts';
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
      terminal.note(
        words.language === 'nl'
          ? `Over cliënt ${client} is niets onthouden.`
          : `Nothing is remembered of client ${client}.`,
      );
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
  const nl = words.language === 'nl';
  const booked = known.booked.filter((line) => line.month === month);
  const rows = booked.map((line) => [
    `  ${words.date(line.first)} – ${words.date(line.last)}`,
    line.code,
    signed(line, words),
    line.reference,
    `${nl ? 'geboekt met run' : 'booked with run'} ${line.run}`,
  ]);
  const judged = known.judged.flatMap(({ run, booking, lines }) => {
    // The lines of a run that counts stand among the booked ones already; here is what was judged besides.
    const counts = booking !== null && booking.endedAt === null;
    return lines
      .filter((line) => line.month === month && !(counts && line.verdict === 'approved'))
      .map((line) => [
        `  ${words.date(line.first)} – ${words.date(line.last)}`,
        line.code,
        signed(line, words),
        line.reference,
        `${words.lineVerdict(line.verdict)}${line.verdict === 'rejected' && line.allowedMinutes > 0 ? ` (${nl ? 'past' : 'fits'}: ${words.hours(line.allowedMinutes)})` : ''}, run ${run.id}`,
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
    ...(booked.length > 0 ? [textLine(nl ? 'Geboekt' : 'Booked')] : []),
    ...aligned(rows, [2]).map((text) => textLine(text)),
    ...(cameBack.length > 0 ? [textLine(labels.cameBack)] : []),
    ...aligned(cameBack, [2]).map((text) => textLine(text, 'warning')),
    ...(judged.length > 0 ? [textLine(nl ? 'Beoordeeld, niet geboekt' : 'Judged, not booked')] : []),
    ...aligned(judged, [2]).map((text) => textLine(text, 'dim')),
    ...caps.map((cap) => capLine(cap, booked, words)),
  ];
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
  const text =
    words.language === 'nl'
      ? `${cap.codes.join(', ')}: geboekt ${words.hours(sum)} van ${words.hours(cap.minutes)}, nog vrij ${words.hours(Math.max(0, left))}`
      : `${cap.codes.join(', ')}: booked ${words.hours(sum)} of ${words.hours(cap.minutes)}, left ${words.hours(Math.max(0, left))}`;
  return textLine(text, left < 0 ? 'bad' : 'good');
}

function signed(line: { readonly minutes: number; readonly credit: boolean }, words: Words): string {
  return words.hours(line.credit ? -line.minutes : line.minutes);
}
