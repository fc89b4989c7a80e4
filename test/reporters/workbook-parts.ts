import { text as textOf } from 'node:stream/consumers';
import { fromBuffer } from 'yauzl';

/** The parts of the zip that a workbook is. */
export function partsOf(bytes: Buffer): Promise<{ name: string; xml: string }[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (openError, zip) => {
      if (openError) return reject(openError);
      const parts: { name: string; xml: string }[] = [];
      zip.on('error', reject);
      zip.on('end', () => resolve(parts));
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, (readError, stream) => {
          if (readError) return reject(readError);
          textOf(stream).then((xml) => {
            parts.push({ name: entry.fileName, xml });
            zip.readEntry();
          }, reject);
        }),
      );
      zip.readEntry();
    });
  });
}
