import type { CardFacts, PageData } from '../page-data.ts';

/** A card as the script knows it: in the document, or still as the HTML it will be. */
export interface ClientCard {
  readonly facts: CardFacts;
  /** null when it was in the document from the start. */
  readonly html: string | null;
  element: HTMLElement | null;
  /** What a search looks in; made when it is first needed. */
  text: string | null;
}

/**
 * The cards of the page. With scripts on, a browser keeps the content of `noscript` as text and builds nothing of it; that is what lets
 * thousands of cards open at once. Without scripts it shows them all.
 */
export function readCards(list: HTMLElement, data: PageData): ClientCard[] {
  const elements = [...list.querySelectorAll<HTMLElement>(':scope > .card')];
  const rest = [...list.querySelectorAll('noscript')];
  const html = rest.flatMap((part) => (part.textContent ?? '').split(/(?=<article )/).filter((text) => text !== ''));
  for (const part of rest) part.remove();
  const sources = [...elements, ...html];
  return data.cards.flatMap((facts, index): ClientCard[] => {
    const source = sources[index];
    if (source === undefined) return [];
    return [
      typeof source === 'string'
        ? { facts, html: source, element: null, text: null }
        : { facts, html: null, element: source, text: null },
    ];
  });
}

/** The card as an element; made from its HTML the first time. */
export function elementOf(card: ClientCard): HTMLElement {
  if (card.element === null) {
    // The HTML was made by the report from escaped texts; what a browser without scripts shows is the same HTML.
    const template = document.createElement('template');
    template.innerHTML = card.html ?? '';
    card.element = template.content.firstElementChild as HTMLElement;
  }
  return card.element;
}

/** The words of a card, in lower case, with a space where an element ends. */
export function textOf(card: ClientCard): string {
  if (card.text === null) {
    const text = (card.html ?? card.element?.outerHTML ?? '').replace(/<[^>]*>/g, ' ').toLowerCase();
    card.text = text.includes('&') ? text.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity) : text;
  }
  return card.text;
}

/** Whether an element with this id is on the card. */
export function holds(card: ClientCard, id: string): boolean {
  return card.html === null
    ? card.element?.querySelector(`[id="${CSS.escape(id)}"]`) != null
    : card.html.includes(` id="${id}"`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
  '&amp;': '&',
};
