import { closestMatch } from 'leven';

/** ` Bedoelt u "…"?` when a known name is near; else nothing. For behind a sentence that says a name is not known. */
export function nearest(name: string, known: readonly string[]): string {
  const match = nearestOf(name, known);
  return match === null ? '' : ` Bedoelt u "${match}"?`;
}

/** The known name that a mistyped one most likely stands for; null when none is near. */
export function nearestOf(name: string, known: readonly string[]): string | null {
  const maxDistance = name.length <= 3 ? 1 : Math.max(2, Math.floor(name.length / 3));
  const near = closestMatch(name, [...known], { maxDistance });
  return near ?? (name.length > 2 ? known.find((whole) => whole.startsWith(name)) : undefined) ?? null;
}
