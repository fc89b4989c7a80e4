import { element, say } from './texts.ts';

/** Fetches the list of remembered runs again. */
export async function showEarlier(): Promise<void> {
  const answer = await fetch('earlier').catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').body.firstElementChild;
  if (fresh) element('eerder-kop').closest('section')?.replaceWith(fresh);
  listenToEarlier();
}

/** Makes the list work: booked runs can be replaced, and two chosen ones open as the report of the newer, compared with the older. */
export function listenToEarlier(): void {
  offerBooked();
  const form = document.querySelector<HTMLFormElement>('#vergelijk');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = new FormData(form);
    const older = String(chosen.get('oud') ?? '');
    const newer = String(chosen.get('nieuw') ?? '');
    const isPair = older !== '' && newer !== '' && older !== newer;
    element('vergelijk-stand').textContent = isPair ? '' : say('chooseTwo');
    if (isPair) open(`earlier/${encodeURIComponent(newer)}?older=${encodeURIComponent(older)}`, '_blank', 'noopener');
  });
}

/** What is chosen stays chosen, as long as it is there. */
function offerBooked(): void {
  const select = element<HTMLSelectElement>('vervangt');
  const { value } = select;
  const rows = [...document.querySelectorAll<HTMLElement>('tr[data-counts]')];
  const booked = rows.map(({ dataset, children }) => {
    const texts = [...children].slice(2).map(({ textContent }) => textContent);
    return new Option(texts.join(' · '), dataset.counts);
  });
  select.replaceChildren(new Option(say('replacesNone'), ''), ...booked);
  select.value = value;
  if (select.selectedIndex < 0) select.value = '';
  element('vervangt-rij').hidden = booked.length === 0;
}
