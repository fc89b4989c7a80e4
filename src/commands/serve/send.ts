import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { MadeDownload } from './downloads.ts';

/** The HTML report is shown; everything else is saved under its name. */
export function sent(c: Context, { id, fileName, pieces }: MadeDownload): Response {
  const name = `filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
  const shown = id === 'html' && c.req.query('save') === undefined;
  c.header('Content-Disposition', `${shown ? 'inline' : 'attachment'}; ${name}`);
  c.header('Content-Type', id === 'html' ? 'text/html; charset=utf-8' : 'application/octet-stream');
  return stream(c, async (out) => {
    for await (const piece of pieces) {
      if (out.aborted) return;
      await out.write(piece);
    }
  });
}
