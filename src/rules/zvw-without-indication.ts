import * as z from 'zod';
import { debits } from '../domain/claim-line.ts';
import { gaps } from '../domain/period.ts';
import { defineRule } from '../domain/rule.ts';
import { PeriodShape, periodData } from './shapes.ts';

/** A Zvw technology line with a day on which the client has no indication for wijkverpleging. */
export const zvwWithoutIndication = defineRule({
  id: 'zvw-without-indication',
  severity: 'error',
  expectedReturnCode: '0551',
  sources: [
    'Factsheet Financiering zorgtechnologie, Zvw: alleen bij geïndiceerde wijkverpleging',
    'Besluit zorgverzekering art. 2.10',
  ],
  needs: ['indications'],
  findsAbsence: true,
  concerns: (_line, terms) => terms.requires === 'wijkverpleging',
  data: () =>
    z.strictObject({
      indicated: z.boolean().describe('de cliënt heeft wel een indicatie wijkverpleging, maar niet op deze dagen'),
    }),
  line: () =>
    z.strictObject({
      uncovered: z.array(PeriodShape).describe('de dagen van de regel zonder indicatie wijkverpleging'),
      partly: z.boolean().describe('een deel van de regel is wel geïndiceerd'),
    }),
  *check({ lines }, { policy, register }) {
    const indicated = register.indications.filter(({ kind }) => kind === 'wijkverpleging');
    const hits = debits(lines).flatMap((line) => {
      if (policy.codes[line.code]?.requires !== 'wijkverpleging') return [];
      const uncovered = gaps(line.period, indicated);
      if (uncovered.length === 0) return [];
      const days = uncovered.reduce((sum, { first, last }) => sum + last - first + 1, 0);
      const partly = days < line.period.last - line.period.first + 1;
      return [{ line, data: { uncovered: uncovered.map(periodData), partly } }];
    });
    if (hits.length > 0) yield { data: { indicated: indicated.length > 0 }, lines: hits };
  },
});
