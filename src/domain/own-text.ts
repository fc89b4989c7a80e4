/** From here on the engine may make a slice of a text and keep all of it; shorter ones are copied. */
const SLICED = 13;

/** A text of its own. One that was cut from a larger one keeps that in memory, a whole chunk of a file: who keeps it for long keeps this instead. */
export function ownText(text: string): string {
  return text.length < SLICED ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
