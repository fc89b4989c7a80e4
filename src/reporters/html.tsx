import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import { BaselineSection } from './html/baseline-section.tsx';
import { CapSection } from './html/cap-section.tsx';
import { CardView } from './html/card.tsx';
import { type Card, type CardDeck, cardsOf } from './html/cards.ts';
import { CLIENT_SCRIPT } from './html/client-script.ts';
import { Contents } from './html/contents.tsx';
import { FiguresSection } from './html/figures-section.tsx';
import { lineColumns } from './html/lines-table.tsx';
import { cardsAtOnce, pageDataOf } from './html/make-page-data.ts';
import { embeddedJson } from './html/page-data.ts';
import { RulesExplained, RulesSection } from './html/rules-section.tsx';
import { type Sheet, sheetOf, shown } from './html/sheet.ts';
import { SourcesSection } from './html/sources-section.tsx';
import { StatementSection } from './html/statement-section.tsx';
import { stepsOf } from './html/steps.ts';
import { pageStyle } from './html/style.ts';
import { TodoSection } from './html/todo-section.tsx';
import { VerdictSection } from './html/verdict-section.tsx';
import { WorkHead } from './html/work-section.tsx';
import { periodText } from './period-text.ts';
import type { Reporter } from './reporter.ts';

/** The report to read: one file that needs nothing else, complete without JavaScript, for the controller and for the biller. */
export const html: Reporter = {
  id: 'html',
  extension: '.html',
  fileName: 'rapport',
  async *render(matter) {
    const sheet = sheetOf(matter);
    const deck = cardsOf(matter.result);
    const data = pageDataOf(deck.cards, sheet);
    yield head(sheet);
    yield renderToString(<Before deck={deck} sheet={sheet} />);
    yield `<section id="werklijst" aria-labelledby="werklijst-kop">${renderToString(<WorkHead deck={deck} data={data} sheet={sheet} />)}`;
    yield* cardPieces(deck.cards, sheet);
    yield `</section>${renderToString(<After sheet={sheet} />)}</main></div>`;
    yield `<script type="application/json" id="gegevens">${embeddedJson(data)}</script><script>${CLIENT_SCRIPT}</script></body></html>\n`;
  },
};

/** Characters gathered before a piece is handed on. */
const PIECE = 65_536;

/**
 * The first cards as they are, the others in `noscript`: a browser without scripts shows all of them, one with scripts keeps those others
 * as text until they are wanted. Twenty thousand cards at once take a browser longer than a reader waits.
 */
function* cardPieces(cards: readonly Card[], sheet: Sheet): Generator<string> {
  const first = cardsAtOnce(cards.length);
  // Many cards are laid out only where they are looked at; few need no such haste.
  yield cards.length > first ? '<div id="kaarten" class="many">' : '<div id="kaarten">';
  yield* pieces(cards.slice(0, first), sheet);
  const rest = cards.slice(first);
  if (rest.length > 0) {
    yield '<noscript>';
    yield* pieces(rest, sheet);
    yield '</noscript>';
  }
  yield '</div>';
  if (rest.length > 0) {
    yield renderToString(<p id="wacht">{sheet.labels.work.rest}</p>);
    yield '<noscript><style>#wacht{display:none}</style></noscript>';
  }
  yield '<p><button type="button" id="meer" hidden></button></p>';
}

function* pieces(cards: readonly Card[], sheet: Sheet): Generator<string> {
  let piece = '';
  for (const card of cards) {
    const steps = card.findings.flatMap((finding) => stepsOf(finding, sheet));
    piece += renderToString(<CardView card={card} steps={steps} sheet={sheet} />);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

interface BeforeProps {
  readonly deck: CardDeck;
  readonly sheet: Sheet;
}

/** What a controller reads: everything before the work list. */
function Before({ deck, sheet }: BeforeProps) {
  return (
    <>
      <VerdictSection sheet={sheet} />
      <TodoSection cards={deck.all} sheet={sheet} />
      <BaselineSection sheet={sheet} />
      <RulesSection sheet={sheet} />
      <CapSection sheet={sheet} />
      <FiguresSection sheet={sheet} />
    </>
  );
}

function After({ sheet }: { readonly sheet: Sheet }) {
  return (
    <>
      <RulesExplained sheet={sheet} />
      <SourcesSection sheet={sheet} />
      <StatementSection sheet={sheet} />
    </>
  );
}

/** Everything up to the content. The policy comes before anything it governs, and allows this style and this script alone. */
function head(sheet: Sheet): string {
  const { labels, words, result } = sheet;
  const style = pageStyle(lineColumns(sheet));
  const noscriptStyle = '#wacht{display:none}';
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)} ${hashOf(noscriptStyle)}`,
    `script-src ${hashOf(CLIENT_SCRIPT)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const title = [labels.page.title, periodText(result, words), words.verdict(result.run.verdict)]
    .filter((part) => part !== '')
    .join(' · ');
  return [
    `<!doctype html><html lang="${words.language}"><head><meta charset="utf-8">`,
    renderToString(<meta http-equiv="Content-Security-Policy" content={policy} />),
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">',
    renderToString(<title>{shown(title)}</title>),
    `<style>${style}</style></head><body>`,
    renderToString(<Contents sheet={sheet} />),
    '<div class="page"><main>',
  ].join('');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
