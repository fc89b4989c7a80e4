import { hoursText } from '../../domain/minutes.ts';
import type { MinuteDistribution } from '../../domain/run.ts';
import { Scroll } from './scroll.tsx';
import type { Sheet } from './sheet.ts';

const WIDTH = 720;
const HEIGHT = 250;
const LEFT = 22;
const TOP = 34;
const BOTTOM = 44;
/** A class with one client-month is still a bar one can see. */
const LEAST_BAR = 3;

/**
 * Client-months per class of minutes, with the line of the cap. Positions are attributes, not styles: the page allows no inline style.
 * Bars beyond the cap also lie right of a labelled line and carry their number, so colour says nothing alone.
 */
export function Histogram({
  distribution,
  sheet,
}: {
  readonly distribution: MinuteDistribution;
  readonly sheet: Sheet;
}) {
  const { words, labels } = sheet;
  const { capMinutes, step, counts } = distribution;
  const classes = Math.max(counts.length, Math.ceil((capMinutes * 1.5) / step));
  const width = (WIDTH - 2 * LEFT) / classes;
  const most = Math.max(1, ...counts);
  const floor = HEIGHT - BOTTOM;
  const xOf = (minutes: number) => LEFT + (minutes / step) * width;
  const within = sumTo(distribution);
  const over = counts.reduce((sum, count) => sum + count, 0) - within;
  const title = `${labels.cap.intro(words.hours(capMinutes))} ${labels.cap.within(within, words.number(within))}, ${labels.cap.over(over, words.number(over))}.`;
  return (
    <svg class="histogram" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
      {counts.map((count, index) => {
        if (count === 0) return null;
        const height = Math.max(LEAST_BAR, (count / most) * (floor - TOP - 16));
        const beyond = index * step >= capMinutes;
        const x = LEFT + index * width;
        return (
          <>
            <rect
              class={beyond ? 'bar over' : 'bar'}
              x={round(x + 1.5)}
              y={round(floor - height)}
              width={round(width - 3)}
              height={round(height)}
              rx="2"
            />
            {(beyond || count === most) && (
              <text class="count" x={round(x + width / 2)} y={round(floor - height - 6)} text-anchor="middle">
                {words.number(count)}
              </text>
            )}
          </>
        );
      })}
      <line class="axis" x1={LEFT} y1={floor} x2={WIDTH - LEFT} y2={floor} />
      {ticks(classes * step).map((minutes) => (
        <text class="tick" x={round(xOf(minutes))} y={floor + 18} text-anchor="middle">
          {hoursText(minutes)}
        </text>
      ))}
      <text class="tick" x={WIDTH - LEFT} y={floor + 37} text-anchor="end">
        {labels.cap.axis}
      </text>
      <line class="cap" x1={round(xOf(capMinutes))} y1={TOP - 12} x2={round(xOf(capMinutes))} y2={floor} />
      <text class="cap-label" x={round(xOf(capMinutes))} y={TOP - 18} text-anchor="middle">
        {labels.cap.line(words.hours(capMinutes))}
      </text>
    </svg>
  );
}

/** The same figures as a table: for who cannot see the picture, and for who wants the numbers. */
export function HistogramTable({
  distribution,
  sheet,
}: {
  readonly distribution: MinuteDistribution;
  readonly sheet: Sheet;
}) {
  const { words, labels } = sheet;
  const { step, counts, open } = distribution;
  return (
    <Scroll label={labels.page.table(labels.cap.line(words.hours(distribution.capMinutes)))}>
      <table class="figures distribution">
        <caption>{labels.cap.table}</caption>
        <thead>
          <tr>
            <th scope="col">{labels.cap.axis}</th>
            <th scope="col" class="n">
              {labels.cap.countAxis}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count, index) => {
            if (count === 0) return null;
            const from = hoursText(index === 0 ? 0 : index * step + 1);
            const last = open && index === counts.length - 1;
            return (
              <tr>
                <th scope="row">
                  {last
                    ? labels.cap.beyond(hoursText(index * step))
                    : labels.cap.range(from, hoursText((index + 1) * step))}
                </th>
                <td class="n">{words.number(count)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Client-months at or under the cap, as far as the classes tell: exactly, when the cap is a multiple of their width. */
function sumTo({ capMinutes, step, counts }: MinuteDistribution): number {
  return counts.slice(0, Math.floor(capMinutes / step)).reduce((sum, count) => sum + count, 0);
}

/** Whole hours, so far apart that their texts do not touch. */
function ticks(minutes: number): number[] {
  const apart = minutes > 12 * 60 ? 120 : 60;
  return Array.from({ length: Math.floor(minutes / apart) + 1 }, (_, index) => index * apart);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
