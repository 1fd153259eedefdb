/** The report's one style sheet: the portal's quiet paper, for a screen and for A4. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf7; --sheet: #fff; --ink: #1c2024; --soft: #5a626b; --line: #e2dfd6; --strong: #c9c5b9; --accent: #0b5d4b; --tint: #e8f1ee; --warn: #7a4a00; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171a; --sheet: #1b1f23; --ink: #e9e7e2; --soft: #a3abb3; --line: #2e343a; --strong: #454d55; --accent: #6fcbb0; --tint: #18302a; --warn: #f0c27b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; font-variant-numeric: tabular-nums lining-nums; overflow-wrap: break-word; }
main { max-width: 76rem; margin-inline: auto; padding: 2.25rem clamp(1rem, 4vw, 2rem) 4rem; }
h1, h2 { line-height: 1.2; letter-spacing: -0.01em; font-weight: 650; }
h1 { font-size: 2rem; margin: 0 0 0.8rem; }
h2 { font-size: 1.25rem; margin: 2.75rem 0 0.5rem; }
.count { color: var(--soft); font-weight: 500; }
p { max-width: 46rem; margin: 0 0 0.75rem; }
a { color: var(--accent); text-underline-offset: 0.18em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.eyebrow, .soft, caption, dt { color: var(--soft); }
.eyebrow { margin: 0 0 0.25rem; }
.soft { font-size: 0.875rem; }
.lead { font-size: 1.125rem; max-width: 48rem; margin: 0; padding: 0; list-style: none; }
.lead li { margin-bottom: 0.35rem; }
.lead .soft { font-size: 1rem; }
.todo { background: var(--tint); border-radius: 0.6rem; padding: 1rem 1.4rem; margin-top: 1.75rem; max-width: 60rem; }
.todo h2 { font-size: 1rem; margin: 0 0 0.4rem; }
.todo ol { margin: 0; padding-left: 1.3rem; }
.todo li { margin-bottom: 0.35rem; }
code, .code, .hash { font-family: ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace; font-size: 0.875em; }
code { overflow-wrap: anywhere; }
.code, .nowrap { white-space: nowrap; }
.whole { overflow-wrap: anywhere; min-width: 13rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr)); gap: 0 3rem; align-items: start; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin-bottom: 1.25rem; }
.sums { max-width: 36rem; }
caption { text-align: left; padding-bottom: 0.35rem; font-weight: 600; }
th, td { text-align: left; vertical-align: baseline; padding: 0.5rem 1.1rem 0.5rem 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-size: 0.8125rem; font-weight: 500; color: var(--soft); border-bottom-color: var(--strong); white-space: nowrap; }
tbody th { font-weight: 400; }
tfoot th, tfoot td { font-weight: 650; border-top: 1px solid var(--strong); border-bottom: 0; }
.figure { text-align: right; }
th.figure + :not(.figure), td.figure + :not(.figure) { padding-left: 0.5rem; }
.text { max-width: 22rem; overflow-wrap: anywhere; }
.tag { display: inline-block; border: 1px solid currentColor; border-radius: 0.8rem; padding: 0 0.6rem; font-size: 0.8125rem; line-height: 1.5rem; white-space: nowrap; color: var(--accent); }
.lacks { color: var(--warn); }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.35rem 1.5rem; margin: 0.75rem 0 1rem; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.none { margin-top: 2.25rem; }
@media (max-width: 40rem) { h1 { font-size: 1.6rem; } .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: 0.5rem; } }
@page { size: A4 landscape; margin: 11mm 13mm; }
@media print {
  :root { --paper: #fff; --sheet: #fff; --ink: #000; --soft: #444; --line: #ccc; --strong: #888; --accent: #0b5d4b; --tint: #fff; --warn: #5a3600; }
  html { font-size: 8.5pt; }
  main { max-width: none; padding: 0; }
  p, .lead { max-width: none; }
  h2 { margin-top: 5mm; break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  .todo { border: 0.3mm solid var(--strong); max-width: none; padding: 2mm 4mm; margin-top: 4mm; }
  .table { overflow: visible; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th, td { padding-block: 0.8mm; }
  .two { grid-template-columns: 1fr 1fr; }
}
`
