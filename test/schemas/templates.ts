import exceljs from 'exceljs';
import type { Role } from '../../src/domain/role.ts';
import { columnsOf } from './table-schema.ts';

/** The templates: a CSV per role, the same as the sheets of one workbook. */
export const TEMPLATES: readonly { readonly role: Role; readonly file: string; readonly sheet: string }[] = [
  { role: 'claims', file: 'declaraties.csv', sheet: 'Declaraties' },
  { role: 'deliveryForms', file: 'leveringsvormen.csv', sheet: 'Leveringsvormen' },
  { role: 'indications', file: 'indicaties.csv', sheet: 'Indicaties' },
  { role: 'clients', file: 'clienten.csv', sheet: 'Cliënten' },
];

const inTemplate = (role: Role) => columnsOf(role).filter(({ example }) => example !== null);

/** Headings and one example row, as a Dutch spreadsheet reads them: BOM, semicolons, Windows line ends. */
export function csvTemplate(role: Role): string {
  const rows = [inTemplate(role).map(({ header }) => header), inTemplate(role).map(({ example }) => example ?? '')];
  return `\ufeff${rows.map((row) => `${row.join(';')}\r\n`).join('')}`;
}

/** The notes to the CSV templates; those of the workbook stand at its headings. */
export function templateNotes(): string {
  const parts = TEMPLATES.map(({ role, file }) =>
    [
      `## ${file}`,
      '',
      '| kolom | verplicht | betekent | in English |',
      '|---|---|---|---|',
      ...inTemplate(role).map(
        ({ header, required, nl, en }) => `| \`${header}\` | ${required ? 'ja' : ''} | ${nl} | ${en} |`,
      ),
    ].join('\n'),
  );
  return `# Sjablonen

Vul de bestanden vanaf de tweede rij; de rij die er staat is een voorbeeld en moet weg. Kolommen die u niet gebruikt mogen weg, hun volgorde is vrij.
\`sjabloon.xlsx\` is hetzelfde als één werkmap: gebruik óf de werkmap, óf de CSV-bestanden. Controleer ze met \`tzt validate\` en de map of het bestand.

In elk bestand staat het clientnummer of het BSN (of beide). Zonder leveringsvormen en indicaties wordt geen regel goedgekeurd; de lijst met cliënten is niet verplicht.

${parts.join('\n\n')}
`;
}

/** One workbook with a sheet per role: headings with their notes, one example row, real dates and numbers, codes as text. */
export function workbookTemplate(): exceljs.Workbook {
  const workbook = new exceljs.Workbook();
  const made = new Date(Date.UTC(2026, 10, 22));
  Object.assign(workbook, { creator: 'tzt', created: made, modified: made });
  for (const { role, sheet: name } of TEMPLATES) {
    const columns = inTemplate(role);
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map(({ header, type }) => ({
      header,
      width: Math.max(12, header.length + 2),
      style: { numFmt: type === 'date' ? 'dd-mm-yyyy' : type === 'number' ? '#,##0.00' : '@' },
    }));
    sheet.getRow(1).font = { bold: true };
    for (const [index, { nl, required, example, type }] of columns.entries()) {
      sheet.getCell(1, index + 1).note = required ? `Verplicht. ${nl}` : nl;
      if (example) sheet.getCell(2, index + 1).value = cellValue(example, type);
    }
  }
  return workbook;
}

function cellValue(text: string, type: string): string | number | Date {
  const date = /^(\d\d)-(\d\d)-(\d{4})$/.exec(text);
  if (date) return new Date(Date.UTC(Number(date[3]), Number(date[2]) - 1, Number(date[1])));
  return type === 'number' ? Number(text.replace(',', '.')) : text;
}
