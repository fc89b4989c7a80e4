import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import { SERVE_LABELS, type ServeLabels } from '../../messages/serve-labels.ts';
import type { Words } from '../../messages/words.ts';
import { embeddedJson } from '../../reporters/html/page-data.ts';
import { CLIENT_SCRIPT } from './client-script.ts';
import { EarlierRuns } from './earlier-runs.tsx';
import { PAGE_STYLE } from './page-style.ts';
import type { Remembered } from './remembered.ts';

/** What the script of the page is told. */
export interface LocalPageData {
  /** This tab. */
  readonly desk: string;
  readonly texts: ServeLabels['script'];
}

/** What the page is made of. */
export interface PageMatter {
  readonly desk: string;
  readonly words: Words;
  readonly remembered: Remembered;
}

/** The page with the policy that must go in its head: this style, this script, requests and frames of its own, and nothing else. */
export function localPage(matter: PageMatter): { readonly text: string; readonly policy: string } {
  const { words, desk } = matter;
  const labels = SERVE_LABELS[words.language];
  const data: LocalPageData = { desk, texts: labels.script };
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(PAGE_STYLE)}`,
    `script-src ${hashOf(CLIENT_SCRIPT)}`,
    "connect-src 'self'",
    'img-src data:',
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const text = [
    `<!doctype html><html lang="${words.language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">',
    renderToString(<title>{labels.title}</title>),
    `<style>${PAGE_STYLE}</style></head><body>`,
    renderToString(<Page matter={matter} labels={labels} />),
    `<script type="application/json" id="gegevens">${embeddedJson(data)}</script><script>${CLIENT_SCRIPT}</script></body></html>\n`,
  ].join('');
  return { text, policy };
}

interface PageProps {
  readonly matter: PageMatter;
  readonly labels: ServeLabels;
}

function Page({ matter, labels }: PageProps) {
  return (
    <div class="page">
      <main>
        <section class="verdict" aria-labelledby="kop">
          <h1 id="kop">{labels.title}</h1>
          <p class="lead">{labels.lead}</p>
          <p class="quiet">{labels.privacy}</p>
          <noscript>
            <p class="trouble">{labels.noScript}</p>
          </noscript>
        </section>
        <DeskSection labels={labels} />
        <section id="uitslag" aria-labelledby="uitslag-kop" hidden>
          <h2 id="uitslag-kop" tabindex={-1}>
            {labels.outcome}
          </h2>
          <p id="opslag" class="trouble" hidden />
          <div id="oordeel" class="said" />
          <ul id="ophalen" class="get" />
          <p id="boeken" class="go" hidden>
            <button type="button" id="boek" />
            <output id="geboekt" />
          </p>
          <details class="understood">
            <summary>{labels.script.understood}</summary>
            <div id="begrepen" class="said typed" />
          </details>
          <iframe id="rapport" class="report" title={labels.reportTitle} />
        </section>
        <EarlierRuns labels={labels} remembered={matter.remembered} />
        <section aria-labelledby="sluit-kop">
          <h2 id="sluit-kop" class="vh">
            {labels.stop}
          </h2>
          <p>
            <button type="button" id="sluit">
              {labels.stop}
            </button>
          </p>
          <p class="quiet">{labels.stopHint}</p>
        </section>
      </main>
    </div>
  );
}

function DeskSection({ labels }: { readonly labels: ServeLabels }) {
  return (
    <section aria-labelledby="bestanden-kop">
      <h2 id="bestanden-kop">{labels.filesHeading}</h2>
      <ul>
        {labels.needed.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      <form id="bureau" class="desk">
        <div id="neer" class="drop">
          <p>
            {labels.drop} <input type="file" id="kies" multiple />
            <label for="kies">{labels.choose}</label>
          </p>
        </div>
        <ul id="lijst" class="dropped" aria-live="polite" />
        <p id="leeg" class="quiet">
          {labels.noFiles}
        </p>
        <div class="choices">
          <label>
            {labels.month}
            <input type="text" id="maand" autocomplete="off" aria-describedby="maand-uitleg" />
            <span id="maand-uitleg" class="quiet">
              {labels.monthHint}
            </span>
          </label>
          <label id="vervangt-rij" hidden>
            {labels.replaces}
            <select id="vervangt" aria-describedby="vervangt-uitleg" />
            <span id="vervangt-uitleg" class="quiet">
              {labels.replacesHint}
            </span>
          </label>
          <label>
            <input type="checkbox" id="onthoud" aria-describedby="onthoud-uitleg" />
            {labels.remember}
            <span id="onthoud-uitleg" class="quiet">
              {labels.rememberHint}
            </span>
          </label>
        </div>
        <div class="go">
          <button type="submit" id="controleer" class="main" disabled>
            {labels.check}
          </button>
          <button type="button" id="breek-af" hidden>
            {labels.cancel}
          </button>
          <progress id="voortgang" max={100} aria-labelledby="stand" hidden />
          <output id="stand" />
        </div>
      </form>
    </section>
  );
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
