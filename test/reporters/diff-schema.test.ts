import { describe, expect, it } from 'vitest';
import { diffJsonSchema } from '../../src/reporters/diff-schema.ts';

describe('schemas/diff.schema.json', () => {
  it('is what the zod types say; `npm test -- --update` writes it again', async () => {
    await expect(`${JSON.stringify(diffJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../../schemas/diff.schema.json',
    );
  });
});
