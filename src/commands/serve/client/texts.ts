import type { LocalPageData } from '../page.tsx';

/** What the server told this page. */
export const DATA = JSON.parse(element('gegevens').textContent ?? '') as LocalPageData;

/** A sentence of the page with its `{names}` filled in. */
export function say(
  text: keyof LocalPageData['texts'],
  values: Readonly<Record<string, string | number>> = {},
): string {
  return DATA.texts[text].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** An element of the page by its id; the page is made with all of them. */
export function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}

/** Lines of text with their tone, one under the other. */
export function showLines(
  place: HTMLElement,
  lines: readonly { readonly text: string; readonly tone: string }[],
): void {
  place.replaceChildren(
    ...lines.map(({ text, tone }) => {
      const line = document.createElement('span');
      line.className = tone;
      line.textContent = text;
      return line;
    }),
  );
}

/** What the server says is wrong, or that it is not there any more. */
export async function problemOf(answer: Response | null): Promise<string> {
  const told = (await answer?.json().catch(() => null)) as { problem?: string } | null | undefined;
  return told?.problem ?? say('gone');
}
