import { periodText } from '../period-text.ts';
import { verdictRemarks, verdictSentence } from '../verdict-sentence.ts';
import { type Sheet, shown } from './sheet.ts';
import { plus, type Stake, stakeOf } from './stakes.ts';

/** What a controller looks for first: may it be sent, what was not checked, how much is at stake. */
export function VerdictSection({ sheet }: { readonly sheet: Sheet }) {
  const { result, words, labels } = sheet;
  const { run, tool } = result;
  const period = periodText(result, words);
  const nothingJudged = run.verdict === 'approved' && result.summary.lines.technology === 0;
  return (
    <header id="uitslag" class={`verdict ${run.verdict}`}>
      <p class="eyebrow">
        {labels.page.title}
        {period !== '' && ` · ${period}`}
      </p>
      <p class="question">{labels.verdict.question}</p>
      <h1>
        <span class="sym" aria-hidden="true">
          {labels.page.symbols[run.verdict]}
        </span>{' '}
        {nothingJudged ? labels.verdict.nothingToJudge : labels.verdict.answers[run.verdict]}
      </h1>
      <p class="lead">{withoutVerdict(verdictSentence(result, words))}</p>
      {verdictRemarks(result, words).map((remark) => (
        <p>{remark}</p>
      ))}
      <p class="quiet">
        {labels.verdict.madeBy(tool.name, tool.version, words.date(run.asOf))} · {labels.sources.run} {shown(run.id)}
      </p>
      <NotChecked sheet={sheet} />
      <Tiles sheet={sheet} />
    </header>
  );
}

/** What was not checked and what was weakened: told before any figure. */
function NotChecked({ sheet }: { readonly sheet: Sheet }) {
  const { result, words, labels } = sheet;
  const { notChecked, unreadableRows } = result;
  const accepted = result.findings.filter(({ waiver }) => waiver !== null).length;
  const nothing = notChecked.length === 0 && unreadableRows === 0;
  return (
    <section class={`callout ${nothing ? 'calm' : 'warn'}`} aria-labelledby="niet-gecontroleerd">
      <h2 id="niet-gecontroleerd">{labels.verdict.notChecked}</h2>
      {nothing && <p>{labels.verdict.allChecked}</p>}
      {!nothing && (
        <ul>
          {notChecked.map((entry) => (
            <li>{words.notChecked(entry)}</li>
          ))}
          {unreadableRows > 0 && <li>{labels.verdict.unreadable(unreadableRows, words.number(unreadableRows))}</li>}
        </ul>
      )}
      <Weakened sheet={sheet} />
      {accepted > 0 && <p>{labels.verdict.accepted(accepted, words.number(accepted))}</p>}
    </section>
  );
}

function Weakened({ sheet }: { readonly sheet: Sheet }) {
  const { result, words, labels, shared } = sheet;
  if (result.weakened.length === 0) return null;
  return (
    <>
      <h3>{labels.verdict.weakened}</h3>
      <ul>
        {result.weakened.map(({ rule, severity, reason }) => (
          <li>
            {words.rule(rule).title} ({rule}): {shared.weakenedTo(shared.severityOrOff[severity], shown(reason))}
          </li>
        ))}
      </ul>
    </>
  );
}

function Tiles({ sheet }: { readonly sheet: Sheet }) {
  const { result, words, labels } = sheet;
  const { lines, clientMonths, minutes, amountCents } = result.summary;
  const { tiles } = labels;
  const stake = result.clientMonths.map((month) => stakeOf(month.lines)).reduce(plus, NONE);
  const money =
    amountCents === null
      ? [{ name: tiles.stakeHours, value: words.hours(minutes.rejected), notes: [tiles.stakeNoAmounts] }]
      : [
          {
            name: tiles.stake,
            value: words.euros(amountCents.rejected),
            notes: [
              tiles.ofDeclared(words.euros(amountCents.declared)),
              tiles.stakeNote(words.hours(minutes.rejected)),
              ...(stake.fittingCents > 0 ? [tiles.stillFits(words.euros(stake.fittingCents))] : []),
            ],
          },
        ];
  const all = [
    ...money,
    {
      name: tiles.rejected,
      value: words.number(lines.rejected),
      notes: [tiles.ofLines(words.number(lines.technology))],
    },
    {
      name: tiles.over,
      value: words.number(clientMonths.overCap),
      notes: [tiles.ofMonths(words.number(clientMonths.total))],
    },
    {
      name: tiles.undecided,
      value: words.number(lines.undecided),
      notes: [lines.undecided > 0 ? tiles.undecidedNote : tiles.nothingUndecided],
    },
  ];
  return (
    <dl class="tiles">
      {all.map(({ name, value, notes }) => (
        <div>
          <dt>{name}</dt>
          <dd class="value">{value}</dd>
          {notes.map((note) => (
            <dd>{note}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

const NONE: Stake = { minutes: 0, cents: null, fittingCents: 0 };

/** The heading says the verdict already; the sentence goes on from there. */
function withoutVerdict(sentence: string): string {
  const rest = sentence.replace(/^[\p{Lu} ]+: /u, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
