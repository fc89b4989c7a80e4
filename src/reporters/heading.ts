/** A label as a heading: with a capital. */
export function headingOf(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
