import { findingAnchor, ruleAnchor } from './anchors.ts';
import type { Card } from './cards.ts';
import { type Sheet, shown } from './sheet.ts';

/** The faults of one kind in one file: a row each, the rule once. */
export function FileRows({ card, sheet }: { readonly card: Card; readonly sheet: Sheet }) {
  const { words, labels, shared } = sheet;
  const [first] = card.findings;
  if (first === undefined) return null;
  return (
    <>
      <table class="rows">
        <caption class="vh">{labels.card.places}</caption>
        <thead>
          <tr>
            <th scope="col">{labels.card.row}</th>
            <th scope="col">{labels.card.column}</th>
            <th scope="col">{labels.card.message}</th>
          </tr>
        </thead>
        <tbody>
          {card.findings.map((finding) => {
            const [place] = finding.places;
            const { waiver } = finding;
            return (
              <tr id={findingAnchor(finding.fingerprint)}>
                <td>{place === undefined || place.row === 0 ? '–' : place.row}</td>
                <td>
                  {place?.column == null ? '–' : shown(place.column)}
                  {place?.cell != null && ` (${place.cell})`}
                </td>
                <td>
                  {words.message(finding)}
                  {finding.status === 'known' && ` (${labels.card.known})`}
                  {waiver && ` (${shared.waived(words.date(waiver.until), shown(waiver.owner), shown(waiver.reason))})`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="about">
        <a href={`#${ruleAnchor(first.rule)}`}>{words.rule(first.rule).title}</a>
        {first.expectedReturnCode !== null && ` · ${words.expectedReturnCode(first.expectedReturnCode)}`}
      </p>
    </>
  );
}
