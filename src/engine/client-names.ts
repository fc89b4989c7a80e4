import { isBsn } from '../domain/bsn.ts';
import type { ClientId, ClientIdentity } from '../domain/client-identity.ts';
import type { Pseudonyms } from '../domain/pseudonyms.ts';

/** How clients and references may be written down. */
export interface ClientNames {
  /** The clientnummer; a pseudonym where there is none, or where it holds a BSN. */
  label(client: ClientId): string;
  /** The pseudonym, for the store, fingerprints and reports made to be published. */
  pseudonym(client: ClientId): string;
  /** A text of the input without any BSN of the input. */
  safe(text: string): string;
  /** A clientnummer without anything that could be a BSN, of the input or not. */
  safeNumber(number: string): string;
}

const MASK = '•••••••••';
/** Nine digits, or eight whose zero a spreadsheet ate; with a dot, space or dash between them, as people write them. */
const GROUPED = /(?<!\d)\d(?:[ .\u00a0-]?\d){7,8}(?!\d)/g;

/** Names for the clients of a run. No name holds a BSN, whatever column the export put it in. */
export function clientNames(identity: ClientIdentity, pseudonyms: Pseudonyms): ClientNames {
  const safe = (text: string) => hideKnown(text, identity);
  const safeNumber = (number: string) => hidePassing(safe(number));
  const pseudonym = (client: ClientId) => {
    const { numbers, bsns } = identity.keys(client);
    return pseudonyms.client(numbers[0] === undefined ? `bsn ${bsns[0] ?? ''}` : `client ${numbers[0]}`);
  };
  const label = (client: ClientId) => {
    const [number] = identity.keys(client).numbers;
    return number === undefined || safeNumber(number) !== number ? pseudonym(client) : number;
  };
  return { label, pseudonym, safe, safeNumber };
}

/** Hides nine digits that pass the 11-proef wherever they stand by themselves, also behind letters (`C123456782`): no list needs to know them. */
function hidePassing(number: string): string {
  if (isBsn(digitsOf(number))) return MASK;
  return number.replace(GROUPED, (found) => (isBsn(digitsOf(found)) ? MASK : found));
}

/** Hides every stretch of nine digits that is a BSN of this run, also inside a longer number, and those written in groups or without their zero. */
function hideKnown(text: string, identity: ClientIdentity): string {
  if (countDigits(text) < 8) return text;
  let safe = text;
  let digits = 0;
  for (let end = 1; end <= safe.length; end++) {
    digits = isDigit(safe.charCodeAt(end - 1)) ? digits + 1 : 0;
    if (digits < 9 || !identity.hasBsn(safe.slice(end - 9, end))) continue;
    safe = safe.slice(0, end - 9) + MASK + safe.slice(end);
    digits = 0;
  }
  return safe.replace(GROUPED, (found) => (identity.hasBsn(digitsOf(found).padStart(9, '0')) ? MASK : found));
}

/** Most references have too few digits for a BSN, and every line of a remembered run has one. */
function countDigits(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) if (isDigit(text.charCodeAt(index))) count++;
  return count;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function digitsOf(text: string): string {
  return text.replace(/[ .\u00a0-]/g, '');
}
