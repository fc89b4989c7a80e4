import type { PageData } from '../page-data.ts';
import { type ClientCard, textOf } from './cards.ts';
import { fill } from './form.ts';
import { preparePrinting } from './printing.ts';
import { clipboardText, csvOf, rowsOf } from './rows.ts';
import { filled, type Parts, workList } from './work-list.ts';

/** Makes the work list of the report work: filters, order, links, export, print. The page is complete without it. */
function start(parts: Parts): void {
  const { form, more, data } = parts;
  const { texts } = data;
  const work = workList(parts);

  const changed = () => {
    work.refresh();
    work.remember();
  };
  form.addEventListener('input', changed);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    fill(form, {});
    changed();
  });
  more.addEventListener('click', () => work.list.more());
  on('kopieer', () => {
    const rows = rowsOf(work.view(), data);
    navigator.clipboard.writeText(clipboardText(rows)).then(
      () => work.say(filled(texts.copied, { n: rows.length - 1 })),
      () => work.say(texts.notCopied),
    );
  });
  on('bewaar', () => {
    const rows = rowsOf(work.view(), data);
    save(csvOf(rows), texts.fileName);
    work.say(filled(texts.saved, { n: rows.length - 1 }));
  });
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-filter]')) {
    link.href = `#${link.dataset.filter}`;
  }
  addEventListener('hashchange', work.follow);
  document.getElementById('wacht')?.remove();
  work.refresh();
  work.follow();
  // When a page has loaded, the browser goes to the place its address names and takes the focus away once more.
  addEventListener('load', () => {
    if (location.hash.startsWith('#b-')) work.follow();
  });
  preparePrinting((extent) => work.list.showAll(extent === 'all' ? work.cards : work.view()), work.list.restore);
  readAhead(work.cards);
}

/** Makes what a search looks in while nobody waits for it. */
function readAhead(cards: readonly ClientCard[]): void {
  let next = 0;
  const step = (deadline: IdleDeadline) => {
    while (next < cards.length && deadline.timeRemaining() > 1) textOf(cards[next++]!);
    if (next < cards.length) requestIdleCallback(step);
  };
  // Not in every browser; without it the first search makes it.
  if ('requestIdleCallback' in window) requestIdleCallback(step);
}

function save(text: string, name: string): void {
  const link = document.createElement('a');
  // Not revoked: the browser may still be reading it, and it goes with the page.
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
}

function on(id: string, action: () => void): void {
  document.getElementById(id)?.addEventListener('click', action);
}

const form = document.querySelector<HTMLFormElement>('#filters form');
const place = document.getElementById('kaarten');
const more = document.querySelector<HTMLButtonElement>('#meer');
const data = document.getElementById('gegevens')?.textContent;
if (form && place && more && data) start({ form, place, more, data: JSON.parse(data) as PageData });
else
  preparePrinting(
    () => undefined,
    () => undefined,
  );
for (const hidden of document.querySelectorAll<HTMLElement>('.controls, #filters')) hidden.hidden = false;
