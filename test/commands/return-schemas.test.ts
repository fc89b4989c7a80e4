import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ReturnCodesShape, returnCodesJsonSchema } from '../../src/commands/return-codes-schema.ts';
import { returnJsonSchema } from '../../src/commands/return-document.ts';
import { EI_RECORDS } from '../../src/domain/ei-layout.ts';
import { RETURN_CODES } from '../../src/domain/return-codes.ts';
import { RETURN_RECORDS, RETURN_TERMS } from '../../src/domain/return-layout.ts';
import { CATALOGUE } from '../../src/pipeline/catalogue.ts';

const text = (schema: object) => `${JSON.stringify(schema, null, 2)}\n`;
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('schemas/return.schema.json', () => {
  it('is what the zod types say; `npm test -- --update` writes it again', async () => {
    await expect(text(returnJsonSchema())).toMatchFileSnapshot('../../schemas/return.schema.json');
  });
});

describe('the catalogue of return codes', () => {
  it('has a schema that is what the zod types say', async () => {
    await expect(text(returnCodesJsonSchema())).toMatchFileSnapshot('../../schemas/return-codes.schema.json');
  });

  it('fits it: every topic and source is named, and a meaning is there in both languages or unknown', () => {
    expect(ReturnCodesShape.safeParse(JSON.parse(read('schemas/return-codes.json'))).error).toBeUndefined();
  });

  it('names every code once, in order', () => {
    const codes = RETURN_CODES.codes.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  it('knows every code that a rule or a field of a message may lead to', () => {
    const ofFields = [...EI_RECORDS.values()].flat().flatMap(({ returnCode }) => returnCode ?? []);
    const ofRules = CATALOGUE.flatMap(({ expectedReturnCode }) => expectedReturnCode ?? []);
    const parsers = readdirSync(new URL('../../src/parse', import.meta.url)).filter((name) => name.startsWith('aw319'));
    const inParsers = parsers.flatMap((name) =>
      [...read(`src/parse/${name}`).matchAll(/[cC]ode[^\n]*?'(\d{4})'/g)].map(([, code]) => code ?? ''),
    );
    const fields = new Set([...EI_RECORDS.values()].flat().map(({ number }) => number));
    const expected = [...ofFields, ...ofRules, ...inParsers.filter((code) => !fields.has(code))];
    const known = new Set(RETURN_CODES.codes.map(({ code }) => code));
    expect(expected.length).toBeGreaterThan(40);
    expect([...new Set(expected)].filter((code) => !known.has(code))).toEqual([]);
  });

  it('says of a code without a meaning that it has none, and never makes one up', () => {
    const unknown = RETURN_CODES.codes
      .filter(({ basis }) => basis === 'unknown')
      .map(({ code, nl }) => `${code} ${nl}`);
    expect(unknown).toEqual(['8010 null', '8060 null', '8061 null']);
  });
});

describe('the layout of the return message', () => {
  it.each([...RETURN_RECORDS])('of record %s runs from the first position to the last without a gap', (_, fields) => {
    let end = 0;
    for (const field of fields) {
      // AW319 ends in a reserve that AW320 repeats.
      expect(field.start, field.number).toBe(end + 1);
      end = field.end;
    }
    expect(end).toBe(RETURN_TERMS.length);
  });
});
