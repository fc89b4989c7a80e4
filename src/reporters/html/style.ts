import type { LineColumn } from './lines-table.tsx';

/**
 * The style of the page: calm, one scale of type (steps of 1.25), light and dark by the reader's own preference, print on A4.
 * The columns of the tables of lines get their width here, and on a narrow screen, where such a table does not fit, the heading beside each value.
 */
export function pageStyle(columns: readonly LineColumn[]): string {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const wide = columns.map(({ width, numeric }, index) => {
    const place = `:nth-child(${index + 1})`;
    const share = Math.round((width / all) * 1000) / 10;
    return `.lines th${place}{width:${share}%}${numeric ? `.lines th${place},.lines td${place}{text-align:right}` : ''}`;
  });
  const narrow = columns.map(({ heading }, index) => {
    return `.lines td:nth-child(${index + 1})::before{content:${cssText(heading)}}`;
  });
  const style = `${STYLE}@media print,(min-width:44.01rem){.lines{table-layout:fixed}${wide.join('')}}`;
  return `${style}@media screen and (max-width:44rem){${narrow.join('')}}`.replace(/\n\s*/g, '');
}

/** A text as a CSS string; letters and digits stay, all else is written as its number. */
function cssText(text: string): string {
  const escaped = text.replace(/[^\p{L}\p{N} ]/gu, (character) => `\\${character.codePointAt(0)!.toString(16)} `);
  return `"${escaped}"`;
}

