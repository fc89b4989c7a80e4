import { maskBsn } from '../domain/bsn.ts';
import { IntColumn } from '../domain/int-column.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { Aw319Parser } from '../parse/aw319.ts';
import { AW319_LAYOUT } from '../parse/aw319-claims.ts';
import { refusedMessage, xmlMessageName } from '../parse/aw319-kind.ts';
import { IntakeLog } from '../parse/intake-log.ts';
import { readAw319 } from '../readers/aw319.ts';
import { blankInput, type InputDraft } from './input-draft.ts';
import type { NamedSource, ReadSettings } from './read-settings.ts';
import { type Gathered, refuseDelay } from './read-table.ts';

/** Reads an AW319 as one input. Throws UnreadableSource `ei-message` for every other message of the EI family. */
export async function readMessage(
  source: NamedSource,
  chunks: AsyncIterable<Uint8Array>,
  head: Uint8Array,
  input: number,
  gathered: Gathered,
  settings: ReadSettings,
): Promise<InputDraft> {
  const refused = refusedMessage(latin1(head).replace(/^\u00ef\u00bb\u00bf/, ''));
  if (refused) throw new UnreadableSource('ei-message', refused);
  const { lines, identity } = gathered;
  const { technology, asOf, limits } = settings;
  const names = settings.columnsFor(source.name);
  const parser = new Aw319Parser({
    input,
    names,
    lines,
    identity,
    technology,
    asOf,
    most: limits.findings,
    mostCodes: limits.codes,
  });
  const log = new IntakeLog(input, [], false);
  const clientRows = new IntColumn();
  let last = 0;
  try {
    for await (const records of readAw319(chunks)) {
      for (const record of records) {
        if (record.text.startsWith('02')) clientRows.push(record.row);
        last = record.row;
        parser.record(record);
      }
      refuseDelay(settings);
    }
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    // What was read stays, and says so.
    log.file('unreadable-file', { reason: error.reason, facts: { ...error.data } });
  }
  parser.end();
  clientRows.push(last + 1);
  const columns = [...AW319_LAYOUT.columns].map(([field, column]) => [field, AW319_LAYOUT.headings[column] ?? '']);
  return {
    input: {
      ...blankInput(maskBsn(source.name), source.bytes.size, 'aw319', null, []),
      role: 'claims',
      rows: parser.counts.rows,
      encoding: 'windows-1252',
      columns: Object.fromEntries(columns),
      ...(parser.isTest ? { test: true } : {}),
      ...(parser.invoice ? { invoice: parser.invoice } : {}),
    },
    findings: [...parser.findings, ...log.findings],
    beyond: parser.beyond,
    claims: parser.counts,
    clientRows,
  };
}

/** What an XML message is called, or what else it is, for the message that refuses it. */
export function xmlFacts(head: Uint8Array): Readonly<Record<string, string>> {
  // UTF-16 has a NUL beside every letter of these names.
  const text = latin1(head.subarray(0, 4096)).replaceAll('\0', '');
  const name = xmlMessageName(text);
  if (name !== null) return { message: name };
  if (/schemas-microsoft-com:office:spreadsheet/i.test(text)) return { detail: 'xml-spreadsheet' };
  // Care systems call a page with a table `.xls`, for Excel opens it.
  return /<(?:!doctype\s+html|html|head|body|table)\b/i.test(text) ? { detail: 'html' } : {};
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
}
