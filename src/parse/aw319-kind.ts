import { EI_TERMS } from '../domain/ei-layout.ts';

/** Messages of the EI family by their code (Vektis list COD002), as far as they are known here. */
const NAMES: Readonly<Record<string, string>> = {
  '187': 'AW319 (Wlz)',
  '188': 'AW320 (retourbericht Wlz)',
  '428': 'AW319 (wijkverpleging)',
  '429': 'AW320 (retourbericht wijkverpleging)',
  '430': 'AW319 (zintuiglijk gehandicapten)',
  '431': 'AW320 (retourbericht zintuiglijk gehandicapten)',
  '442': 'declaratie forensische zorg',
  '443': 'retourbericht forensische zorg',
  '573': 'GDS801 (declaratie)',
  '574': 'GDS802 (retourbericht)',
};

/** Why an EI message is not read: what it is, and its version; null when it is an AW319 1.3 or 1.4. */
export function refusedMessage(firstRecord: string): { readonly message: string; readonly version: string } | null {
  // Without a header record it may still be an AW319: the parser says what is missing.
  if (!firstRecord.startsWith('01')) return null;
  const code = firstRecord.slice(2, 5);
  const version = firstRecord.slice(5, 7);
  const subversion = firstRecord.slice(7, 9);
  const isKnown = EI_TERMS.messages[code] !== undefined;
  if (isKnown && version === EI_TERMS.version && EI_TERMS.subversions.includes(subversion)) return null;
  const number = (digits: string) => (/^\d+$/.test(digits) ? String(Number(digits)) : digits.trim());
  return { message: NAMES[code] ?? code, version: `${number(version)}.${number(subversion)}` };
}

/** What an XML message of health care is called, by what stands in its first kilobytes; null when it is none that is known here. */
export function xmlMessageName(head: string): string | null {
  if (/declaratiebericht573|GDS801/i.test(head)) return NAMES['573'] ?? null;
  if (/declaratiebericht574|GDS802/i.test(head)) return NAMES['574'] ?? null;
  const kind = /<(?:[\w.-]+:)?(AW3[0-9])\b|\b(AW3[0-9])_?bericht/i.exec(head);
  if (kind || /istandaarden[^"'>]*iwlz/i.test(head))
    return `iWlz ${(kind?.[1] ?? kind?.[2] ?? '').toUpperCase()}`.trim();
  return null;
}
