import { describe, expect, it } from 'vitest';
import { matchReturn, type SentClaim } from '../../src/engine/match-return.ts';
import { returnedLine } from '../builders/returned-line.ts';

/** The line of the run that `returnedLine` answers. */
function sent(fields: Partial<SentClaim> = {}): SentClaim {
  return {
    client: 'p-bcdf',
    code: '1062',
    first: '2026-03-02',
    last: '2026-03-02',
    minutes: 60,
    credit: false,
    reference: 'R-1',
    row: 3,
    input: 0,
    verdict: 'approved',
    booked: 'counts',
    ...fields,
  };
}

const why = (line: Parameters<typeof returnedLine>[0], ...claims: readonly SentClaim[]) => {
  const [match] = matchReturn([returnedLine(line)], claims);
  return match?.why ?? match?.sent?.row;
};

describe('a returned line', () => {
  it('answers the line with its reference number', () =>
    expect(why({}, sent({ reference: 'R-0', row: 2 }), sent())).toBe(3));

  it('answers it although the message knows the client by another key', () =>
    expect(why({ pseudonym: 'p-other' }, sent())).toBe(3));

  it.each([
    ['code', { code: 'H138' }],
    ['first day', { first: '2026-03-01' }],
    ['last day', { last: '2026-03-03' }],
    ['minutes', { minutes: 61 }],
    ['sign', { credit: true }],
  ])('with another %s is another line, for reference numbers are used again', (_, fields) =>
    expect(why(fields, sent())).toBe('differs'),
  );

  it('that the run does not have is unknown', () => expect(why({ reference: 'R-9' }, sent())).toBe('unknown'));

  it('of which quantity or days cannot be read answers nothing', () => {
    expect(why({ minutes: null }, sent())).toBe('differs');
    expect(why({ first: null }, sent())).toBe('differs');
  });
});

describe('where the export had no reference numbers', () => {
  const plain = (fields: Partial<SentClaim>) => sent({ reference: '', ...fields });

  it('client, code, days and minutes decide', () => {
    expect(why({}, plain({ client: 'p-other', row: 2 }), plain({ row: 3 }))).toBe(3);
    expect(why({ pseudonym: 'p-nobody' }, plain({}))).toBe('unknown');
  });

  it('of equal lines the detail number decides, as long as records are numbered like rows', () => {
    expect(why({ detail: 4 }, plain({ row: 3 }), plain({ row: 5 }))).toBe(5);
    expect(why({ detail: 9 }, plain({ row: 3 }), plain({ row: 5 }))).toBe('ambiguous');
    expect(why({ detail: null }, plain({ row: 3 }), plain({ row: 5 }))).toBe('ambiguous');
  });

  it('equal lines that all came back are taken in order', () => {
    const lines = [returnedLine({ detail: 8 }), returnedLine({ detail: 4 })];
    const rows = matchReturn(lines, [plain({ row: 30 }), plain({ row: 31 })]).map((match) => match.sent?.row);
    expect(rows).toEqual([31, 30]);
  });
});

it('no line of the run is answered twice', () => {
  const twice = [returnedLine({ row: 3 }), returnedLine({ row: 4 })];
  expect(matchReturn(twice, [sent()]).map((match) => match.why)).toEqual([null, 'ambiguous']);
});
