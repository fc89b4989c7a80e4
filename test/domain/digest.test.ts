import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/domain/digest.ts';

describe('a digest of texts', () => {
  it('is the same for the same texts', () => {
    fc.assert(fc.property(fc.array(fc.string()), (texts) => digestOf(texts) === digestOf([...texts])));
  });

  it('is another when a cell moves to its neighbour', () => {
    expect(digestOf(['ab', 'c'])).not.toBe(digestOf(['a', 'bc']));
    expect(digestOf(['a', ''])).not.toBe(digestOf(['a']));
  });

  it('is the same on every machine and in every version', () => {
    expect(digestOf(['1062', 'H138'])).toMatchInlineSnapshot(`"013d725ccefefb0fe519b755eca6"`);
  });

  it('has 28 characters, whatever it is of', () => {
    fc.assert(fc.property(fc.array(fc.string()), (texts) => /^[0-9a-f]{28}$/.test(digestOf(texts))));
  });
});

it('a text without end is told from others by its beginning and its length', () => {
  const long = 'x'.repeat(20_000);
  const digests = [long, `${long}x`, `y${long.slice(1)}`, long.slice(0, 9_000)].map((text) => digestOf([text]));
  expect(new Set(digests).size).toBe(4);
});
