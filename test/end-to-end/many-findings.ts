/** An export of so many clients, each with an hour more in March 2026 than may be billed. */
export function manyFindings(clients: number): string {
  const rows = Array.from({ length: clients }, (_, client) => `C${client};H138;02-03-2026;450\n`);
  return `clientnummer;prestatiecode;begindatum;minuten\n${rows.join('')}`;
}
