import type { Pseudonyms } from '../domain/pseudonyms.ts';

/** The name a client has in the store: the keyed pseudonym of a clientnummer; a pseudonym stays itself. */
export function clientPseudonym(client: string, pseudonyms: Pick<Pseudonyms, 'client'>): string {
  return client.startsWith('p-') ? client : pseudonyms.client(`client ${client}`);
}
