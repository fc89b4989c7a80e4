import { shortened } from '../plain.ts';

/** What a payer means by a return code (Vektis list COD954), in our own English words. */
const MEANINGS: Readonly<Record<string, string>> = {
  '0002': 'record type unknown or in the wrong place',
  '0003': 'field filled wrongly',
  '0030': 'invoice number used before',
  '0150': 'total amount wrong',
  '0156': 'number of detail records wrong',
  '0200': 'no remark',
  '0320': 'not insured',
  '0328': 'no longer insured because of death',
  '0423': 'UZOVI number wrong',
  '0435': 'BSN missing or wrong',
  '0506': 'not insured for a part of the period',
  '0551': 'no authorisation or allocation',
  '0553': 'outside the allocation or not fitting the delivery form',
  '0554': 'other than allocated',
  '0581': 'code list wrong',
  '0582': 'performance code unknown',
  '0584': 'number or time above the maximum',
  '0586': 'submitted too late',
  '0587': 'billed or paid already',
  '0589': 'amount above the maximum',
  '0611': 'rate wrong',
  '0613': 'not, or not fully, billable under the conditions',
  '0631': 'debit/credit wrong',
  '0638': 'quantity wrong',
  '0651': 'previous reference number wrong',
  '0698': 'not allowed under the NZa rules',
  '0801': 'numbering of the records wrong',
  '0804': 'record length wrong',
  '1113': 'indication does not fit the performance',
  '5803': 'AGB code missing or wrong',
  '8001': 'fully granted',
  '8003': 'period wrong',
  '8007': 'date wrong',
  '8017': 'credit without a known debit line',
  '8021': 'reference number not unique',
  '8022': 'no contract',
  '8026': 'order or number of records wrong',
  '8032': 'computed amount wrong',
  '8062': 'debit and identical credit in one file',
  '8063': 'computed amount below declared amount',
  '8064': 'debit/credit of the amounts differ',
  '8067': 'claim submitted before',
  '8084': 'debit line credited already',
  '8095': 'line end wrong or empty record',
  '8177': 'performance after the invoice date',
  '8983': 'no Zvw care, belongs to the Wlz',
};

/** `expected return code 0584 (number or time above the maximum)`. */
export function enExpectedReturnCode(code: string): string {
  const meaning = Object.hasOwn(MEANINGS, code) ? ` (${MEANINGS[code]})` : '';
  return `expected return code ${shortened(code)}${meaning}`;
}
