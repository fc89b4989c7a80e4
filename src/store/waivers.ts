import type { Database } from 'better-sqlite3';
import type { Waiver } from '../domain/waiver.ts';

/** Writes a waiver down. Returns the one of the same finding that it takes the place of; null when there was none. */
export function addWaiver(db: Database, waiver: Waiver): Waiver | null {
  return db
    .transaction(() => {
      const before = db.prepare<[string], Waiver>(`${SELECT} WHERE fingerprint = ?`).get(waiver.fingerprint) ?? null;
      db.prepare(
        `REPLACE INTO waivers (fingerprint, reason, owner, valid_from, valid_until)
         VALUES (:fingerprint, :reason, :owner, :from, :until)`,
      ).run(waiver);
      return before;
    })
    .immediate();
}

/** All waivers, those that end first at the beginning. */
export function listWaivers(db: Database): Waiver[] {
  return db.prepare<[], Waiver>(`${SELECT} ORDER BY valid_until, fingerprint`).all();
}

/** Takes a waiver out of the register. Returns whether there was one. */
export function removeWaiver(db: Database, fingerprint: string): boolean {
  return db.prepare('DELETE FROM waivers WHERE fingerprint = ?').run(fingerprint).changes > 0;
}

const SELECT = 'SELECT fingerprint, reason, owner, valid_from AS "from", valid_until AS "until" FROM waivers';
