import type { RunClientMonthLine, RunPlace } from '../../domain/run.ts';
import type { Card } from './cards.ts';
import { daysText, eurosText, type Sheet, shown, sourceText } from './sheet.ts';
import { placeKey, placesOf } from './stakes.ts';

/** Rows of one card; no client has so many in a month, but a file may say so. */
const MOST_ROWS = 500;

/** A column of the table of lines; the style sheet gives it its place, so that the tables of all cards line up. */
export interface LineColumn {
  readonly heading: string;
  /** Relative to the other columns. */
  readonly width: number;
  readonly numeric: boolean;
}

/** The columns of the table of lines in this report. */
export function lineColumns({ labels, result, manyFiles }: Sheet): LineColumn[] {
  const { card } = labels;
  const column = (heading: string, width: number, numeric = false) => ({ heading, width, numeric });
  return [
    ...(manyFiles ? [column(card.file, 17)] : []),
    column(card.row, 6),
    column(card.reference, 15),
    column(card.code, 7),
    column(card.days, 28),
    column(card.minutes, 8, true),
    column(card.fits, 7, true),
    ...(result.summary.amountCents === null ? [] : [column(card.amount, 12, true)]),
    column(card.verdict, 13),
  ];
}

/** The lines of a client-month with what would fit of each, and the rows of its findings that became no line. */
export function LinesTable({ card, sheet }: { readonly card: Card; readonly sheet: Sheet }) {
  const { labels, words } = sheet;
  const lines = card.clientMonth?.lines ?? [];
  const known = new Set(lines.map(placeKey));
  const others = uniquePlaces(card.findings.flatMap(({ places }) => places)).filter(
    (place) => !known.has(placeKey(place)),
  );
  const rows = lines.length + others.length;
  if (rows === 0) return null;
  const touched = placesOf(card.findings);
  const columns = lineColumns(sheet);
  const left = rows - MOST_ROWS;
  return (
    <table class="lines">
      <caption class="vh">{labels.card.lines}</caption>
      <thead>
        <tr>
          {columns.map(({ heading }) => (
            <th scope="col">{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.slice(0, MOST_ROWS).map((line) => (
          <LineRow line={line} touched={touched.has(placeKey(line))} sheet={sheet} />
        ))}
        {others.slice(0, Math.max(0, MOST_ROWS - lines.length)).map((place) => (
          <PlaceRow place={place} sheet={sheet} />
        ))}
        {left > 0 && (
          <tr>
            <td colSpan={columns.length}>{labels.card.moreRows(left, words.number(left))}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

interface LineRowProps {
  readonly line: RunClientMonthLine;
  readonly touched: boolean;
  readonly sheet: Sheet;
}

function LineRow({ line, touched, sheet }: LineRowProps) {
  const { words, labels, shared, result, manyFiles } = sheet;
  const minutes = line.credit && line.minutes !== 0 ? -line.minutes : line.minutes;
  return (
    <tr class={`${touched ? 'hit ' : ''}${line.verdict}`}>
      {manyFiles && <td>{sourceText(line, shared)}</td>}
      <td>{line.row}</td>
      <td>{line.reference === null ? '–' : shown(line.reference)}</td>
      <td>{shown(line.code)}</td>
      <td>{daysText(line, sheet)}</td>
      <td>{words.number(minutes)}</td>
      <td>{line.credit ? '–' : words.number(line.allowedMinutes)}</td>
      {result.summary.amountCents !== null && <td>{eurosText(line.amountCents, words)}</td>}
      <td>
        {line.credit ? `${labels.card.credit}, ` : ''}
        {words.lineVerdict(line.verdict)}
      </td>
    </tr>
  );
}

/** A row that a finding names and that became no line: there is nothing to say of it but where it stands. */
function PlaceRow({ place, sheet }: { readonly place: RunPlace; readonly sheet: Sheet }) {
  const { labels, shared, result, manyFiles } = sheet;
  const claims = result.inputs.some(
    ({ name, sheet: blad, role }) => role === 'claims' && name === place.input && blad === place.sheet,
  );
  return (
    <tr class="hit rejected">
      {manyFiles && <td>{sourceText(place, shared)}</td>}
      <td>
        {place.row}
        {place.cell !== null && ` (${place.cell})`}
        {!claims && !manyFiles && ` ${sourceText(place, shared)}`}
      </td>
      <td>{place.reference === null ? '–' : shown(place.reference)}</td>
      <td>–</td>
      <td>–</td>
      <td>–</td>
      <td>–</td>
      {result.summary.amountCents !== null && <td>–</td>}
      <td>{labels.card.unread}</td>
    </tr>
  );
}

function uniquePlaces(places: readonly RunPlace[]): RunPlace[] {
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
}
