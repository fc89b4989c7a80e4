import type { Catalogue } from './catalogue.ts';
import { nlCapRules } from './nl/cap-rules.ts';
import { nlCellRules } from './nl/cell-rules.ts';
import { nlClientRules } from './nl/client-rules.ts';
import { nlCorrectionRules } from './nl/correction-rules.ts';
import { nlEiRules } from './nl/ei-rules.ts';
import { nlEntitlementRules } from './nl/entitlement-rules.ts';
import { nlFileRules } from './nl/file-rules.ts';
import { nlForms } from './nl/forms.ts';
import { nlLineRules } from './nl/line-rules.ts';
import { nlExpectedReturnCode } from './nl/return-codes.ts';
import { nlLineVerdicts, nlNotChecked, nlNotices, nlSeverities, nlVerdicts } from './nl/run-words.ts';
import { nlStoreErrors } from './nl/store-errors.ts';
import { nlWaiverRules } from './nl/waiver-rules.ts';

/** Dutch, in the words of billers. */
export const nl: Catalogue = {
  forms: nlForms,
  rules: {
    ...nlCapRules,
    ...nlEntitlementRules,
    ...nlCorrectionRules,
    ...nlLineRules,
    ...nlFileRules,
    ...nlCellRules,
    ...nlClientRules,
    ...nlEiRules,
    ...nlWaiverRules,
  },
  notChecked: nlNotChecked,
  notices: nlNotices,
  storeErrors: nlStoreErrors,
  verdicts: nlVerdicts,
  lineVerdicts: nlLineVerdicts,
  severities: nlSeverities,
  expectedReturnCode: nlExpectedReturnCode,
};
