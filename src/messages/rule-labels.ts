import type { Language } from '../domain/run.ts';

/** What `tzt rules`, `tzt explain` and `tzt selftest` say around the words of the rules themselves. */
export interface RuleLabels {
  readonly rulesHeading: readonly string[];
  /** Below the list of rules. */
  readonly rulesHint: (count: number) => string;
  readonly why: string;
  readonly remedy: string;
  readonly sources: string;
  readonly noReturnCode: string;
  readonly sample: (path: string) => string;
  /** Below the samples: what they are judged with. */
  readonly judgedWith: string;
  readonly row: string;
  readonly outcome: string;
  readonly good: string;
  /** Behind the outcome of a row that stands for its whole file. */
  readonly wholeFile: string;
  readonly selftestHeading: readonly string[];
  readonly holds: string;
  readonly fails: string;
  /** A row, or null for the file as a whole. */
  readonly place: (row: number | null) => string;
  readonly expectedNotFound: (place: string, rule: string) => string;
  readonly foundNotExpected: (place: string, rule: string) => string;
  readonly noSample: (rule: string) => string;
  readonly noGoodRow: (rule: string) => string;
  readonly noBadRow: (rule: string) => string;
  readonly noSuchRule: (file: string) => string;
  readonly passed: (rules: number, files: number, good: number, bad: number) => string;
  readonly failed: (failed: number, rules: number, problems: number) => string;
}

/** The labels of each language. */
export const RULE_LABELS: Readonly<Record<Language, RuleLabels>> = {
  nl: {
    rulesHeading: ['regel', 'ernst', 'retourcode', 'titel'],
    rulesHint: (count) => `${count} regels. Uitleg van één regel met voorbeeld: tzt explain REGEL`,
    why: 'Waarom',
    remedy: 'Wat te doen',
    sources: 'Bronnen',
    noReturnCode: 'geen verwachte retourcode: dit valt op voordat er iets verstuurd is',
    sample: (path) => `Voorbeeld: ${path}`,
    judgedWith: 'Beoordeeld op 2 april 2026, met de registers in samples/rules/registers.',
    row: 'rij',
    outcome: 'uitkomst',
    good: 'goed',
    wholeFile: 'hele bestand',
    selftestHeading: ['regel', 'goed', 'fout', 'uitkomst'],
    holds: 'klopt',
    fails: 'KLOPT NIET',
    place: (row) => (row === null ? 'hele bestand' : `rij ${row}`),
    expectedNotFound: (place, rule) => `${place}: ${rule} verwacht, maar niet gevonden`,
    foundNotExpected: (place, rule) => `${place}: ${rule} gevonden, maar niet verwacht`,
    noSample: (rule) => `${rule}: er is geen voorbeeld; maak samples/rules/${rule}.csv`,
    noGoodRow: (rule) => `${rule}: het voorbeeld heeft geen goede rij (met een lege cel in de kolom verwacht)`,
    noBadRow: (rule) => `${rule}: het voorbeeld heeft geen rij met ${rule} in de kolom verwacht`,
    noSuchRule: (file) => `${file}: hoort bij geen regel; de naam is die van een regel, eventueel met -goed erachter`,
    passed: (rules, files, good, bad) =>
      `GESLAAGD: ${rules} regels, ${files} voorbeelden. Alle ${good} goede rijen blijven zonder bevinding en alle ${bad} foute worden gevonden.`,
    failed: (failed, rules, problems) =>
      `MISLUKT: bij ${failed} van ${rules} regels klopt het voorbeeld niet (${problems} ${problems === 1 ? 'verschil' : 'verschillen'}). Dit is een fout in tzt.`,
  },
  en: {
    rulesHeading: ['rule', 'severity', 'return code', 'title'],
    rulesHint: (count) => `${count} rules. One rule explained, with an example: tzt explain RULE --lang en`,
    why: 'Why',
    remedy: 'What to do',
    sources: 'Sources',
    noReturnCode: 'no expected return code: this is noticed before anything is sent',
    sample: (path) => `Example: ${path}`,
    judgedWith: 'Judged on 2 April 2026, with the registers in samples/rules/registers.',
    row: 'row',
    outcome: 'outcome',
    good: 'good',
    wholeFile: 'whole file',
    selftestHeading: ['rule', 'good', 'bad', 'outcome'],
    holds: 'holds',
    fails: 'FAILS',
    place: (row) => (row === null ? 'whole file' : `row ${row}`),
    expectedNotFound: (place, rule) => `${place}: expected ${rule}, but it was not found`,
    foundNotExpected: (place, rule) => `${place}: found ${rule}, but it was not expected`,
    noSample: (rule) => `${rule}: there is no sample; make samples/rules/${rule}.csv`,
    noGoodRow: (rule) => `${rule}: the sample has no good row (with an empty cell in the column verwacht)`,
    noBadRow: (rule) => `${rule}: the sample has no row with ${rule} in the column verwacht`,
    noSuchRule: (file) =>
      `${file}: belongs to no rule; the name is that of a rule, with -goed behind it where that is needed`,
    passed: (rules, files, good, bad) =>
      `PASSED: ${rules} rules, ${files} samples. All ${good} good rows stay without a finding and all ${bad} bad ones are found.`,
    failed: (failed, rules, problems) =>
      `FAILED: the samples of ${failed} of ${rules} rules do not hold (${problems} ${problems === 1 ? 'difference' : 'differences'}). This is a bug in tzt.`,
  },
};
