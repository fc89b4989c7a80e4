import { describe, expect, it } from 'vitest';
import { publisher } from '../../src/reporters/published-finding.ts';
import { finding, place } from './matter.ts';
import { REJECTED } from './runs.ts';

const pseudonym = (client: string) => `p-${client.length}`;

function published(more: Parameters<typeof finding>[0], others: Parameters<typeof finding>[0][] = []) {
  const one = finding(more);
  return publisher({ result: { ...REJECTED, findings: [one, ...others.map(finding)] }, pseudonym })(one);
}

describe('a finding for a report that CI publishes', () => {
  it('names the client by pseudonym and the line by its row alone', () => {
    const { client, places } = published({ client: 'C1001', places: [place(12, { reference: 'C1001-7' })] });
    expect(client).toBe('p-5');
    expect(places).toEqual([place(12, { reference: null })]);
  });

  it('hides the clientnummers that contradict each other', () => {
    const data = { kinds: ['one-bsn-several-numbers'], numbers: ['C1', 'C22'], bsns: 1, lines: 2 };
    expect(published({ rule: 'client-key-conflict', client: 'C1', data }).data.numbers).toEqual(['p-2', 'p-3']);
  });

  it('hides a clientnummer of any client in what a cell held', () => {
    const { data } = published({ data: { value: 'zie C777 (of C7777)' } }, [{ client: 'C777' }]);
    expect(data).toEqual({ value: 'zie p-4 (of C7777)' });
  });

  it('hides a clientnummer in the reason of a waiver', () => {
    const waiver = { reason: 'afgesproken voor C1001', owner: 'A. Biller', until: '2026-06-30' };
    expect(published({ waiver }).waiver?.reason).toBe('afgesproken voor p-5');
  });

  it('leaves dates, times and prestatiecodes alone, even when a client has such a number', () => {
    const data = { first: '2026-03-12', at: '6:30', lines: [{ code: '1062', minutes: 12 }] };
    expect(published({ client: '12', data }, [{ client: '1062' }, { client: '30' }]).data).toEqual(data);
  });

  it('keeps a finding without client without one', () => {
    expect(published({ client: null }).client).toBeNull();
  });
});
