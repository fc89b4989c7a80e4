import type { ClientId } from '../domain/client-identity.ts';
import { type Day, isoOf } from '../domain/day.ts';
import { digestOf } from '../domain/digest.ts';
import type { Finding } from '../domain/finding.ts';
import { overlaps, type Period } from '../domain/period.ts';
import type { DeliveryForm, DeliveryFormPeriod } from '../domain/register.ts';
import type { RegisterTable } from '../domain/register-table.ts';
import type { IntakeData } from './intake-rules.ts';

/** VPT beside MPT on one day, which the law excludes. One finding per pair of register rows; for the claim rules VPT wins. */
export function overlappingForms(registers: RegisterTable): Finding[] {
  const findings: Finding[] = [];
  for (const [client, { deliveryForms }] of registers.clientsWith('VPT')) {
    const mpts = deliveryForms.filter(isForm('MPT'));
    for (const vpt of deliveryForms.filter(isForm('VPT'))) {
      for (const mpt of mpts) if (overlaps(vpt, mpt)) findings.push(overlap(client, vpt, mpt));
    }
  }
  return findings;
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
    rule: 'overlapping-delivery-forms',
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
