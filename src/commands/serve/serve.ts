import { randomBytes } from 'node:crypto';
import { serve as listen } from '@hono/node-server';
import { UserError } from '../../errors.ts';
import { SERVE_LABELS } from '../../messages/serve-labels.ts';
import { wordsFor } from '../../messages/words-for.ts';
import { settle } from '../settled.ts';
import type { ExitCode, Shell } from '../shell.ts';
import type { StoreOptions } from '../store-options.ts';
import { answers } from './local-page.ts';

/** Options of `tzt serve`. */
export interface ServeOptions extends StoreOptions {
  /** 0, and so any free one, unless given. */
  readonly port?: string;
  /** Whether the user's browser is opened. */
  readonly open?: boolean;
}

/** Bytes that the files of all tabs together may have: they are kept in memory, and nowhere else. */
const MOST_BYTES = 1_000_000_000;

/**
 * `tzt serve`: the page for whoever has no command line. It answers on 127.0.0.1 alone, to whoever knows the random token in its address,
 * until it is closed from the page or with Ctrl+C. Throws UserError when the port is taken.
 */
export async function serve(options: ServeOptions, shell: Shell): Promise<ExitCode> {
  const { open, port, ...rest } = options;
  const { language } = settle(rest, shell);
  const labels = SERVE_LABELS[language];
  const token = randomBytes(24).toString('base64url');
  const stop = new AbortController();
  const app = answers({
    token,
    options: rest,
    shell,
    words: wordsFor(language),
    mostBytes: MOST_BYTES,
    stop: () => stop.abort(),
  });
  const { server, address } = await listening(app.fetch, portOf(port));
  const url = `http://127.0.0.1:${address}/${token}/`;
  shell.stdout.write(`${labels.started(url)}\n${labels.startedHint}\n`);
  if (open !== false) await inBrowser(url).catch(() => shell.stderr.write(`${labels.notOpened}\n`));
  await aborted(shell.signal ? AbortSignal.any([shell.signal, stop.signal]) : stop.signal);
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  shell.stdout.write(`${labels.stopped}\n`);
  return 0;
}

function portOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UserError(`--port ${text} is geen poort. Geef een getal van 1 tot en met 65535, of laat het weg.`);
}

/** The server and its port. */
function listening(fetch: Parameters<typeof listen>[0]['fetch'], port: number) {
  return new Promise<{ server: import('node:http').Server; address: number }>((ready, failed) => {
    const server = listen({ fetch, port, hostname: '127.0.0.1' }, ({ port: address }) =>
      ready({ server: server as import('node:http').Server, address }),
    );
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is al in gebruik' : `is niet te openen (${error.code ?? 'onbekend'})`;
      failed(new UserError(`Poort ${port} ${why}. Kies een andere met --port, of laat die optie weg.`, error));
    });
  });
}

async function inBrowser(url: string): Promise<void> {
  const { default: open } = await import('open');
  await open(url);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
}
