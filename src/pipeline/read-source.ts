import { Readable } from 'node:stream';
import { maskBsn } from '../domain/bsn.ts';
import type { Limits } from '../domain/limits.ts';
import type { Row } from '../domain/table.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { IntakeLog } from '../parse/intake-log.ts';
import { recogniseLayout } from '../parse/layout.ts';
import { readCsv } from '../readers/csv.ts';
import { delimiterCandidates } from '../readers/csv-dialect.ts';
import { readCsvFast } from '../readers/csv-fast.ts';
import { decode, NotUtf8 } from '../readers/decode.ts';
import { detectEncoding, looksBinary, resolveEncoding } from '../readers/encoding.ts';
import { recogniseFormat, type SourceKind } from '../readers/format.ts';
import { unfinishedTail } from '../readers/utf8.ts';
import { blankInput, type InputDraft } from './input-draft.ts';
import { readMessage, xmlFacts } from './read-message.ts';
import type { NamedSource, ReadSettings } from './read-settings.ts';
import { type Gathered, type ReadTable, readTable, refuseDelay } from './read-table.ts';

/** How much of a file is looked at to recognise it. */
const HEAD = 65_536;

/** Why a file of this kind is not read at all; null when it is. */
function refusal(kind: SourceKind, head: Uint8Array): UnreadableSource | null {
  if (kind === 'pdf') return new UnreadableSource('pdf');
  if (kind === 'xls') return new UnreadableSource('legacy-xls');
  if (kind === 'packed') return new UnreadableSource('not-text', { detail: 'packed' });
  return kind === 'xml' ? new UnreadableSource('xml-message', xmlFacts(head)) : null;
}

/** Reads one file: a CSV is one input, a workbook one per worksheet. `first` is the number of the first input. Never throws for what is in the file. */
export async function readSource(
  source: NamedSource,
  first: number,
  gathered: Gathered,
  settings: ReadSettings,
): Promise<InputDraft[]> {
  const drafts: InputDraft[] = [];
  try {
    if (source.bytes.size === 0) throw new UnreadableSource('empty-file');
    refuseSize(source.bytes.size, settings.limits);
    const head = await source.bytes.read(0, HEAD);
    const kind = recogniseFormat(head);
    const refused = refusal(kind, head);
    if (refused) throw refused;
    if (kind === 'gzip') drafts.push(await readGzip(source, first, gathered, settings));
    else if (kind === 'ei' || kind === 'text')
      drafts.push(await readPlain(source, head, kind, first, gathered, settings));
    else await readZip(source, first, gathered, settings, drafts);
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    drafts.push(unreadable(source, first + drafts.length, error));
  }
  return drafts;
}

function refuseSize(value: number, { fileBytes: maximum }: Limits): void {
  if (value > maximum) throw new UnreadableSource('limit-exceeded', { limit: 'fileBytes', value, maximum });
}

function readPlain(
  source: NamedSource,
  head: Uint8Array,
  kind: 'ei' | 'text',
  input: number,
  gathered: Gathered,
  settings: ReadSettings,
): Promise<InputDraft> {
  if (kind === 'text') return readText(source, head, input, gathered, settings);
  return readMessage(source, watched(source, settings), head, input, gathered, settings);
}

async function readGzip(
  source: NamedSource,
  input: number,
  gathered: Gathered,
  settings: ReadSettings,
): Promise<InputDraft> {
  const { gunzipped } = await import('../readers/gzip.ts');
  const bytes = await gunzipped(source.bytes, settings.limits);
  const draft = await readUnpacked({ ...source, bytes }, 'gzip', input, gathered, settings);
  return { ...draft, input: { ...draft.input, bytes: source.bytes.size, packed: 'gzip' } };
}

/** A workbook, or else an archive of texts and messages: each of them is one input, named as a worksheet is. */
async function readZip(
  source: NamedSource,
  first: number,
  gathered: Gathered,
  settings: ReadSettings,
  drafts: InputDraft[],
): Promise<void> {
  try {
    await readWorkbook(source, first, gathered, settings, drafts);
    return;
  } catch (error) {
    const isArchive = error instanceof UnreadableSource && error.reason === 'zip-archive';
    if (!isArchive || drafts.length > 0) throw error;
  }
  const { archivedFiles } = await import('../readers/zip-archive.ts');
  const archive = await archivedFiles(source.bytes, settings.limits);
  try {
    if (archive.names.length === 0) throw new UnreadableSource('zip-archive');
    for (const name of archive.names) {
      const input = first + drafts.length;
      const draft = await readArchived(source, name, () => archive.open(name), input, gathered, settings);
      drafts.push({ ...draft, input: { ...draft.input, sheet: maskBsn(name), packed: 'zip' } });
    }
  } finally {
    archive.close();
  }
}

