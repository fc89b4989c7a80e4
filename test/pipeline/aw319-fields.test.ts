import { describe, expect, it } from 'vitest';
import { EI_RECORDS, type EiField, eiText } from '../../src/domain/ei-layout.ts';
import type { RunFinding } from '../../src/domain/run.ts';
import { wordsFor } from '../../src/messages/words-for.ts';
import { aw319, aw319File, aw319Record, withField } from '../builders/aw319.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { validated } from './delivered.ts';

const BSN = syntheticBsn(1);
const CLIENT = { number: 'C1001', bsn: BSN, lines: [{ comments: ['toelichting'] }] };
const REGISTERS = {
  'leveringsvormen.csv': 'clientnummer;leveringsvorm;begindatum\nC9;MPT;01-01-2024\n',
  'indicaties.csv': 'clientnummer;indicatie;begindatum\nC1001;wijkverpleging;01-01-2024\n',
  'clienten.csv': 'clientnummer;overlijdensdatum\nC1001;\n',
};
const RIGHT = aw319([CLIENT]);
/** A debtor record has no place in these messages, and is looked at all the same. */
const WITH_DEBTOR = [...RIGHT.slice(0, 2), debtor(), ...RIGHT.slice(2)];
/** What tells one message from another: it is then another message, not a wrong one. */
const KIND = ['0102', '0103', '0104'];

function debtor(): string {
  return aw319Record('03', { '0302': 2, '0303': 'D1', '0306': 1, '0307': 'Voorbeeld', '0315': 'Straat' });
}

/** Every way in which a field can be wrong by the layout alone, each with the text to put in it. */
function damages(field: EiField): (readonly [damage: string, text: string])[] {
  const { type, start, end, obligation, values, form, date, zeros } = field;
  const length = end - start + 1;
  const wrong: (readonly [string, string])[] = [];
  if (obligation === 'S') wrong.push(['a letter in the reserve', 'x'], ['a letter at its end', 'x'.padStart(length)]);
  else if (type === 'N') wrong.push(['a letter among digits', `${'1'.repeat(length - 1)}X`]);
  else wrong.push(['a control character', `${'x'.repeat(length - 1)}\u0007`]);
  if (type === 'AN' && obligation !== 'S' && length > 1) wrong.push(['a space before the text', ' x']);
  if (type === 'N' && length > 1) wrong.push(['a space before the digits', ` ${'1'.repeat(length - 1)}`]);
  if (obligation === 'M') wrong.push(['nothing', '']);
  if (obligation === 'M' && type === 'N' && (!zeros || date)) wrong.push(['zeros', '0'.repeat(length)]);
  if (values) wrong.push(['another value than the list has', type === 'N' ? '9'.repeat(length) : '?'.repeat(length)]);
  if (form) wrong.push(['another form', type === 'N' ? '1'.repeat(length) : 'x'.repeat(length)]);
  if (date) wrong.push(['a day that does not exist', '20260231']);
  return wrong;
}

/** The findings on the record of this type, when one of its fields has another text. */
async function findingsOf(type: string, number: string, text: string) {
  const records = type === '03' ? WITH_DEBTOR : RIGHT;
  const at = records.findIndex((record) => record.startsWith(type));
  const damaged = records.map((record, index) => (index === at ? withField(record, number, text) : record));
  const result = await validated({ ...REGISTERS, 'a.asc': Buffer.from(aw319File(damaged), 'latin1') });
  return { ...result, row: at + 1, record: damaged[at] ?? '' };
}

const words = { nl: wordsFor('nl'), en: wordsFor('en') };
/** How the sentence of a fault of a field says what should stand there. */
const EXPECTED =
  /verwacht|hoort|horen|op een debetregel|terwijl|geteld|samen|bekend zijn|ligt na|begint niet|geen tekst|geen bestaande datum|in plaats van|toekomst|elfproef|geen BSN|anders dan/;

