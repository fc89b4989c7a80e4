import { ruleCounts } from '../rule-counts.ts';
import { ruleAnchor } from './anchors.ts';
import { Scroll } from './scroll.tsx';
import { eurosText, type Sheet, shown } from './sheet.ts';
import { stakePerRule } from './stakes.ts';
import { SeverityMark } from './symbols.tsx';

/** Findings per rule with what is at stake, and each of those rules explained. */
export function RulesSection({ sheet }: { readonly sheet: Sheet }) {
  const { labels, result } = sheet;
  return (
    <section id="regels" aria-labelledby="regels-kop">
      <h2 id="regels-kop">{labels.page.rules}</h2>
      {result.findings.length === 0 ? (
        <p>{labels.rules.none}</p>
      ) : (
        <>
          <p>{labels.rules.intro}</p>
          <RuleTable sheet={sheet} />
          <p class="quiet">{labels.rules.note}</p>
        </>
      )}
    </section>
  );
}

/** The explanation of every rule that found something: why, what to do, on what it rests. */
export function RulesExplained({ sheet }: { readonly sheet: Sheet }) {
  const { labels, words, result, rules } = sheet;
  if (result.findings.length === 0) return null;
  return (
    <section id="uitleg" aria-labelledby="uitleg-kop">
      <h2 id="uitleg-kop">{labels.rules.explained}</h2>
      <div class="explained">
        {ruleCounts(result).map(({ rule }) => {
          const { title, why, remedy } = words.rule(rule);
          const sources = rules.find(({ id }) => id === rule)?.sources ?? [];
          return (
            <article id={ruleAnchor(rule)} tabIndex={-1}>
              <h3>
                {title} <code>{rule}</code>
              </h3>
              <p>{why}</p>
              <p>
                <span class="label">{labels.rules.remedy}</span> {remedy}
              </p>
              {sources.length > 0 && (
                <p class="quiet">
                  {labels.rules.sources}: {sources.join('; ')}
                </p>
              )}
            </article>
          );
        })}
      </div>
    </section>
  );
}

function RuleTable({ sheet }: { readonly sheet: Sheet }) {
  const { labels, words, result } = sheet;
  const stakes = stakePerRule(result);
  const amounts = result.summary.amountCents !== null;
  const headings = [labels.rules.findings, labels.rules.clients, labels.rules.hours];
  return (
    <Scroll label={labels.page.table(labels.page.rules)}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{labels.rules.rule}</th>
            {[...headings, ...(amounts ? [labels.rules.amount] : [])].map((heading) => (
              <th scope="col" class="n">
                {heading}
              </th>
            ))}
            <th scope="col">{labels.rules.returnCode}</th>
          </tr>
        </thead>
        <tbody>
          {ruleCounts(result).map(({ rule, severity, findings }) => {
            const stake = stakes.get(rule);
            const code = result.findings.find((finding) => finding.rule === rule)?.expectedReturnCode ?? null;
            return (
              <tr class={severity}>
                <th scope="row">
                  <SeverityMark severity={severity} sheet={sheet} />
                  <a href={`#${ruleAnchor(rule)}`}>{words.rule(rule).title}</a>
                </th>
                <td class="n">
                  <a href="#werklijst" data-filter={`rule=${rule}`}>
                    {words.number(findings)}
                  </a>
                </td>
                <td class="n">{words.number(stake?.clients ?? 0)}</td>
                <td class="n">{stake === undefined || stake.minutes === 0 ? '–' : words.hours(stake.minutes)}</td>
                {amounts && <td class="n">{eurosText(stake?.cents ?? null, words)}</td>}
                <td>{code === null ? '–' : shown(code)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