/** One file of an archive; that it cannot be read is said of it, and the others are read all the same. */
async function readArchived(
  source: NamedSource,
  name: string,
  open: () => Promise<NamedSource['bytes']>,
  input: number,
  gathered: Gathered,
  settings: ReadSettings,
): Promise<InputDraft> {
  try {
    const draft = await readUnpacked({ ...source, bytes: await open() }, 'zip-archive', input, gathered, settings);
    return { ...draft, input: { ...draft.input, bytes: source.bytes.size } };
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    return unreadable(source, input, new UnreadableSource(error.reason, { ...error.data, sheet: maskBsn(name) }));
  }
}

/** What came out of a packed file: a text or a message, and nothing that is packed or a workbook again. */
async function readUnpacked(
  source: NamedSource,
  packed: 'gzip' | 'zip-archive',
  input: number,
  gathered: Gathered,
  settings: ReadSettings,
): Promise<InputDraft> {
  if (source.bytes.size === 0) throw new UnreadableSource('empty-file');
  const head = await source.bytes.read(0, HEAD);
  const kind = recogniseFormat(head);
  if (kind !== 'ei' && kind !== 'text') {
    const inside = packed === 'zip-archive' && kind === 'zip' ? { detail: 'packed-workbook' } : {};
    throw refusal(kind, head) ?? new UnreadableSource(packed, inside);
  }
  return readPlain(source, head, kind, input, gathered, settings);
}

async function readText(
  source: NamedSource,
  head: Uint8Array,
  input: number,
  gathered: Gathered,
  settings: ReadSettings,
): Promise<InputDraft> {
  if (!settings.encoding && looksBinary(head)) throw new UnreadableSource('not-text');
  const detected = detectEncoding(head).encoding;
  const encoding = (settings.encoding && resolveEncoding(settings.encoding)) || detected;
  try {
    return await readCsvTable(source, head, input, gathered, settings, encoding);
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    if (settings.encoding)
      throw new UnreadableSource('unsupported-encoding', { detail: 'utf-8', offset: error.offset });
    // The first bytes were UTF-8, a later one is not: the whole file is read again as what Dutch Windows programs write.
    return readCsvTable(source, head, input, gathered, settings, 'windows-1252');
  }
}

async function readCsvTable(
  source: NamedSource,
  head: Uint8Array,
  input: number,
  gathered: Gathered,
  settings: ReadSettings,
  encoding: string,
): Promise<InputDraft> {
  const mark = { lines: gathered.lines.length, registers: gathered.registers.length };
  const { limits } = settings;
  const names = settings.columnsFor(source.name);
  const delimiter = settings.delimiter ?? (await bestDelimiter(head, encoding, source, settings));
  const rows = (columns: () => number | null) =>
    readCsvFast(watched(source, settings), { encoding, delimiter, limits }, columns);
  const assumedSign = delimiter === ',' ? '.' : ',';
  const table = {
    input,
    format: 'csv' as const,
    rows,
    names,
    role: source.role,
    assumedSign: assumedSign as ',' | '.',
  };
  let read: ReadTable;
  try {
    read = await readTable(table, gathered, settings);
  } catch (error) {
    gathered.lines.truncate(mark.lines);
    gathered.registers.truncate(mark.registers);
    throw error;
  }
  if (read.isBlank) throw new UnreadableSource('empty-file');
  const assumed = encoding === 'windows-1252' && !settings.encoding;
  const log = new IntakeLog(input, [], false);
  if (assumed) log.file('assumed-encoding', { encoding });
  return draftOf(source, 'csv', null, read, [...log.findings], { encoding, delimiter });
}

