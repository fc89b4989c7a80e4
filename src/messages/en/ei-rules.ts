import type { EiRuleId } from '../../parse/ei-rules.ts';
import type { About, RuleWordsOf } from '../catalogue.ts';
import { enForms } from './forms.ts';
import { file } from './where.ts';

const { and, date, euros, name, number, or, quote } = enForms;

const SOFTWARE = 'Have the supplier of your billing software repair this and make the message again.';
const SOURCE = 'Repair this in the source system and make the message again.';

const STRUCTURE = {
  'unknown-record': 'an unknown record type; an AW319 has records 01, 02, 03, 04, 98 and 99. This record was not read',
  'no-first': 'the message does not begin with a header record (01)',
  'first-again': 'a second header record (01). If two messages stand in one file, split it',
  'no-last': 'the closing record (99) is missing. The message was probably cut off',
  'after-last': 'this record stands behind the closing record (99)',
  'no-client': 'there is no client record (02)',
  'no-performance': 'there is no performance record (04) under this client record (02)',
  'no-client-above': 'there is no client record (02) above this performance record (04)',
  'nothing-above': 'there is no record above this comment record (98) that it could belong to',
  'debtor-record': 'a debtor record (03) does not belong in a message to an insurer or zorgkantoor',
};

const FRAMING = {
  lf: 'records end in LF in place of CR LF',
  cr: 'records end in CR in place of CR LF',
  'no-last-line-end': 'CR LF is missing behind the last record',
  'byte-order-mark': 'the message begins with a byte order mark (UTF-8)',
  'end-of-file-mark': 'the message ends with an end-of-file mark (0x1A)',
};

const FIELD = {
  'not-digits': 'only digits may stand here',
  'not-blank': 'only spaces may stand here',
  'leading-space': 'a filled field never begins with a space; perhaps the positions have shifted',
  'control-character': 'it holds a character that is no text',
};

const PAIR = {
  'empty-beside-filled': (other: string) => `is empty, while ${other} is filled`,
  'filled-beside-empty': (other: string) => `is filled, while ${other} is empty`,
  'both-empty': (other: string) => `is empty, and so is ${other}; one of them must be filled`,
  'both-filled': (other: string) => `is filled, and so is ${other}; they must not be filled together`,
  'filled-without-partner': (other: string) => `is filled, while ${other} has no 2 (name of the partner)`,
};

const CONDITIONAL = {
  insurer: 'is empty; insurers and zorgkantoren expect their UZOVI number here',
  practice: 'is empty; the codes of the professional (0110) and of the practice (0111) are used together',
  institution: 'is empty; version 1.4 has no empty value for this field',
  debtor: 'is filled, while no debtor record (03) belongs in this message',
};

const DIFFERS = {
  client: 'the client',
  code: 'the code',
  dates: 'the dates',
  minutes: 'the time',
  amount: 'the amount',
};

