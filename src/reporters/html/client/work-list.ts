import type { PageData } from '../page-data.ts';
import { type ClientCard, elementOf, holds, readCards } from './cards.ts';
import { chosen } from './choice.ts';
import { choiceIn, choiceOf, fill, fragmentOf } from './form.ts';
import { type CardList, cardList } from './list.ts';

/** The parts of the page the work list lives in. */
export interface Parts {
  readonly form: HTMLFormElement;
  /** Holds the cards. */
  readonly place: HTMLElement;
  readonly more: HTMLButtonElement;
  readonly data: PageData;
}

/** The work list: what is shown follows the form, and the form follows the address. */
export interface WorkList {
  readonly cards: readonly ClientCard[];
  readonly list: CardList;
  /** The cards that match, in the order asked for. */
  view(): readonly ClientCard[];
  /** Shows what the form asks for. */
  refresh(): void;
  /** Puts what the form asks for in the address. */
  remember(): void;
  /** Shows what the address asks for. */
  follow(): void;
  /** Says something where a screen reader hears it. */
  say(text: string): void;
}

/** The work list of a page; nothing is shown before `refresh` or `follow`. */
export function workList({ form, place, more, data }: Parts): WorkList {
  const cards = readCards(place, data);
  const { texts } = data;
  const list = cardList(place, more, data.page, (next) => filled(texts.more, { n: next }));
  const telling = form.querySelector('output');
  let view: readonly ClientCard[] = cards;

  const say = (text: string) => {
    if (telling) telling.textContent = text;
  };
  const show = (wanted: readonly ClientCard[]) => {
    view = wanted;
    list.show(view);
    const counts = { n: view.length, total: cards.length, visible: list.visible() };
    say(filled(counts.visible < counts.n ? texts.countVisible : texts.count, counts));
  };
  const refresh = () => show(chosen(cards, choiceOf(form), data));
  const open = (id: string) => {
    const card = cards.find((candidate) => holds(candidate, id));
    if (card === undefined) return;
    if (!view.includes(card)) {
      fill(form, {});
      refresh();
    }
    // Far down a long list: it comes first, and all before it need not be built.
    if (view.indexOf(card) >= list.visible()) show([card, ...view.filter((other) => other !== card)]);
    (document.getElementById(id) ?? elementOf(card)).scrollIntoView();
    elementOf(card).focus({ preventScroll: true });
  };
  return {
    cards,
    list,
    view: () => view,
    refresh,
    say,
    remember: () => {
      const { pathname, search } = location;
      history.replaceState(null, '', `${pathname}${search}${fragmentOf(choiceOf(form))}`);
    },
    follow: () => {
      const fragment = location.hash.slice(1);
      const choice = choiceIn(fragment);
      if (choice !== null) {
        fill(form, choice);
        refresh();
        if (fragment !== '') document.getElementById('werklijst')?.scrollIntoView();
      } else if (fragment.startsWith('b-')) open(fragment);
    },
  };
}

/** A text with numbers where it has `{names}`. */
export function filled(text: string, values: Readonly<Record<string, number>>): string {
  const { lang } = document.documentElement;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name]?.toLocaleString(lang) ?? whole);
}
