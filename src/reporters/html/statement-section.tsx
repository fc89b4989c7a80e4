import type { ComponentChildren } from 'preact';
import { cut } from '../escape.ts';
import { inputName } from '../input-text.ts';
import { periodText } from '../period-text.ts';
import { verdictSentence } from '../verdict-sentence.ts';
import { type Sheet, shown } from './sheet.ts';

/** The statement fits one A4: lists and texts in it have a limit, and what is left out is counted. */
const MOST = { files: 8, notChecked: 4, weakened: 2, policies: 2, text: 150 };

/** Who checked what, when, with which outcome, and lines for maker and checker to sign. */
export function StatementSection({ sheet }: { readonly sheet: Sheet }) {
  const { labels } = sheet;
  const { statement } = labels;
  return (
    <section id="verklaring" class="statement" aria-labelledby="verklaring-kop">
      <h2 id="verklaring-kop">{statement.heading}</h2>
      <p>{statement.intro}</p>
      <dl>
        {factsOf(sheet).map(([name, values]) => (
          <div>
            <dt>{name}</dt>
            {values.map((value) => (
              <dd>{value}</dd>
            ))}
          </div>
        ))}
      </dl>
      <div class="signatures">
        {[statement.maker, statement.checker].map((who) => (
          <div class="signature">
            <p class="label">{who}</p>
            {[statement.name, statement.date, statement.signature].map((line) => (
              <p class="line">{line}</p>
            ))}
          </div>
        ))}
      </div>
      <p class="controls" hidden>
        <button type="button" id="druk-verklaring">
          {statement.print}
        </button>
      </p>
    </section>
  );
}

type Fact = readonly [name: string, values: readonly ComponentChildren[]];

function factsOf(sheet: Sheet): Fact[] {
  const { result, words, labels, shared } = sheet;
  const { statement, page } = labels;
  const { run, tool, summary } = result;
  const { lines, amountCents } = summary;
  const accepted = result.findings.filter(({ waiver }) => waiver !== null).length;
  const period = periodText(result, words);
  const weakened = result.weakened.map(
    ({ rule, severity, reason }) => `${rule}: ${shared.weakenedTo(shared.severityOrOff[severity], shown(reason))}`,
  );
  const none = [page.none];
  return [
    [statement.period, [period === '' ? page.unknown : period]],
    [statement.verdict, [<strong>{verdictSentence(result, words)}</strong>]],
    [
      statement.counts,
      [
        statement.countsText(
          words.number(lines.approved),
          words.number(lines.rejected),
          words.number(lines.undecided),
          words.number(lines.technology),
        ),
      ],
    ],
    ...(amountCents === null
      ? []
      : [
          [
            statement.amount,
            [statement.amountText(words.euros(amountCents.declared), words.euros(amountCents.rejected))],
          ] satisfies Fact,
        ]),
    [
      statement.notChecked,
      limited(
        [
          ...result.notChecked.map((entry) => words.notChecked(entry)),
          ...(result.unreadableRows > 0
            ? [labels.verdict.unreadable(result.unreadableRows, words.number(result.unreadableRows))]
            : []),
        ],
        MOST.notChecked,
        sheet,
      ),
    ],
    [statement.weakened, weakened.length === 0 ? none : limited(weakened, MOST.weakened, sheet)],
    [statement.accepted, accepted === 0 ? none : [statement.acceptedText(accepted, words.number(accepted))]],
    [statement.policy, limited(policyTexts(sheet), MOST.policies, sheet)],
    [statement.when, [`${momentText(run.startedAt, sheet)} (${statement.asOf.toLowerCase()} ${words.date(run.asOf)})`]],
    [statement.with, [`${tool.name} ${tool.version}, ${statement.run.toLowerCase()} ${cut(shown(run.id), 60)}`]],
    [statement.files, fileTexts(sheet)],
  ];
}

function policyTexts({ result, words, shared }: Sheet): string[] {
  return result.policies.map(({ id, caps }) => {
    const texts = caps.map(({ codes, minutes }) =>
      shared.summary.cap(codes.map(shown).join(', '), words.hours(minutes)),
    );
    return `${shown(id)}: ${texts.join('; ')}`;
  });
}

function fileTexts({ result, words, labels, shared }: Sheet): ComponentChildren[] {
  const left = result.inputs.length - MOST.files;
  return [
    ...result.inputs.slice(0, MOST.files).map((input) => (
      <>
        {cut(shown(inputName(input, shared)), 45)} <span class="hash">{input.sha256}</span>
      </>
    )),
    ...(left > 0 ? [labels.statement.more(left, words.number(left))] : []),
  ];
}

function limited(texts: readonly string[], most: number, { words, labels }: Sheet): string[] {
  if (texts.length === 0) return [labels.page.none];
  const left = texts.length - most;
  return [
    ...texts.slice(0, most).map((text) => cut(text, MOST.text)),
    ...(left > 0 ? [labels.statement.more(left, words.number(left))] : []),
  ];
}

/** Date and time of an ISO moment; the run keeps it in UTC, and says so. */
function momentText(iso: string, { words }: Sheet): string {
  const time = /T(\d\d:\d\d)/.exec(iso)?.[1];
  return time === undefined ? words.date(iso) : `${words.date(iso)}, ${time} UTC`;
}
