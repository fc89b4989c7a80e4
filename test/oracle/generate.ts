import { AS_OF, authorFrom } from './author.ts';
import type { Delivery } from './delivery.ts';
import { randomFrom } from './random.ts';
import { CREDIT_SCENARIOS } from './scenarios-credit.ts';
import { ENTITLEMENT_SCENARIOS } from './scenarios-entitlement.ts';
import { INTAKE_SCENARIOS } from './scenarios-intake.ts';
import { mixedClient } from './scenarios-mixed.ts';
import { QUANTITY_SCENARIOS, type Scenario } from './scenarios-quantity.ts';

/** Every story a delivery is made of, by title. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  ...QUANTITY_SCENARIOS,
  ...CREDIT_SCENARIOS,
  ...ENTITLEMENT_SCENARIOS,
  ...INTAKE_SCENARIOS,
  'anything at all': mixedClient,
};

export interface GenerateOptions {
  /** Leaves registers out, as if they were not given. */
  readonly without?: readonly ('deliveryForms' | 'indications' | 'clients')[];
  /** Puts a blank row between the claim rows now and then. */
  readonly blankRows?: boolean;
}

/**
 * A delivery made of `stories` stories (most of one client, some of two or three). The first ones tell every scenario once, in
 * a fixed order; the rest are clients of whom everything is left to chance, with a known story now and then.
 */
export function generateDelivery(stories: number, seed: number, options: GenerateOptions = {}): Delivery {
  const random = randomFrom(seed);
  const author = authorFrom(random);
  const all = Object.values(SCENARIOS);
  for (let told = 0; told < stories; told++) {
    const story = all[told] ?? (random.chance(70) ? mixedClient : random.pick(all));
    story(author);
  }
  return deliveryOf(author, options);
}

/** A delivery that tells one scenario only. */
export function deliveryOfScenario(title: string, seed = 1): Delivery {
  const scenario = SCENARIOS[title];
  if (scenario === undefined) throw new RangeError(`no scenario called ${title}`);
  const author = authorFrom(randomFrom(seed));
  scenario(author);
  return deliveryOf(author, {});
}

function deliveryOf(
  author: ReturnType<typeof authorFrom>,
  { without = [], blankRows = false }: GenerateOptions,
): Delivery {
  const claims = blankRows
    ? author.claims.flatMap((row) => (author.random.chance(3) ? [null, row] : [row]))
    : author.claims;
  return {
    claims,
    deliveryForms: without.includes('deliveryForms') ? null : author.deliveryForms,
    indications: without.includes('indications') ? null : author.indications,
    clients: without.includes('clients') ? null : author.clients,
    asOf: AS_OF,
  };
}
