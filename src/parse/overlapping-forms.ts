import type { ClientId } from '../domain/client-identity.ts';
import { type Day, isoOf } from '../domain/day.ts';
import { digestOf } from '../domain/digest.ts';
import type { Finding } from '../domain/finding.ts';
import type { FindingList } from '../domain/finding-list.ts';
import { overlaps, type Period } from '../domain/period.ts';
import type { DeliveryForm, DeliveryFormPeriod } from '../domain/register.ts';
import type { RegisterTable } from '../domain/register-table.ts';
import type { IntakeData } from './intake-rules.ts';

/** VPT beside MPT on one day, which the law excludes. One finding per pair of register rows; for the claim rules VPT wins. */
export function overlappingForms(registers: RegisterTable, findings: FindingList): void {
  for (const [client, { deliveryForms }] of registers.clientsWithBoth('VPT', 'MPT')) {
    const vpts = deliveryForms.filter(isForm('VPT'));
    const mpts = deliveryForms.filter(isForm('MPT'));
    const left = overlappingPairs(vpts, mpts) - keepPairs(client, vpts, mpts, findings);
    if (left > 0) findings.count({ rule: RULE, severity: 'error', findings: left });
  }
}

const RULE = 'overlapping-delivery-forms';

/** Adds pairs while there is room for them; returns how many were added. */
function keepPairs(
  client: ClientId,
  vpts: readonly DeliveryFormPeriod[],
  mpts: readonly DeliveryFormPeriod[],
  findings: FindingList,
): number {
  let added = 0;
  for (const vpt of vpts) {
    for (const mpt of mpts) {
      if (findings.room(RULE) <= 0) return added;
      if (!overlaps(vpt, mpt)) continue;
      findings.add(overlap(client, vpt, mpt));
      added++;
    }
  }
  return added;
}

/** The number of pairs without walking over them: a register can hold one client a hundred thousand times. */
function overlappingPairs(vpts: readonly Period[], mpts: readonly Period[]): number {
  const before = (some: readonly Period[], others: readonly Period[]): number => {
    const ends = some.flatMap(({ last }) => (last === null ? [] : [last])).sort((a, b) => a - b);
    const starts = others.map(({ first }) => first).sort((a, b) => a - b);
    let pairs = 0;
    let ended = 0;
    for (const start of starts) {
      while (ended < ends.length && ends[ended]! < start) ended++;
      pairs += ended;
    }
    return pairs;
  };
  return vpts.length * mpts.length - before(vpts, mpts) - before(mpts, vpts);
}

function isForm(form: DeliveryForm): (period: DeliveryFormPeriod) => boolean {
  return (period) => period.form === form;
}

function overlap(client: ClientId, vpt: DeliveryFormPeriod, mpt: DeliveryFormPeriod): Finding {
  const last = firstOfEnds(vpt, mpt);
  const data: IntakeData<'overlapping-delivery-forms'> = {
    first: isoOf(Math.max(vpt.first, mpt.first) as Day),
    last: last === null ? null : isoOf(last),
  };
  return {
    rule: RULE,
    severity: 'error',
    client,
    month: null,
    places: [vpt.place, mpt.place],
    data,
    identity: digestOf([data.first, data.last ?? '']),
    lines: [],
  };
}

function firstOfEnds(one: Period, other: Period): Day | null {
  if (one.last === null || other.last === null) return one.last ?? other.last;
  return one.last < other.last ? one.last : other.last;
}
