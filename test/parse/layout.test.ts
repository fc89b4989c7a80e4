import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../src/domain/role.ts';
import { comparable } from '../../src/parse/columns.ts';
import { IntakeLog } from '../../src/parse/intake-log.ts';
import { recogniseLayout } from '../../src/parse/layout.ts';
import { reportLayout } from '../../src/parse/report-layout.ts';
import { faultsOf, layoutOf, NAMES, rowsOf } from './parsed.ts';

/** Role, field and the headings that stand for it, as the contract lists them. */
const LISTED: readonly (readonly [Role, string, string])[] = [
  ['claims', 'client', 'clientnummer cliëntnummer client clientid cliëntid patientnummer cliëntcode'],
  ['claims', 'bsn', 'bsn burgerservicenummer sofinummer'],
  ['claims', 'code', 'prestatiecode vektiscode prestatie productcode declaratiecode code'],
  ['claims', 'start', 'begindatum startdatum datum datumvan van begindatumprestatie'],
  ['claims', 'end', 'einddatum datumtot totenmet tm einddatumprestatie'],
  ['claims', 'quantity', 'aantal hoeveelheid aantaluitgevoerdeprestaties'],
  ['claims', 'unit', 'eenheid tijdseenheid tijdseenheidzorgperiode eenheidcode'],
  ['claims', 'minutes', 'minuten aantalminuten duurminuten duurinminuten'],
  ['claims', 'hours', 'uren aantaluren uur'],
  [
    'claims',
    'reference',
    'referentienummer referentienummerditprestatierecord regelnummer declaratieregelnummer regelid',
  ],
  [
    'claims',
    'corrects',
    'referentienummer_voorgaand creditvoor vorigereferentie referentienummervoorgaandegerelateerdeprestatierecord',
  ],
  ['claims', 'debitCredit', 'debet_credit dc debetcredit indicatiedebetcredit'],
  ['claims', 'law', 'wet financiering financieringstype wettelijkkader grondslag'],
  ['claims', 'rate', 'tarief tariefprestatie'],
  ['claims', 'amount', 'bedrag declaratiebedrag berekendbedrag'],
  ['claims', 'provider', 'agb agbcode zorgverlenerscode'],
  ['claims', 'insurer', 'uzovi uzovinummer verzekeraar'],
  ['claims', 'invoice', 'factuurnummer declaratienummer'],
  ['claims', 'invoiceDate', 'factuurdatum dagtekeningfactuur'],
  ['deliveryForms', 'form', 'leveringsvorm'],
  ['deliveryForms', 'start', 'begindatum startdatum van ingangsdatum'],
  ['deliveryForms', 'end', 'einddatum tot totenmet tm'],
  ['deliveryForms', 'client', 'clientnummer cliëntnummer client'],
  ['deliveryForms', 'bsn', 'bsn burgerservicenummer'],
  ['indications', 'indication', 'indicatie indicatiesoort soortindicatie'],
  ['indications', 'start', 'begindatum startdatum van ingangsdatum'],
  ['indications', 'end', 'einddatum tot totenmet tm'],
  ['clients', 'death', 'overlijdensdatum'],
];
const ALIASES = LISTED.flatMap(([role, field, headings]) =>
  headings.split(' ').map((heading) => [heading, role, field] as const),
);

