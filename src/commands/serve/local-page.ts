import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { UserError } from '../../errors.ts';
import { copyLabels } from '../../messages/copy-labels.ts';
import { filledIn, SERVE_LABELS } from '../../messages/serve-labels.ts';
import type { Words } from '../../messages/words.ts';
import { CopyRefused } from '../../pipeline/copy-refused.ts';
import { html } from '../../reporters/html.tsx';
import { bugText } from '../bug-text.ts';
import type { Shell } from '../shell.ts';
import type { StoreOptions } from '../store-options.ts';
import { checked } from './check-answer.ts';
import { type Desks, desks } from './desk.ts';
import { made } from './downloads.ts';
import { earlierRuns } from './earlier-runs.tsx';
import { headers, onlyOwnPage } from './guards.ts';
import { localPage } from './page.tsx';
import { received } from './receive-file.ts';
import { bookRemembered, rememberedMatter, rememberedRuns, unbookRemembered } from './remembered.ts';
import { sent } from './send.ts';

/** What the local page needs of the command that serves it. */
export interface PageSettings {
  /** Nobody gets an answer without it. */
  readonly token: string;
  readonly options: StoreOptions;
  readonly shell: Shell;
  readonly words: Words;
  /** Bytes that the files of all tabs together may have. */
  readonly mostBytes: number;
  /** Called when the user closes tzt from the page. */
  readonly stop: () => void;
}

/** How many tabs keep their files; the one longest unused loses them first. */
const MOST_DESKS = 8;

/** The answers of the local page. Every path begins with the token. */
export function answers(settings: PageSettings): Hono {
  const { token, options, shell, words } = settings;
  const labels = SERVE_LABELS[words.language];
  const all = desks(MOST_DESKS);
  const app = new Hono({ strict: false });
  app.use(...headers, onlyOwnPage(token));
  app.onError((error, c) => {
    if (error instanceof UserError) return c.json({ problem: error.message }, 400);
    shell.stderr.write(`${bugText(error)}\n`);
    return c.json({ problem: labels.problems.internal }, 500);
  });
  const page = app.basePath(`/${token}`);
  page.get('/', async (c) => {
    const desk = randomUUID();
    all.open(desk);
    const { text, policy } = localPage({ desk, words, remembered: await rememberedRuns(options, shell) });
    c.header('Content-Security-Policy', policy);
    return c.html(text);
  });
  page.post('/stop', (c) => {
    // The answer first.
    setTimeout(settings.stop, 100);
    return c.json({});
  });
  answerOfEarlier(page, settings);
  answerOfDesks(page, all, settings);
  return app;
}

/** The runs of the store. */
function answerOfEarlier(page: Hono, { options, shell, words }: PageSettings): void {
  page.get('/earlier', async (c) => c.html(earlierRuns(await rememberedRuns(options, shell), words.language)));
  page.get('/earlier/:run', async (c) => {
    const matter = await rememberedMatter(c.req.param('run'), c.req.query('older') ?? null, options, shell);
    if (matter === null) return c.text(SERVE_LABELS[words.language].problems['no-run'], 404);
    return sent(c, { id: 'html', label: '', fileName: 'rapport.html', pieces: html.render(matter) });
  });
  page.post('/earlier/:run/book', async (c) =>
    c.json(await bookRemembered(c.req.param('run'), c.req.query('replaces') ?? '', options, shell)),
  );
  page.post('/earlier/:run/unbook', async (c) => c.json(await unbookRemembered(c.req.param('run'), options, shell)));
}

/** The files of a tab, the check, and what came of it. */
function answerOfDesks(page: Hono, all: Desks, settings: PageSettings): void {
  const { words, mostBytes } = settings;
  const { problems } = SERVE_LABELS[words.language];
  page.put('/desks/:desk/files', async (c) => {
    const desk = all.find(c.req.param('desk'));
    if (desk === null) return c.json({ problem: problems['no-desk'] }, 410);
    const file = await received(c, desk, () => all.held() <= mostBytes);
    const limit = `${words.number(Math.floor(mostBytes / 1_000_000))} MB`;
    return file === null ? c.json({ problem: filledIn(problems['too-large'], { limit }) }, 413) : c.json(file);
  });
  page.delete('/desks/:desk/files/:file', (c) => {
    const desk = all.find(c.req.param('desk'));
    const id = c.req.param('file');
    if (desk) desk.held -= desk.files.get(id)?.bytes.size ?? 0;
    desk?.files.delete(id);
    return c.json({});
  });
  page.post('/desks/:desk/close', (c) => {
    all.close(c.req.param('desk'));
    return c.json({});
  });
  page.post('/desks/:desk/run', (c) => {
    const desk = all.find(c.req.param('desk'));
    if (desk === null) return c.json({ problem: problems['no-desk'] }, 410);
    if (desk.files.size === 0) return c.json({ problem: problems['no-files'] }, 400);
    if (desk.running !== null) return c.json({ problem: problems.busy }, 409);
    return checked(c, desk, settings);
  });
  page.get('/desks/:desk/get/:what', async (c) => {
    const outcome = all.find(c.req.param('desk'))?.outcome ?? null;
    try {
      const download = outcome && (await made(outcome, c.req.param('what')));
      if (download === 'empty') return c.text(problems.empty, 404);
      return download === null ? c.text(problems['no-run'], 404) : sent(c, download);
    } catch (error) {
      if (!(error instanceof CopyRefused)) throw error;
      const facts = Object.entries(error.facts).map(([name, value]) => [name, words.number(value)]);
      return c.text(copyLabels(words.language).refused('', error.reason, Object.fromEntries(facts)), 409);
    }
  });
}
