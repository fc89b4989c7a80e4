import { readdirSync, readFileSync } from 'node:fs';
import type { RunResult } from '../../src/domain/run.ts';
import { validated } from '../pipeline/delivered.ts';

/** The delivery with every fault once, judged. */
export function everyFault(): Promise<RunResult> {
  const folder = new URL('../../samples/alle-regels/', import.meta.url);
  const names = readdirSync(folder).filter((name) => !name.endsWith('.md'));
  return validated(Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, folder))])));
}

/**
 * So many clients, each over the maximum with two lines. Client `C100000` is the worst; codes and insurers alternate, every tenth client
 * has no indication instead.
 */
export function manyOver(clients: number): Promise<RunResult> {
  const claims = ['clientnummer;prestatiecode;begindatum;einddatum;minuten;referentienummer;bedrag;uzovi'];
  const forms = ['clientnummer;leveringsvorm;begindatum;einddatum'];
  const indications = ['clientnummer;indicatie;begindatum;einddatum'];
  for (let number = 0; number < clients; number++) {
    const client = `C${100_000 + number}`;
    const wlz = number % 2 === 1;
    const code = wlz ? 'H138' : '1062';
    const insurer = wlz ? '5501' : '3311';
    const minutes = number === 0 ? 900 : 100 + (number % 50) * 5;
    claims.push(`${client};${code};01-03-2026;10-03-2026;300;A-${number}-;330,00;${insurer}`);
    claims.push(`${client};${code};11-03-2026;31-03-2026;${minutes};B-${number}-;${minutes},00;${insurer}`);
    if (wlz) forms.push(`${client};MPT;01-01-2025;`);
    else if (number % 10 !== 4) indications.push(`${client};wijkverpleging;01-01-2025;`);
  }
  return validated({
    'declaraties.csv': claims.join('\n'),
    'leveringsvormen.csv': forms.join('\n'),
    'indicaties.csv': indications.join('\n'),
  });
}
