import iconv from 'iconv-lite';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { workbookOf } from './workbooks.ts';

/** A month with one kind of dirt in it. */
export interface Dirt {
  /** What is the matter, as a person would say it. */
  readonly name: string;
  readonly content: string | Uint8Array | Promise<Uint8Array>;
  /** Read as it was meant, without loss: the month may pass. */
  readonly harmless?: boolean;
}

const COLUMNS = ['clientnummer', 'prestatiecode', 'begindatum', 'einddatum', 'aantal', 'eenheid', 'referentienummer'];
const HEADER = COLUMNS.join(';');
const CLEAN = (n: number): string[] => [`C${n}`, '1062', '02-03-2026', '02-03-2026', '60', 'min', `R-${n}`];
const row = (n: number) => CLEAN(n).join(';');
const file = (...rows: readonly string[]) => `${[HEADER, ...rows].join('\r\n')}\r\n`;

/** Three rows, the second of which (row 3) has one cell otherwise. */
const cell = (column: string, text: string) => file(row(1), withCell(2, column, text), row(3));
const withCell = (n: number, column: string, text: string) =>
  CLEAN(n)
    .map((clean, index) => (COLUMNS[index] === column ? text : clean))
    .join(';');
const dotted = (bsn: string) => `${bsn.slice(0, 4)}.${bsn.slice(4, 6)}.${bsn.slice(6)}`;
const inHours = (...texts: readonly string[]) =>
  file(...texts.map((text, n) => withCell(n + 1, 'aantal', text).replace(';min;', ';uur;')));
const sheet = (...rows: readonly (readonly (string | number | boolean | null)[])[]) =>
  workbookOf({ Blad1: [COLUMNS, ...rows] });
const cellOfSheet = (column: string, value: string | number | boolean | { error: '#N/A' }) =>
  workbookOf({
    Blad1: [COLUMNS, CLEAN(1), CLEAN(2).map((clean, index) => (COLUMNS[index] === column ? value : clean)), CLEAN(3)],
  });

