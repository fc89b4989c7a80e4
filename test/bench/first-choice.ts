/** What one would write first: csv-parse with columns, zod for every row, date-fns for the dates, a Map to sum in. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { format, parse as parseDate } from 'date-fns';
import { z } from 'zod';

const [folder = '.'] = process.argv.slice(2);
const date = z.string().transform((text) => parseDate(text, 'dd-MM-yyyy', new Date(0)));
const lastDate = z.string().transform((text) => (text === '' ? null : parseDate(text, 'dd-MM-yyyy', new Date(0))));
const Claim = z.object({
  Cliëntnummer: z.string().min(1),
  Prestatiecode: z.string().min(1),
  Begindatum: date,
  Einddatum: date,
  Aantal: z.string().transform((text) => Number(text.replace(',', '.'))),
  Eenheid: z.enum(['minuut', 'uur']),
  'Debet/credit': z.enum(['D', 'C']),
});
const Period = z.object({ Cliëntnummer: z.string().min(1), Begindatum: date, Einddatum: lastDate });

interface Stretch {
  readonly value: string;
  readonly first: Date;
  readonly last: Date | null;
}

async function* rowsOf(name: string): AsyncGenerator<Record<string, string>> {
  yield* createReadStream(join(folder, name), 'latin1').pipe(parse({ columns: true, delimiter: ';' }));
}

async function register(name: string, column: string): Promise<Map<string, Stretch[]>> {
  const periods = new Map<string, Stretch[]>();
  for await (const row of rowsOf(name)) {
    const { Cliëntnummer: client, Begindatum: first, Einddatum: last } = Period.parse(row);
    const ofClient = periods.get(client) ?? [];
    periods.set(client, ofClient);
    ofClient.push({ value: (row[column] ?? '').toLowerCase(), first, last });
  }
  return periods;
}

const forms = await register('leveringsvormen.csv', 'Leveringsvorm');
const indications = await register('indicaties.csv', 'Indicatie');
const minutes = new Map<string, number>();
const refused = new Set<string>();
const violations = new Set<string>();
for await (const row of rowsOf('declaraties.csv')) {
  const line = Claim.parse(row);
  if (!['1062', 'H138', 'H139', 'H306'].includes(line.Prestatiecode)) continue;
  const client = line.Cliëntnummer;
  const key = `${client} ${format(line.Begindatum, 'yyyy-MM')}`;
  const credit = line['Debet/credit'] === 'C';
  const isVpt = forms
    .get(client)
    ?.some(
      ({ value, first, last }) => value === 'vpt' && first <= line.Einddatum && (!last || last >= line.Begindatum),
    );
  const isIndicated = indications
    .get(client)
    ?.some(
      ({ value, first, last }) =>
        value === 'wijkverpleging' && first <= line.Begindatum && (!last || last >= line.Einddatum),
    );
  if (isVpt && !credit) violations.add(`vpt-client ${key}`);
  if (line.Prestatiecode === '1062' && !isIndicated && !credit) violations.add(`zvw-without-indication ${key}`);
  if (!credit && (isVpt || (line.Prestatiecode === '1062' && !isIndicated))) refused.add(key);
  const own = Math.round(line.Aantal * (line.Eenheid === 'uur' ? 60 : 1));
  minutes.set(key, (minutes.get(key) ?? 0) + (credit ? -own : own));
}
for (const [key, sum] of minutes) if (sum > 390 && !refused.has(key)) violations.add(`monthly-cap-exceeded ${key}`);
process.stdout.write(JSON.stringify([...violations]));
