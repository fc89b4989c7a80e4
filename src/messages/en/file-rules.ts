import type { FileRuleId, RuleWordsOf } from '../catalogue.ts';
import { SAID } from '../said-details.ts';
import { enForms } from './forms.ts';
import { enUnreadable } from './unreadable.ts';
import { file, row } from './where.ts';

const { and, countedRows, name, number, or, quote } = enForms;

const ROLES = {
  claims: 'claim lines',
  deliveryForms: 'delivery forms',
  indications: 'indications',
  clients: 'clients',
};

/** English words of the rules about a file as a whole and the shape of its rows. */
export const enFileRules: RuleWordsOf<FileRuleId> = {
  'unreadable-file': {
    title: 'File cannot be read',
    why: 'What was not read was not checked. With a file missing the outcome says too little: lines may look good because the rest of the month was not there.',
    remedy:
      'Do what the message says and check again. If that does not help, export the file once more from the source system, preferably as .csv or .xlsx.',
    message: ({ reason, facts }, about) =>
      [
        `${file(about, facts.sheet)} cannot be read${facts.row === undefined ? '' : ' any further'}: ${enUnreadable[reason](facts)}`,
        ...(facts.row === undefined ? [] : [`Only the rows before row ${facts.row} were read.`]),
        ...(facts.detail === undefined || SAID.has(String(facts.detail)) ? [] : [`(${name(String(facts.detail))})`]),
      ].join(' '),
  },
  'unknown-role': {
    title: 'Not known what this file holds',
    why: 'The columns show what a file holds: claim lines (declaratieregels), delivery forms (leveringsvormen), indications (indicaties) or clients. Those of this file do not. It was therefore not used.',
    remedy:
      'Put a row of headings above the columns, such as prestatiecode and begindatum, leveringsvorm or indicatie. Or say what it is, with --role file=role. If the file does not belong here, leave it out.',
    message: ({ headings }, about) => {
      const named = headings.filter((heading) => heading.trim() !== '');
      const shown =
        named.length <= 6 ? named.map(quote) : [...named.slice(0, 5).map(quote), enForms.more(named.length - 5)];
      return `${file(about)}: the columns do not show what this file holds. ${shown.length === 0 ? 'There is no row of headings.' : `Headings found: ${and(shown)}.`}`;
    },
  },
  'missing-column': {
    title: 'Required column is missing',
    why: 'Without this column the rows cannot be judged. They stay outside the check and the outcome is not complete.',
    remedy:
      'Add the column to the export. If it is there under another heading, point it out with --columns or in tzt.config.json.',
    message: ({ role, header, aliases, rows }, about) => {
      const others = aliases.length === 0 ? '' : ` Also good: ${or(aliases.slice(0, 6).map(name))}.`;
      return `${file(about)} (${ROLES[role]}): column ${or(header.split(' / ').map((choice) => quote(choice.replace(' + ', ' with '))))} is missing.${others} ${countedRows('row', rows)} could not be judged because of it.`;
    },
  },
  'duplicate-column': {
    title: 'Column occurs more than once',
    why: 'Two columns with the same heading may contradict each other. Nothing says which one is meant. Only the first was read.',
    remedy: 'Remove the column that is not meant, or give it another heading.',
    message: ({ heading, columns }, about) =>
      `${file(about)}: the heading ${quote(heading)} stands above columns ${and(columns.map(number))}.`,
  },
  'ragged-row': {
    title: 'Row does not fit under the header',
    why: 'Such a row has shifted or was cut off, or belongs to another table. It is not certain which value belongs in which column. The row was not judged.',
    remedy:
      'Look in the row for a single quotation mark or a separator within a text. Repair it in the source system, or export again with quotation marks around texts. Put each table in a file or worksheet of its own, under one header.',
    message: ({ expected, found, fault }, about) => {
      if (fault === 'unclosed-quote') return `${row(about)}: a quotation mark is opened and never closed.`;
      if (fault === 'row-too-long') {
        return `${row(about)}: longer than allowed; perhaps a line end or a quotation mark is missing. If the row is right, raise limits.rowLength or limits.columns in tzt.config.json.`;
      }
      if (fault === 'header-repeated') return `${row(about)}: the header stands here once more. Remove this row.`;
      if (fault === 'other-table') return `${row(about)}: belongs to another table in this file and was not read.`;
      if (fault === 'shifted') {
        return `${row(about)}: its values have shifted by one column; the prestatiecode does not stand under its heading.`;
      }
      if (fault === 'above-header') {
        return `${row(about)}: looks like a row of data, but stands above the header and was not read.`;
      }
      if (fault === 'unusual-width') {
        return `${row(about)}: ${number(found)} columns, where ${number(expected)} is usual in this file. The cells at the end are blank, so its values may have shifted by one column.`;
      }
      return `${row(about)}: ${number(found)} ${found === 1 ? 'column' : 'columns'}, while the header has ${number(expected)}.`;
    },
  },
  'assumed-encoding': {
    title: 'Character set assumed',
    why: 'The file does not say in which character set it was written and it is not UTF-8. Letters with accents may therefore be wrong. Codes, dates and quantities are not affected.',
    remedy:
      'If names and headings look right, you need not do anything. Otherwise export as UTF-8, or give the character set with --encoding.',
    message: ({ encoding }, about) => `${file(about)}: read as ${name(encoding)}.`,
  },
  'empty-row': {
    title: 'Empty row',
    why: 'There is an empty row between the rows with data. That is no error, but sometimes something got lost.',
    remedy: 'Check whether something is missing here. If the row is meant to be empty, you need not do anything.',
    message: ({ rows }, about) =>
      rows === 1 ? `${row(about)} is empty.` : `${row(about)}: from here on ${number(rows)} rows are empty.`,
  },
};