async function readWorkbook(
  source: NamedSource,
  first: number,
  gathered: Gathered,
  settings: ReadSettings,
  drafts: InputDraft[],
): Promise<void> {
  const { openWorkbook } = await import('../readers/xlsx.ts');
  const workbook = await openWorkbook(source.bytes, settings.limits);
  try {
    const wanted = workbook.sheets.filter((sheet) => settings.sheet === undefined || sheet.name === settings.sheet);
    if (wanted.length === 0) throw new UnreadableSource('no-sheets', { detail: settings.sheet ?? '' });
    let blank = true;
    for (const sheet of wanted) {
      const input = first + drafts.length;
      const table = {
        input,
        format: 'xlsx' as const,
        rows: (columns: () => number | null) => sheet.records(columns),
        names: settings.columnsFor(source.name),
        role: source.role,
        assumedSign: ',' as const,
      };
      const read = await readTable(table, gathered, settings);
      blank &&= read.isBlank;
      drafts.push(draftOf(source, 'xlsx', sheet.name, read, [], { encoding: null, delimiter: null }));
    }
    if (blank) throw new UnreadableSource('empty-file');
    const last = drafts.at(-1);
    if (last)
      drafts[drafts.length - 1] = {
        ...last,
        input: { ...last.input, notices: [...last.input.notices, ...workbook.notices] },
      };
  } finally {
    await workbook.close();
  }
}

/** The delimiter with which the header of a role is found; else the most plausible one. */
async function bestDelimiter(
  head: Uint8Array,
  encoding: string,
  source: NamedSource,
  settings: ReadSettings,
): Promise<string> {
  const candidates = delimiterCandidates(await textOf(head, encoding));
  const names = settings.columnsFor(source.name);
  for (const delimiter of candidates) {
    const rows: Row[] = [];
    // The head may end in the middle of a character: then its last row is cut, which no header is.
    const whole = head.subarray(0, head.length < source.bytes.size ? lastLineEnd(head) : head.length);
    for await (const batch of readCsv(Readable.from([whole]), { encoding, delimiter, limits: settings.limits }))
      rows.push(...batch);
    if (recogniseLayout(rows.slice(0, 30), names, source.role)) return delimiter;
  }
  return candidates[0] ?? ';';
}

function lastLineEnd(head: Uint8Array): number {
  const end = Math.max(head.lastIndexOf(10), head.lastIndexOf(13));
  // One line longer than the head may be cut within a character.
  return end < 0 ? head.length - unfinishedTail(head) : end + 1;
}

async function textOf(head: Uint8Array, encoding: string): Promise<string> {
  let text = '';
  const whole = head.subarray(0, lastLineEnd(head));
  for await (const part of decode(Readable.from([whole]), encoding)) text += part;
  return text;
}

async function* watched(source: NamedSource, settings: ReadSettings): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of source.bytes.chunks()) {
    bytes += chunk.length;
    settings.progress?.(source.name, bytes, source.bytes.size);
    // Here too, for rows may be long in coming: a line without end, blank lines alone.
    refuseDelay(settings);
    yield chunk;
  }
  // An export that is still being written has other rows at the second look than at the first.
  if (bytes !== source.bytes.size) throw new UnreadableSource('changed-while-reading');
}

function draftOf(
  source: NamedSource,
  format: 'csv' | 'xlsx',
  sheet: string | null,
  read: ReadTable,
  more: InputDraft['findings'],
  dialect: { readonly encoding: string | null; readonly delimiter: string | null },
): InputDraft {
  const { layout } = read;
  const columns = [...(layout?.columns ?? [])].map(([field, column]) => [
    field,
    maskBsn(layout?.headings[column] ?? ''),
  ]);
  return {
    input: {
      ...blankInput(
        maskBsn(source.name),
        source.bytes.size,
        format,
        sheet === null ? null : maskBsn(sheet),
        read.notices,
      ),
      role: layout?.role ?? null,
      rows: read.rows,
      ...dialect,
      decimal: read.decimal,
      columns: Object.fromEntries(columns),
      unknownColumns: (layout?.unknown ?? []).map(maskBsn),
      headerRow: layout?.headerRow ?? null,
    },
    findings: [...read.findings, ...more],
    beyond: read.beyond,
    claims: read.claims,
  };
}

function unreadable(source: NamedSource, input: number, error: UnreadableSource): InputDraft {
  const log = new IntakeLog(input, [], false);
  log.file('unreadable-file', { reason: error.reason, facts: { ...error.data } });
  return {
    input: blankInput(maskBsn(source.name), source.bytes.size, null, null, []),
    findings: log.findings,
    beyond: [],
    claims: null,
  };
}
