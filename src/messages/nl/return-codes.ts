import { shortened } from '../plain.ts';

/** What a payer means by a return code (Vektis list COD954), in our own Dutch words. */
const MEANINGS: Readonly<Record<string, string>> = {
  '0002': 'recordsoort onbekend of op de verkeerde plaats',
  '0003': 'veld onjuist gevuld',
  '0030': 'factuurnummer al eerder gebruikt',
  '0150': 'totaalbedrag onjuist',
  '0156': 'aantal detailrecords onjuist',
  '0200': 'geen opmerking',
  '0320': 'niet verzekerd',
  '0328': 'niet meer verzekerd door overlijden',
  '0423': 'UZOVI-nummer onjuist',
  '0435': 'BSN ontbreekt of is onjuist',
  '0506': 'een deel van de periode niet verzekerd',
  '0551': 'geen machtiging of toewijzing',
  '0553': 'buiten de toewijzing of niet passend bij de leveringsvorm',
  '0554': 'anders dan toegewezen',
  '0581': 'codelijst onjuist',
  '0582': 'prestatiecode onbekend',
  '0584': 'aantal of tijd boven het maximum',
  '0586': 'te laat ingediend',
  '0587': 'al gedeclareerd of vergoed',
  '0589': 'bedrag boven het maximum',
  '0611': 'tarief onjuist',
  '0613': 'volgens de voorwaarden niet of niet geheel te declareren',
  '0631': 'debet/credit onjuist',
  '0638': 'aantal onjuist',
  '0651': 'voorgaand referentienummer onjuist',
  '0698': 'niet toegestaan volgens de NZa-regels',
  '0801': 'nummering van de records onjuist',
  '0804': 'recordlengte onjuist',
  '1113': 'indicatiegegevens passen niet bij de prestatie',
  '5803': 'AGB-code ontbreekt of is onjuist',
  '8001': 'geheel toegekend',
  '8003': 'periode onjuist',
  '8007': 'datum onjuist',
  '8017': 'credit zonder bekende debetregel',
  '8021': 'referentienummer niet uniek',
  '8022': 'geen contract',
  '8026': 'volgorde of aantal records onjuist',
  '8032': 'berekend bedrag onjuist',
  '8062': 'debet en gelijke credit in één bestand',
  '8063': 'berekend bedrag lager dan declaratiebedrag',
  '8064': 'debet/credit van de bedragen verschilt',
  '8067': 'declaratie al eerder ingediend',
  '8084': 'debetregel al gecrediteerd',
  '8095': 'regeleinde onjuist of leeg record',
  '8177': 'prestatie na de factuurdatum',
  '8983': 'geen Zvw-zorg, hoort bij de Wlz',
};

/** `verwachte retourcode 0584 (aantal of tijd boven het maximum)`. */
export function nlExpectedReturnCode(code: string): string {
  const meaning = Object.hasOwn(MEANINGS, code) ? ` (${MEANINGS[code]})` : '';
  return `verwachte retourcode ${shortened(code)}${meaning}`;
}