/** English words of the rules of an EI message. */
export const enEiRules: RuleWordsOf<EiRuleId> = {
  'ei-record-length': {
    title: 'Record is not 310 positions long',
    why: 'The fields of an AW319 are found by their position. In a record that is too long or was cut off every field stands wrong. Such a record was not read, and the receiver refuses the whole message.',
    remedy: `${SOFTWARE} If letters with accents are the cause, have the file written as Windows-1252 and not as UTF-8.`,
    message: ({ type, length, expected, characters }, about) =>
      characters === expected
        ? `${record(about)} (${name(type)}): ${number(length)} bytes in place of ${number(expected)}. It does have ${number(characters)} characters: it was written as UTF-8, in which a letter with an accent takes two positions.`
        : `${record(about)} (${name(type)}): ${number(length)} positions in place of ${number(expected)}.`,
  },
  'ei-record-cut': {
    title: 'Spaces at the end of records are missing',
    why: 'Every record must be 310 positions long, also when its end is empty. Here the spaces at the end are gone. The records were read as if they were there; a receiver may refuse the message.',
    remedy: `${SOFTWARE} An editor or mail program may also have removed the spaces.`,
    message: ({ type, length, expected, records }, about) =>
      `${record(about)} (${name(type)}): ${number(length)} positions in place of ${number(expected)}.${more(records)}`,
  },
  'ei-framing': {
    title: 'Beginning, end or line ends of the message differ',
    why: 'CR LF and nothing else must stand behind every record. This message can be read. A receiver may refuse it for this reason.',
    remedy: SOFTWARE,
    message: ({ fault, records }, about) => `${file(about)}: ${FRAMING[fault]}.${more(records)}`,
  },
  'ei-empty-record': {
    title: 'Empty record in the message',
    why: 'An AW319 has no empty lines. Something may be lost between the records. The receiver refuses the message.',
    remedy: SOFTWARE,
    message: ({ records }, about) => `${record(about)} is empty.${more(records)}`,
  },
  'ei-structure': {
    title: 'Records are missing or in the wrong place',
    why: 'An AW319 begins with record 01, has a record 02 per client with the performances (04) under it, and ends with record 99. What differs from that cannot be attributed with certainty. The receiver refuses the whole message.',
    remedy: SOFTWARE,
    message: ({ fault }, about) => `${record(about)}: ${STRUCTURE[fault]}.`,
  },
  'ei-test-message': {
    title: 'This is a test message',
    why: 'The header record says that this is a test message. The lines were judged as always. They do not count as a claim and cannot be booked.',
    remedy:
      'If it is meant as a real claim, make the message again with P in field 0105. Otherwise there is nothing to do.',
    message: (at, about) => `${record(about)}, ${field(at)}: T. This test message does not count as a claim.`,
  },
  'ei-field': {
    title: 'Field is not filled as it should be',
    why: 'An N field consists of digits, an AN field begins at the left and the reserve is empty. If anything else stands there the record has often shifted. The receiver then reads something else than was meant.',
    remedy: SOFTWARE,
    message: ({ fault, found, ...at }, about) =>
      `${record(about)}, ${field(at)}: found ${quote(found)}; ${FIELD[fault]}.`,
  },
  'ei-blank-number': {
    title: 'Spaces in an empty N field',
    why: 'An empty N field must be filled with zeros. Here it has spaces, which were read as empty. A receiver may refuse the message.',
    remedy: SOFTWARE,
    message: ({ records, ...at }, about) => `${record(about)}, ${field(at)}: spaces in place of zeros.${more(records)}`,
  },
  'ei-field-value': {
    title: 'Value is not admitted in this field',
    why: 'For this field the specification names the values that may be used. This is none of them. The receiver then rejects the record or the message.',
    remedy: SOURCE,
    message: ({ found, allowed, ...at }, about) =>
      `${record(about)}, ${field(at)}: found ${quote(found)}, expected ${values(allowed)}.`,
  },
  'ei-field-form': {
    title: 'Field does not have the prescribed form',
    why: 'The specification prescribes a form for this field: a postcode as 1234AB, a VAT number as NL, nine digits, B and two digits, a service bureau as 98 and six digits. The receiver rejects anything else.',
    remedy: SOURCE,
    message: ({ found, form, ...at }, about) =>
      `${record(about)}, ${field(at)}: found ${quote(found)}, expected ${name(form)} (n is a digit, a a capital letter) or spaces.`,
  },
  'ei-field-pair': {
    title: 'Fields that belong together do not fit together',
    why: 'Some fields are filled only when another field is, or only when it is not. Here that is not so. The receiver may reject the record or the message for it.',
    remedy: 'Fill the missing field in the source system, or empty the one too many, and make the message again.',
    message: ({ fault, other, otherName, ...at }, about) =>
      `${record(about)}, ${field(at)}: ${PAIR[fault](`field ${name(other)} ${name(otherName)}`)}.`,
  },
  'ei-conditional-field': {
    title: 'Field that is filled only sometimes needs attention',
    why: 'The specification leaves open when exactly this field must be filled. As it stands it is unusual. That is why this is a warning and not an error.',
    remedy: 'Ask the receiver or the supplier of your claims software whether it may be so.',
    message: ({ fault, records, ...at }, about) =>
      `${record(about)}, ${field(at)}: ${CONDITIONAL[fault]}.${more(records)}`,
  },
  'ei-missing-field': {
    title: 'Mandatory field is empty',
    why: 'Without this field the record is not complete. The receiver cannot process it and rejects it.',
    remedy: 'Fill the field in the source system and make the message again.',
    message: ({ payee, ...at }, about) =>
      payee === null
        ? `${record(about)}, ${field(at)}: is empty and must be filled.`
        : `${record(about)}, ${field(at)}: is empty, while field 0113 (${name(payee)}) points at this party for the payment.`,
  },
  'ei-unknown-value': {
    title: 'Value that this version does not know',
    why: 'The code list of edition 7 (2016) does not have this value for the AW319. It may have been added later. That is why this is a warning and not an error.',
    remedy: 'Look the value up in the code list of Vektis or ask the insurer.',
    message: ({ found, allowed, ...at }, about) =>
      `${record(about)}, ${field(at)}: found ${quote(found)}; known are ${values(allowed)}.`,
  },
  'ei-date': {
    title: 'Date in the message is wrong',
    why: 'A date is eight digits of the form CCYYMMDD, exists, and does not lie in the future. A last day is not before the first day. The receiver rejects a wrong date.',
    remedy: SOURCE,
    message: ({ fault, found, limit, ...at }, about) => {
      const where = `${record(about)}, ${field(at)}: ${quote(found)}`;
      if (fault === 'no-date') return `${where} is no existing date.`;
      return fault === 'future'
        ? `${where} lies in the future (after ${date(limit ?? '')}).`
        : `${where} lies before the first day ${date(limit ?? '')}.`;
    },
  },
  'ei-date-after-invoice': {
    title: 'Performance after the invoice date',
    why: 'Care can be claimed only once it was delivered. This performance ends after the date of the invoice. The receiver rejects the line.',
    remedy: 'Claim the line in a later month, or repair the date or the date of the invoice (0117).',
    message: ({ found, expected, ...at }, about) =>
      `${record(about)}, ${field(at)}: ${quote(found)} lies after the date of the invoice ${quote(expected)}.`,
  },
  'ei-date-after-period': {
    title: 'Performance after the claim period',
    why: 'The header record names a claim period. This performance ends after it. Not every receiver admits that.',
    remedy: 'Check the claim period (0114 and 0115) and the date of the performance.',
    message: ({ found, expected, ...at }, about) =>
      `${record(about)}, ${field(at)}: ${quote(found)} lies after the end of the claim period ${quote(expected)}.`,
  },
  'ei-several-years': {
    title: 'More than one calendar year in a Wlz message',
    why: 'Zorgkantoren ask for one calendar year per file. This message has technology lines of several years. It may be refused for that.',
    remedy: 'Make a message of its own for each calendar year.',
    message: ({ years }, about) => `${file(about)}: technology lines of ${and(years.map(String))}.`,
  },
  'ei-period': {
    title: 'Claim period of a Wlz message is no calendar month',
    why: 'Zorgkantoren ask for a claim per calendar month. The period of this message covers more months. Some zorgkantoren have agreed on another period; that is why this is a warning.',
    remedy: 'Make a message of its own for each calendar month, or check what was agreed with the zorgkantoor.',
    message: ({ first, last }, about) =>
      `${record(about)}: the claim period (fields 0114 and 0115) runs from ${date(first)} to ${date(last)}.`,
  },
  'ei-late-message': {
    title: 'Wlz message later than 17 working days after the month',
    why: 'Zorgkantoren ask for claims within 17 working days after the month. The invoice of this message is of a later day. Not every zorgkantoor is equally strict; that is why this is a warning.',
    remedy: 'Ask the zorgkantoor whether the claim is still in time.',
    message: ({ invoiceDay, periodEnd, limit, workingDays, ...at }, about) =>
      `${record(about)}, ${field(at)}: the invoice is of ${date(invoiceDay)}; ${number(workingDays)} working days after ${date(periodEnd)} is ${date(limit)}.`,
  },
  'ei-invoice-used': {
    title: 'Invoice number has been used before',
    why: 'An invoice number is unique for five years. This number stood in another message already. The receiver may refuse the message as a duplicate.',
    remedy:
      'If this message was sent already, do not send it again. Otherwise give it a new invoice number in the source system.',
    message: ({ found, run, file: other, ...at }, about) => {
      const where = `${file(about)}, ${field(at)}: invoice number ${quote(found)} is also in`;
      return run === null ? `${where} ${quote(other ?? '')}.` : `${where} run ${name(run)}, which was booked.`;
    },
  },
  'ei-bsn': {
    title: 'BSN of the client is wrong',
    why: 'A BSN has nine digits and satisfies the eleven-test. Otherwise the receiver does not find this client, or finds a wrong one. For reasons of privacy the number itself is nowhere in the report.',
    remedy: 'Check the BSN in the source system. If the client has none, nine times the digit 9 belongs here.',
    message: ({ fault, ...at }, about) =>
      fault === 'zeros'
        ? `${record(about)}, ${field(at)}: there are only zeros, which is no BSN.`
        : `${record(about)}, ${field(at)}: the BSN has nine digits, but it is wrong (eleven-test).`,
  },
  'ei-numbering': {
    title: 'Numbers of the records do not run on',
    why: 'The records 02, 03 and 04 are numbered one after the other, and a comment record bears the number of the record it belongs to. A gap may mean that a record was lost. The receiver refuses the message.',
    remedy: SOFTWARE,
    message: ({ found, expected, ...at }, about) =>
      `${record(about)}, ${field(at)}: found ${quote(found)}, expected ${quote(expected)}.`,
  },
  'ei-counts': {
    title: 'Count in the closing record is wrong',
    why: 'The closing record counts the records of the message. The number counted is another. A record may have been lost, and the receiver refuses the whole message.',
    remedy: SOFTWARE,
    message: ({ found, expected, ...at }, about) =>
      `${record(about)}, ${field(at)}: it says ${quote(found)}, counted are ${quote(expected)}.`,
  },
  'ei-total': {
    title: 'Total amount in the closing record is wrong',
    why: 'The closing record names the total of all declared amounts (0429), less the credits. The sum of the performance records is another. The receiver refuses the whole message.',
    remedy: SOFTWARE,
    message: ({ found, expected, ...at }, about) =>
      `${record(about)}, ${field(at)}: it says ${signed(found)}, the performance records together are ${signed(expected)}.`,
  },
  'ei-parent-mismatch': {
    title: 'Performance record does not belong to the client above it',
    why: 'A performance record repeats the data of the client above it. Here they differ. It is then not certain for whom the performance was claimed.',
    remedy: SOFTWARE,
    message: ({ parent, ...at }, about) =>
      `${record(about)}, ${field(at)}: differs from field ${name(parent)} of the client above it.`,
  },
  'ei-insurer': {
    title: 'Other insurer than in the header record',
    why: 'The header record names to whom the message goes. This client has another UZOVI number. That may be right with a zorgkantoor or a label of the same insurer.',
    remedy: 'Check whether this client belongs in this message.',
    message: ({ found, expected, records, ...at }, about) =>
      `${record(about)}, ${field(at)}: ${quote(found)}, while field 0108 names ${quote(expected)}.${more(records)}`,
  },
  'ei-debit-credit': {
    title: 'Debit and credit contradict each other',
    why: 'The computed amount and the declared amount each have a D or a C, and these are equal. Here they differ. Whether the line is a debit or a credit is then not certain.',
    remedy: SOURCE,
    message: ({ found, expected, ...at }, about) =>
      `${record(about)}, ${field(at)}: ${quote(found)}, while field 0427 is ${quote(expected)}.`,
  },
  'ei-amount': {
    title: 'Amounts of the performance record do not fit together',
    why: 'The computed amount is the rate times the quantity. Rate and amounts are all zero or none is. The receiver mostly rejects a line that differs.',
    remedy: 'Check the rate, the unit and the quantity in the source system.',
    message: ({ fault, rateCents, quantity, computedCents, declaredCents }, about) =>
      fault === 'product'
        ? `${record(about)}: computed amount (0426) ${euros(computedCents)}, but ${number(quantity)} × ${euros(rateCents)} is ${euros(quantity * rateCents)}.`
        : `${record(about)}: rate (0425) ${euros(rateCents)}, computed amount (0426) ${euros(computedCents)} and declared amount (0429) ${euros(declaredCents)}; one of them is zero and another is not.`,
  },
  'ei-amount-above': {
    title: 'Declared amount is more than the computed amount',
    why: 'The declared amount is the part of the computed amount that this receiver pays. So it cannot be more. The receiver rejects the line.',
    remedy: SOURCE,
    message: ({ computedCents, declaredCents }, about) =>
      `${record(about)}: declared amount (0429) ${euros(declaredCents)}, computed amount (0426) ${euros(computedCents)}.`,
  },
  'ei-mixed-units': {
    title: 'One performance code in different units',
    why: 'The performance decides in which unit the quantity stands. In this message the same code stands in several units. The hours were converted, but one of the units is probably not meant.',
    remedy: 'Look up in the list of performance codes which unit belongs to the code.',
    message: ({ code, units }, about) =>
      `${file(about)}: code ${name(code)} stands in the units ${and(units.map(name))} (field 0419).`,
  },
  'ei-code-list': {
    title: 'List of performance codes does not belong in this message',
    why: 'Each message has its own lists of performance codes: Wlz 055, wijkverpleging 065. This list belongs in another message. The receiver rejects the line.',
    remedy: 'Put the line in the message of the right law, or repair the code list (0416).',
    message: ({ found, allowed, message, ...at }, about) =>
      `${record(about)}, ${field(at)}: ${quote(found)} does not belong in message ${name(message)}; expected ${values(allowed)}.`,
  },
  'ei-code': {
    title: 'Performance code stands under the wrong code list',
    why: 'A performance code means something only in its own code list. Under another list the code does not exist. The receiver rejects the line.',
    remedy: 'Repair the code list (0416) of this performance code and make the message again.',
    message: ({ found, expected, code, ...at }, about) =>
      `${record(about)}, ${field(at)}: ${quote(found)}, while code ${name(code)} stands in list ${name(expected)}.`,
  },
  'ei-indication': {
    title: 'Fields of the indication do not fit the message',
    why: 'In a message for wijkverpleging the fields of the indication stay empty. For the Wlz they are filled together, with a function code or a care profile. The receiver rejects a line that differs. Whether function, profile and performance code fit together by the koppeltabel is not checked here.',
    remedy: SOURCE,
    message: ({ fault, found, ...at }, about) =>
      fault === 'not-empty'
        ? `${record(about)}, ${field(at)}: found ${quote(found)}, must be empty in this message.`
        : `${record(about)}, ${field(at)}: is empty, while other fields of the indication are filled.`,
  },
  'ei-no-indication': {
    title: 'Wlz performance without a function code or care profile',
    why: 'For the Wlz a function code (0412) or a care profile (0413) must be filled. Here all fields of the indication are empty. Whether a receiver admits that is not settled; that is why this is a warning.',
    remedy: 'Check the indication of the client in the source system.',
    message: ({ records, ...at }, about) =>
      `${record(about)}, ${field(at)}: is empty, and so are the other fields of the indication (0408 to 0413).${more(records)}`,
  },
  'ei-overlap': {
    title: 'Lines of one client and code overlap',
    why: 'Two debit lines with the same performance code have days in common. The care of those days may have been claimed twice. The receiver may reject the second line for it.',
    remedy: 'Check whether both lines are right. Join them, or take the wrong one out of the claim.',
    message: ({ code, first, last, otherRow, lines }, about) => {
      const shared = first === last ? date(first) : `${date(first)} to ${date(last)}`;
      const others = lines > 1 ? ` In this month ${number(lines)} lines of this client overlap an earlier one.` : '';
      return `${record(about)}: code ${name(code)} on ${shared} is also on record ${number(otherRow)}.${others}`;
    },
  },
  'ei-credit-reference': {
    title: 'Credit without a previous reference number',
    why: 'A credit line names in field 0432 the reference number of the debit line it takes back. That number is missing. The receiver then does not know what to take back and rejects the line.',
    remedy: 'Fill in the reference number of the original line and make the message again.',
    message: (at, about) => `${record(about)}, ${field(at)}: is empty on a credit line.`,
  },
  'ei-debit-reference': {
    title: 'Debit line names an earlier line',
    why: 'Field 0432 belongs to a credit line. On a debit line it is to be expected only when it replaces a credited line. Whether it must be filled then is not settled.',
    remedy:
      'If this line replaces a credited one there is nothing to do. Otherwise check whether it should have been a credit.',
    message: ({ found, ...at }, about) => `${record(about)}, ${field(at)}: ${quote(found)} on a debit line.`,
  },
  'ei-credit-mirror': {
    title: 'Credit differs from the debit line',
    why: 'A credit takes back a debit line as a whole: the same client, code, dates, time and amounts. This credit differs. The receiver may then be unable to process it.',
    remedy: 'Credit the whole debit line and then claim what is left as a new debit line.',
    message: ({ debitRow, differs }, about) =>
      `${record(about)}: differs from the debit line on record ${number(debitRow)} in ${and(differs.map((one) => DIFFERS[one]))}.`,
  },
  'ei-deceased': {
    title: 'Claim for a deceased client',
    why: 'The client record says that the client has died, but not when. Care from before the death may be claimed. Care from after it may not.',
    remedy: 'Check the date of death. If it is in a file with dates of death, it is checked day by day.',
    message: ({ clientRow }, about) =>
      `${record(about)}: according to record ${number(clientRow)} (field 0223) the client has died; the date is not in the message.`,
  },
};

interface At {
  readonly field: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** `field 0418 Aantal uitgevoerde prestaties (position 130-133)`. */
function field({ field: of, name: called, from, to }: At): string {
  return `field ${of} ${called} (position ${from === to ? from : `${from}-${to}`})`;
}

/** `Record 12`. */
function record({ places }: About): string {
  const row = places[0]?.row;
  return row === undefined || row === 0 ? 'The message' : `Record ${row}`;
}

function more(records: number): string {
  return records > 1 ? ` This goes for ${number(records)} records.` : '';
}

function values(allowed: readonly string[]): string {
  return or(allowed.map((value) => (value === '' ? 'spaces' : name(value))));
}

function signed(cents: number): string {
  return `${cents < 0 ? 'credit' : 'debit'} ${euros(Math.abs(cents))}`;
}
