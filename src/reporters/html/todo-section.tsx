import type { RunClientMonthLine } from '../../domain/run.ts';
import type { Card } from './cards.ts';
import { ACTIONS, type Action, OWNERS, type Owner } from './rule-actions.ts';
import { Scroll } from './scroll.tsx';
import { eurosText, type Sheet } from './sheet.ts';
import { placeKey, placesOf, plus, type Stake, stakeOf } from './stakes.ts';
import { stepsOf } from './steps.ts';

/** How much work one action is. */
interface Work {
  readonly action: Action;
  readonly cards: number;
  readonly stake: Stake;
}

/** Who has to do what, over all cards. */
export function TodoSection({ cards, sheet }: { readonly cards: readonly Card[]; readonly sheet: Sheet }) {
  const { words, labels, result } = sheet;
  const { todo } = labels;
  const work = workOf(cards, sheet);
  const amounts = result.summary.amountCents !== null;
  return (
    <section id="wie-doet-wat" aria-labelledby="wie-doet-wat-kop">
      <h2 id="wie-doet-wat-kop">{labels.page.todo}</h2>
      {work.length === 0 ? (
        <p>{todo.nothing}</p>
      ) : (
        <>
          <p>{todo.intro}</p>
          <Scroll label={labels.page.table(labels.page.todo)}>
            <table class="figures">
              <thead>
                <tr>
                  <th scope="col">{todo.who}</th>
                  <th scope="col">{todo.what}</th>
                  <th scope="col" class="n">
                    {todo.cards}
                  </th>
                  <th scope="col" class="n">
                    {todo.stake}
                  </th>
                  {amounts && (
                    <th scope="col" class="n">
                      {todo.amount}
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {work.map(({ action, cards: count, stake }, index) => (
                  <tr>
                    {OWNERS[action] !== ownerAt(work, index - 1) && (
                      <th
                        scope="rowgroup"
                        rowSpan={work.filter((other) => OWNERS[other.action] === OWNERS[action]).length}
                      >
                        {todo.owners[OWNERS[action]]}
                      </th>
                    )}
                    <td>
                      <a href="#werklijst" data-filter={`action=${action}`}>
                        {todo.actions[action]}
                      </a>
                    </td>
                    <td class="n">{words.number(count)}</td>
                    <td class="n">{stake.minutes === 0 ? '–' : words.hours(stake.minutes)}</td>
                    {amounts && <td class="n">{eurosText(stake.cents, words)}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <p class="quiet">{todo.note}</p>
        </>
      )}
    </section>
  );
}

function ownerAt(work: readonly Work[], index: number): Owner | null {
  const action = work[index]?.action;
  return action === undefined ? null : OWNERS[action];
}

function workOf(cards: readonly Card[], sheet: Sheet): Work[] {
  const sums = new Map<Action, { cards: number; stake: Stake }>();
  for (const card of cards) {
    const lines = new Map((card.clientMonth?.lines ?? []).map((line) => [placeKey(line), line]));
    for (const [action, touched] of linesPerAction(card, lines, sheet)) {
      const sum = sums.get(action) ?? { cards: 0, stake: stakeOf([]) };
      sums.set(action, { cards: sum.cards + 1, stake: plus(sum.stake, stakeOf([...touched])) });
    }
  }
  return ACTIONS.flatMap((action) => {
    const sum = sums.get(action);
    return sum ? [{ action, ...sum }] : [];
  });
}

function linesPerAction(
  card: Card,
  lines: ReadonlyMap<string, RunClientMonthLine>,
  sheet: Sheet,
): ReadonlyMap<Action, Set<RunClientMonthLine>> {
  const perAction = new Map<Action, Set<RunClientMonthLine>>();
  for (const finding of card.findings) {
    for (const action of actionsOf([finding], sheet)) {
      const touched = perAction.get(action) ?? new Set();
      perAction.set(action, touched);
      // A warning beside an error rejects nothing: the money is the error's.
      for (const key of finding.severity === 'error' ? placesOf([finding]) : []) {
        const line = lines.get(key);
        if (line) touched.add(line);
      }
    }
  }
  return perAction;
}

/** What some findings ask, each action once; what is only for when the file is right does not count. */
export function actionsOf(findings: Card['findings'], sheet: Sheet): Action[] {
  const steps = findings.filter(({ waiver }) => waiver === null).flatMap((finding) => stepsOf(finding, sheet));
  return [...new Set(steps.filter(({ otherwise }) => !otherwise).map(({ action }) => action))];
}
