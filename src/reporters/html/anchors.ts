/** The fragment of a finding: its fingerprint, so that a link stays right when rows move. */
export function findingAnchor(fingerprint: string): string {
  return `b-${safe(fingerprint)}`;
}

/** The fragment of the explanation of a rule. */
export function ruleAnchor(rule: string): string {
  return `regel-${safe(rule)}`;
}

/** The fragment of a work list with one filter set, as the client script reads it. */
export function filterAnchor(name: 'rule' | 'code' | 'insurer' | 'action', value: string): string {
  return `#${new URLSearchParams({ [name]: value }).toString()}`;
}

function safe(text: string): string {
  return text.replace(/[^\w-]/g, '');
}
