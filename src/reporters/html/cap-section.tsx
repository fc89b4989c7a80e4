import type { RunFinding } from '../../domain/run.ts';
import { findingAnchor } from './anchors.ts';
import { wholeFact } from './facts.ts';
import { Histogram, HistogramTable } from './histogram.tsx';
import { Scroll } from './scroll.tsx';
import { type Sheet, shown } from './sheet.ts';

const MOST_OVERRUNS = 10;

interface Overrun {
  readonly finding: RunFinding;
  readonly counted: number;
  readonly cap: number;
  readonly excess: number;
}

/** The client-months against the cap: how they are spread, and the worst of them. */
export function CapSection({ sheet }: { readonly sheet: Sheet }) {
  const { result, labels, words } = sheet;
  const distributions = result.overview?.distributions ?? [];
  return (
    <section id="maximum" aria-labelledby="maximum-kop">
      <h2 id="maximum-kop">{labels.page.cap}</h2>
      <div class="picture">
        <div>
          {distributions.map((distribution) => (
            <>
              <p>{labels.cap.intro(words.hours(distribution.capMinutes))}</p>
              <Scroll label={labels.page.picture(labels.cap.line(words.hours(distribution.capMinutes)))}>
                <Histogram distribution={distribution} sheet={sheet} />
              </Scroll>
            </>
          ))}
          <Overruns sheet={sheet} />
        </div>
        <div>
          {distributions.map((distribution) => (
            <HistogramTable distribution={distribution} sheet={sheet} />
          ))}
        </div>
      </div>
    </section>
  );
}

function Overruns({ sheet }: { readonly sheet: Sheet }) {
  const { result, labels, words } = sheet;
  const { cap } = labels;
  const all = overrunsOf(result.findings);
  if (all.length === 0) return <p>{cap.noneOver}</p>;
  const worst = all.slice(0, MOST_OVERRUNS);
  const most = Math.max(...worst.map(({ counted }) => counted));
  return (
    <>
      <h3>{cap.worst}</h3>
      {all.length > worst.length && <p>{cap.worstOf(words.number(worst.length), words.number(all.length))}</p>}
      <Scroll label={labels.page.table(cap.worst)}>
        <table class="figures overruns">
          <thead>
            <tr>
              <th scope="col">{cap.client}</th>
              <th scope="col">{cap.month}</th>
              <th scope="col">
                <span class="vh">{cap.line('')}</span>
              </th>
              <th scope="col" class="n">
                {cap.counted}
              </th>
              <th scope="col" class="n">
                {cap.excess}
              </th>
            </tr>
          </thead>
          <tbody>
            {worst.map((overrun) => (
              <tr>
                <th scope="row">
                  <a href={`#${findingAnchor(overrun.finding.fingerprint)}`}>{shown(overrun.finding.client ?? '')}</a>
                </th>
                <td>{overrun.finding.month === null ? '' : words.month(overrun.finding.month)}</td>
                <td>
                  <OverrunBar overrun={overrun} most={most} sheet={sheet} />
                </td>
                <td class="n">{words.hours(overrun.counted)}</td>
                <td class="n">+{words.hours(overrun.excess)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

function OverrunBar({
  overrun,
  most,
  sheet,
}: {
  readonly overrun: Overrun;
  readonly most: number;
  readonly sheet: Sheet;
}) {
  const { words, labels } = sheet;
  const { counted, cap } = overrun;
  const width = 240;
  const capX = Math.round((Math.min(cap, counted) / most) * width);
  const end = Math.round((counted / most) * width);
  return (
    <svg
      class="overrun"
      viewBox={`0 0 ${width} 16`}
      role="img"
      aria-label={labels.cap.bar(words.hours(counted), words.hours(cap))}
    >
      <rect class="bar" x="0" y="3" width={capX} height="10" />
      <rect class="bar over" x={capX} y="3" width={Math.max(2, end - capX)} height="10" />
      <line class="cap" x1={capX} y1="0" x2={capX} y2="16" />
    </svg>
  );
}

function overrunsOf(findings: readonly RunFinding[]): Overrun[] {
  const overruns = findings.flatMap((finding): Overrun[] => {
    if (finding.rule !== 'monthly-cap-exceeded' && finding.rule !== 'payer-cap-exceeded') return [];
    const counted = wholeFact(finding.data, 'netMinutes');
    const cap = wholeFact(finding.data, 'capMinutes');
    const excess = wholeFact(finding.data, 'excessMinutes');
    return counted === null || cap === null || excess === null ? [] : [{ finding, counted, cap, excess }];
  });
  return overruns.sort((a, b) => b.excess - a.excess);
}
