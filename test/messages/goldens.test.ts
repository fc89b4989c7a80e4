import { describe, expect, it } from 'vitest';
import { SEVERITIES } from '../../src/domain/finding.ts';
import type { Language, NotCheckedReason } from '../../src/domain/run.ts';
import type { Notice } from '../../src/domain/table.ts';
import { UNREADABLE_REASONS } from '../../src/domain/unreadable-source.ts';
import type { LooseFacts, Words } from '../../src/messages/words.ts';
import { wordsFor } from '../../src/messages/words-for.ts';
import { STORE_PROBLEMS } from '../../src/store/store-error.ts';
import { SAMPLES } from './samples.ts';

const LANGUAGES: readonly Language[] = ['nl', 'en'];

const NOT_CHECKED: Readonly<Record<NotCheckedReason, string>> = {
  'no-delivery-forms': 'vpt-client',
  'no-indications': 'zvw-without-indication',
  'no-clients': 'after-death',
  'unreadable-register-row': 'vpt-client',
  'unreadable-register-client': 'zvw-without-indication',
  'no-policy': 'monthly-cap-exceeded',
  'no-claims': 'monthly-cap-exceeded',
  'no-store': 'already-booked',
  'other-month': 'monthly-cap-exceeded',
};

const NOTICES: Readonly<Record<Notice['id'], readonly LooseFacts[]>> = {
  'hidden-sheet': [{ sheet: 'Oud' }, {}],
  'chart-sheet-skipped': [{ sheet: 'Grafiek' }],
  'empty-sheet': [{ sheet: 'Blad2' }],
  'preamble-skipped': [{ rows: 1 }, { rows: 3 }, {}],
  'date-epoch-1904': [{}],
  'formula-without-value': [{ sheet: 'Maart', count: 1 }, { sheet: 'Maart', count: 1200 }, {}],
  'decimal-mixed': [{ decimal: ',' }, { decimal: '.' }, {}],
  'findings-not-kept': [{ rule: 'invalid-date', shown: 20_000, found: 1_000_000 }],
  'folder-entry-skipped': [{ name: 'oud' }, {}],
  'ephemeral-key': [{ path: 'reports/tzt.key' }, {}],
  'own-booking': [{ run: '20260203-081500-a1b2c3' }, {}],
  'store-not-written': [{}],
  'store-without-wal': [{ reason: 'network-share' }, { reason: 'not-supported' }],
};

const STORE_FACTS: readonly LooseFacts[] = [
  {},
  { path: 'reports/tzt.sqlite', found: 9, known: 3, waitedMs: 30_000, run: 'r-1' },
];

describe.each(LANGUAGES)('the words of %s', (language) => {
  const words = wordsFor(language);

  it('reads as the golden file has it', async () => {
    await expect(everything(words)).toMatchFileSnapshot(`${language}.txt`);
  });

  it('leaves no placeholder, object or gap in any sentence', () => {
    const text = everything(words);
    expect(text).not.toMatch(/undefined|\[object|NaN|null|Infinity/);
    for (const line of text.split('\n')) expect(line.trim()).not.toMatch(/ {2}|\.\.|;\.| [.,;:](?!\w)/);
  });

  it('never promises that a payer will reject a line', () => {
    expect(everything(words)).not.toMatch(/wordt afgekeurd door|will be rejected/);
  });

  it('ends every message and remedy as a sentence, and no title', () => {
    for (const [id, samples] of Object.entries(SAMPLES)) {
      const { title, why, remedy } = words.rule(id);
      expect(title).not.toMatch(/[.!?]$/);
      expect(why).toMatch(/\.$/);
      expect(remedy).toMatch(/\.$/);
      for (const { data, about } of samples) {
        expect(words.message({ rule: id, data: { ...data }, ...about })).toMatch(/[.)]$/);
      }
    }
  });

  it('explains a rule in two to four sentences', () => {
    for (const id of Object.keys(SAMPLES)) {
      const sentences = words.rule(id).why.split(/\. (?=\p{Lu})/u).length;
      expect(sentences, id).toBeGreaterThanOrEqual(2);
      expect(sentences, id).toBeLessThanOrEqual(4);
    }
  });
});

/** All a language can say, one sentence a line. */
function everything(words: Words): string {
  const blocks = [
    ...Object.entries(SAMPLES).map(([id, samples]) => {
      const { title, why, remedy } = words.rule(id);
      const said = samples.map(({ data, about }) => `* ${words.message({ rule: id, data: { ...data }, ...about })}`);
      return [`${id}: ${title}`, `? ${why}`, `! ${remedy}`, ...said];
    }),
    ['unreadable', ...UNREADABLE_REASONS.map((reason) => `* ${reason}: ${unreadable(words, reason)}`)],
    [
      'not checked',
      ...Object.entries(NOT_CHECKED).flatMap(([reason, rule]) =>
        [1, 1234].map((lines) => `* ${words.notChecked({ rule, reason: reason as NotCheckedReason, lines })}`),
      ),
    ],
    [
      'notices',
      ...Object.entries(NOTICES).flatMap(([id, facts]) =>
        facts.map((data) => `* ${words.notice({ id: id as Notice['id'], data })}`),
      ),
    ],
    ['store', ...STORE_PROBLEMS.flatMap((kind) => STORE_FACTS.map((facts) => `* ${words.storeError(kind, facts)}`))],
    ['verdicts', ...(['approved', 'rejected', 'incomplete'] as const).map((verdict) => `* ${words.verdict(verdict)}`)],
    [
      'line verdicts',
      ...(['approved', 'rejected', 'undecided', 'ignored'] as const).map(
        (verdict) => `* ${words.lineVerdict(verdict)}`,
      ),
    ],
    ['severities', ...SEVERITIES.map((severity) => `* ${words.severity(severity)}`)],
    ['return codes', ...['0584', '9999'].map((code) => `* ${words.expectedReturnCode(code)}`)],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function unreadable(words: Words, reason: string): string {
  const places = [{ input: 'maart.xlsx', sheet: null, row: 0, column: null, cell: null, reference: null }];
  return words.message({ rule: 'unreadable-file', data: { reason, facts: {} }, client: null, month: null, places });
}
