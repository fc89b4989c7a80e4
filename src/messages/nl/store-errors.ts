import type { Catalogue } from '../catalogue.ts';
import type { LooseFacts } from '../words.ts';
import { nlForms } from './forms.ts';

const { name, number, quoteName } = nlForms;

/** What is wrong with the store and what to do, in Dutch. */
export const nlStoreErrors: Catalogue['storeErrors'] = {
  'cannot-open': (facts) =>
    `${store(facts)} kan niet worden geopend. Controleer of de map bestaat en of u er mag schrijven, of kies een andere plek met --store.`,
  'driver-missing': () =>
    'De opslag werkt hier niet: het onderdeel voor SQLite ontbreekt of hoort bij een andere versie van Node. Installeer tzt opnieuw, of toets met --no-store.',
  'not-a-store': (facts) =>
    `${store(facts)} is geen opslag van tzt. Het bestand is niet gewijzigd. Kies een ander bestand met --store.`,
  'newer-version': (facts) => {
    const { found, known } = facts;
    const versions =
      found === undefined || known === undefined ? '' : ` (versie ${found}, deze tzt kent tot en met ${known})`;
    return `${store(facts)} is gemaakt met een nieuwere tzt${versions}. De opslag is niet gewijzigd. Werk tzt bij, of kies een andere opslag met --store.`;
  },
  'wrong-key': (facts) =>
    `${store(facts)} is gemaakt met een andere sleutel, zodat cliënten er niet in te herkennen zijn. De opslag is niet gewijzigd. Gebruik de oude sleutel (TZT_KEY of het sleutelbestand naast de opslag), of begin een nieuwe opslag met --store.`,
  corrupt: (facts) =>
    `${store(facts)} is beschadigd. Zet een reservekopie terug, of begin een nieuwe opslag met --store.`,
  'read-only': (facts) =>
    `In ${store(facts, 'de')} kan niet worden geschreven. Geef schrijfrechten op het bestand en de map, of kies een andere plek met --store.`,
  busy: (facts) => {
    const waited =
      typeof facts.waitedMs === 'number' ? ` na ${number(Math.round(facts.waitedMs / 1000))} seconden wachten` : '';
    return `${store(facts)} is${waited} nog in gebruik door een ander proces. Probeer het opnieuw als dat klaar is.`;
  },
  full: (facts) => `${store(facts)} kan niet groeien: de schijf is vol. Maak ruimte vrij en probeer het opnieuw.`,
  'disk-error': (facts) =>
    `De schijf gaf een fout bij ${store(facts, 'de')}. Controleer de schijf of de netwerkverbinding en probeer het opnieuw.`,
  'duplicate-run': (facts) =>
    `Toets ${facts.run === undefined ? 'met dit nummer' : name(String(facts.run))} staat al in ${store(facts, 'de')}. Er is niets gewijzigd.`,
};

function store({ path }: LooseFacts, article: 'De' | 'de' = 'De'): string {
  return path === undefined ? `${article} opslag` : `${article} opslag ${quoteName(String(path))}`;
}
