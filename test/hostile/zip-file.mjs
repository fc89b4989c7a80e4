import { crc32, deflateRawSync } from 'node:zlib';

/** The bytes of a zip with these entries, each deflated: name → text. Made by hand, for no library makes the strange ones. */
export function* zipOf(entries) {
  const directory = [];
  let offset = 0;
  let count = 0;
  for (const [name, text] of entries) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes, { level: 1 });
    const facts = factsOf(name, bytes, packed);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, Buffer.from(name)]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, tail, Buffer.from(name)]));
    yield local;
    yield packed;
    offset += local.length + packed.length;
    count++;
  }
  const all = Buffer.concat(directory);
  yield all;
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(offset, 16);
  yield end;
}

/** What a local header and the directory say alike: version, flags, method, time, checksum, sizes, lengths of name and extra. */
function factsOf(name, bytes, packed) {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt16LE(0x21, 8);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(Buffer.byteLength(name), 22);
  return facts;
}