describe('headings', () => {
  it.each(ALIASES)('%s means, in %s, %s', (heading, role, field) => {
    const [row] = rowsOf(`iets;${heading};anders`);
    const layout = recogniseLayout(
      row ? [{ ...row, cells: [...row.cells, ...enoughFor(role, field)] }] : [],
      NAMES,
      role,
    );
    expect(layout?.columns.get(field)).toBe(1);
  });

  it.each([
    ['capitals', 'PrestatieCode'],
    ['spaces', ' Prestatie  code '],
    ['a no-break space', 'Prestatie\u00a0code'],
    ['a zero-width space', 'Prestatie\u200bcode'],
    ['a soft hyphen', 'Prestatie\u00adcode'],
    ['a byte order mark', '\ufeffPrestatiecode'],
    ['a line break in the cell', 'Prestatie\ncode'],
    ['an underscore', 'prestatie_code'],
    ['a dash', 'prestatie-code'],
    ['points and a slash', 'prest.atie/code.'],
    ['full-width letters', 'Ｐｒｅｓｔａｔｉｅｃｏｄｅ'],
  ])('are the same with %s', (_, heading) => {
    expect(comparable(heading)).toBe('prestatiecode');
  });

  it.each(['Cliëntnummer', 'CLIENTNUMMER', 'Clie\u0308ntnummer', 'cliënt-nummer'])(
    'accents do not matter: %s',
    (heading) => {
      expect(comparable(heading)).toBe('clientnummer');
    },
  );

  it.each(['prestatiec\u043ede', 'prestatiecodes', 'prestatiecode (Vektis)'])('%s is another heading', (heading) => {
    expect(comparable(heading)).not.toBe('prestatiecode');
  });

  it('the canonical heading wins over an alias, wherever they stand', () => {
    const { columns } = layoutOf('code;prestatiecode;datum;begindatum;client;minuten');
    expect([columns.get('code'), columns.get('start')]).toEqual([1, 3]);
  });

  it('an alias that loses is passed through as an unknown column', () => {
    expect(layoutOf('vektiscode;prestatiecode;begindatum;client;minuten').unknown).toEqual(['vektiscode']);
  });

  it('unknown headings are kept in order, blank ones are not', () => {
    expect(layoutOf('Naam;prestatiecode;begindatum;;client;minuten;Opmerking').unknown).toEqual(['Naam', 'Opmerking']);
  });
});

/** Headings that complete a header, so that the header of a role has two fields at least. */
function enoughFor(role: Role, field: string): string[] {
  const fields = Object.entries(NAMES[role]).filter(([other]) => other !== field);
  return fields.slice(0, 2).map(([, { header }]) => header);
}

describe('a role', () => {
  it.each([
    ['claims', 'prestatiecode;begindatum'],
    ['deliveryForms', 'clientnummer;leveringsvorm;begindatum'],
    ['indications', 'clientnummer;indicatie;begindatum'],
    ['clients', 'clientnummer;overlijdensdatum'],
    ['clients', 'clientnummer;bsn'],
    ['clients', 'clientnummer;bsn;naam;geboortedatum'],
    ['claims', 'clientnummer;bsn;prestatiecode;begindatum;leveringsvorm;indicatie;overlijdensdatum'],
    ['deliveryForms', 'clientnummer;leveringsvorm;indicatie;begindatum'],
    ['deliveryForms', 'clientnummer;leveringsvorm;begindatum;uren'],
  ])('%s is recognised by %s', (role, header) => {
    expect(layoutOf(header).role).toBe(role);
  });

  it.each([
    'clientnummer;naam',
    'prestatiecode;aantal;eenheid',
    'begindatum;einddatum',
    'naam;adres;woonplaats',
    '',
    'clientnummer',
    'bsn',
  ])('is not recognised by „%s”', (header) => {
    expect(recogniseLayout(rowsOf(header), NAMES)).toBeNull();
  });

  it.each([
    ['clientnummer and BSN', 'clientnummer;bsn;prestatiekode;begindatum;aantal;eenheid'],
    ['clientnummer and BSN, only the date being known', 'clientnummer;bsn;vektis;begindatum'],
    ['clientnummer and BSN, only the code being known', 'clientnummer;bsn;prestatiecode;dag'],
    ['a leveringsvorm', 'clientnummer;leveringsvorm;kode;begindatum;aantal;eenheid;bedrag'],
    ['an indicatie', 'clientnummer;indicatie;kode;begindatum;minuten;dc;regelnummer'],
    ['a date of death', 'clientnummer;overlijdensdatum;kode;begindatum;minuten;dc;regelnummer'],
  ])('a header of claims with a wrong heading does not pass for a register by %s', (_, header) => {
    expect(recogniseLayout(rowsOf(header), NAMES)).toBeNull();
  });

  it('can be given for a header that does not show it, which then has two of its fields at least', () => {
    expect(recogniseLayout(rowsOf('clientnummer;prestatiecode;aantal'), NAMES, 'claims')?.role).toBe('claims');
    expect(recogniseLayout(rowsOf('clientnummer;naam'), NAMES, 'claims')).toBeNull();
    expect(recogniseLayout(rowsOf('prestatiecode;begindatum'), NAMES, 'indications')).toBeNull();
  });
});

