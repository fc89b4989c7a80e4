import type { FileRuleId, RuleWordsOf } from '../catalogue.ts';
import { SAID } from '../said-details.ts';
import { nlForms } from './forms.ts';
import { nlUnreadable } from './unreadable.ts';
import { file, row } from './where.ts';

const { and, countedRows, name, number, or, quote } = nlForms;

const ROLES = {
  claims: 'declaratieregels',
  deliveryForms: 'leveringsvormen',
  indications: 'indicaties',
  clients: 'cliënten',
};

/** Dutch words of the rules about a file as a whole and the shape of its rows. */
export const nlFileRules: RuleWordsOf<FileRuleId> = {
  'unreadable-file': {
    title: 'Bestand kan niet worden gelezen',
    why: 'Wat niet gelezen is, is niet getoetst. Met een bestand dat ontbreekt, zegt de uitslag te weinig: regels kunnen goed lijken omdat de rest van de maand er niet bij was.',
    remedy:
      'Doe wat het bericht zegt en toets opnieuw. Lukt het niet, exporteer het bestand dan nogmaals uit het bronsysteem, liefst als .csv of .xlsx.',
    message: ({ reason, facts }, about) =>
      [
        `${file(about, facts.sheet)} kan niet ${facts.row === undefined ? '' : 'verder '}worden gelezen: ${nlUnreadable[reason](facts)}`,
        ...(facts.row === undefined ? [] : [`Alleen de rijen vóór rij ${facts.row} zijn gelezen.`]),
        ...(facts.detail === undefined || SAID.has(String(facts.detail)) ? [] : [`(${name(String(facts.detail))})`]),
      ].join(' '),
  },
  'unknown-role': {
    title: 'Onbekend wat dit bestand bevat',
    why: 'Aan de kolommen is te zien wat een bestand bevat: declaratieregels, leveringsvormen, indicaties of cliënten. Van dit bestand is dat niet te zien. Het is daarom niet gebruikt.',
    remedy:
      'Zet boven de kolommen een rij met koppen, zoals prestatiecode en begindatum, leveringsvorm of indicatie. Of zeg zelf wat het is, met --role bestand=rol. Hoort het bestand er niet bij, laat het dan weg.',
    message: ({ headings }, about) => {
      const named = headings.filter((heading) => heading.trim() !== '');
      const shown =
        named.length <= 6 ? named.map(quote) : [...named.slice(0, 5).map(quote), nlForms.more(named.length - 5)];
      return `${file(about)}: aan de kolommen is niet te zien wat dit bestand bevat. ${shown.length === 0 ? 'Er is geen rij met koppen.' : `Gevonden koppen: ${and(shown)}.`}`;
    },
  },
  'missing-column': {
    title: 'Verplichte kolom ontbreekt',
    why: 'Zonder deze kolom zijn de rijen niet te beoordelen. Ze blijven daarom buiten de toets en de uitslag is niet volledig.',
    remedy:
      'Voeg de kolom toe aan de export. Staat ze erin onder een andere kop, wijs die dan aan met --columns of in tzt.config.json.',
    message: ({ role, header, aliases, rows }, about) => {
      const others = aliases.length === 0 ? '' : ` Ook goed: ${or(aliases.slice(0, 6).map(name))}.`;
      return `${file(about)} (${ROLES[role]}): kolom ${or(header.split(' / ').map((choice) => quote(choice.replace(' + ', ' met '))))} ontbreekt.${others} ${countedRows('row', rows)} ${rows === 1 ? 'is' : 'zijn'} daardoor niet beoordeeld.`;
    },
  },
  'duplicate-column': {
    title: 'Kolom komt meer dan eens voor',
    why: 'Twee kolommen met dezelfde kop kunnen elkaar tegenspreken. Welke bedoeld is, staat nergens. Alleen de eerste is gelezen.',
    remedy: 'Haal de kolom weg die niet bedoeld is, of geef hem een andere kop.',
    message: ({ heading, columns }, about) =>
      `${file(about)}: de kop ${quote(heading)} staat boven de kolommen ${and(columns.map(number))}.`,
  },
  'ragged-row': {
    title: 'Rij past niet onder de kop',
    why: 'Zo’n rij is verschoven of afgebroken, of hoort bij een andere tabel. Welke waarde in welke kolom hoort, is dan niet zeker. De rij is niet beoordeeld.',
    remedy:
      'Kijk in de rij naar een los aanhalingsteken of een scheidingsteken in een tekst. Herstel dat in het bronsysteem of exporteer opnieuw, met aanhalingstekens om teksten. Zet elke tabel in een eigen bestand of werkblad, met één kop erboven.',
    message: ({ expected, found, fault }, about) => {
      if (fault === 'unclosed-quote') return `${row(about)}: een aanhalingsteken wordt geopend en niet gesloten.`;
      if (fault === 'row-too-long')
        return `${row(about)}: langer dan toegestaan; misschien ontbreekt een regeleinde of een aanhalingsteken. Klopt de rij, verhoog dan limits.rowLength of limits.columns in tzt.config.json.`;
      if (fault === 'header-repeated') return `${row(about)}: hier staat de kop nog eens. Haal deze rij weg.`;
      if (fault === 'other-table')
        return `${row(about)}: hoort bij een andere tabel in dit bestand en is niet gelezen.`;
      if (fault === 'shifted')
        return `${row(about)}: de waarden zijn een kolom verschoven; de prestatiecode staat niet onder haar kop.`;
      if (fault === 'above-header')
        return `${row(about)}: lijkt een rij met gegevens, maar staat boven de kop en is niet gelezen.`;
      if (fault === 'unusual-width')
        return `${row(about)}: ${number(found)} kolommen, terwijl er in dit bestand ${number(expected)} gewoon zijn. De cellen aan het eind zijn leeg; misschien zijn de waarden een kolom verschoven.`;
      return `${row(about)}: ${number(found)} ${found === 1 ? 'kolom' : 'kolommen'}, terwijl de kop er ${number(expected)} heeft.`;
    },
  },
  'assumed-encoding': {
    title: 'Tekenset aangenomen',
    why: 'Het bestand zegt niet in welke tekenset het is geschreven en het is geen UTF-8. Letters met accenten kunnen daardoor verkeerd staan. Codes, datums en aantallen hebben er geen last van.',
    remedy:
      'Staan namen of koppen er goed in, dan hoeft u niets te doen. Anders: exporteer als UTF-8 of geef de tekenset op met --encoding.',
    message: ({ encoding }, about) => `${file(about)}: gelezen als ${name(encoding)}.`,
  },
  'empty-row': {
    title: 'Lege rij',
    why: 'Tussen de rijen met gegevens staat een lege rij. Dat is geen fout, maar soms is er iets weggevallen.',
    remedy: 'Controleer of hier niets ontbreekt. Is de rij leeg bedoeld, dan hoeft u niets te doen.',
    message: ({ rows }, about) =>
      rows === 1 ? `${row(about)} is leeg.` : `${row(about)}: vanaf hier zijn ${number(rows)} rijen leeg.`,
  },
};
