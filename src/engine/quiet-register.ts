import type { ClientId } from '../domain/client-identity.ts';
import type { Policy } from '../domain/policy.ts';
import { DELIVERY_FORMS } from '../domain/register.ts';
import { type RegisterTable, sayingOf } from '../domain/register-table.ts';
import { NEEDS_MPT, NEEDS_WIJKVERPLEGING, WLZ, ZVW } from './code-flags.ts';

const MPT = sayingOf('MPT');
const WIJKVERPLEGING = sayingOf('wijkverpleging');
const WLZ_INDICATION = sayingOf('wlz');
const DEATH = sayingOf('death');
const UNSETTLED = [sayingOf('DTV'), sayingOf('VKB')];

/** Tells from the register rows of a client, without making objects of them, that they leave nothing to say of a stretch of days. */
export class QuietRegister {
  readonly #registers: RegisterTable;
  /** By what a row says: for which laws of lines rules speak when it holds on one of their days. */
  readonly #refuses: Uint8Array;

  constructor(registers: RegisterTable, policy: Policy) {
    this.#registers = registers;
    this.#refuses = new Uint8Array(DEATH + 1);
    for (const form of DELIVERY_FORMS) {
      this.#refuses[sayingOf(form)] = policy.refusedDeliveryForms.includes(form) ? ZVW | WLZ : ZVW;
    }
    for (const form of UNSETTLED) this.#refuses[form]! |= WLZ;
    this.#refuses[WLZ_INDICATION] = ZVW;
  }

  /**
   * Whether one period covers all days from `first` to `last` for each entitlement that is needed, and no row speaks against these days.
   * Two periods that cover them together are left to the rules.
   */
  covers(client: ClientId, needs: number, first: number, last: number): boolean {
    const registers = this.#registers;
    let missing = needs & (NEEDS_MPT | NEEDS_WIJKVERPLEGING);
    const end = registers.end(client);
    for (let row = registers.start(client); row < end; row++) {
      const says = registers.says(row);
      const from = registers.first(row);
      const to = registers.last(row);
      // What could not be read leaves lines undecided.
      if (says > DEATH) return false;
      if (says === DEATH) {
        if (from < last) return false;
        continue;
      }
      if (from <= last && to >= first && (this.#refuses[says]! & needs) !== 0) return false;
      if (from > first || to < last) continue;
      if (says === MPT) missing &= ~NEEDS_MPT;
      else if (says === WIJKVERPLEGING) missing &= ~NEEDS_WIJKVERPLEGING;
    }
    return missing === 0;
  }
}