/** The finding names record, field, name and positions, what was found, and what was expected, in both languages. */
function expectNamed(finding: RunFinding, row: number, field: EiField, record: string): void {
  const { data } = finding;
  expect(finding.places[0]?.row).toBe(row);
  expect(data).toMatchObject({ field: field.number, name: field.name, from: field.start, to: field.end });
  const positions = field.start === field.end ? `${field.start}` : `${field.start}-${field.end}`;
  const dutch = words.nl.message(finding);
  expect(dutch).toContain(`Record ${row}, veld ${field.number} ${field.name} (positie ${positions})`);
  expect(dutch).toMatch(EXPECTED);
  expect(words.en.message(finding)).toContain(
    `Record ${row}, field ${field.number} ${field.name} (position ${positions})`,
  );
  if (typeof data.found !== 'string') return;
  const text = eiText(record, field).trim();
  if (field.private) expect(data.found).toBe('•••');
  // Invisible characters are named, long texts cut.
  else if (/^[!-~ ]{0,60}$/.test(text)) expect(data.found.trim()).toBe(text);
}

describe('every field of the layout', () => {
  const fields = [...EI_RECORDS].flatMap(([type, all]) => all.map((field) => [field.number, type, field] as const));

  it.each(fields.filter(([number]) => !number.endsWith('01') && !KIND.includes(number)))(
    '%s is named when it is wrong, in every way it can be',
    async (number, type, field) => {
      for (const [damage, text] of damages(field)) {
        const { findings, row, record, run } = await findingsOf(type, number, text);
        const own = findings.filter(({ data, places: [place] }) => place?.row === row && data.field === number);
        const ofLine = findings.filter(({ places: [place] }) => place?.row === row && place.column?.startsWith(number));
        expect([...own, ...ofLine], `${number}: ${damage}`).not.toEqual([]);
        for (const finding of own) expectNamed(finding, row, field, record);
        expect(run.verdict, `${number}: ${damage}`).toBe('rejected');
        expect(JSON.stringify(findings)).not.toContain(BSN);
      }
    },
  );

  it.each(KIND)('%s makes it another message, which is refused', async (number) => {
    const { findings, run } = await findingsOf('01', number, '9');
    expect(findings.some(({ rule }) => /unknown-role|unreadable-file/.test(rule))).toBe(true);
    expect(run.verdict).toBe('rejected');
  });

  it.each(['01', '02', '04', '98', '99'])('the type of a record %s is looked at', async (type) => {
    const damaged = RIGHT.map((record) => (record.startsWith(type) ? `XX${record.slice(2)}` : record));
    const { findings } = await validated({ ...REGISTERS, 'a.asc': aw319File(damaged) });
    expect(findings.some(({ rule }) => /ei-structure|unknown-role/.test(rule))).toBe(true);
  });

  it('says nothing when all are right', async () => {
    const { findings, run } = await validated({ ...REGISTERS, 'a.asc': aw319File(RIGHT) });
    expect(findings).toEqual([]);
    expect(run.verdict).toBe('approved');
  });
});

describe('a record of which the fields have shifted', () => {
  it.each(['02', '04'])('%s shows a BSN nowhere, whichever field it slides into', async (type) => {
    const at = RIGHT.findIndex((record) => record.startsWith(type));
    const rest = RIGHT[at]?.slice(2) ?? '';
    const shifts = Array.from({ length: 300 }, (_, index) => index - 12).filter((shift) => shift !== 0);
    const moved = shifts.map((shift) => {
      const fields = shift < 0 ? rest.slice(-shift).padEnd(308) : ('0'.repeat(shift) + rest).slice(0, 308);
      return [...RIGHT.slice(1, at), type + fields];
    });
    const damaged = [RIGHT[0] ?? '', ...moved.flat(), ...RIGHT.slice(-1)];
    const result = await validated({ ...REGISTERS, 'a.asc': aw319File(damaged) });
    const said = result.findings.map((finding) => words.nl.message(finding)).join('\n');
    expect(result.run.verdict).toBe('rejected');
    expect(new Set(result.findings.map(({ places: [place] }) => place?.row)).size).toBeGreaterThan(shifts.length);
    const shown = JSON.stringify(result) + said;
    const where = shown.indexOf(BSN);
    expect(where < 0 ? '' : shown.slice(where - 200, where + 40)).toBe('');
  });
});
