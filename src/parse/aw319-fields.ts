import { EI_RECORDS, type EiField, eiText } from '../domain/ei-layout.ts';
import type { EiRecord } from '../domain/ei-record.ts';
import { type Aw319Log, at, foundAt } from './aw319-log.ts';

/**
 * Holds every field of a record against the layout: N fields are digits, the reserve is empty, a filled AN field begins at its first
 * position, a mandatory field is filled, a value is one of those admitted and has the form it should have. Reports each fault.
 */
export function checkFields(record: EiRecord, type: string, log: Aw319Log): void {
  // Nearly every record is right, and one expression over all of it is many times faster than its fields one by one.
  if (RIGHT.get(type)?.test(record.text)) return;
  for (const field of EI_RECORDS.get(type) ?? []) checkField(record, field, log);
}

const CONTROL = /[\0-\x1f\x7f]/;

function checkField(record: EiRecord, field: EiField, log: Aw319Log): void {
  const text = eiText(record.text, field);
  const returnCode = field.returnCode ?? null;
  const fault = faultOf(text, field);
  if (fault !== null) {
    log.record('ei-field', record, field.number, () => ({ fault, ...foundAt(record.text, field), returnCode }));
    return;
  }
  const isBlank = text.trim() === '';
  const isZero = field.type === 'N' && /^0+$/.test(text);
  if (field.obligation === 'M' && (isBlank || (isZero && !field.zeros))) {
    log.record('ei-missing-field', record, field.number, () => ({ ...at(field.number), payee: null, returnCode }));
    return;
  }
  if (isBlank && field.type === 'N') {
    log.repeated('ei-blank-number', record.row, field.number, at(field.number));
    return;
  }
  if (field.values && !field.values.includes(text.trimEnd()) && !isAbsent(field, isBlank, isZero)) {
    const allowed = [...field.values];
    log.record('ei-field-value', record, field.number, () => ({ ...foundAt(record.text, field), allowed, returnCode }));
  }
  if (field.form !== undefined && !isBlank && !isZero && !FORMS.get(field.number)?.test(text)) {
    const { form } = field;
    log.record('ei-field-form', record, field.number, () => ({ ...foundAt(record.text, field), form, returnCode }));
  }
}

/** A conditional field may be empty whatever its values are. */
function isAbsent(field: EiField, isBlank: boolean, isZero: boolean): boolean {
  return field.obligation !== 'M' && (isBlank || isZero);
}

function faultOf(
  text: string,
  field: EiField,
): 'not-digits' | 'not-blank' | 'leading-space' | 'control-character' | null {
  const isBlank = /^ *$/.test(text);
  if (isBlank) return null;
  if (field.obligation === 'S') return 'not-blank';
  if (field.type === 'N') return /^\d+$/.test(text) ? null : 'not-digits';
  if (CONTROL.test(text)) return 'control-character';
  return text.startsWith(' ') ? 'leading-space' : null;
}

/** A form as the source of an expression. */
function formOf(form: string): string {
  return form.replaceAll('n', '\\d').replaceAll('a', '[A-Z]');
}

const FORMS: ReadonlyMap<string, RegExp> = new Map(
  [...EI_RECORDS.values()].flatMap((fields) =>
    fields.flatMap(({ number, form }) => (form === undefined ? [] : [[number, new RegExp(`^${formOf(form)}$`)]])),
  ),
);

const RIGHT: ReadonlyMap<string, RegExp> = new Map(
  [...EI_RECORDS].map(([type, fields]) => [type, new RegExp(`^${fields.map(patternOf).join('')}$`)]),
);

/** What a field without any fault looks like; narrower than what is admitted, never wider. */
function patternOf({ type, start, end, obligation, values, form, zeros }: EiField): string {
  const length = end - start + 1;
  if (form !== undefined) return `(?:${type === 'N' ? '0' : ' '}{${length}}|${formOf(form)})`;
  if (obligation === 'S') return ` {${length}}`;
  if (type === 'N') {
    const admitted = values?.map((value) => value.padStart(length, '0'));
    if (admitted) return `(?:${[...admitted, ...(obligation === 'M' ? [] : ['0'.repeat(length)])].join('|')})`;
    return `${obligation === 'M' && !zeros ? `(?!0{${length}})` : ''}\\d{${length}}`;
  }
  if (values) return `(?:${values.map((value) => value.padEnd(length)).join('|')})`;
  const filled = `[^ \\0-\\x1f\\x7f][^\\0-\\x1f\\x7f]{${length - 1}}`;
  return obligation === 'M' ? filled : `(?: {${length}}|${filled})`;
}