const CELLS: readonly (readonly [string, string, string, 'harmless'?])[] = [
  ['31 april', 'begindatum', '31-04-2026'],
  ['29 februari in een gewoon jaar', 'begindatum', '29-02-2026'],
  ['een datum van nullen', 'begindatum', '00-00-0000'],
  ['het jaar 26', 'begindatum', '02-03-0026'],
  ['het jaar 20226', 'begindatum', '02-03-20226'],
  ['een jaar van twee cijfers', 'begindatum', '02-03-26'],
  ['een Amerikaanse datum', 'begindatum', '03/31/2026'],
  ['een serienummer van Excel', 'begindatum', '46083'],
  ['een maand in letters', 'begindatum', '2 maart 2026'],
  ['een tijdstip in UTC dat hier een dag later valt', 'begindatum', '2026-03-01T23:00:00Z'],
  ['een streepje als einddatum', 'einddatum', '-'],
  ['een einde voor het begin', 'einddatum', '01-03-2026'],
  ['een dag in de toekomst', 'begindatum', '02-03-2062'],
  ['een tijdstip achter de datum', 'begindatum', '02-03-2026 00:00:00', 'harmless'],
  ['een getal met een exponent', 'aantal', '1e3'],
  ['oneindig', 'aantal', '∞'],
  ['NaN', 'aantal', 'NaN'],
  ['twee komma’s', 'aantal', '6,5,0'],
  ['min nul', 'aantal', '−0', 'harmless'],
  ['een getal van zestien cijfers', 'aantal', '1000000000000000'],
  ['cijfers op volle breedte', 'aantal', '６０'],
  ['Arabische cijfers', 'aantal', '٦٠'],
  ['een procent', 'aantal', '50%'],
  ['een breuk', 'aantal', '1/2'],
  ['een getal tussen haakjes', 'aantal', '(60)'],
  ['een min achteraan', 'aantal', '60-'],
  ['ongeveer', 'aantal', 'ca. 60'],
  ['een fout van een formule als aantal', 'aantal', '#N/B'],
  ['een halve minuut', 'aantal', '0,5'],
  ['een aantal in woorden', 'aantal', 'zestig'],
  ['uren in een kolom minuten', 'aantal', '6:30'],
  ['duizend of één', 'aantal', '1,000'],
  ['een andere eenheid in de cel', 'aantal', '6 uur'],
  ['dezelfde eenheid in de cel', 'aantal', '60 min', 'harmless'],
  ['een leeg aantal', 'aantal', ''],
  ['een week als eenheid', 'eenheid', 'week'],
  ['een maand als eenheid', 'eenheid', 'M'],
  ['geen eenheid', 'eenheid', ''],
  ['geen prestatiecode', 'prestatiecode', ''],
  ['een streepje als prestatiecode', 'prestatiecode', '-'],
  ['NULL als prestatiecode', 'prestatiecode', 'NULL'],
  ['een fout van een formule als prestatiecode', 'prestatiecode', '#N/B'],
  ['een datum als prestatiecode', 'prestatiecode', '02-03-2026'],
  ['een Cyrillische letter in de prestatiecode', 'prestatiecode', '\u041d138'],
  ['een letter O in de prestatiecode', 'prestatiecode', '1O62'],
  ['een onzichtbaar teken in de prestatiecode', 'prestatiecode', '1062\u200b'],
  ['cijfers op volle breedte in de prestatiecode', 'prestatiecode', '\uff11\uff10\uff16\uff12'],
  ['een spatie in de prestatiecode', 'prestatiecode', 'H 138'],
  ['een NUL in de prestatiecode', 'prestatiecode', '10\u000062'],
  ['een gedachtestreepje in de prestatiecode', 'prestatiecode', 'H\u2013138'],
  ['duizendtallen en decimalen in de prestatiecode', 'prestatiecode', '1.062,00'],
  ['een exponent in de prestatiecode', 'prestatiecode', '1,062E+03'],
  ['de wet achter de prestatiecode geplakt', 'prestatiecode', 'H138wlz'],
  ['geen als prestatiecode', 'prestatiecode', 'geen'],
  ['een lege waarde van een draaitabel als cliënt', 'clientnummer', '(leeg)'],
  ['N/A als cliënt', 'clientnummer', 'N/A'],
  ['het lege einde van .NET', 'einddatum', '01-01-0001'],
  ['1 januari 1900', 'begindatum', '01-01-1900'],
  ['duizendtallen en een komma', 'aantal', '1.234,5'],
  ['een NUL in de datum', 'begindatum', '02-03-2026\0'],
  ['de naam achter de prestatiecode', 'prestatiecode', '1062 Thuiszorgtechnologie'],
  ['een formule om de prestatiecode', 'prestatiecode', '="1062"'],
  ['een punt voor duizendtallen in de prestatiecode', 'prestatiecode', '1.062'],
  ['een decimaal in de prestatiecode', 'prestatiecode', '1062.0', 'harmless'],
  ['kleine letters in de prestatiecode', 'prestatiecode', ' 1062\u00a0', 'harmless'],
  ['geen cliënt', 'clientnummer', ''],
  ['een fout van een formule als cliënt', 'clientnummer', '#N/A'],
  ['vraagtekens als cliënt', 'clientnummer', '???'],
  ['een onzichtbaar teken in het clientnummer', 'clientnummer', 'C\u200b2', 'harmless'],
  ['een harde spatie achter het clientnummer', 'clientnummer', 'C2\u00a0', 'harmless'],
  ['een fout van een formule als referentie', 'referentienummer', '#VERW!'],
  ['een aanhalingsteken in een referentie', 'referentienummer', 'R"2', 'harmless'],
  ['een aanhalingsteken dat niet sluit', 'referentienummer', '"R-2'],
];

