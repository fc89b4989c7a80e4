import { type ClientCard, elementOf } from './cards.ts';

/** The cards in the document: the first so many of a view, and a button for the next. */
export interface CardList {
  /** Shows the first cards of a view. */
  show(view: readonly ClientCard[]): void;
  /** Shows the next cards of the view. */
  more(): void;
  /** Shows cards all at once, for print; `restore` goes back. */
  showAll(view: readonly ClientCard[]): void;
  restore(): void;
  /** How many cards of the view stand in the document. */
  visible(): number;
}

/** A list in `place`; `button` shows `label(n)` while there is more. */
export function cardList(
  place: HTMLElement,
  button: HTMLButtonElement,
  page: number,
  label: (next: number) => string,
): CardList {
  let current: readonly ClientCard[] = [];
  let count = 0;
  const put = (cards: readonly ClientCard[]) => place.replaceChildren(...cards.map(elementOf));
  const offerMore = () => {
    const next = Math.min(page, current.length - count);
    button.hidden = next <= 0;
    if (next > 0) button.textContent = label(next);
  };
  return {
    show(view) {
      current = view;
      count = Math.min(page, view.length);
      put(view.slice(0, count));
      offerMore();
    },
    more() {
      const next = current.slice(count, count + page);
      place.append(...next.map(elementOf));
      count += next.length;
      offerMore();
      // The button moved away under the keyboard: go on where the new cards begin.
      if (next[0]) elementOf(next[0]).focus();
    },
    showAll: put,
    restore: () => put(current.slice(0, count)),
    visible: () => count,
  };
}
