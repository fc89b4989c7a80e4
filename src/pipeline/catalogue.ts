import type { Rule, RuleFacts } from '../domain/rule.ts';
import { INTAKE_RULES } from '../parse/intake-rules.ts';
import { CAP_RULES, LINE_RULES } from '../rules/index.ts';
import { WAIVER_RULES } from '../rules/waiver-rules.ts';

// The literal types of the rules serve the message catalogue; here they are all just rules. A rule's `check` takes what every context gives.
export const lineRules: readonly Rule[] = LINE_RULES as unknown as readonly Rule[];
export const capRules: readonly Rule[] = CAP_RULES as unknown as readonly Rule[];

/** Every rule there is, in the order the catalogue shows them: the caps, the other domain rules, the intake rules, the waivers. */
export const CATALOGUE: readonly RuleFacts[] = [...CAP_RULES, ...LINE_RULES, ...INTAKE_RULES, ...WAIVER_RULES];

/** Rules that may be lowered only with a reason, which every report then gives. */
export const CORE_RULES: readonly string[] = ['monthly-cap-exceeded', 'vpt-client', 'zvw-without-indication'];
