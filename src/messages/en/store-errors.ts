import type { Catalogue } from '../catalogue.ts';
import type { LooseFacts } from '../words.ts';
import { enForms } from './forms.ts';

const { name, number, quoteName } = enForms;

/** What is wrong with the store and what to do, in English. */
export const enStoreErrors: Catalogue['storeErrors'] = {
  'cannot-open': (facts) =>
    `${store(facts)} cannot be opened. Check that the folder exists and that you may write there, or choose another place with --store.`,
  'driver-missing': () =>
    'The store does not work here: the part for SQLite is missing or belongs to another version of Node. Install tzt again, or check with --no-store.',
  'not-a-store': (facts) =>
    `${store(facts)} is not a store of tzt. The file was not changed. Choose another file with --store.`,
  'newer-version': (facts) => {
    const { found, known } = facts;
    const versions =
      found === undefined || known === undefined ? '' : ` (version ${found}, this tzt knows up to ${known})`;
    return `${store(facts)} was made with a newer tzt${versions}. The store was not changed. Update tzt, or choose another store with --store.`;
  },
  'wrong-key': (facts) =>
    `${store(facts)} was made with another key, so that clients cannot be recognised in it. The store was not changed. Use the old key (TZT_KEY or the key file beside the store), or start a new store with --store.`,
  corrupt: (facts) => `${store(facts)} is damaged. Put back a copy, or start a new store with --store.`,
  'read-only': (facts) =>
    `${store(facts)} cannot be written. Give write access to the file and its folder, or choose another place with --store.`,
  busy: (facts) => {
    const waited =
      typeof facts.waitedMs === 'number' ? ` after waiting ${number(Math.round(facts.waitedMs / 1000))} seconds` : '';
    return `${store(facts)} is still in use by another process${waited}. Try again when that is done.`;
  },
  full: (facts) => `${store(facts)} cannot grow: the disk is full. Make room and try again.`,
  'disk-error': (facts) =>
    `The disk gave an error at ${store(facts, 'the')}. Check the disk or the network connection and try again.`,
  'duplicate-run': (facts) =>
    `Run ${facts.run === undefined ? 'with this id' : name(String(facts.run))} is already in ${store(facts, 'the')}. Nothing was changed.`,
};

function store({ path }: LooseFacts, article: 'The' | 'the' = 'The'): string {
  return path === undefined ? `${article} store` : `${article} store ${quoteName(String(path))}`;
}
