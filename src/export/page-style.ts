// The style of the pages that `--html` writes: quiet, printable, light and dark, underlines that stack by layer.

export const pageStyle = `
:root{color-scheme:light dark;--paper:#fffdf8;--ink:#1d1b18;--soft:#6a645b;--line:#ddd6c9;--card:#fff;--lit:#ffe9a8;
--contacts:#b3362b;--statements:#1f6feb;--actors:#6e56cf;--times:#1a7f5a;--events:#b7791f}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#ece7df;--soft:#a39b8f;--line:#3a362f;--card:#1f1d1a;--lit:#5a4a12;
--contacts:#ff8a7d;--statements:#79b0ff;--actors:#b9a7ff;--times:#62cfa2;--events:#e6b35a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 Georgia,"Times New Roman",serif}
header,nav,section{max-width:86rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:1.5rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}
h2{font:600 .8rem/1.2 system-ui,sans-serif;letter-spacing:.08em;text-transform:uppercase;color:var(--soft);margin:1.6rem 0 .5rem}
h3{font-size:1.05rem;margin:0 0 .2rem}
.facts,nav,.card,table,.side{font-family:system-ui,sans-serif;font-size:.88rem;line-height:1.45}
.facts{color:var(--soft);margin:0 0 .75rem}
nav{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:.4rem;padding-block:.5rem;background:var(--paper);border-bottom:1px solid var(--line)}
button{font:inherit;color:inherit;background:none;border:1px solid var(--line);border-radius:1rem;padding:.15rem .7rem;cursor:pointer}
button[aria-pressed=true]{border-bottom:3px solid var(--layer)}
button kbd{color:var(--soft);font-size:.75em;margin-right:.35em}
.reading{display:grid;grid-template-columns:minmax(0,1.15fr) minmax(0,1fr);gap:2.5rem;align-items:start;padding-top:1rem;padding-bottom:4rem}
.text{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate;max-width:40rem}
.text span[data-marks]{cursor:pointer;padding-bottom:8px;
background:linear-gradient(var(--c1,#0000) 0 0) 0 100%/100% 2px no-repeat,linear-gradient(var(--c2,#0000) 0 0) 0 calc(100% - 3px)/100% 2px no-repeat,linear-gradient(var(--c3,#0000) 0 0) 0 calc(100% - 6px)/100% 2px no-repeat}
.show-contacts .in-contacts{--c3:var(--contacts)}.show-events .in-events{--c3:var(--events)}
.show-statements .in-statements-faint{--c1:color-mix(in srgb,var(--statements) 28%,transparent)}.show-statements .in-statements{--c1:var(--statements)}
.show-actors .in-actors{--c2:var(--actors)}.show-times .in-times{--c2:var(--times)}
.text .lit{background-color:var(--lit);border-radius:2px}
.card{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--layer);border-radius:6px;padding:.6rem .8rem;margin:0 0 .6rem;scroll-margin-top:4rem}
.card p{margin:.15rem 0}
[data-spans]{cursor:pointer}[data-spans]:hover{background:color-mix(in srgb,var(--lit) 45%,transparent)}
[data-spans]:focus-visible,button:focus-visible,.text :focus-visible{outline:2px solid var(--statements);outline-offset:2px}
.chosen{outline:2px solid var(--layer,var(--statements))}
.who{font-weight:600}.soft{color:var(--soft)}.tag{font-size:.78em;border:1px solid var(--line);border-radius:.7em;padding:0 .5em;white-space:nowrap}.tag.clash{color:#9b1c1c;border-color:currentColor}@media(prefers-color-scheme:dark){.tag.clash{color:#ff9a8f}}
.accounts{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:.4rem 1rem;margin-top:.5rem}
.side h4{margin:.3rem 0;font-size:.82rem;color:var(--soft)}.side ul{margin:0;padding:0;list-style:none}
.side li{padding:.3rem .4rem;border-top:1px solid var(--line)}
table{border-collapse:collapse;width:100%;table-layout:fixed}td:first-child,tbody th{width:12rem}td button{font-size:.75em;padding:0 .5em;color:var(--soft)}th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-top:1px solid var(--line)}
th{color:var(--soft);font-weight:600}th .soft{font-weight:400}td p{margin:0 0 .3rem}td.none{color:var(--soft)}mark{background:var(--lit);color:inherit}
@media (max-width:60rem){.reading{grid-template-columns:minmax(0,1fr)}}
@media print{nav{display:none}.reading{display:block}.card{break-inside:avoid}body{font-size:11pt;background:#fff;color:#000}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;
