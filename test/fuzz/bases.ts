import { aw319, aw319File } from '../builders/aw319.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { workbookBytes } from '../readers/xlsx-build.ts';

/** A delivery before it is damaged. */
export interface Base {
  readonly name: string;
  readonly files: Readonly<Record<string, Buffer>>;
  /** What is wrong rests on a value that may as well be another or none (a reference, a date of death): then damage to it cannot be told from the truth. */
  readonly isLoose: boolean;
}

type Rows = readonly (readonly string[])[];

const CLAIMS = ['clientnummer', 'prestatiecode', 'begindatum', 'einddatum', 'aantal', 'eenheid', 'referentienummer'];
const FORMS = ['clientnummer', 'leveringsvorm', 'begindatum', 'einddatum'];
const INDICATIONS = ['clientnummer', 'indicatie', 'begindatum', 'einddatum'];
const CLIENTS = ['clientnummer', 'overlijdensdatum'];

const PEOPLE = ['KLAZIEN', 'BERTUS', 'WIETSKE', 'GOVERT', 'DIEUWKE'];
const claim = (client: number, n: number, more: Partial<Record<'code' | 'day' | 'amount' | 'ref', string>> = {}) => [
  PEOPLE[client]!,
  more.code ?? '1062',
  more.day ?? `0${(n % 9) + 1}-03-2026`,
  '',
  more.amount ?? '60',
  'min',
  more.ref ?? `REF-${client}-${n}`,
];
const GOOD: Rows = [0, 1, 2].flatMap((client) => [1, 2].map((n) => claim(client, n)));
const OTHERS: Rows = [claim(0, 7, { code: '1000' }), claim(1, 8, { code: 'V100' })];

/** The registers under which the good rows pass. */
const REGISTERS = {
  forms: [['GOVERT', 'MPT', '01-01-2025', '']] as Rows,
  indications: [0, 1, 2].map((client) => [PEOPLE[client]!, 'wijkverpleging', '01-01-2025', '']) as Rows,
  clients: [['BERTUS', '']] as Rows,
};

/** Stories of one fault each; the first has none. */
const STORIES: readonly {
  readonly name: string;
  readonly claims: Rows;
  readonly forms?: Rows;
  readonly clients?: Rows;
  readonly isLoose?: true;
}[] = [
  { name: 'right', claims: GOOD },
  { name: 'right-wlz', claims: [...GOOD, claim(3, 1, { code: 'H138' })] },
  { name: 'over-the-cap', claims: [...GOOD, claim(2, 5, { amount: '300' })] },
  { name: 'vpt', claims: GOOD, forms: [...REGISTERS.forms, ['WIETSKE', 'VPT', '01-01-2026', '']] },
  { name: 'no-indication', claims: [...GOOD, claim(4, 1)] },
  { name: 'no-mpt', claims: [...GOOD, claim(1, 5, { code: 'H306' })] },
  { name: 'after-death', claims: GOOD, clients: [['BERTUS', '01-02-2026']], isLoose: true },
  { name: 'same-reference', claims: [...GOOD, claim(2, 6, { ref: 'REF-0-1' })], isLoose: true },
  { name: 'no-date', claims: [...GOOD, claim(2, 6, { day: '31-04-2026' })] },
];

/** Every story as CSV and as workbook, and messages. The first rows of every claims file are of another code, as most are. */
export const BASES: readonly Base[] = [
  ...STORIES.flatMap(({ name, claims, isLoose = false, ...registers }) => {
    const tables = {
      declaraties: [CLAIMS, ...OTHERS, ...claims],
      vormen: [FORMS, ...(registers.forms ?? REGISTERS.forms)],
      indicaties: [INDICATIONS, ...REGISTERS.indications],
      clienten: [CLIENTS, ...(registers.clients ?? REGISTERS.clients)],
    };
    return [
      { name: `csv ${name}`, files: csvFiles(tables), isLoose },
      { name: `xlsx ${name}`, files: { 'levering.xlsx': workbook(tables) }, isLoose },
    ];
  }),
  message('aw319 right', 60),
  message('aw319 over-the-cap', 300),
];

function csvFiles(tables: Readonly<Record<string, Rows>>): Base['files'] {
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      `${name}.csv`,
      Buffer.from(`${rows.map((row) => row.join(';')).join('\r\n')}\r\n`),
    ]),
  );
}

/** A sheet per table; texts shared, numbers as numbers. */
function workbook(tables: Readonly<Record<string, Rows>>): Buffer {
  const texts: string[] = [];
  const cell = (text: string): string => {
    if (text === '') return '<c/>';
    if (/^[1-9]\d*$/.test(text)) return `<c><v>${text}</v></c>`;
    if (!texts.includes(text)) texts.push(text);
    return `<c t="s"><v>${texts.indexOf(text)}</v></c>`;
  };
  const sheets = Object.entries(tables).map(([name, rows]) => ({
    name,
    data: `<worksheet><sheetData>${rows.map((row, n) => `<row r="${n + 1}">${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`,
  }));
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
  const more = sheets.slice(1);
  return workbookBytes({
    sheet: sheets[0]!.data,
    strings: texts.map((text) => `<si><t>${text}</t></si>`).join(''),
    sheets: sheets.map(({ name }, n) => `<sheet name="${name}" r:id="${n === 0 ? 'rId1' : `rId${n + 10}`}"/>`).join(''),
    links: more
      .map((_, n) => `<Relationship Id="rId${n + 11}" Type="${type}" Target="worksheets/sheet${n + 2}.xml"/>`)
      .join(''),
    more: more.map(({ data }, n) => ({ name: `xl/worksheets/sheet${n + 2}.xml`, data })),
  });
}

function message(name: string, minutes: number): Base {
  const clients = [0, 1, 2].map((client) => ({
    number: PEOPLE[client]!,
    bsn: syntheticBsn(client + 1),
    lines: [1, 2].map((n) => ({
      reference: `REF-${client}-${n}`,
      first: `2026030${n}`,
      quantity: client === 2 ? minutes : 60,
    })),
  }));
  const { 'declaraties.csv': _, ...registers } = csvFiles({
    vormen: [FORMS, ...REGISTERS.forms],
    indicaties: [INDICATIONS, ...REGISTERS.indications],
    clienten: [CLIENTS, ...REGISTERS.clients],
  });
  return {
    name,
    files: { 'bericht.asc': Buffer.from(aw319File(aw319(clients)), 'latin1'), ...registers },
    isLoose: false,
  };
}