const STYLE = `
:root{
  color-scheme:light dark;
  --paper:#fff; --ground:#f4f5f3; --ink:#1b2326; --quiet:#566166; --rule:#d9dedc; --soft:#eef1ef;
  --link:#0b5a6e; --bad:#a31d1d; --bad-soft:#fbeeec; --warn:#7d4b00; --warn-soft:#fdf4e3; --good:#17633a; --good-soft:#ecf6ef;
  --bar:#6f9fac; --over:#a31d1d; --focus:#0b5a6e;
  --s-1:.8rem; --s0:1rem; --s1:1.25rem; --s2:1.5625rem; --s3:1.953rem; --s4:2.441rem;
}
@media (prefers-color-scheme:dark){
  :root{
    --paper:#1a2022; --ground:#121719; --ink:#e5eae8; --quiet:#a3b0b0; --rule:#364043; --soft:#232b2e;
    --link:#7cc6d8; --bad:#ff9d92; --bad-soft:#33201f; --warn:#f0bd6a; --warn-soft:#302716; --good:#86d3a2; --good-soft:#1b2d22;
    --bar:#4f8796; --over:#ff8577; --focus:#7cc6d8;
  }
}
*{box-sizing:border-box}
html{background:var(--ground);scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{
  margin:0;color:var(--ink);
  font:1rem/1.55 "Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif;
  font-variant-numeric:tabular-nums;
}
.page{max-width:72rem;margin:0 auto;padding:0 1.5rem 5rem}
h1,h2,h3,p,ul,dl,dd,table{margin:0;padding:0}
h1{font-size:var(--s4);line-height:1.15;font-weight:650;letter-spacing:-.01em}
h2{font-size:var(--s2);line-height:1.25;font-weight:620;margin-bottom:.75rem}
h3{font-size:var(--s1);line-height:1.3;font-weight:600;margin:1.75rem 0 .6rem}
p{max-width:68ch}
p+p{margin-top:.4rem}
ul{padding-left:1.25rem}
li{max-width:72ch}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.12em}
code,.hash{font-family:ui-monospace,"Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace;font-size:.85em}
code{color:var(--quiet);font-weight:400}
.hash{overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:3px}
[hidden]{display:none!important}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--paper);padding:.6rem 1rem;z-index:3;border-radius:0 0 6px 6px}
.skip:focus{top:0}
.quiet{color:var(--quiet);font-size:.9rem}
.block{display:block}
.label{font-weight:600}
nav{border-bottom:1px solid var(--rule);background:var(--paper)}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.15rem 1.5rem;max-width:72rem;margin:0 auto;padding:.7rem 1.5rem}
nav a{text-decoration:none;font-size:.95rem}
nav a:hover{text-decoration:underline}
main>section,.verdict{margin-top:3.5rem}
.verdict{margin-top:2.5rem}
.eyebrow{color:var(--quiet);font-size:.95rem}
.question{margin-top:1.25rem;font-size:var(--s1);color:var(--quiet)}
.verdict h1{margin:.15rem 0 .6rem}
.verdict .lead{font-size:var(--s1);line-height:1.45}
.verdict .quiet{margin-top:.8rem;overflow-wrap:anywhere}
.rejected>h1{color:var(--bad)}
.incomplete>h1{color:var(--warn)}
.approved>h1{color:var(--good)}
.callout{margin-top:1.5rem;padding:1rem 1.25rem;border-left:4px solid var(--good);background:var(--good-soft);border-radius:0 6px 6px 0;max-width:none}
.callout h2{font-size:var(--s1);margin-bottom:.35rem}
.callout h3{font-size:1rem;margin:.9rem 0 .25rem}
.callout.warn{border-color:var(--warn);background:var(--warn-soft)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:1rem;margin-top:1.5rem}
.verdict .tiles{grid-template-columns:minmax(16rem,1.7fr) repeat(3,minmax(9rem,1fr))}
.tiles>div{background:var(--paper);border:1px solid var(--rule);border-radius:8px;padding:1rem 1.25rem}
.tiles dt{color:var(--quiet);font-size:.95rem}
.tiles dd{color:var(--quiet);font-size:.9rem}
.tiles dd.value{color:var(--ink);font-size:var(--s3);line-height:1.3;font-weight:600}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:600;padding:0 0 .4rem}
th,td{text-align:left;vertical-align:top;padding:.4rem 1rem .4rem 0;border-bottom:1px solid var(--rule);unicode-bidi:isolate}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--quiet);font-weight:500;font-size:.9rem;vertical-align:bottom}
tbody th{font-weight:400}
.n{text-align:right;white-space:nowrap}
.scroll{overflow-x:auto;margin-top:1rem}
main>section>.quiet{margin-top:.6rem}
.wide{grid-column:1/-1}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1.5rem 3rem}
.picture>*{min-width:0}
.picture{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,15rem);gap:0 3rem;align-items:start}
.distribution td,.distribution th{padding-top:.15rem;padding-bottom:.15rem;font-size:.9rem}
.histogram{display:block;width:100%;min-width:34rem;height:auto}
.histogram text{font:500 13px "Segoe UI",system-ui,sans-serif;fill:var(--quiet)}
.histogram .count{fill:var(--ink)}
.histogram .cap-label{fill:var(--bad);font-weight:650}
.bar{fill:var(--bar)}
.bar.over{fill:var(--over)}
.axis{stroke:var(--rule);stroke-width:1.5}
.cap{stroke:var(--bad);stroke-width:2;stroke-dasharray:5 3}
.overrun{display:block;width:100%;min-width:8rem;max-width:20rem;height:1rem;margin-top:.3rem}
.overrun .cap{stroke:var(--ink);stroke-dasharray:none}
.overruns td:nth-child(3){width:45%}
.overruns td:nth-child(2){white-space:nowrap}
tr.error .sym,.card.error h3 .sym,.faults .error .sym{color:var(--bad)}
.sym{margin-right:.3em}
h1 .sym{margin:0}
tr.warning .sym,.card.warning h3 .sym,.faults .warning .sym{color:var(--warn)}
tr.info .sym,.card.info h3 .sym,.card.accepted h3 .sym,.faults .info .sym{color:var(--quiet)}
.filters{margin:1.25rem 0;padding:1rem 1.25rem;background:var(--paper);border:1px solid var(--rule);border-radius:8px;display:block}
.fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));gap:.75rem 1rem}
.fields label{min-width:0}
.fields span{display:block;color:var(--quiet);font-size:.9rem}
input,select,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--quiet);border-radius:5px;padding:.4rem .6rem;min-height:2.5rem}
input,select{width:100%}
::placeholder{color:var(--quiet);opacity:1}
button{cursor:pointer;padding:.4rem .9rem}
button:hover{background:var(--soft)}
.controls{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;margin-top:1rem;max-width:none}
.controls output{margin-right:auto;font-weight:600}
.card{background:var(--paper);border:1px solid var(--rule);border-left:4px solid var(--quiet);border-radius:6px;padding:1rem 1.25rem 1.1rem;margin-top:1rem;scroll-margin-top:1rem}
.card.error{border-left-color:var(--bad)}
.card.warning{border-left-color:var(--warn)}
.card>header{display:flex;flex-wrap:wrap;gap:.2rem .5rem;align-items:baseline}
.card h3{margin:0;font-size:1.1rem;overflow-wrap:anywhere}
.who{unicode-bidi:isolate}
.month{font-weight:400;color:var(--quiet)}
.meta{color:var(--quiet);font-size:.95rem;margin-left:auto}
.link{text-decoration:none;padding:0 .35em}
.faults{list-style:none;padding:0;margin-top:.5rem}
.faults li{max-width:none;overflow-wrap:anywhere;scroll-margin-top:6rem}
.faults li+li{margin-top:.6rem}
.faults p,.todo li{max-width:90ch}
.faults p+p{margin:0}
.about,.faults .about{color:var(--quiet);font-size:.9rem;max-width:none}
.about a{color:inherit}
.lines,.rows{margin-top:.75rem;font-size:.95rem}
.lines th,.lines td,.rows th,.rows td{padding:.25rem 1rem .25rem 0;overflow-wrap:anywhere}
.lines thead th,.rows thead th{font-size:.85rem}
.rows{table-layout:fixed}
.rows th:nth-child(1){width:6rem}
.rows th:nth-child(2){width:14rem}
.lines .hit td{font-weight:600}
.lines .hit.rejected td:last-child{color:var(--bad)}
.rows tr:target,.faults li:target{background:var(--soft)}
.rows+.about{margin-top:.5rem}
.todo{display:flex;gap:.2rem 1rem;margin-top:.9rem;padding:.6rem .9rem;background:var(--soft);border-radius:5px}
.todo .label{white-space:nowrap}
.todo .otherwise{color:var(--quiet)}
.todo ul{list-style:none;padding:0}
.todo li{overflow-wrap:anywhere}
.explained{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1.75rem 3rem}
.explained h3{margin:0 0 .3rem;font-size:1.05rem}
.explained .quiet{margin-top:.35rem}
.explained article{scroll-margin-top:1rem}
.files td{font-size:.95rem}
.files .hash{min-width:16rem}
.policies li+li{margin-top:1rem}
.policies p+p{margin-top:.15rem}
.statement{background:var(--paper);border:1px solid var(--rule);border-radius:8px;padding:1.75rem}
.statement dl{margin-top:1rem}
.statement dl>div{display:grid;grid-template-columns:11rem minmax(0,1fr);gap:0 1.5rem;padding:.3rem 0;border-top:1px solid var(--rule)}
.statement dt{color:var(--quiet);grid-row:1/span 20}
.statement dd{grid-column:2;overflow-wrap:anywhere}
.signatures{display:grid;grid-template-columns:1fr 1fr;gap:2.5rem;margin-top:1.5rem}
.signature .line{border-bottom:1px solid var(--ink);padding:1.5rem 0 .15rem;color:var(--quiet);font-size:.9rem;max-width:none}
@media screen{
  .many .card{content-visibility:auto;contain-intrinsic-size:auto 19rem}
}
@media screen and (max-width:44rem){
  .page{padding:0 1rem 3rem}
  nav ul{padding:.6rem 1rem;gap:.1rem 1.1rem}
  h1{font-size:var(--s3)}
  .picture,.verdict .tiles{grid-template-columns:1fr}
  .statement dt{grid-row:auto}
  .lines,.lines tbody{display:block}
  .lines thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
  .lines tr{display:grid;grid-template-columns:1fr 1fr;gap:0 1rem;padding:.5rem 0;border-bottom:1px solid var(--rule)}
  .lines td{display:block;border:0;padding:.1rem 0}
  .lines td::before{display:block;color:var(--quiet);font-size:.8rem;font-weight:400}
  .rows th:nth-child(1){width:3.5rem}
  .rows th:nth-child(2){width:6rem}
  .card>header .meta{order:3;flex-basis:100%;margin-left:0}
  .link{margin-left:auto}
  .todo{display:block}
  .statement{padding:1.1rem}
  .statement dl>div{grid-template-columns:1fr}
  .statement dd{grid-column:1}
  .signatures{grid-template-columns:1fr;gap:1.5rem}
}
@page{size:A4;margin:14mm}
@media print{
  :root{color-scheme:light;--paper:#fff;--ground:#fff;--ink:#000;--quiet:#444;--rule:#bbb;--soft:#f3f3f3;--link:#000;--bad:#8c1414;--warn:#6b4000;--good:#14532f;--bad-soft:#fff;--warn-soft:#fff;--good-soft:#fff;--bar:#8fb3bd;--over:#8c1414}
  html{font-size:8.8pt}
  nav,.skip,.filters,.controls,#meer,.link{display:none!important}
  .page{padding:0;max-width:none}
  main>section,.verdict{margin-top:1.6rem}
  .verdict{margin-top:0}
  .scroll{overflow:visible}
  .tiles{grid-template-columns:repeat(4,1fr);gap:.6rem}
  .verdict .tiles{grid-template-columns:1.7fr 1fr 1fr 1fr}
  .tiles>div{padding:.6rem .8rem}
  .tiles dd.value{font-size:var(--s2)}
  .histogram{min-width:0}
  .picture{display:block}
  .picture p{break-after:avoid}
  .histogram{break-inside:avoid}
  h2,h3,h2+p{break-after:avoid}
  .card,.tiles>div,.explained article,.signatures,.callout,tr,li{break-inside:avoid}
  .card{padding:.6rem .8rem;margin-top:.6rem}
  thead{display:table-header-group}
  a{color:inherit;text-decoration:none}
  .statement{break-before:page;border:0;padding:0;margin:0}
  .statement dl>div{padding:.15rem 0}
  .statement dd,.statement dt{line-height:1.35}
  .statement .hash{font-size:.8em}
  .statement .line{padding-top:2.3rem}
  html[data-print=statement] main>:not(.statement){display:none}
  html[data-print=statement] .statement{break-before:auto}
  html[data-print=selection] .verdict,html[data-print=selection] main>section:not(#werklijst){display:none}
}
`;
