import type { ClientRuleId, RuleWordsOf } from '../catalogue.ts';
import { enForms } from './forms.ts';
import { cell, clientMonth, row } from './where.ts';

const { and, countedRows, date, days, name, number, or, quote } = enForms;

/** English words of the rules about the clients a row names, and the registers. No BSN is ever shown. */
export const enClientRules: RuleWordsOf<ClientRuleId> = {
  'invalid-bsn': {
    title: 'BSN is not right',
    why: 'A BSN (citizen service number) has nine digits and passes the 11-test (elfproef). With a wrong BSN the payer does not find the client, or finds another. For privacy the number itself stands nowhere in the report.',
    remedy: 'Check the BSN in the source system.',
    message: ({ digits }, about) =>
      digits === 9
        ? `${cell('bsn', about)}: the BSN has nine digits, but is not right (11-test).`
        : `${cell('bsn', about)}: the BSN has ${number(digits)} ${digits === 1 ? 'digit' : 'digits'} instead of nine.`,
  },
  'dummy-bsn': {
    title: 'BSN 999999999 (no BSN)',
    why: 'This number means that the client has no BSN. Several clients may have it. Rows are therefore never joined on it.',
    remedy: 'Enter the BSN as soon as it is known. See that the row has a client number (clientnummer).',
    message: (_data, about) =>
      `${cell('bsn', about)}: this is the number for a client without BSN. Rows were joined on client number only.`,
  },
  'padded-bsn': {
    title: 'BSN of eight digits completed',
    why: 'A spreadsheet drops a zero at the front. The BSN was completed with a zero and is right then. In a message to the payer it must have nine digits.',
    remedy: 'Make the column text in the export, so that the zero stays.',
    message: (_data, about) =>
      `${cell('bsn', about)}: the BSN had eight digits and was completed with a zero in front.`,
  },
  'invalid-agb': {
    title: 'AGB code is not right',
    why: 'An AGB code has eight digits: two for the kind of care and six that are not all zero. With another code the payer does not know who gave the care.',
    remedy: 'Check the AGB code in the AGB register. Mind a zero at the front that got lost.',
    message: ({ value }, about) => `${cell('provider', about)}: ${quote(value)} is not an AGB code of eight digits.`,
  },
  'invalid-uzovi': {
    title: 'UZOVI number is not right',
    why: 'A UZOVI number has four digits. With another number the claim does not reach the right insurer or zorgkantoor. A lower maximum of that insurer is then not checked either.',
    remedy: 'Check the UZOVI number of the insurer or zorgkantoor.',
    message: ({ value }, about) => `${cell('insurer', about)}: ${quote(value)} is not a UZOVI number of four digits.`,
  },
  'client-key-conflict': {
    title: 'Client number and BSN contradict each other',
    why: 'One client number belongs to one BSN and the reverse. With a contradiction it is not certain whose lines these are. The hours of two people could be added up.',
    remedy:
      'Look up in the source system which BSN belongs to which client number (clientnummer) and correct it in all files.',
    message: ({ kinds, numbers, bsns, lines }, about) => {
      // Where the client is shown under a pseudonym, a client number would undo it.
      const named = about.client !== null && numbers.includes(about.client);
      const which = named ? ` (${and(numbers.map(name))})` : '';
      const facts = [
        ...(kinds.includes('one-number-several-bsns') ? ['one client number has more than one BSN'] : []),
        ...(kinds.includes('one-bsn-several-numbers') ? ['one BSN has more than one client number'] : []),
      ];
      return `${clientMonth(about)}: ${and(facts)}. It concerns ${number(numbers.length)} client ${numbers.length === 1 ? 'number' : 'numbers'}${which}, ${number(bsns)} ${bsns === 1 ? 'BSN' : 'BSNs'} and ${countedRows('line', lines)}.`;
    },
  },
  'period-reversed': {
    title: 'Period ends before it begins',
    why: 'A period without days says nothing of the client. It was not used. Lines may look right or wrong because of it.',
    remedy: 'Check start and end in the register; often they were swapped. An open period has an empty end.',
    message: ({ first, last }, about) =>
      `${row(about)}: the period begins on ${date(first)} and ends on ${date(last)}.`,
  },
  'overlapping-delivery-forms': {
    title: 'VPT and MPT on the same day',
    why: 'VPT and MPT exclude each other. Where both stand on one day, the register is wrong. For the check VPT holds on those days.',
    remedy: 'Find out when the delivery form (leveringsvorm) changed and close the first period on the day before.',
    message: (period, about) =>
      `${clientMonth(about)}: VPT and MPT are both in the register (${days(period)}). For the check VPT holds.`,
  },
  'delivery-form-before-its-time': {
    title: 'Delivery form did not exist yet',
    why: 'The period begins before this delivery form (leveringsvorm) existed. The start date or the delivery form is probably wrong.',
    remedy: 'Check the start date and the delivery form in the register.',
    message: ({ form, first, exists }, about) =>
      `${row(about)}: ${form} begins on ${date(first)}, but exists only from ${date(exists)}.`,
  },
  'unknown-delivery-form': {
    title: 'Unknown delivery form',
    why: 'This delivery form (leveringsvorm) was not recognised. The period was not used, so that no delivery form of the client is known on those days.',
    remedy: 'Replace the value by a known delivery form or its iWlz number.',
    message: ({ value, allowed }, about) =>
      `${cell('form', about)}: ${quote(value)} is not a known delivery form. Choose from ${or(allowed.map(name))}.`,
  },
  'unknown-indication': {
    title: 'Unknown indication',
    why: 'This indication (indicatie) was not recognised. The period was not used, so that no indication of the client is known on those days.',
    remedy: 'Replace the value by wijkverpleging or wlz.',
    message: ({ value, allowed }, about) =>
      `${cell('indication', about)}: ${quote(value)} is not a known indication. Choose from ${or(allowed.map(name))}.`,
  },
};
