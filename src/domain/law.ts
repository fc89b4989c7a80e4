/** The law a code is billed under: Zvw (wijkverpleging) or Wlz (modulair pakket thuis). */
export type Law = 'zvw' | 'wlz';

/** What the column `wet` of a line says; `other` is a law under which no technology hours exist (Wmo, Jeugdwet, private). */
export type DeclaredLaw = Law | 'other' | null;
