import type { Choice } from './choice.ts';

/** What the fields say. */
export function choiceOf(form: HTMLFormElement): Choice {
  return Object.fromEntries(fieldsOf(form).map(({ name, value }) => [name, value]));
}

/** Makes the fields say it; a value that this report does not have becomes no wish rather than an empty list. */
export function fill(form: HTMLFormElement, choice: Choice): void {
  for (const field of fieldsOf(form)) {
    field.value = choice[field.name] ?? '';
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.selectedIndex = 0;
  }
}

/** What is asked for, as the fragment of an address: never sent to a server, as a query would be. '' for no wish. */
export function fragmentOf(choice: Choice): string {
  const wishes = new URLSearchParams(Object.entries(choice).filter(([, value]) => value !== '')).toString();
  return wishes === '' ? '' : `#${wishes}`;
}

/** What a fragment asks for; null when it is a link to a place on the page. */
export function choiceIn(fragment: string): Choice | null {
  if (fragment !== '' && !fragment.includes('=')) return null;
  return Object.fromEntries(new URLSearchParams(fragment));
}

function fieldsOf(form: HTMLFormElement): (HTMLInputElement | HTMLSelectElement)[] {
  return [...form.elements].filter((field) => field instanceof HTMLInputElement || field instanceof HTMLSelectElement);
}
