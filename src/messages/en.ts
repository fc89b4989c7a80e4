import type { Catalogue } from './catalogue.ts';
import { enCapRules } from './en/cap-rules.ts';
import { enCellRules } from './en/cell-rules.ts';
import { enClientRules } from './en/client-rules.ts';
import { enCorrectionRules } from './en/correction-rules.ts';
import { enEiRules } from './en/ei-rules.ts';
import { enEntitlementRules } from './en/entitlement-rules.ts';
import { enFileRules } from './en/file-rules.ts';
import { enForms } from './en/forms.ts';
import { enLineRules } from './en/line-rules.ts';
import { enExpectedReturnCode } from './en/return-codes.ts';
import { enLineVerdicts, enNotChecked, enNotices, enSeverities, enVerdicts } from './en/run-words.ts';
import { enStoreErrors } from './en/store-errors.ts';
import { enWaiverRules } from './en/waiver-rules.ts';

/** British English, with the Dutch term where billers know only that. */
export const en: Catalogue = {
  forms: enForms,
  rules: {
    ...enCapRules,
    ...enEntitlementRules,
    ...enCorrectionRules,
    ...enLineRules,
    ...enFileRules,
    ...enCellRules,
    ...enClientRules,
    ...enEiRules,
    ...enWaiverRules,
  },
  notChecked: enNotChecked,
  notices: enNotices,
  storeErrors: enStoreErrors,
  verdicts: enVerdicts,
  lineVerdicts: enLineVerdicts,
  severities: enSeverities,
  expectedReturnCode: enExpectedReturnCode,
};
