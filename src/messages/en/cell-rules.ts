import type { CellRuleId, RuleWordsOf } from '../catalogue.ts';
import { enForms } from './forms.ts';
import { cell, row } from './where.ts';

const { date, hours, name, number, or, quote } = enForms;

/** English words of the rules about the cells of a row. */
export const enCellRules: RuleWordsOf<CellRuleId> = {
  'missing-value': {
    title: 'Value is missing',
    why: 'Without this value the row cannot be judged. An empty field is not guessed.',
    remedy: 'Enter the value in the source system and export again.',
    message: ({ field }, about) => `${cell(field, about)}: nothing is there, but this value is required.`,
  },
  'invalid-date': {
    title: 'Not a valid date',
    why: 'The date decides to which month a line belongs and whether the client was entitled to it. A date that does not exist or is written otherwise is not guessed.',
    remedy: 'Write the date as dd-mm-yyyy or yyyy-mm-dd and check that the day exists.',
    message: ({ field, value }, about) =>
      `${cell(field, about)}: ${quote(value)} is not a valid date. Write dd-mm-yyyy.`,
  },
  'invalid-number': {
    title: 'Not a valid number',
    why: 'Quantities and amounts are read exactly. With a character that does not belong in a number, or a point where the rest of the file has a comma, the value is not certain.',
    remedy: 'Correct the number. Use the same decimal sign in the whole file, or give it with --decimal.',
    message: ({ field, value, decimal }, about) => {
      const sign =
        decimal === null ? '' : ` The decimal sign of this file is a ${decimal === ',' ? 'comma' : 'point'}.`;
      return `${cell(field, about)}: ${quote(value)} is no usable number.${sign}`;
    },
  },
  'invalid-value': {
    title: 'Value is not allowed',
    why: 'This column takes only a fixed set of values. What another value means is not guessed.',
    remedy: 'Replace the value by one of those allowed.',
    message: ({ field, value, allowed }, about) =>
      `${cell(field, about)}: ${quote(value)} is ${allowed.length === 0 ? 'no usable value.' : `not allowed. Choose from ${or(allowed.map(name))}.`}`,
  },
  'ambiguous-time': {
    title: 'Time can be read in two ways',
    why: 'A point may stand between hours and minutes or be a decimal sign. That makes a difference in minutes. Nothing else in the file tells which is meant.',
    remedy: 'Write the time as 6:30 or as 6.5. Or give the decimal sign of the file with --decimal.',
    message: ({ value, asClock, asDecimal }, about) =>
      `${cell('quantity', about)}: ${quote(value)} may be ${name(asClock)} hours or ${name(asDecimal)} hours.`,
  },
  'unit-not-time': {
    title: 'Unit is not a time',
    why: 'Technology is billed in time and the maximum is in hours. A quantity in another unit cannot be converted.',
    remedy:
      'Give the quantity in minutes or hours. Allowed are among others minute (minuut, 01), hour (uur, 04) and 5 minutes (07).',
    message: ({ value }, about) => `${cell('unit', about)}: ${quote(value)} is not a unit of time.`,
  },
  'fractional-minutes': {
    title: 'Quantity is not a whole number of minutes',
    why: 'A claim counts whole minutes. Nothing is rounded silently, for that may just make the difference at the maximum.',
    remedy: 'Round the quantity to whole minutes in the source system, according to your agreement with the payer.',
    message: ({ value, below, unitMinutes }, about) => {
      const unit = unitMinutes === 1 ? '' : ` (unit of ${number(unitMinutes)} minutes)`;
      return `${cell('quantity', about)}: ${quote(value)}${unit} is not a whole number of minutes; it lies between ${hours(below)} and ${hours(below + 1)}.`;
    },
  },
  'suspect-code': {
    title: 'Performance code looks like a technology code',
    why: 'The code is no technology code, but looks much like one. If it is a typing error, the line is wrongly left out now.',
    remedy: 'Check the performance code (prestatiecode). If it is meant like this, you need not do anything.',
    message: ({ value, code }, about) =>
      `${cell('code', about)}: ${quote(value)} looks like ${name(code)}. The line does not count as technology now.`,
  },
  'zero-quantity': {
    title: 'Quantity is zero',
    why: 'A line with quantity zero bills nothing. Often the quantity was not entered.',
    remedy: 'Enter the right quantity or leave the line out.',
    message: ({ value }, about) => `${cell('quantity', about)}: the quantity ${quote(value)} is zero.`,
  },
  'double-negation': {
    title: 'Credit with a negative quantity',
    why: 'A credit is shown by the letter C or by a minus before the quantity, not by both. Together they may mean a credit or a debit.',
    remedy: 'Remove the minus and keep C if it is a credit. If it is a debit, make it D, without minus.',
    message: ({ value }, about) =>
      `${cell('quantity', about)}: ${quote(value)} is negative, while the line is a credit already.`,
  },
  'end-before-start': {
    title: 'End date lies before the start date',
    why: 'The days of the line decide its month and the right to care. With an end before the start there are no days.',
    remedy: 'Check both dates; often they were swapped.',
    message: ({ first, last }, about) =>
      `${row(about)}: the end date ${date(last)} lies before the start date ${date(first)}.`,
  },
  'future-date': {
    title: 'Date in the future',
    why: 'Only care that was given is billed. A day still to come cannot have been delivered.',
    remedy: 'Check the date. If it is right, bill the line only after that day.',
    message: ({ field, date: day, asOf }, about) =>
      `${cell(field, about)}: ${date(day)} lies after today (${date(asOf)}).`,
  },
  'before-2015': {
    title: 'Date before 2015',
    why: 'The Wlz and district nursing under the Zvw exist since 1 January 2015. An earlier date is mostly a typing error, and otherwise too late to bill.',
    remedy: 'Check the year.',
    message: ({ field, date: day }, about) => `${cell(field, about)}: ${date(day)} lies before 2015.`,
  },
};
