import type { Download } from '../downloads.ts';
import { showEarlier } from './earlier.ts';
import { DATA, element, problemOf, say, showLines } from './texts.ts';

const VERDICT_TONES: Readonly<Record<string, string>> = { approved: 'good', rejected: 'bad', incomplete: 'warning' };

/** What the server tells of a check. */
export interface Outcome {
  readonly id: string;
  readonly remembered: boolean;
  readonly trouble: string | null;
  readonly verdict: string;
  readonly sentence: string;
  readonly remarks: readonly string[];
  readonly understood: readonly { readonly text: string; readonly tone: string }[];
  readonly downloads: readonly Download[];
}

/** Shows the summary, what can be fetched, and the report itself. */
export function showOutcome(outcome: Outcome): void {
  const { id, verdict, sentence, remarks, remembered, trouble, understood, downloads } = outcome;
  const tone = VERDICT_TONES[verdict] ?? 'plain';
  showLines(element('oordeel'), [{ text: sentence, tone }, ...remarks.map((text) => ({ text, tone: 'warning' }))]);
  showLines(element('begrepen'), understood);
  const problem = element('opslag');
  problem.textContent = trouble;
  problem.hidden = trouble === null;
  element('boeken').hidden = !remembered;
  element('geboekt').textContent = '';
  bookable(id, false);
  const shown = `desks/${DATA.desk}/get/html`;
  const links = downloads.map(({ id: what, label, fileName }) =>
    link(`desks/${DATA.desk}/get/${what}?save`, label, { download: fileName }),
  );
  element('ophalen').replaceChildren(link(shown, say('openReport'), { target: '_blank', rel: 'noopener' }), ...links);
  // A new address each time: a frame that is told the one it has does nothing.
  element<HTMLIFrameElement>('rapport').src = `${shown}?run=${encodeURIComponent(id)}-${Date.now()}`;
  element('uitslag').hidden = false;
  element('uitslag-kop').focus();
  if (remembered) void showEarlier();
}

/** The one button books the run, and once it is booked takes that back. */
function bookable(id: string, isBooked: boolean): void {
  const button = element<HTMLButtonElement>('boek');
  button.textContent = say(isBooked ? 'unbook' : 'book');
  button.disabled = false;
  button.onclick = async () => {
    const said = element('geboekt');
    button.disabled = true;
    said.textContent = say('booking');
    const replaces = new URLSearchParams({ replaces: element<HTMLSelectElement>('vervangt').value });
    const path = `earlier/${encodeURIComponent(id)}/${isBooked ? 'unbook' : `book?${replaces}`}`;
    const answer = await fetch(path, { method: 'POST' }).catch(() => null);
    const told = answer?.ok ? ((await answer.json()) as { done: boolean; text: string }) : null;
    said.textContent = told?.text ?? (await problemOf(answer));
    bookable(id, told?.done ? !isBooked : isBooked);
    await showEarlier();
  };
}

function link(href: string, label: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const item = document.createElement('li');
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = label;
  for (const [name, value] of Object.entries(attributes)) anchor.setAttribute(name, value);
  item.append(anchor);
  return item;
}
