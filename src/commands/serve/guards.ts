import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** What everything from the local page carries: kept by nobody, framed, read and guessed at by nothing else. */
export const headers: MiddlewareHandler[] = [
  secureHeaders({ referrerPolicy: 'no-referrer', xFrameOptions: 'SAMEORIGIN', strictTransportSecurity: false }),
  async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  },
];

/**
 * Answers this computer's own page and nothing else: the host must be the loopback address (a web site that gives its own name this address
 * is refused), whatever changes something must come from the page itself, and the path must begin with the token.
 */
export function onlyOwnPage(token: string): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? '';
    if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(host)) return refused(c);
    const origin = c.req.header('origin');
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (origin === undefined ? !reads : origin !== `http://${host}`) return refused(c);
    if (c.req.header('sec-fetch-site') === 'cross-site') return refused(c);
    if (!same(c.req.path.split('/')[1] ?? '', token)) return refused(c);
    return next();
  };
}

function refused(c: Context): Response {
  return c.text('403', 403);
}

/** Takes as long whatever the texts are. */
function same(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
