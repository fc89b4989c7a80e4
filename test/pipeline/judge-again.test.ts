import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineCollector } from '../../src/commands/remember.ts';
import { EMPTY_LEDGER } from '../../src/domain/ledger.ts';
import { canJudgeAgain, judgeAgain } from '../../src/pipeline/judge-again.ts';
import { createPseudonyms } from '../../src/store/pseudonyms.ts';
import { day } from '../builders/days.ts';
import { SHIPPED } from '../builders/policies.ts';
import { validated } from './delivered.ts';

const HEADER = 'clientnummer;prestatiecode;begindatum;minuten;referentienummer;debet_credit;creditvoor;wet;uzovi';
const row = fc
  .record({
    client: fc.constantFrom('C1', 'C2'),
    code: fc.constantFrom('1062', 'H138'),
    day: fc.constantFrom('02-03-2026', '09-03-2026', '30-04-2026'),
    minutes: fc.constantFrom('60', '195', '200', '390', '33', 'x'),
    reference: fc.constantFrom('', 'R1', 'R2', 'R3', 'R4'),
    credit: fc.constantFrom('D', 'D', 'C'),
    corrects: fc.constantFrom('', 'R1', 'R2'),
    law: fc.constantFrom('', 'zvw', 'wlz'),
    insurer: fc.constantFrom('', '3332', '12'),
  })
  .map((cells) => Object.values(cells).join(';'));

test('lines that are judged again by the rules they were judged by say the same, as far as lines tell', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      const { lines, judged } = lineCollector();
      const files = {
        'd.csv': [HEADER, ...rows].join('\n'),
        'l.csv': 'clientnummer;leveringsvorm;begindatum\nC1;MPT;01-01-2026\nC2;VPT;09-03-2026',
        'i.csv': 'clientnummer;indicatie;begindatum\nC1;wijkverpleging;01-01-2026',
      };
      const pseudonyms = createPseudonyms(Buffer.alloc(32, 7));
      const result = await validated(files, { judged, pseudonyms });
      const rules = { policies: SHIPPED, payerCaps: [], severities: new Map(), asOf: day('2026-04-03'), pseudonyms };
      const again = judgeAgain({ result, lines, ledger: EMPTY_LEDGER, except: [] }, rules);
      const texts = (findings: typeof again) =>
        findings
          .filter(({ rule }) => canJudgeAgain(rule))
          .map(({ fingerprint, rule, severity, month, data }) =>
            JSON.stringify([fingerprint, rule, severity, month, data]),
          )
          .sort();
      expect(texts(again)).toEqual(texts(result.findings as typeof again));
    }),
    { numRuns: 60 },
  );
});
