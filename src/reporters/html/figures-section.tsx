import type { ComponentChildren } from 'preact';
import { headingOf } from '../heading.ts';
import { Scroll } from './scroll.tsx';
import { eurosText, type Sheet, shown } from './sheet.ts';
import { stakePerInsurer } from './stakes.ts';

/** Rows of a table of figures; what is left out is counted. */
const MOST_ROWS = 60;

type Cell = ComponentChildren;

/** Minutes and clients per code, month and insurer, and the totals. */
export function FiguresSection({ sheet }: { readonly sheet: Sheet }) {
  const { labels, result } = sheet;
  return (
    <section id="cijfers" aria-labelledby="cijfers-kop">
      <h2 id="cijfers-kop">{labels.page.figures}</h2>
      <div class="columns">
        <Totals sheet={sheet} />
        {result.overview === undefined ? <p>{labels.figures.absent}</p> : <PerCode sheet={sheet} />}
        {result.overview !== undefined && <PerInsurer sheet={sheet} />}
        <IgnoredCodes sheet={sheet} />
        <div class="wide">
          <PerMonth sheet={sheet} />
        </div>
      </div>
    </section>
  );
}

function Totals({ sheet }: { readonly sheet: Sheet }) {
  const { result, words, labels, shared } = sheet;
  const { lines, minutes } = result.summary;
  const rows: Cell[][] = [
    [headingOf(words.lineVerdict('approved')), words.number(lines.approved)],
    [headingOf(words.lineVerdict('rejected')), words.number(lines.rejected)],
    [headingOf(words.lineVerdict('undecided')), words.number(lines.undecided)],
    [headingOf(shared.summary.ignored), words.number(lines.ignored)],
    [headingOf(shared.summary.unreadableRows), words.number(result.unreadableRows)],
  ];
  const balance = (['declared', 'credited', 'net', 'eligible', 'booked'] as const).map((key): Cell[] => [
    headingOf(shared.summary[key]),
    words.hours(minutes[key]),
  ]);
  return (
    <>
      <FigureTable title={labels.figures.lines} rows={rows} sheet={sheet} />
      <FigureTable title={labels.figures.balance} rows={balance} sheet={sheet} />
    </>
  );
}

function PerCode({ sheet }: { readonly sheet: Sheet }) {
  const { result, words, labels } = sheet;
  const { figures } = labels;
  const rows = (result.overview?.codes ?? []).map(({ code, clients, minutes }): Cell[] => [
    shown(code),
    words.number(clients),
    words.hours(minutes),
  ]);
  return (
    <FigureTable
      title={figures.perCode}
      headings={[figures.code, figures.clients, figures.hours]}
      rows={rows}
      sheet={sheet}
    />
  );
}

function PerMonth({ sheet }: { readonly sheet: Sheet }) {
  const { result, words, labels } = sheet;
  const { figures } = labels;
  const { months } = result.summary;
  const codes = [...new Set(months.flatMap(({ byCode }) => Object.keys(byCode)))].sort();
  const rows = months.map(({ month, clients, minutes, byCode }): Cell[] => [
    words.month(month),
    words.number(clients),
    ...(codes.length > 1 ? codes.map((code) => hoursOrDash(byCode[code], sheet)) : []),
    words.hours(minutes),
  ]);
  const headings = [figures.month, figures.clients, ...(codes.length > 1 ? codes.map(shown) : []), figures.hours];
  return <FigureTable title={figures.perMonth} headings={headings} rows={rows} sheet={sheet} />;
}

function PerInsurer({ sheet }: { readonly sheet: Sheet }) {
  const { result, words, labels } = sheet;
  const { figures } = labels;
  const insurers = result.overview?.insurers ?? [];
  const stakes = stakePerInsurer(result.clientMonths);
  const amounts = result.summary.amountCents !== null;
  const rows = insurers.map(({ insurer, clients, minutes }): Cell[] => {
    const stake = stakes.get(insurer ?? '');
    return [
      insurer ?? figures.noInsurer,
      words.number(clients),
      words.hours(minutes),
      amounts ? eurosText(stake?.cents ?? null, words) : hoursOrDash(stake?.minutes, sheet),
    ];
  });
  return (
    <FigureTable
      title={figures.perInsurer}
      headings={[figures.insurer, figures.clients, figures.hours, figures.stake]}
      rows={rows}
      sheet={sheet}
    />
  );
}

function IgnoredCodes({ sheet }: { readonly sheet: Sheet }) {
  const { result, words, labels } = sheet;
  const rows = result.ignoredCodes.map(({ code, lines }): Cell[] => [shown(code), words.number(lines)]);
  return (
    <FigureTable
      title={labels.figures.ignoredCodes}
      headings={[labels.figures.code, labels.figures.lines]}
      rows={rows}
      sheet={sheet}
    />
  );
}

interface FigureTableProps {
  readonly title: string;
  readonly headings?: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly sheet: Sheet;
}

/** A small table: names first, figures to the right. */
function FigureTable({ title, headings, rows, sheet }: FigureTableProps) {
  if (rows.length === 0) return null;
  const { words, labels } = sheet;
  const left = rows.length - MOST_ROWS;
  return (
    <Scroll label={labels.page.table(title)}>
      <table class="figures">
        <caption>{title}</caption>
        {headings && (
          <thead>
            <tr>
              {headings.map((heading, index) => (
                <th scope="col" class={index > 0 ? 'n' : undefined}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.slice(0, MOST_ROWS).map(([name, ...values]) => (
            <tr>
              <th scope="row">{name}</th>
              {values.map((value) => (
                <td class="n">{value}</td>
              ))}
            </tr>
          ))}
          {left > 0 && (
            <tr>
              <td colSpan={rows[0]!.length}>{labels.figures.others(left, words.number(left))}</td>
            </tr>
          )}
        </tbody>
      </table>
    </Scroll>
  );
}

function hoursOrDash(minutes: number | undefined, { words }: Sheet): string {
  return minutes === undefined || minutes === 0 ? '–' : words.hours(minutes);
}
