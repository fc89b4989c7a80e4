/** Texts with which people and programs say that they have no value, also between brackets as a pivot table has them (`(leeg)`). */
const NOTHING =
  /^[([<]?(?:null|nan?|n\/a|n\.a\.?|nil|none|nihil|undefined|unknown|empty|blank|leeg|geen|onbekend|n\.?v\.?t\.?|n\.?t?\.?b\.?|tbd|\\n)[)\]>]?$/i;
const SPREADSHEET_ERROR =
  /^#(?:N\/[AB]|VALUE!|WAARDE!|REF!|VERW!|DIV\/0!|DEEL\/0!|NAME\?|NAAM\?|NUM!|GETAL!|NULL!|LEEG!|SPILL!|OVERLOOP!|CALC!|BEREKENEN!|#+)$/i;

/** Whether a filled cell says that it has no value: the word for nothing, only signs (`-`, `?`), or the error of a formula. */
export function isNoValue(text: string): boolean {
  return NOTHING.test(text) || !/[\p{L}\p{N}]/u.test(text) || isSpreadsheetError(text);
}

/** Whether a text is the error of a spreadsheet formula, in English or Dutch, as it stands in a CSV that was made from a workbook. */
export function isSpreadsheetError(text: string): boolean {
  return text.startsWith('#') && SPREADSHEET_ERROR.test(text);
}
