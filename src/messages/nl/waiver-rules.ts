import type { WaiverRuleId } from '../../rules/waiver-rules.ts';
import type { About, RuleWordsOf } from '../catalogue.ts';
import { nlForms } from './forms.ts';
import { clientMonth } from './where.ts';

const { date, name, number, quoteName } = nlForms;

/** Dutch words of the rules about accepted findings. */
export const nlWaiverRules: RuleWordsOf<WaiverRuleId> = {
  'waiver-expired': {
    title: 'Acceptatie is verlopen',
    why: 'Een bevinding accepteren geldt voor hooguit een jaar, met een reden en een eigenaar. Deze acceptatie is verlopen en werkt niet meer. Komt de bevinding nog voor, dan telt ze weer mee voor de exitcode.',
    remedy:
      'Los de bevinding op. Is ze nog steeds aanvaardbaar, leg dat dan opnieuw vast met tzt waive add. Is ze verdwenen, haal de acceptatie dan weg met tzt waive remove.',
    message: ({ fingerprint, rule, owner, reason, until }, about) =>
      `${subject(rule, fingerprint, about)} gold t/m ${date(until)} en is verlopen. ${
        rule === null ? 'De bevinding komt hier niet meer voor.' : 'De bevinding telt weer mee.'
      } ${given(owner, reason)}`,
  },
  'waiver-unused': {
    title: 'Acceptatie hoort bij geen bevinding',
    why: 'Deze acceptatie geldt, maar de bevinding waarvoor ze is gegeven komt in deze toets niet voor. Misschien is de fout hersteld, of gaat deze aanlevering over een andere maand. Een acceptatie die blijft staan, verbergt de fout als die terugkomt.',
    remedy:
      'Is de fout hersteld, haal de acceptatie dan weg met tzt waive remove. Gaat deze aanlevering over een andere maand, dan hoeft u niets te doen.',
    message: ({ fingerprint, owner, reason, until }, about) =>
      `${subject(null, fingerprint, about)} geldt t/m ${date(until)}, maar de bevinding komt hier niet voor. ${given(owner, reason)}`,
  },
  'waiver-expiring': {
    title: 'Acceptatie verloopt binnenkort',
    why: 'Een acceptatie werkt tot en met haar laatste dag. Daarna telt de bevinding weer mee voor de exitcode. Wie dat op tijd weet, kan de fout nog herstellen of opnieuw beslissen.',
    remedy:
      'Los de bevinding op voor die dag. Is ze daarna nog aanvaardbaar, leg dat dan opnieuw vast met tzt waive add.',
    message: ({ fingerprint, rule, owner, reason, until, daysLeft }, about) =>
      `${subject(rule, fingerprint, about)} verloopt ${
        daysLeft === 0
          ? `na vandaag (${date(until)})`
          : `over ${number(daysLeft)} ${daysLeft === 1 ? 'dag' : 'dagen'}, na ${date(until)}`
      }. ${given(owner, reason)}`,
  },
};

/** `Cliënt C1001, maart 2026: de acceptatie van vpt-client`, or the fingerprint where the finding is not there. */
function subject(rule: string | null, fingerprint: string, about: About): string {
  if (rule === null) return `De acceptatie van ${name(fingerprint)}`;
  const of = `acceptatie van ${name(rule)}`;
  return about.client === null && about.month === null ? `De ${of}` : `${clientMonth(about)}: de ${of}`;
}

function given(owner: string, reason: string): string {
  return `Gegeven door ${name(owner)}: ${quoteName(reason)}.`;
}
