import { EI_RECORDS, eiField } from '../../src/domain/ei-layout.ts';

/** Fields of a record by number: numbers are filled with zeros, texts with spaces. */
export type Aw319Fields = Readonly<Record<string, string | number>>;

/** A performance; what is absent is an ordinary hour of 1062 in March 2026. */
export interface Aw319Line {
  readonly code?: string;
  readonly first?: string;
  readonly last?: string;
  readonly quantity?: number;
  readonly unit?: string;
  /** Eurocents of one unit. */
  readonly rate?: number;
  readonly credit?: boolean;
  readonly reference?: string;
  readonly corrects?: string;
  readonly fields?: Aw319Fields;
  /** Texts of comment records behind it. */
  readonly comments?: readonly string[];
}

/** A client with performances; the BSN is 0 when it does not matter and must then be wrong for nobody. */
export interface Aw319Client {
  readonly number?: string;
  readonly bsn: string;
  readonly fields?: Aw319Fields;
  readonly lines: readonly Aw319Line[];
  /** Texts of comment records behind the client record. */
  readonly comments?: readonly string[];
}

/** One record of a type, written by the layout: whatever is not given is empty. */
export function aw319Record(type: string, fields: Aw319Fields): string {
  const layout = EI_RECORDS.get(type) ?? [];
  const stranger = Object.keys(fields).find((number) => !layout.some((field) => field.number === number));
  if (stranger !== undefined) throw new RangeError(`record ${type} has no field ${stranger}`);
  return layout
    .map(({ number, type: kind, start, end }) => {
      const length = end - start + 1;
      const text = String(fields[number] ?? (start === 1 ? type : ''));
      if (text.length > length) throw new RangeError(`${number} holds ${length} positions`);
      return kind === 'N' && !text.includes(' ') ? text.padStart(length, '0') : text.padEnd(length);
    })
    .join('');
}

/** A record with another text in one of its fields. */
export function withField(record: string, number: string, text: string): string {
  const { start, end } = eiField(number);
  return record.slice(0, start - 1) + text.padEnd(end - start + 1).slice(0, end - start + 1) + record.slice(end);
}

/** The records of a message with these clients, right in all its numbers, counts and totals. `header`: fields of the header record. */
export function aw319(clients: readonly Aw319Client[], header: Aw319Fields = {}): string[] {
  const message = String(header['0102'] ?? '428');
  const records = [aw319Record('01', { ...HEADER, ...header })];
  let number = 0;
  let total = 0;
  const counts = { '02': 0, '04': 0, '98': 0 };
  const comment = (texts: readonly string[] = []) => {
    counts['98'] += texts.length;
    records.push(...texts.map((text, at) => aw319Record('98', { '9802': number, '9803': at + 1, '9804': text })));
  };
  for (const { number: own = '', bsn, fields = {}, lines, comments: remarks } of clients) {
    const client = { '0202': ++number, '0203': bsn, '0206': own, ...CLIENT, ...fields };
    records.push(aw319Record('02', client));
    counts['02']++;
    comment(remarks);
    for (const line of lines) {
      const performance = lineFields(line, client, message, ++number);
      records.push(aw319Record('04', performance));
      counts['04']++;
      total += (performance['0430'] === 'C' ? -1 : 1) * Number(performance['0429']);
      comment(line.comments);
    }
  }
  const { '02': persons, '04': performances, '98': comments } = counts;
  const all = { '9902': persons, '9904': performances, '9905': comments, '9906': persons + performances + comments };
  records.push(aw319Record('99', { ...all, '9907': Math.abs(total), '9908': total < 0 ? 'C' : 'D' }));
  return records;
}

/** The message as a file: every record ends in CR LF. */
export function aw319File(records: readonly string[]): string {
  return records.map((record) => `${record}\r\n`).join('');
}

/** The opening record of a message of an invented provider, March 2026. */
export const HEADER: Aw319Fields = {
  '0102': '428',
  '0103': '01',
  '0104': '04',
  '0105': 'P',
  '0108': '9999',
  '0112': '41999999',
  '0113': '04',
  '0114': '20260301',
  '0115': '20260331',
  '0116': 'F-2026-03',
  '0117': '20260401',
  '0119': 'EUR',
};

/** An invented client, but for the number and the BSN. */
export const CLIENT: Aw319Fields = {
  '0204': '9999',
  '0207': '19420315',
  '0208': '2',
  '0209': '1',
  '0210': 'Voorbeeld',
  '0215': 'A',
  '0217': '1234AB',
  '0219': '1',
  '0223': '2',
};

const LISTS: Readonly<Record<string, string>> = { '187': '055', '428': '065', '430': '066' };

function lineFields(line: Aw319Line, client: Aw319Fields, message: string, number: number): Aw319Fields {
  const { code = '1062', first = '20260302', quantity = 60, unit = '01', rate = 100, credit = false } = line;
  const amount = quantity * rate;
  const sign = credit ? 'C' : 'D';
  return {
    '0402': number,
    '0403': client['0203'] ?? '',
    '0404': client['0204'] ?? '',
    '0405': client['0205'] ?? '',
    '0407': '1',
    '0408': client['0224'] ?? '',
    '0409': client['0225'] ?? '',
    '0414': first,
    '0415': line.last ?? first,
    '0416': LISTS[message] ?? '065',
    '0417': code,
    '0418': quantity,
    '0419': unit,
    '0420': '41999999',
    '0425': rate,
    '0426': amount,
    '0427': sign,
    '0429': amount,
    '0430': sign,
    '0431': line.reference ?? `R-${number}`,
    '0432': line.corrects ?? '',
    ...line.fields,
  };
}
