import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../domain/run.ts';
import { SERVE_LABELS, type ServeLabels } from '../../messages/serve-labels.ts';
import { Scroll } from '../../reporters/html/scroll.tsx';
import { shown } from '../../reporters/html/sheet.ts';
import type { Remembered } from './remembered.ts';

interface Props {
  readonly labels: ServeLabels;
  readonly remembered: Remembered;
}

/** The runs of the store: each can be opened, and two can be compared. */
export function EarlierRuns({ labels, remembered: { runs, text } }: Props) {
  const { columns } = labels;
  return (
    <section aria-labelledby="eerder-kop">
      <h2 id="eerder-kop">{labels.earlier}</h2>
      {text !== '' && <p class="trouble">{shown(text)}</p>}
      {runs.length === 0 && text === '' && <p class="quiet">{labels.noEarlier}</p>}
      {runs.length > 0 && (
        <form id="vergelijk">
          <p class="quiet">{labels.compareHint}</p>
          <Scroll label={labels.table}>
            <table class="runs">
              <thead>
                <tr>
                  <th scope="col">{columns.older}</th>
                  <th scope="col">{columns.newer}</th>
                  <th scope="col">{columns.run}</th>
                  <th scope="col">{columns.date}</th>
                  <th scope="col">{columns.verdict}</th>
                  <th scope="col">{columns.months}</th>
                  <th scope="col" class="n">
                    {columns.lines}
                  </th>
                  <th scope="col">{columns.booked}</th>
                  <th scope="col">{columns.files}</th>
                </tr>
              </thead>
              <tbody>
                {runs.map((run) => (
                  <tr data-counts={run.counts ? run.id : undefined}>
                    <td>
                      <input type="radio" name="oud" value={run.id} aria-label={`${columns.older}: ${run.id}`} />
                    </td>
                    <td>
                      <input type="radio" name="nieuw" value={run.id} aria-label={`${columns.newer}: ${run.id}`} />
                    </td>
                    <th scope="row">
                      <a href={`earlier/${encodeURIComponent(run.id)}`} target="_blank" rel="noopener">
                        {run.id}
                      </a>
                    </th>
                    <td>{run.date}</td>
                    <td>{run.verdict}</td>
                    <td>{run.months}</td>
                    <td class="n">{run.lines}</td>
                    <td>{run.booked}</td>
                    <td>{shown(run.files)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <p class="controls">
            <button type="submit">{labels.compare}</button>
            <output id="vergelijk-stand" />
          </p>
        </form>
      )}
    </section>
  );
}

/** That section alone, to put in the place of an older one. */
export function earlierRuns(remembered: Remembered, language: Language): string {
  return renderToString(<EarlierRuns labels={SERVE_LABELS[language]} remembered={remembered} />);
}
