/** The fragment of a finding: its fingerprint, so that a link stays right when rows move. */
export function findingAnchor(fingerprint: string): string {
  return `b-${safe(fingerprint)}`;
}

/** The fragment of the explanation of a rule. */
export function ruleAnchor(rule: string): string {
  return `regel-${safe(rule)}`;
}

function safe(text: string): string {
  return text.replace(/[^\w-]/g, '');
}
