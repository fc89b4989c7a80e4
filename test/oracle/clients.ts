import { groupedBy } from './grouped.ts';
import type { KeyPair } from './read-claims.ts';

/** Who is who: rows are one client when they share a key, directly or through rows that carry both keys. */
export interface Clients {
  /** The label of the client a key belongs to: its first clientnummer, or `p-` and a number when it has none. */
  labelOf(key: string): string;
  /** Labels of clients whose keys contradict each other. */
  readonly conflicts: ReadonlySet<string>;
}

/** Joins keys by merging sets, pair by pair. `lonely` are keys that may stand in no pair. */
export function identify(pairs: readonly KeyPair[], lonely: readonly string[]): Clients {
  const groups = new Map<string, Set<string>>();
  const groupOf = (key: string): Set<string> => {
    const group = groups.get(key) ?? new Set([key]);
    groups.set(key, group);
    return group;
  };
  for (const key of lonely) groupOf(key);
  for (const { number, bsn } of pairs) {
    const one = groupOf(`number ${number}`);
    const other = groupOf(`bsn ${bsn}`);
    if (one === other) continue;
    for (const key of other) {
      one.add(key);
      groups.set(key, one);
    }
  }
  const labels = new Map([...new Set(groups.values())].map((group, index) => [group, labelOfGroup(group, index)]));
  const labelOf = (key: string): string => labels.get(groupOf(key)) ?? key.slice(key.indexOf(' ') + 1);
  return { labelOf, conflicts: new Set([...contradictions(pairs)].map(labelOf)) };
}

function labelOfGroup(group: ReadonlySet<string>, index: number): string {
  const numbers = [...group].filter((key) => key.startsWith('number ')).sort();
  return numbers[0] === undefined ? `p-${index}` : numbers[0].slice('number '.length);
}

/** Keys in a contradiction: a clientnummer with two BSNs, or a BSN with two clientnummers at one provider (or at an unknown one). */
function* contradictions(pairs: readonly KeyPair[]): Generator<string> {
  const distinct = [...new Map(pairs.map((pair) => [`${pair.number} ${pair.bsn} ${pair.provider}`, pair])).values()];
  const byNumber = groupedBy(distinct, (pair) => pair.number);
  for (const [number, same] of byNumber) {
    if (new Set(same.map((pair) => pair.bsn)).size > 1) yield `number ${number}`;
  }
  for (const [bsn, same] of groupedBy(distinct, (pair) => pair.bsn)) {
    const clash = same.some((a) =>
      same.some((b) => a.number !== b.number && (a.provider === b.provider || a.provider === '' || b.provider === '')),
    );
    if (clash) yield `bsn ${bsn}`;
  }
}
