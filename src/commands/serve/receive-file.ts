import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { Desk } from './desk.ts';
import { memorySource } from './memory-source.ts';

/** Takes a file in; null when it is too much. What a cancelled upload brought is forgotten. */
export async function received(
  c: Context,
  desk: Desk,
  fits: () => boolean,
): Promise<{ id: string; bytes: number } | null> {
  const pieces: Uint8Array[] = [];
  let taken = 0;
  const letGo = () => {
    desk.held -= taken;
  };
  try {
    for await (const piece of c.req.raw.body ?? []) {
      taken += piece.length;
      desk.held += piece.length;
      if (!fits()) {
        letGo();
        return null;
      }
      pieces.push(piece);
    }
  } catch (error) {
    letGo();
    throw error;
  }
  const id = randomUUID();
  const bytes = memorySource(pieces);
  desk.files.set(id, { id, name: freeName(c.req.query('name') ?? '', desk), bytes });
  return { id, bytes: bytes.size };
}

/** Two files may share a name when they come from two folders. */
function freeName(wanted: string, { files }: Desk): string {
  const names = new Set([...files.values()].map(({ name }) => name));
  const plain = wanted.split(/[/\\]/).at(-1) || 'bestand';
  for (let turn = 2, name = plain; ; turn++) {
    if (!names.has(name)) return name;
    name = `${plain} (${turn})`;
  }
}
