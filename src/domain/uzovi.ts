/** Whether a text is a UZOVI number: four digits, not all zero (AW319 field 0108). */
export function isUzovi(text: string): boolean {
  return /^(?!0000)\d{4}$/.test(text);
}
