/**
 * What reading a large AW319 costs in memory: messages of 100,000 and of 1,000,000 records, made while they are read, each in a process of
 * its own. Without technology lines memory may not grow with the file; with them only by the columns that hold the lines.
 *
 *   npx esbuild test/bench/message-memory.ts --bundle --platform=node --format=esm --packages=external --outfile=node_modules/.cache/message-memory.mjs
 *   node node_modules/.cache/message-memory.mjs
 */
import { spawnSync } from 'node:child_process';
import { writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import columnNames from '../../schemas/columns.json' with { type: 'json' };
import type { ByteSource } from '../../src/domain/byte-source.ts';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import { readDelivery } from '../../src/pipeline/read-delivery.ts';
import { aw319Record, CLIENT, HEADER, withField } from '../builders/aw319.ts';
import { day } from '../builders/days.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';

const RECORDS = [100_000, 1_000_000];
/** Share of technology, and the heap a process may have in MB: V8 takes what it is given before it collects, so only a limit shows what is needed. */
const RUNS = [
  [0, 40],
  [0, null],
  [0.15, null],
  [1, null],
] as const;
/** Performances under one client record. */
const LINES_EACH = 9;
/** There are no more synthetic BSNs; a client who comes again is the same client. */
const BSNS = 90_000;
const CHUNK = 65_536;

const OPENING = aw319Record('01', HEADER);
const PERSON = aw319Record('02', CLIENT);
const TECHNOLOGY = aw319Record('04', {
  '0404': '9999',
  '0407': '1',
  '0416': '065',
  '0417': '1062',
  '0418': 30,
  '0419': '01',
  '0420': '41999999',
  '0425': 100,
  '0426': 3000,
  '0427': 'D',
  '0429': 3000,
  '0430': 'D',
});
const OTHER = withField(TECHNOLOGY, '0417', '1001');

const [records, share] = process.argv.slice(2).map(Number);
if (records === undefined || share === undefined) compare();
else await measure(records, share);

function compare(): void {
  print('heap  technology  records     MB  peak RSS MB  CPU s');
  for (const [part, heap] of RUNS) {
    for (const count of RECORDS) {
      const limit = heap === null ? [] : [`--max-old-space-size=${heap}`];
      const script = fileURLToPath(import.meta.url);
      const { stdout, stderr, status } = spawnSync(process.execPath, [...limit, script, String(count), String(part)], {
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(stderr);
      print(`${heap ?? '-'}`.padEnd(6) + stdout.trimEnd());
    }
  }
}

async function measure(count: number, part: number): Promise<void> {
  const bytes = messageOf(count, part);
  const { lines, claims, findings } = await readDelivery([{ name: 'a.asc', bytes }], {
    columnsFor: () => columnNames,
    limits: DEFAULT_LIMITS,
    asOf: day('2026-04-03'),
    technology: new Set(['1062']),
  });
  if (findings.length > 0) throw new Error(`the message should be right: ${JSON.stringify(findings[0])}`);
  if (lines.length !== claims?.technology) throw new Error('not every technology record became a line');
  const { user, system } = process.cpuUsage();
  const peak = process.resourceUsage().maxRSS / 1024;
  const columns = [`${part * 100} %`, count, bytes.size / 1e6, peak, (user + system) / 1e6];
  const widths = [10, 9, 7, 13, 7];
  print(columns.map((value, at) => text(value, at === 4 ? 1 : 0).padStart(widths[at] ?? 0)).join(''));
}

function text(value: string | number, decimals: number): string {
  return typeof value === 'string' ? value : value.toFixed(decimals);
}

/** A right message of about so many records, of which a share of the performances is 1062; never whole in memory. */
function messageOf(count: number, part: number): ByteSource {
  const clients = Math.floor(count / (LINES_EACH + 1));
  const size = (clients * (LINES_EACH + 1) + 2) * 312;
  return {
    size,
    chunks: () => chunked(recordsOf(clients, part)),
    read: async (offset, length) => {
      for await (const chunk of chunked(recordsOf(1, part))) return chunk.subarray(offset, offset + length);
      return new Uint8Array();
    },
  };
}

async function* chunked(all: Iterable<string>): AsyncGenerator<Uint8Array> {
  let text = '';
  for (const record of all) {
    text += `${record}\r\n`;
    if (text.length < CHUNK) continue;
    yield Buffer.from(text, 'latin1');
    text = '';
  }
  yield Buffer.from(text, 'latin1');
}

function* recordsOf(clients: number, part: number): Generator<string> {
  yield OPENING;
  let number = 0;
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  for (let client = 0; client < clients; client++) {
    const bsn = syntheticBsn(client % BSNS);
    const own = `C${client % BSNS}`;
    yield withField(withField(withField(PERSON, '0202', pad(++number, 12)), '0203', bsn), '0206', own);
    for (let line = 0; line < LINES_EACH; line++) {
      const isTechnology = part > 0 && (client * LINES_EACH + line) % Math.round(1 / part) === 0;
      const start = `202603${pad((client % 3) * LINES_EACH + line + 1, 2)}`;
      const record = isTechnology ? TECHNOLOGY : OTHER;
      const named = withField(withField(record, '0402', pad(++number, 12)), '0403', bsn);
      const dated = withField(withField(named, '0414', start), '0415', start);
      yield withField(dated, '0431', `R-${number}`);
    }
  }
  const counts = { '9902': clients, '9904': clients * LINES_EACH, '9906': number };
  yield aw319Record('99', { ...counts, '9907': clients * LINES_EACH * 3000, '9908': 'D' });
}

function print(line: string): void {
  writeSync(1, `${line}\n`);
}
