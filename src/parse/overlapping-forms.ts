import { isoOf } from '../domain/day.ts';
import { digestOf } from '../domain/digest.ts';
import type { Finding } from '../domain/finding.ts';
import { overlaps } from '../domain/period.ts';
import type { RegisterTable } from '../domain/register-table.ts';
import type { IntakeData } from './intake-rules.ts';

/** VPT beside MPT on one day, which the law excludes. One finding per pair of register rows; for the claim rules VPT wins. */
export function overlappingForms(registers: RegisterTable): Finding[] {
  const findings: Finding[] = [];
  for (const [client, { deliveryForms }] of registers.clients()) {
    for (const vpt of deliveryForms) {
      if (vpt.form !== 'VPT') continue;
      for (const mpt of deliveryForms) {
        if (mpt.form !== 'MPT' || !overlaps(vpt, mpt)) continue;
        const first = vpt.first > mpt.first ? vpt.first : mpt.first;
        const last = vpt.last === null ? mpt.last : mpt.last === null || vpt.last < mpt.last ? vpt.last : mpt.last;
        const data: IntakeData<'overlapping-delivery-forms'> = {
          first: isoOf(first),
          last: last === null ? null : isoOf(last),
        };
        findings.push({
          rule: 'overlapping-delivery-forms',
          severity: 'error',
          client,
          month: null,
          places: [vpt.place, mpt.place],
          data,
          identity: digestOf([data.first, data.last ?? '']),
          lines: [],
        });
      }
    }
  }
  return findings;
}
