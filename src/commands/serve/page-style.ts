import { pageStyle } from '../../reporters/html/style.ts';

/** The style of the local page: that of the report, with what only this page has. */
export const PAGE_STYLE = `${pageStyle([])}${`
h1{hyphens:auto;overflow-wrap:break-word}
@media (max-width:30rem){h1{font-size:1.6rem}}
.desk{margin-top:2rem;display:grid;gap:1.25rem}
.drop{border:2px dashed var(--quiet);border-radius:8px;background:var(--paper);padding:1.75rem 1.5rem;text-align:center}
.drop p{max-width:none}
.drop.over{border-color:var(--focus);background:var(--soft)}
.drop input{position:absolute;width:1px;height:1px;min-height:0;opacity:0}
.drop label{color:var(--link);text-decoration:underline;text-underline-offset:.18em;cursor:pointer}
.drop input:focus-visible+label{outline:3px solid var(--focus);outline-offset:2px;border-radius:3px}
.dropped{list-style:none;padding:0}
.dropped li{display:flex;flex-wrap:wrap;gap:.2rem 1rem;align-items:center;max-width:none;padding:.35rem 0;border-bottom:1px solid var(--rule)}
.dropped .name{font-weight:600;overflow-wrap:anywhere}
.dropped .state{color:var(--quiet);margin-left:auto}
.dropped .failed{color:var(--bad)}
.dropped button{min-height:2rem;padding:.1rem .6rem}
.choices{display:grid;grid-template-columns:minmax(0,1fr);gap:.9rem;max-width:44rem}
.choices input[type=text],.choices select{width:auto;max-width:calc(100% - .6rem);margin-left:.6rem}
.choices input[type=text]{width:10rem}
.choices input[type=checkbox]{width:auto;min-height:0;margin-right:.5rem}
.choices .quiet{display:block;max-width:none}
.go{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:center}
.go progress{flex:1 1 12rem;max-width:24rem}
button.main{background:var(--link);border-color:var(--link);color:var(--paper);font-weight:600;padding:.5rem 1.5rem}
button.main:hover{background:var(--ink);border-color:var(--ink)}
button:disabled{opacity:.6;cursor:default}
.said{margin-top:1rem;white-space:pre-wrap;overflow-x:auto;max-width:none;font-size:.9rem}
.said .bad{color:var(--bad)}
.said .good{color:var(--good)}
.said .warning{color:var(--warn)}
.said .heading{font-weight:650}
.said .dim{color:var(--quiet)}
.said span{display:block;min-height:1.55em}
#oordeel{font-size:var(--s1)}
#oordeel .warning{font-size:1rem}
.typed{font-family:ui-monospace,"Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace;font-size:.8rem}
.understood,#boeken{margin-top:1.25rem}
#boeken output{flex:1 1 20rem}
.get{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:.4rem 2rem;list-style:none;padding:0;margin-top:1rem}
.get a{overflow-wrap:anywhere}
.report{width:100%;height:85vh;border:1px solid var(--rule);border-radius:8px;margin-top:1rem;background:var(--paper)}
.trouble{color:var(--bad);font-weight:600;white-space:pre-wrap}
.runs td:first-child{white-space:nowrap}
.runs input{width:auto;min-height:0}
@media screen and (max-width:44rem){.dropped .state{margin-left:0}}
`.replace(/\n\s*/g, '')}`;
