import * as z from 'zod';

const bilingual = (meaning: string) =>
  z
    .strictObject({ nl: z.string().min(1).describe('In Dutch'), en: z.string().min(1).describe('In English') })
    .describe(meaning);

const Code = z
  .strictObject({
    code: z
      .string()
      .regex(/^\d{4}$/)
      .describe('Return code'),
    weight: z
      .enum(['X', 'T', 'D', 'O'])
      .nullable()
      .describe(
        'What it does: X whole file refused on technical grounds, T by content, D this line, O a remark; null when no source says',
      ),
    topic: z.string().describe('A key of topics'),
    nl: z
      .string()
      .min(1)
      .nullable()
      .describe('What a payer means by it, in our own Dutch words; null when no source says'),
    en: z.string().min(1).nullable().describe('The same in English'),
    basis: z
      .enum(['source', 'derived', 'unknown'])
      .describe(
        'source: a source gives the meaning; derived: from the field or check that the source names it with; unknown: no source says',
      ),
    sources: z.array(z.string()).min(1).describe('Keys of sources'),
  })
  .refine(({ basis, nl, en }) => (basis === 'unknown') === (nl === null) && (nl === null) === (en === null), {
    message: 'a meaning is given in both languages, or it is unknown',
  });

/** The shape of schemas/return-codes.json: what is known of the return codes of payers, and from where. */
export const ReturnCodesShape = z
  .strictObject({
    $schema: z.string().describe('Where this schema lies'),
    list: z.literal('COD954-VEKT').describe('The list of Vektis that the codes come from'),
    about: z.string().describe('What it is, and what it is not'),
    sources: z.record(z.string(), z.string()).describe('Where a code was found'),
    weights: z.record(z.enum(['X', 'T', 'D', 'O']), bilingual('What a weight means')).describe('Weights'),
    topics: z.record(z.string(), bilingual('A topic')).describe('Topics'),
    codes: z.array(Code).describe('The codes, in order'),
  })
  .refine(({ codes, sources, topics }) =>
    codes.every((code) => code.topic in topics && code.sources.every((source) => source in sources)),
  );

/** JSON Schema (draft 2020-12) of it, as published in `schemas/return-codes.schema.json`. */
export function returnCodesJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(ReturnCodesShape, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: 'urn:tzt:schema:return-codes:1.0',
    title: 'tzt return codes',
    description: 'What is known of the return codes of payers (Vektis list COD954), and from where.',
    ...rest,
  };
}
