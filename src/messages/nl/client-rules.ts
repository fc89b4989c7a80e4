import type { ClientRuleId, RuleWordsOf } from '../catalogue.ts';
import { nlForms } from './forms.ts';
import { cell, clientMonth, row } from './where.ts';

const { and, countedRows, date, days, name, number, or, quote } = nlForms;

/** Dutch words of the rules about the clients a row names, and the registers. No BSN is ever shown. */
export const nlClientRules: RuleWordsOf<ClientRuleId> = {
  'invalid-bsn': {
    title: 'BSN klopt niet',
    why: 'Een BSN heeft negen cijfers en voldoet aan de elfproef. Met een verkeerd BSN vindt de betaler de cliënt niet, of de verkeerde. Het nummer zelf staat om privacyredenen nergens in het rapport.',
    remedy: 'Controleer het BSN in het bronsysteem.',
    message: ({ digits }, about) =>
      digits === 9
        ? `${cell('bsn', about)}: het BSN heeft negen cijfers, maar het klopt niet (elfproef).`
        : `${cell('bsn', about)}: het BSN heeft ${number(digits)} ${digits === 1 ? 'cijfer' : 'cijfers'} in plaats van negen.`,
  },
  'dummy-bsn': {
    title: 'BSN 999999999 (geen BSN)',
    why: 'Dit nummer betekent dat de cliënt geen BSN heeft. Meer cliënten kunnen het hebben. Daarom wordt er nooit op gekoppeld.',
    remedy: 'Vul het BSN in zodra het bekend is. Zorg dat de rij een cliëntnummer heeft.',
    message: (_data, about) =>
      `${cell('bsn', about)}: hier staat het nummer voor een cliënt zonder BSN. Er is alleen op cliëntnummer gekoppeld.`,
  },
  'padded-bsn': {
    title: 'BSN van acht cijfers aangevuld',
    why: 'Een spreadsheet haalt een nul vooraan weg. Het BSN is met een nul aangevuld en klopt dan. In een bericht aan de betaler moet het negen cijfers hebben.',
    remedy: 'Maak de kolom in de export tekst, zodat de nul blijft staan.',
    message: (_data, about) => `${cell('bsn', about)}: het BSN had acht cijfers en is vooraan met een nul aangevuld.`,
  },
  'invalid-agb': {
    title: 'AGB-code klopt niet',
    why: 'Een AGB-code heeft acht cijfers: twee voor de zorgsoort en zes die niet allemaal nul zijn. Met een andere code weet de betaler niet wie de zorg leverde.',
    remedy: 'Controleer de AGB-code in het AGB-register. Let op een nul vooraan die is weggevallen.',
    message: ({ value }, about) => `${cell('provider', about)}: ${quote(value)} is geen AGB-code van acht cijfers.`,
  },
  'invalid-uzovi': {
    title: 'UZOVI-nummer klopt niet',
    why: 'Een UZOVI-nummer heeft vier cijfers. Met een ander nummer komt de declaratie niet bij de juiste verzekeraar of het juiste zorgkantoor. Ook een lager maximum van die verzekeraar wordt dan niet getoetst.',
    remedy: 'Controleer het UZOVI-nummer van de verzekeraar of het zorgkantoor.',
    message: ({ value }, about) => `${cell('insurer', about)}: ${quote(value)} is geen UZOVI-nummer van vier cijfers.`,
  },
  'client-key-conflict': {
    title: 'Cliëntnummer en BSN spreken elkaar tegen',
    why: 'Eén cliëntnummer hoort bij één BSN en andersom. Bij een tegenspraak is niet zeker van wie de regels zijn. De uren van twee mensen kunnen dan bij elkaar geteld worden.',
    remedy: 'Zoek in het bronsysteem op welk BSN bij welk cliëntnummer hoort en verbeter het in alle bestanden.',
    message: ({ kinds, numbers, bsns, lines }, about) => {
      // Where the client is shown under a pseudonym, a cliëntnummer would undo it.
      const named = about.client !== null && numbers.includes(about.client);
      const which = named ? ` (${and(numbers.map(name))})` : '';
      const facts = [
        ...(kinds.includes('one-number-several-bsns') ? ['één cliëntnummer heeft meer dan één BSN'] : []),
        ...(kinds.includes('one-bsn-several-numbers') ? ['één BSN heeft meer dan één cliëntnummer'] : []),
      ];
      return `${clientMonth(about)}: ${and(facts)}. Het gaat om ${number(numbers.length)} ${numbers.length === 1 ? 'cliëntnummer' : 'cliëntnummers'}${which}, ${number(bsns)} ${bsns === 1 ? 'BSN' : 'BSN’s'} en ${countedRows('line', lines)}.`;
    },
  },
  'period-reversed': {
    title: 'Periode eindigt vóór ze begint',
    why: 'Een periode zonder dagen zegt niets over de cliënt. Ze is niet gebruikt. Regels kunnen daardoor goed of fout lijken die het niet zijn.',
    remedy:
      'Controleer begin en einde in het register; vaak zijn ze verwisseld. Een open periode heeft een leeg einde.',
    message: ({ first, last }, about) =>
      `${row(about)}: de periode begint op ${date(first)} en eindigt op ${date(last)}.`,
  },
  'overlapping-delivery-forms': {
    title: 'VPT en MPT op dezelfde dag',
    why: 'VPT en MPT sluiten elkaar uit. Staan ze allebei op een dag, dan klopt het register niet. Voor de toets geldt op die dagen VPT.',
    remedy: 'Zoek op wanneer de leveringsvorm wisselde en sluit de eerste periode af op de dag ervoor.',
    message: (period, about) =>
      `${clientMonth(about)}: VPT en MPT staan beide in het register (${days(period)}). Voor de toets geldt VPT.`,
  },
  'delivery-form-before-its-time': {
    title: 'Leveringsvorm bestond nog niet',
    why: 'De periode begint voordat deze leveringsvorm bestond. Begindatum of leveringsvorm klopt waarschijnlijk niet.',
    remedy: 'Controleer de begindatum en de leveringsvorm in het register.',
    message: ({ form, first, exists }, about) =>
      `${row(about)}: ${form} begint op ${date(first)}, maar bestaat pas vanaf ${date(exists)}.`,
  },
  'unknown-delivery-form': {
    title: 'Onbekende leveringsvorm',
    why: 'Deze leveringsvorm is niet herkend. De periode is niet gebruikt, zodat van de cliënt op die dagen geen leveringsvorm bekend is.',
    remedy: 'Vervang de waarde door een bekende leveringsvorm of het iWlz-nummer ervan.',
    message: ({ value, allowed }, about) =>
      `${cell('form', about)}: ${quote(value)} is geen bekende leveringsvorm. Kies uit ${or(allowed.map(name))}.`,
  },
  'unknown-indication': {
    title: 'Onbekende indicatie',
    why: 'Deze indicatie is niet herkend. De periode is niet gebruikt, zodat van de cliënt op die dagen geen indicatie bekend is.',
    remedy: 'Vervang de waarde door wijkverpleging of wlz.',
    message: ({ value, allowed }, about) =>
      `${cell('indication', about)}: ${quote(value)} is geen bekende indicatie. Kies uit ${or(allowed.map(name))}.`,
  },
};
