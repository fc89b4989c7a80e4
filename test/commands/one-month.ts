/** The day these deliveries are judged on. */
export const AS_OF = ['--as-of', '2026-04-02'];

const HEADER = 'Clientnummer;Prestatiecode;Begindatum;Einddatum;Aantal;Eenheid;Referentienummer';

/** The files of a month under the Wlz with both registers: per client one line of some minutes, `C1001` first. */
export function oneMonth(...minutes: readonly number[]): Map<string, string> {
  const rows = minutes.map(
    (count, index) => `C${1001 + index};H138;01-03-2026;31-03-2026;${count};minuut;R-${index + 1}`,
  );
  const period = (value: string) => minutes.map((_, index) => `C${1001 + index};${value};01-01-2025;`);
  const register = (column: string, value: string) =>
    [`Clientnummer;${column};Begindatum;Einddatum`, ...period(value), ''].join('\r\n');
  return new Map([
    ['maart/declaraties.csv', [HEADER, ...rows, ''].join('\r\n')],
    ['maart/leveringsvormen.csv', register('Leveringsvorm', 'MPT')],
    ['maart/indicaties.csv', register('Indicatie', 'wlz')],
  ]);
}
