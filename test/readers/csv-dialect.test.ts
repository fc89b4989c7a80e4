import { describe, expect, test } from 'vitest';
import { delimiterCandidates } from '../../src/readers/csv-dialect.ts';

describe('delimiterCandidates', () => {
  test.each([
    ['semicolons beside decimal commas', 'client;code;uren\nC1;1062;6,5\nC2;1062;1,25\n', ';'],
    [
      'semicolons in a header beside a comma in every line',
      'client;code;"uren, minuten"\nC1;1062;6,5\nC2;H138;1,5\n',
      ';',
    ],
    ['commas', 'client,code,uren\nC1,1062,6.5\n', ','],
    ['commas with semicolons in a remark', 'client,code,opmerking\nC1,1062,a;b;c;d;e\nC2,1062,\nC3,1062,x\n', ','],
    ['tabs', 'client\tcode\turen\nC1\t1062\t6,5\n', '\t'],
    ['bars', 'client|code|uren\nC1|1062|6,5\n', '|'],
    ['a single column', 'client\nC1\nC2\n', ';'],
    ['an empty text', '', ';'],
    ['delimiters within quotes', 'client,naam\nC1,"a;b;c"\nC2,"d;e;f"\nC3,"g;h;i"\n', ','],
    ['a quoted line break', 'client,naam\nC1,"a;b\nc;d\ne;f\ng;h"\n', ','],
    ['doubled quotes', 'client,naam\nC1,"a"";"";b"\nC2,"a"";"";b"\n', ','],
    ['everything quoted', '"client";"code"\n"C1";"1062"\n"C2,x";"1062,y"\n', ';'],
    [
      'title lines above the header',
      'Declaraties, maart 2026\nVan: alle, wijken\n\nclient;code;datum;uren\nC1;1062;d;1\nC2;1062;d;2\n',
      ';',
    ],
    ['one ragged row', 'a;b;c;d\n1;2;3;4,5\n1;2;3\n1;2;3;4,5\n1;2;3;4,5\n', ';'],
    ['lone carriage returns', 'a,b\r1,2\r3,4\r', ','],
    ['a header without a line end', 'client,code', ','],
  ])('%s', (_, head, delimiter) => {
    expect(delimiterCandidates(head)[0]).toBe(delimiter);
  });

  test('all four are named, each once', () => {
    expect([...delimiterCandidates('a,b\n1,2\n')].sort()).toEqual(['\t', ',', ';', '|']);
  });

  test.each([
    ['sep=,\r\na;b;c\r\n1;2;3\r\n', ','],
    ['\uFEFFSEP=|\na;b\n', '|'],
    ['"sep=;"\na,b\n', ';'],
    ['sep=\t\na;b\n', '\t'],
    ['sep=;;;;\na,b\n', ';'],
  ])('the line sep= decides (%j)', (head, delimiter) => {
    expect(delimiterCandidates(head)[0]).toBe(delimiter);
    expect(delimiterCandidates(head)).toHaveLength(4);
  });

  test('the line sep= may name a character nobody else uses', () => {
    expect(delimiterCandidates('sep=^\na^b\n')).toEqual(['^', ';', '\t', ',', '|']);
  });

  test('a heading that begins with sep= is no such line', () => {
    expect(delimiterCandidates('sep=abc,x\n1,2\n')[0]).toBe(',');
  });
});
