import * as z from 'zod';
import { defineIntakeRule } from '../domain/rule.ts';

/** What every finding about a waiver tells. Client, month and places are those of the finding it was for. */
const waiver = {
  fingerprint: z.string().describe('vingerafdruk van de geaccepteerde bevinding'),
  owner: z.string().describe('wie de bevinding accepteerde'),
  reason: z.string().describe('waarom'),
  until: z.string().describe('laatste dag van de acceptatie, jjjj-mm-dd'),
};

const SOURCES = [
  'Afspraak van dit programma: een acceptatie heeft een reden, een eigenaar en een einde binnen een jaar',
];

/** A waiver whose last day is past: it has stopped working. */
const waiverExpired = defineIntakeRule({
  id: 'waiver-expired',
  severity: 'warning',
  expectedReturnCode: null,
  sources: SOURCES,
  data: () =>
    z.object({
      ...waiver,
      rule: z.string().nullable().describe('regel van de bevinding; null wanneer ze niet meer voorkomt'),
    }),
});

/** A waiver for a finding that this run does not have. */
const waiverUnused = defineIntakeRule({
  id: 'waiver-unused',
  severity: 'info',
  expectedReturnCode: null,
  sources: SOURCES,
  data: () => z.object(waiver),
});

/** A waiver that holds, for fourteen days more at most. */
const waiverExpiring = defineIntakeRule({
  id: 'waiver-expiring',
  severity: 'info',
  expectedReturnCode: null,
  sources: SOURCES,
  data: () =>
    z.object({
      ...waiver,
      daysLeft: z.int().min(0).describe('dagen tot en met de laatste; 0 op die dag zelf'),
      rule: z.string().nullable().describe('regel van de bevinding; null wanneer ze niet voorkomt'),
    }),
});

/** Rules about the register of accepted findings, in the order of the catalogue. They have no check of their own: a run finds them when all else is found. */
export const WAIVER_RULES = [waiverExpired, waiverUnused, waiverExpiring] as const;
export type WaiverRuleId = (typeof WAIVER_RULES)[number]['id'];

/** The facts of a finding about a waiver, by its rule. */
export type WaiverData<Id extends WaiverRuleId> = z.infer<
  ReturnType<Extract<(typeof WAIVER_RULES)[number], { readonly id: Id }>['data']>
>;
