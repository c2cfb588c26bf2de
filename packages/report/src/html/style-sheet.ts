/** The style of the page: one column, light and dark, legible contrast (WCAG 2.2 AA), figures swapped by width, plain on paper. */
export const styleSheet = `
:root { color-scheme: light dark; --paper: #ffffff; --ink: #1a1f24; --soft: #48525c; --line: #c4ccd4; --link: #0b57a4; --shade: #f3f5f7;
  --failure: #b3261e; --failure-paper: #fdeceb; --warning: #8a4b00; --warning-paper: #fff3e0; --caution: #6b5200; --caution-paper: #fdf8e1; --note: #0b57a4; --note-paper: #edf4fb; }
@media (prefers-color-scheme: dark) { :root { --paper: #12161a; --ink: #e6eaee; --soft: #b4bec8; --line: #444e58; --link: #8cc4ff; --shade: #1c2228;
  --failure: #ff8a80; --failure-paper: #3a1614; --warning: #ffb868; --warning-paper: #332108; --caution: #f0d264; --caution-paper: #2d2708; --note: #8cc4ff; --note-paper: #14263a; } }
* { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, "Helvetica Neue", Arial, sans-serif; background: var(--paper); color: var(--ink); }
body { margin: 0 auto; max-width: 48rem; padding: 0 1rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 2rem 0 .25rem; text-wrap: balance; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 3rem 0 .75rem; padding-top: .75rem; border-top: 1px solid var(--line); }
p, ul, ol { margin: .6rem 0; } li { margin: .3rem 0; overflow-wrap: anywhere; }
a { color: var(--link); } a:focus-visible, [tabindex]:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; } .skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--paper); z-index: 1; }
.subtitle { color: var(--soft); margin-top: 0; }
nav ul { columns: 2; list-style: none; padding: .75rem 1rem; background: var(--shade); border-radius: .4rem; } nav li { margin: .15rem 0; }
.banner { border: 1px solid; border-left-width: .5rem; border-radius: .4rem; padding: .6rem 1rem; margin: .9rem 0; } .banner p { margin: .3rem 0; } .banner .title { font-weight: 700; }
.failure { border-color: var(--failure); background: var(--failure-paper); } .warning { border-color: var(--warning); background: var(--warning-paper); }
.caution { border-color: var(--caution); background: var(--caution-paper); } .note { border-color: var(--note); background: var(--note-paper); }
.banner.failure .title { color: var(--failure); } .banner.warning .title { color: var(--warning); } .banner.caution .title { color: var(--caution); } .banner.note .title { color: var(--note); }
.badge { display: inline-block; border: 1px solid; border-radius: 1rem; padding: 0 .5rem; font-size: .8125rem; line-height: 1.4; white-space: nowrap; }
.badge.failure { color: var(--failure); } .badge.warning { color: var(--warning); } .badge.caution { color: var(--caution); } .badge.note { color: var(--note); }
figure { margin: 1.5rem 0 2rem; } figcaption { font-size: .9375rem; color: var(--soft); margin-top: .5rem; } figcaption strong { color: var(--ink); }
figure svg { display: block; width: 100%; height: auto; } .narrow { display: none; } .narrow svg { max-width: 26rem; margin: 0 auto; }
@media (max-width: 46rem) { .wide { display: none; } .narrow { display: block; } nav ul { columns: 1; } }
@media (prefers-color-scheme: dark) { svg [stroke="white"] { stroke: var(--paper); } svg [fill="white"] { fill: var(--paper); }
  svg [stroke="#0072B2"] { stroke: #56b4e9; } svg [fill="#0072B2"] { fill: #56b4e9; } svg [stroke="#D55E00"] { stroke: #e69f00; } svg [fill="#D55E00"] { fill: #e69f00; } }
details { margin: .5rem 0; font-size: .9375rem; } summary { cursor: pointer; color: var(--link); min-height: 1.5rem; }
.table { overflow-x: auto; margin: 1rem 0; } @media (min-width: 64rem) { section > .broad, section > details > .broad { margin-inline: calc((46rem - min(68rem, 100vw - 4rem)) / 2); } } table { border-collapse: collapse; font-size: .875rem; line-height: 1.4; width: 100%; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; } th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--line); vertical-align: bottom; } tbody th { font-weight: 500; } .number { text-align: right; font-variant-numeric: tabular-nums; }
th code { white-space: nowrap; } code, pre { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .875em; overflow-wrap: anywhere; } pre { background: var(--shade); padding: .75rem 1rem; border-radius: .4rem; overflow-x: auto; }
.references { font-size: .875rem; padding-left: 2.2rem; } .cite { text-decoration: none; } footer { margin-top: 3rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
@media print { html { font-size: 10pt; background: #fff; color: #000; } body { max-width: none; padding: 0; } nav, .skip, figure details { display: none; }
  details::details-content { content-visibility: visible; } .wide { display: block; } .narrow { display: none; } figure, .banner, tr { break-inside: avoid; } h2 { break-after: avoid; } .table { overflow: visible; } a { color: inherit; } }
`;
