/** papaparse, streaming, and Maps. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { isoDay, ThreeRules } from './three-rules.ts';

const [folder = '.'] = process.argv.slice(2);
const rules = new ThreeRules();

function rowsOf(name: string, each: (cells: string[]) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let isHeader = true;
    const step = ({ data }: { readonly data: string[] }) => {
      if (!isHeader && data.length > 1) each(data);
      isHeader = false;
    };
    const stream = createReadStream(join(folder, name), 'latin1');
    Papa.parse<string[]>(stream, { delimiter: ';', step, complete: () => resolve(), error: reject });
  });
}

for (const [register, name] of [
  ['forms', 'leveringsvormen.csv'],
  ['indications', 'indicaties.csv'],
] as const) {
  await rowsOf(name, ([client = '', value = '', first = '', last = '']) =>
    rules.period(register, client, value, isoDay(first), isoDay(last)),
  );
}
await rowsOf('declaraties.csv', (cells) => {
  const [client = '', code = '', , first = '', last = '', quantity = '', unit = '', , , sign = ''] = cells;
  rules.claim(client, code, isoDay(first), isoDay(last), Number(quantity.replace(',', '.')), unit, sign);
});
process.stdout.write(JSON.stringify(rules.violations()));
