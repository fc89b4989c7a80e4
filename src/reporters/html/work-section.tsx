import type { CardDeck } from './cards.ts';
import type { FilterName, PageData } from './page-data.ts';
import { ACTIONS, type Action } from './rule-actions.ts';
import { type Sheet, shown } from './sheet.ts';

interface WorkProps {
  readonly deck: CardDeck;
  readonly data: PageData;
  readonly sheet: Sheet;
}

/** The head of the work list: what it is, and the controls that need the script and stay hidden without it. */
export function WorkHead({ deck, data, sheet }: WorkProps) {
  const { labels, words, result } = sheet;
  const { work } = labels;
  const all = result.findings.length;
  return (
    <>
      <h2 id="werklijst-kop">{labels.page.work}</h2>
      {all === 0 ? <p>{work.empty}</p> : <p>{work.intro}</p>}
      {deck.findings < all && (
        <p class="callout warn" id="ingekort">
          {work.shown(words.number(deck.findings), words.number(all))}
        </p>
      )}
      {all > 0 && <Controls data={data} sheet={sheet} />}
    </>
  );
}

function Controls({ data, sheet }: Omit<WorkProps, 'deck'>) {
  const { labels, words } = sheet;
  const { work } = labels;
  return (
    <search id="filters" class="filters" aria-label={work.filter} hidden>
      <form>
        <div class="fields">
          <label>
            <span>{work.search}</span>
            <input type="search" name="q" placeholder={work.searchHint} autocomplete="off" />
          </label>
          <Choice name="rule" label={work.rule} data={data} sheet={sheet} text={(rule) => words.rule(rule).title} />
          <Choice
            name="action"
            label={work.action}
            data={data}
            sheet={sheet}
            text={(action) => (ACTIONS.includes(action as Action) ? labels.todo.actions[action as Action] : action)}
          />
          <Choice name="code" label={work.code} data={data} sheet={sheet} text={shown} />
          <Choice name="insurer" label={work.insurer} data={data} sheet={sheet} text={shown} />
          <label>
            <span>{work.sort}</span>
            <select name="sort">
              {(['work', 'client', 'month', 'minutes', 'amount'] as const).map((sort) => (
                <option value={sort === 'work' ? '' : sort}>{work.sorts[sort]}</option>
              ))}
            </select>
          </label>
        </div>
        <p class="controls">
          <output id="telling" aria-live="polite" />
          <button type="reset">{work.reset}</button>
          <button type="button" id="kopieer">
            {work.copy}
          </button>
          <button type="button" id="bewaar">
            {work.export}
          </button>
          <button type="button" id="druk-selectie">
            {work.print}
          </button>
        </p>
      </form>
    </search>
  );
}

interface ChoiceProps {
  readonly name: FilterName;
  readonly label: string;
  readonly data: PageData;
  readonly sheet: Sheet;
  readonly text: (value: string) => string;
}

/** A filter; one value would filter nothing. */
function Choice({ name, label, data, sheet, text }: ChoiceProps) {
  const values = data.filters[name];
  if (values.length < 2) return null;
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        <option value="">{sheet.labels.work.all}</option>
        {values.map((value) => (
          <option value={value}>{text(value)}</option>
        ))}
      </select>
    </label>
  );
}
