import type { BaselineFinding } from '../../domain/run.ts';
import { baselineCauses } from '../baseline-causes.ts';
import { type Sheet, shown } from './sheet.ts';

/** Solved findings named; the others are counted. */
const MOST_SOLVED = 50;

/** What changed since another run. */
export function BaselineSection({ sheet }: { readonly sheet: Sheet }) {
  const { result, labels, words } = sheet;
  const known = result.findings.filter(({ status }) => status === 'known').length;
  const { baseline } = result;
  if (baseline === undefined && known === 0) return null;
  const counts = [
    [labels.baseline.new, result.findings.length - known],
    [labels.baseline.known, known],
    ...(baseline === undefined ? [] : ([[labels.baseline.solved, baseline.solved]] as const)),
  ] as const;
  return (
    <section id="vergelijking" aria-labelledby="vergelijking-kop">
      <h2 id="vergelijking-kop">{labels.baseline.heading}</h2>
      {baseline && <p>{labels.baseline.with(shown(baseline.name))}</p>}
      <dl class="tiles">
        {counts.map(([name, count]) => (
          <div>
            <dt>{name}</dt>
            <dd class="value">{words.number(count)}</dd>
          </div>
        ))}
      </dl>
      {baselineCauses(result, words).map((sentence) => (
        <p>{sentence}</p>
      ))}
      <Solved findings={baseline?.solvedFindings ?? []} sheet={sheet} />
    </section>
  );
}

function Solved({ findings, sheet }: { readonly findings: readonly BaselineFinding[]; readonly sheet: Sheet }) {
  const { words, labels } = sheet;
  if (findings.length === 0) return null;
  const left = findings.length - MOST_SOLVED;
  return (
    <>
      <h3>{labels.baseline.solved}</h3>
      <ul>
        {findings.slice(0, MOST_SOLVED).map(({ rule, client, month }) => (
          <li>
            {[client === null ? '' : shown(client), month === null ? '' : words.month(month), words.rule(rule).title]
              .filter((part) => part !== '')
              .join(', ')}
          </li>
        ))}
        {left > 0 && <li>{labels.figures.others(left, words.number(left))}</li>}
      </ul>
    </>
  );
}
