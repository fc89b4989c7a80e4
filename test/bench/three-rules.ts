interface Stretch {
  readonly value: string;
  readonly first: string;
  readonly last: string;
}

interface Line {
  readonly client: string;
  readonly code: string;
  readonly first: string;
  readonly last: string;
  readonly minutes: number;
  readonly credit: boolean;
}

const TECHNOLOGY: readonly string[] = ['1062', 'H138', 'H139', 'H306'];
const OPEN = '9999-12-31';

/** The three core rules with Maps, for readers that give rows: what is measured of them is their reading. */
export class ThreeRules {
  readonly #registers = { forms: new Map<string, Stretch[]>(), indications: new Map<string, Stretch[]>() };
  readonly #lines: Line[] = [];

  /** A row of a register; dates as `jjjj-mm-dd`, the last '' when it is open. */
  period(register: 'forms' | 'indications', client: string, value: string, first: string, last: string): void {
    const periods = this.#registers[register];
    const stretch = { value: value.toLowerCase(), first, last: last || OPEN };
    periods.set(client, [...(periods.get(client) ?? []), stretch]);
  }

  /** A row of claims; dates as `jjjj-mm-dd`. */
  claim(client: string, code: string, first: string, last: string, quantity: number, unit: string, sign: string): void {
    if (!TECHNOLOGY.includes(code)) return;
    const minutes = Math.round(quantity * (unit === 'uur' ? 60 : 1));
    this.#lines.push({ client, code, first, last, minutes, credit: sign === 'C' });
  }

  /** `rule client month`. */
  violations(): string[] {
    const { forms, indications } = this.#registers;
    const minutes = new Map<string, number>();
    const refused = new Set<string>();
    const found = new Set<string>();
    for (const { client, code, first, last, minutes: own, credit } of this.#lines) {
      const key = `${client} ${first.slice(0, 7)}`;
      const isVpt = forms.get(client)?.some((form) => form.value === 'vpt' && form.first <= last && form.last >= first);
      const isIndicated = indications
        .get(client)
        ?.some((one) => one.value === 'wijkverpleging' && one.first <= first && one.last >= last);
      if (!credit && isVpt) found.add(`vpt-client ${key}`);
      if (!credit && code === '1062' && !isIndicated) found.add(`zvw-without-indication ${key}`);
      if (!credit && (isVpt || (code === '1062' && !isIndicated))) refused.add(key);
      minutes.set(key, (minutes.get(key) ?? 0) + (credit ? -own : own));
    }
    for (const [key, sum] of minutes) if (sum > 390 && !refused.has(key)) found.add(`monthly-cap-exceeded ${key}`);
    return [...found];
  }
}

/** `dd-mm-jjjj` as `jjjj-mm-dd`; '' stays ''. */
export function isoDay(text: string): string {
  return text === '' ? '' : `${text.slice(6, 10)}-${text.slice(3, 5)}-${text.slice(0, 2)}`;
}