const TABLES: readonly Dirt[] = [
  { name: 'de kop nog eens halverwege', content: file(row(1), HEADER, row(2)) },
  { name: 'de kop nog eens, in hoofdletters', content: file(row(1), HEADER.toUpperCase(), row(2)) },
  {
    name: 'een andere tabel eronder',
    content: file(row(1), '', 'clientnummer;leveringsvorm;begindatum', 'C1;VPT;01-01-2026', 'C2;VPT;01-01-2026'),
  },
  {
    name: 'een andere tabel eronder, even breed',
    content: file(row(1), 'clientnummer;leveringsvorm;begindatum;einddatum;;;', 'C1;VPT;01-01-2026;;;;'),
  },
  {
    name: 'dezelfde kolommen eronder in een andere volgorde',
    content: file(row(1), COLUMNS.toReversed().join(';'), CLEAN(2).toReversed().join(';')),
  },
  { name: 'een tabel boven de kop', content: `clnr;vektis;van dag;min\nC9;1062;02-03-2026;600\n\n${file(row(1))}` },
  { name: 'een totaalregel', content: file(row(1), 'Totaal;;;;1.234,00;;') },
  { name: 'een korte totaalregel', content: file(row(1), 'Totaal 1.234,00') },
  { name: 'een voettekst', content: file(row(1), 'Aangemaakt op 01-04-2026') },
  { name: 'een titel, een lege rij en sep=;', content: `Declaraties maart\n\nsep=;\n${file(row(1))}`, harmless: true },
  { name: 'twintig rijen boven de kop', content: `${'x\n'.repeat(20)}${file(row(1))}`, harmless: true },
  { name: 'eenentwintig rijen boven de kop', content: `${'x\n'.repeat(21)}${file(row(1))}` },
  { name: 'lege rijen ertussen', content: file(row(1), '', ';;;;;;', row(2)), harmless: true },
  { name: 'een cel te weinig', content: file(row(1), row(2).replace(/;[^;]*$/, '')) },
  { name: 'een cel te veel', content: file(row(1), `${row(2)};x`) },
  { name: 'elke rij eindigt op een scheidingsteken', content: file(`${row(1)};`, `${row(2)};`), harmless: true },
  { name: 'een scheidingsteken in een naam', content: file(row(1), `Jan;sen${row(2).slice(2, -3)}`) },
  { name: 'een scheidingsteken in een naam, laatste cel leeg', content: shiftedWithBlankTail() },
  { name: 'een rij met komma’s in een bestand met puntkomma’s', content: file(row(1), row(2).replaceAll(';', ',')) },
  { name: 'twee kolommen met dezelfde kop', content: `${HEADER};aantal\n${row(1)};5\n` },
  { name: 'een lege kop', content: `${HEADER};\n${row(1)};x\n`, harmless: true },
  { name: 'een Cyrillische letter in een kop', content: file(row(1)).replace('prestatiecode', 'prestatiec\u043ede') },
  { name: 'een kop die ontbreekt', content: file(row(1)).replace('eenheid', 'soort') },
  { name: 'de prestatiecode in de andere van twee kolommen', content: rivals() },
  { name: 'geen kop', content: `${row(1)}\n${row(2)}\n` },
  { name: 'alleen een kop', content: file() },
  { name: 'losse CR als regeleinde', content: file(row(1), row(2)).replaceAll('\r\n', '\r'), harmless: true },
  { name: 'drie soorten regeleinden', content: `${HEADER}\r\n${row(1)}\n${row(2)}\r${row(3)}`, harmless: true },
  { name: 'het einde-teken van DOS', content: `${file(row(1))}\u001a`, harmless: true },
  { name: 'een regeleinde in een cel', content: cell('referentienummer', '"R-\n2"'), harmless: true },
  {
    name: 'een aanhalingsteken dat twee rijen verder sluit',
    content: file(row(1), withCell(2, 'referentienummer', '"R-2'), withCell(3, 'referentienummer', 'R-3"'), row(4)),
  },
  { name: 'Windows-1252', content: iconv.encode(cell('referentienummer', 'Zoë'), 'windows-1252'), harmless: true },
  { name: 'UTF-16 zonder BOM', content: iconv.encode(file(row(1)), 'utf-16le', { addBOM: false }), harmless: true },
  {
    name: 'UTF-16 zonder BOM, andersom',
    content: iconv.encode(file(row(1)), 'utf-16be', { addBOM: false }),
    harmless: true,
  },
  {
    name: 'een byte in de laatste rij die geen UTF-8 is',
    content: Buffer.concat([Buffer.from(file(row(1)) + row(2)), Buffer.from([0xe9])]),
    harmless: true,
  },
  {
    name: 'een harde spatie in een kop',
    content: file(row(1)).replace('prestatiecode', 'prestatie\u00a0code'),
    harmless: true,
  },
  {
    name: 'een onzichtbaar teken in een kop',
    content: file(row(1)).replace('prestatiecode', 'prestatie\u200bcode'),
    harmless: true,
  },
  {
    name: 'een cel die dubbel staat, de laatste leeg',
    content: file(row(1), 'C2;1062;02-03-2026;02-03-2026;60;min;;'),
  },
  {
    name: 'een BSN met punten',
    content: `bsn${HEADER.slice('clientnummer'.length)}\n${dotted(syntheticBsn(2))}${row(2).slice(2)}\n`,
  },
  { name: 'UTF-16 met BOM', content: iconv.encode(file(row(1)), 'utf-16le', { addBOM: true }), harmless: true },
  { name: 'UTF-8 met BOM', content: `\ufeff${file(row(1))}`, harmless: true },
  { name: 'tabs', content: file(row(1)).replaceAll(';', '\t'), harmless: true },
  { name: '6.30 uur, en niets dat het decimaalteken bewijst', content: inHours('6.30', '1') },
  { name: '6.30 uur naast 1,5', content: inHours('6.30', '1,5') },
  { name: 'komma’s en punten door elkaar', content: inHours('1,5', '0,5', '1.5') },
  { name: 'JSON', content: '[{"prestatiecode":"1062"}]' },
  { name: 'een HTML-tabel die .xls heet', content: '<html><table><tr><td>1062</td></tr></table></html>' },
  { name: 'een PDF', content: '%PDF-1.7' },
  { name: 'een leeg bestand', content: '' },
  { name: 'bytes', content: Buffer.from(Array.from({ length: 500 }, (_, n) => (n * 7) % 23)) },
  {
    name: 'credit met een min',
    content: 'clientnummer;prestatiecode;begindatum;minuten;dc\nC1;1062;02-03-2026;60;D\nC1;1062;02-03-2026;-60;C',
  },
  {
    name: 'een letter die debet noch credit is',
    content: 'clientnummer;prestatiecode;begindatum;minuten;dc\nC1;1062;02-03-2026;60;X',
  },
  {
    name: 'onmogelijke bedragen en codes',
    content:
      'clientnummer;prestatiecode;begindatum;minuten;tarief;bedrag;agb;uzovi;wet\nC1;1062;02-03-2026;60;tien;12.50.1;123;1;AWBZ',
  },
];

