/** Whether a text is an AGB code: eight digits, zorgsoort 01–99, and not six zeros behind it (AW319 fields 0112 and 0420). */
export function isAgb(text: string): boolean {
  return /^(?!00)\d{2}(?!000000)\d{6}$/.test(text);
}