describe('rows above the header', () => {
  const under = (rows: number) => `${'titel\n'.repeat(rows)}clientnummer;prestatiecode;begindatum;minuten`;

  it.each([0, 1, 19, 20])('%i of them are skipped', (rows) => {
    expect(layoutOf(under(rows)).headerRow).toBe(rows + 1);
  });

  it('are too many with 21', () => {
    expect(recogniseLayout(rowsOf(under(21)), NAMES)).toBeNull();
  });

  it('may be a title, a blank row and the sep= line of Excel', () => {
    const table = 'Declaraties maart\n\nsep=;\nclientnummer;prestatiecode;begindatum;minuten\nC1;1062;02-03-2026;60';
    expect(layoutOf(table).headerRow).toBe(4);
  });

  it('are no header when their quotes do not close', () => {
    const rows = rowsOf('clientnummer;prestatiecode;begindatum;minuten').map((row) => ({
      ...row,
      fault: 'unclosed-quote' as const,
    }));
    expect(recogniseLayout(rows, NAMES)).toBeNull();
  });
});

describe('what a header lacks', () => {
  const reported = (header: string, role?: Role) => {
    const layout = recogniseLayout(rowsOf(header), NAMES, role);
    if (layout === null) throw new RangeError('no header');
    const log = new IntakeLog(0, layout.headings, false);
    reportLayout(layout, log, 12);
    return log;
  };
  const missing = (header: string, role?: Role) => reported(header, role).findings.map(({ data }) => data.header);

  it.each([
    ['clientnummer;prestatiecode;begindatum;aantal;eenheid', []],
    ['bsn;prestatiecode;begindatum;minuten', []],
    ['bsn;prestatiecode;begindatum;uren', []],
    ['prestatiecode;begindatum;uren', ['clientnummer / bsn']],
    ['clientnummer;prestatiecode;begindatum', ['aantal + eenheid / minuten / uren']],
    ['clientnummer;prestatiecode;begindatum;aantal', ['aantal + eenheid / minuten / uren']],
    ['prestatiecode;begindatum', ['aantal + eenheid / minuten / uren', 'clientnummer / bsn']],
    ['clientnummer;leveringsvorm', ['begindatum']],
    ['leveringsvorm;begindatum', ['clientnummer / bsn']],
    ['clientnummer;indicatie', ['begindatum']],
    ['overlijdensdatum;naam', ['clientnummer / bsn']],
    ['clientnummer;overlijdensdatum', []],
  ])('%s', (header, columns) => {
    expect(missing(header)).toEqual(columns);
  });

  it('is one finding on the row of the header, with the rows it costs and other headings that would do', () => {
    const [finding] = reported('clientnummer;leveringsvorm').findings;
    expect(finding).toMatchObject({
      rule: 'missing-column',
      severity: 'error',
      data: { role: 'deliveryForms', rows: 12, aliases: ['startdatum', 'van', 'ingangsdatum'] },
      places: [{ row: 1, column: null }],
    });
  });

  it('a given role without its own columns lacks those', () => {
    expect(missing('clientnummer;bsn;naam', 'claims')).toEqual([
      'prestatiecode',
      'begindatum',
      'aantal + eenheid / minuten / uren',
    ]);
    expect(ROLES).toContain('claims');
  });

  it('a heading that stands twice is one finding that names both columns, counted from 1', () => {
    const log = reported('clientnummer;prestatiecode;begindatum;minuten;Minuten');
    expect(faultsOf(log)).toEqual(['1 duplicate-column']);
    expect(log.findings[0]?.data).toEqual({ heading: 'minuten', columns: [4, 5] });
  });

  it('a heading that means nothing may stand twice', () => {
    expect(reported('naam;naam;clientnummer;prestatiecode;begindatum;minuten').findings).toEqual([]);
  });
});
