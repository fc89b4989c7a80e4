import { CSV_SCAN_CODE } from './csv-scan-code.ts';

/** Why a scan ended. */
export type ScanEnd =
  /** At the end of the bytes, or of the room for records. */
  | 'done'
  /** A record with stray or many-line quotes, another number of cells, or a great length: for the splitter. */
  | 'not-plain'
  /** A carriage return by itself: lines end otherwise in this file. */
  | 'lone-return';

/** What a scan found: `count` records before `next`. */
export interface Scan {
  readonly count: number;
  readonly next: number;
  readonly end: ScanEnd;
}

/** In the order of the numbers in wasm/scan.ts. */
const ENDS: readonly ScanEnd[] = ['done', 'not-plain', 'lone-return'];
/** Records in one scan: what is found of them stays in the cache of a processor. */
const MOST_RECORDS = 512;
/** Integers there is room for in what a scan finds; of wide tables it finds fewer records at once. */
const ROOM = 65_536;
const PAGE = 65_536;
/** Bytes behind the last that may be looked at: a whole block of the scanner, and four integers for who reads a cell. */
const SLACK = 64;

interface Code {
  readonly scan: (
    from: number,
    to: number,
    columns: number,
    delimiter: number,
    most: number,
    longest: number,
  ) => number;
  readonly next: WebAssembly.Global<'i32'>;
  readonly end: WebAssembly.Global<'i32'>;
}

let compiled: WebAssembly.Module | null = null;

/**
 * The memory that a file passes through, and the scanner that finds the plain records in it and where their cells end. It sees every byte of a
 * delivery, sixty-four at a time (`wasm/scan.ts`).
 */
export class PlainScanner {
  /** As in `PlainRecords`, of the last scan. Made anew by `reserve`, as the others. */
  bounds!: Int32Array;
  /** All memory. A file lies from `start` on. */
  bytes!: Buffer;
  view!: DataView;
  /** Where bytes may be put: behind what scans find. */
  readonly start = ROOM * 4;
  readonly #memory = new WebAssembly.Memory({ initial: ROOM / (PAGE / 4) });
  readonly #code: Code;

  constructor() {
    compiled ??= new WebAssembly.Module(Buffer.from(CSV_SCAN_CODE, 'base64'));
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory: this.#memory } });
    this.#code = exports as unknown as Code;
    this.reserve(this.start);
  }

  /** Sees to it that there is memory before `end`, and behind it as much as a scan may look at. Views of memory from before are void. */
  reserve(end: number): void {
    const missing = end + SLACK - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
    else if (this.bytes !== undefined) return;
    const { buffer } = this.#memory;
    this.bytes = Buffer.from(buffer);
    this.view = new DataView(buffer);
    this.bounds = new Int32Array(buffer, 0, ROOM);
  }

  /** Whether a scan finds records of so many columns. */
  hasRoomFor(columns: number): boolean {
    return columns < ROOM;
  }

  /** Scans whole lines: the byte before `to` is a line feed. `longest`: bytes of a record that is surely within the limit. */
  scan(from: number, to: number, columns: number, delimiter: number, longest: number): Scan {
    const most = Math.min(MOST_RECORDS, Math.floor(ROOM / (columns + 1)));
    const { scan, next, end } = this.#code;
    const count = scan(from, to, columns, delimiter, most, longest);
    return { count, next: next.value, end: ENDS[end.value]! };
  }
}
