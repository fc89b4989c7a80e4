import { findingAnchor, ruleAnchor } from './anchors.ts';
import type { Card } from './cards.ts';
import { FileRows } from './file-rows.tsx';
import { LinesTable } from './lines-table.tsx';
import { sentenceOf } from './sentence.ts';
import { type Sheet, shown, sourceText } from './sheet.ts';
import type { Step } from './steps.ts';
import { SeverityMark } from './symbols.tsx';

interface CardProps {
  readonly card: Card;
  readonly steps: readonly Step[];
  readonly sheet: Sheet;
}

/** One piece of work: what is wrong, in which lines, and what to do. */
export function CardView({ card, steps, sheet }: CardProps) {
  const { labels } = sheet;
  const [first] = card.findings;
  return (
    <article class={`card ${card.severity ?? 'accepted'}`} tabIndex={-1}>
      <header>
        <h3>
          <SeverityMark severity={card.severity} sheet={sheet} />
          {card.client === null ? <FileTitle card={card} sheet={sheet} /> : <ClientTitle card={card} sheet={sheet} />}
        </h3>
        <p class="meta">{metaOf(card, sheet).join(' · ')}</p>
        {first && (
          <a class="link" href={`#${findingAnchor(first.fingerprint)}`} aria-label={labels.card.link}>
            #
          </a>
        )}
      </header>
      {card.client === null ? (
        <FileRows card={card} sheet={sheet} />
      ) : (
        <>
          <Faults card={card} sheet={sheet} />
          <LinesTable card={card} sheet={sheet} />
        </>
      )}
      <div class="todo">
        <p class="label">{labels.card.todo}</p>
        <ul>
          {unique(steps).map(({ text, otherwise }) => (
            <li class={otherwise ? 'otherwise' : undefined}>{text}</li>
          ))}
        </ul>
      </div>
    </article>
  );
}

function ClientTitle({ card, sheet }: Omit<CardProps, 'steps'>) {
  return (
    <>
      <span class="who">{shown(card.client ?? '')}</span>{' '}
      {card.month !== null && <span class="month">{sheet.words.month(card.month)}</span>}
    </>
  );
}

function FileTitle({ card, sheet }: Omit<CardProps, 'steps'>) {
  const { words, labels, shared } = sheet;
  const [first] = card.findings;
  const place = first?.places[0];
  const part = card.part;
  return (
    <>
      <span class="who">{place === undefined ? labels.card.unknownFile : sourceText(place, shared)}</span>{' '}
      <span class="month">
        {first && words.rule(first.rule).title}
        {part && ` (${labels.card.part(words.number(part.from), words.number(part.to), words.number(part.of))})`}
      </span>
    </>
  );
}

function metaOf({ clientMonth, stake }: Card, { words, labels }: Sheet): string[] {
  const texts: string[] = [];
  if (clientMonth !== null) {
    const { capMinutes, minutes, lines } = clientMonth;
    const counted = words.hours(minutes.eligible);
    texts.push(capMinutes === null ? counted : labels.card.counted(counted, words.hours(capMinutes)));
    if (stake.cents !== null) texts.push(words.euros(stake.cents));
    const insurers = new Set(lines.flatMap(({ insurer }) => (insurer === null ? [] : [insurer])));
    for (const insurer of insurers) texts.push(labels.card.insurer(shown(insurer)));
  }
  return texts;
}

function Faults({ card, sheet }: Omit<CardProps, 'steps'>) {
  const { words, labels, shared } = sheet;
  return (
    <ul class="faults">
      {card.findings.map((finding) => (
        <li id={findingAnchor(finding.fingerprint)} class={finding.severity}>
          <p>
            {card.findings.length > 1 && <SeverityMark severity={finding.severity} sheet={sheet} />}
            {sentenceOf(finding, sheet)}
          </p>
          <p class="about">
            <a href={`#${ruleAnchor(finding.rule)}`}>{words.rule(finding.rule).title}</a>
            {finding.expectedReturnCode !== null && ` · ${words.expectedReturnCode(finding.expectedReturnCode)}`}
            {finding.status === 'known' && ` · ${labels.card.known}`}
            {finding.waiver &&
              ` · ${shared.waived(words.date(finding.waiver.until), shown(finding.waiver.owner), shown(finding.waiver.reason))}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

function unique(steps: readonly Step[]): Step[] {
  const seen = new Set<string>();
  return steps.filter(({ text }) => !seen.has(text) && seen.add(text));
}
