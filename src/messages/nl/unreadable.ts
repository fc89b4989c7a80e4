import type { Limits } from '../../domain/limits.ts';
import type { UnreadableReason } from '../../domain/unreadable-source.ts';
import type { LooseFacts } from '../words.ts';
import { nlForms } from './forms.ts';

const { name, number } = nlForms;

const LIMITS: Readonly<Record<keyof Limits, string>> = {
  fileBytes: 'bytes',
  standardInputBytes: 'bytes op standaardinvoer',
  seconds: 'seconden leestijd',
  rowLength: 'tekens in één rij',
  columns: 'kolommen in één rij',
  raggedRows: 'rijen die niet onder de kop passen',
  entryBytes: 'bytes in één onderdeel van de werkmap, uitgepakt',
  totalBytes: 'bytes in de hele werkmap, uitgepakt',
  sharedStringCharacters: 'tekens in de gedeelde teksten van de werkmap',
  cells: 'cellen in één blad',
  inflation: 'maal de ingepakte grootte bij het uitpakken van één onderdeel',
  sheets: 'bladen of bestanden',
  findings: 'bevindingen van één regel',
  codes: 'verschillende prestatiecodes',
  monthLines: 'declaratieregels van één cliënt in één maand',
};

const NO_WORKBOOK: Readonly<Record<string, string>> = {
  xlsb: 'het is een binaire Excel-werkmap (.xlsb). Open het bestand in Excel en sla het op als .xlsx.',
  numbers: 'het is een werkmap van Apple Numbers. Exporteer ze in Numbers als Excel of CSV.',
  'other-document':
    'het is een ander Office-bestand, zoals van Word of PowerPoint. Sla de gegevens in Excel op als .xlsx of .csv.',
  'compound-file':
    'het is geen werkmap, maar bijvoorbeeld een oud Word-bestand of een e-mail. Sla de gegevens in Excel op als .xlsx of .csv.',
};

const XML: Readonly<Record<string, string>> = {
  html: 'het is een webpagina (HTML), ook als het .xls heet. Open het in Excel en sla het op als .xlsx.',
  'xml-spreadsheet': 'het is een XML-werkblad van Excel 2003. Open het in Excel en sla het op als .xlsx.',
};

/** What is the matter with a file that cannot be read, and what to do; behind `kan niet worden gelezen:`. */
export const nlUnreadable: Readonly<Record<UnreadableReason, (facts: LooseFacts) => string>> = {
  'empty-file': () => 'het is leeg. Exporteer het opnieuw, of laat het weg.',
  'read-error': () => 'het lezen van de schijf mislukte. Controleer of het bestand er nog is en of u het mag openen.',
  'changed-while-reading': () => 'het is tijdens het lezen veranderd. Wacht tot de export klaar is en toets opnieuw.',
  'not-text': ({ detail }) =>
    detail === 'packed'
      ? 'het is ingepakt op een manier die hier niet gelezen wordt. Pak het uit, of pak het in als .zip.'
      : 'het is geen tekst. Geef een .csv, een .xlsx of een AW319-bericht.',
  'unsupported-encoding': () =>
    'de tekenset wordt niet ondersteund. Sla het op als UTF-8, of geef de tekenset op met --encoding.',
  'legacy-xls': () => 'het is een oud Excel-bestand (.xls). Open het bestand in Excel en sla het op als .xlsx of .csv.',
  'open-document': () =>
    'het is een OpenDocument-bestand (.ods). Open het in LibreOffice of Excel en sla het op als .xlsx of .csv.',
  'encrypted-workbook': () =>
    'het is beveiligd met een wachtwoord. Open het in Excel, haal het wachtwoord eraf en sla het op.',
  'not-a-workbook': ({ detail }) =>
    NO_WORKBOOK[String(detail)] ??
    'het is wel een zip-bestand, maar geen Excel-werkmap. Sla de gegevens op als .xlsx of .csv.',
  'damaged-zip': ({ detail }) =>
    `${detail === 'gzip' ? 'het ingepakte bestand' : 'de werkmap'} is beschadigd of niet volledig. Download of exporteer het bestand opnieuw.`,
  'damaged-workbook': () =>
    'in de werkmap is een onderdeel beschadigd. Open het bestand in Excel, laat Excel het herstellen en sla het op als .xlsx.',
  'doctype-in-xml': () =>
    'het bevat een DOCTYPE, wat in een werkmap niet hoort en onveilig is. Open het bestand in Excel en sla het op als .xlsx.',
  'no-sheets': () => 'er zijn geen werkbladen met cellen. Zet de gegevens op een werkblad en sla het op.',
  pdf: () => 'het is een PDF. Exporteer de gegevens zelf, als .csv of .xlsx.',
  gzip: () => 'het is ingepakt (gzip). Pak het uit en geef het bestand dat erin zit.',
  'zip-archive': ({ detail }) =>
    detail === 'packed-workbook'
      ? 'het is een werkmap of zip-bestand in een zip-archief. Pak het archief uit en geef de werkmap zelf.'
      : 'het is een zip-archief. Pak het uit en geef de bestanden die erin zitten.',
  'xml-message': ({ message, detail }) =>
    XML[String(detail)] ??
    `het is een ${message === undefined ? 'XML- of HTML-bestand' : `XML-bericht, ${name(String(message))}`}. Geef het AW319-bericht, of een export als .csv of .xlsx.`,
  'ei-message': eiMessage,
  'limit-exceeded': limitExceeded,
};

function eiMessage({ message, version }: LooseFacts): string {
  if (String(message).startsWith('AW320') && /^1\.[34]$/.test(String(version)))
    return `het is een ${name(String(message))}, versie ${name(String(version))}: het antwoord op een declaratie. Lees het met tzt return.`;
  return `het is een EI-bericht${message === undefined ? '' : ` (${name(String(message))}, versie ${name(String(version))})`}, maar niet de AW319${message === undefined ? '' : ' 1.3 of 1.4'} die hier gelezen wordt. Geef het AW319-bericht van deze declaratie, of een export als .csv of .xlsx.`;
}

function limitExceeded({ limit, value, maximum }: LooseFacts): string {
  const key = String(limit ?? '');
  const what = Object.hasOwn(LIMITS, key) ? LIMITS[key as keyof Limits] : name(key);
  const met = key === '' ? '' : `, met ${value === undefined ? 'te veel' : shown(value)} ${what}`;
  const most = maximum === undefined ? '' : `; het maximum is ${shown(maximum)}`;
  const setting = key === '' ? 'limits' : `limits.${name(key)}`;
  return `het is te groot${met}${most}. Klopt het bestand, verhoog dan ${setting} in tzt.config.json.`;
}

function shown(value: string | number): string {
  return typeof value === 'number' ? number(value) : name(value);
}