const SHEETS: readonly Dirt[] = [
  { name: 'werkblad: #N/A als prestatiecode', content: cellOfSheet('prestatiecode', { error: '#N/A' }) },
  { name: 'werkblad: #N/A als aantal', content: cellOfSheet('aantal', { error: '#N/A' }) },
  { name: 'werkblad: een getal als datum', content: cellOfSheet('begindatum', 46_083) },
  { name: 'werkblad: WAAR als aantal', content: cellOfSheet('aantal', true) },
  { name: 'werkblad: een getal als prestatiecode', content: cellOfSheet('prestatiecode', 1062), harmless: true },
  { name: 'werkblad: een notitie naast de tabel', content: sheet([...CLEAN(1), 'navragen'], CLEAN(2)) },
  { name: 'werkblad: een totaal onder de tabel', content: sheet(CLEAN(1), [null, null, null, 'Totaal', 60]) },
  {
    name: 'werkblad: een tweede tabel eronder',
    content: sheet(CLEAN(1), [], ['Clientnummer', 'Leveringsvorm', 'Begindatum'], ['C1', 'VPT', '01-01-2026']),
  },
  {
    name: 'werkblad: een tweede tabel ernaast',
    content: workbookOf({
      Blad1: [
        [...COLUMNS, null, ...COLUMNS],
        [...CLEAN(1), null, ...CLEAN(2)],
      ],
    }),
  },
  {
    name: 'werkmap: een blad met uitleg',
    content: workbookOf({ Regels: [COLUMNS, CLEAN(1)], Uitleg: [['Lees mij']] }),
  },
];

/** Every kind of dirt the tests know. */
export const DIRT: readonly Dirt[] = [
  ...CELLS.map(([name, column, text, harmless]) => ({
    name,
    content: cell(column, text),
    harmless: harmless !== undefined,
  })),
  ...TABLES,
  ...SHEETS,
];

/** Registers with which the clean rows pass. */
export const REGISTERS = {
  'vormen.csv': 'clientnummer;leveringsvorm;begindatum\n',
  'indicaties.csv': `clientnummer;indicatie;begindatum\n${[1, 2, 3, 4].map((n) => `C${n};Zvw;01-01-2026\n`).join('')}`,
  'clienten.csv': 'clientnummer;overlijdensdatum\n',
};

function shiftedWithBlankTail(): string {
  const rows = [`${row(1)};`, `Jan;sen${row(2).slice(2, -4)};`, `${row(3)};`];
  return `${HEADER};opmerking\r\n${rows.join('\r\n')}\r\n`;
}

function rivals(): string {
  return 'clientnummer;prestatiecode;vektiscode;begindatum;minuten\nC1;TECH;1062;02-03-2026;60\nC2;TECH;H138;02-03-2026;60';
}
