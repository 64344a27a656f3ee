/** One style sheet for all pages: light and dark, wide and narrow, no font or picture from anywhere. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: #18202c; --soft: #5a6678; --faint: #8a95a5; --paper: #fff; --ground: #f6f7f9; --line: #e1e6ec; --accent: #3448c5; --tint: #eef0fd;
  --code-paper: #141a26; --code-ink: #dfe6f2; --code-soft: #93a1b8; --code-text: #a5d6a7; --code-name: #9ecbff;
  --get: #1262b3; --post: #18794e; --put: #8a5a00; --delete: #b3261e; --good: #18794e; --bad: #b3261e;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6eaf1; --soft: #a3aec0; --faint: #758193; --paper: #12171f; --ground: #0c1016; --line: #252d39; --accent: #9fb0ff; --tint: #1c2340;
    --code-paper: #0a0e15; --get: #7db8f5; --post: #6fd3a4; --put: #e9b95c; --delete: #ff8a80; --good: #6fd3a4; --bad: #ff8a80;
  }
}
* { box-sizing: border-box }
[hidden] { display: none !important }
html { scroll-padding-top: 5rem; -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 var(--sans) }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .2em }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px }
h1, h2, h3, h4 { line-height: 1.25; letter-spacing: -.012em; text-wrap: balance }
h1 { margin: 0 0 .75rem; font-size: clamp(1.7rem, 1.2rem + 2vw, 2.4rem) }
h2 { margin: 0 0 .35rem; font-size: 1.5rem }
h3, .steps h2 { margin: 0 0 .5rem; font-size: 1.13rem }
h4, .card h2 { margin: 1.6rem 0 .4rem; font-size: .78rem; letter-spacing: .06em; text-transform: uppercase; color: var(--soft) }
p { margin: 0 0 .8rem }
.soft { color: var(--soft) } .lead { max-width: 42rem; font-size: 1.08rem; color: var(--soft) }
code { font: .88em var(--mono); background: var(--ground); border: 1px solid var(--line); border-radius: 5px; padding: .08em .32em; overflow-wrap: anywhere }
.skip { position: absolute; left: -999px } .skip:focus { left: 1rem; top: 1rem; z-index: 9; background: var(--paper); padding: .5rem }

.top { position: sticky; top: 0; z-index: 5; display: flex; align-items: center; gap: 1.4rem; height: 3.75rem; padding: 0 1.5rem; background: var(--paper); border-bottom: 1px solid var(--line) }
.top nav { display: flex; gap: 1.3rem; margin-left: auto; overflow-x: auto; scrollbar-width: none }
.top nav a { color: var(--soft); text-decoration: none; white-space: nowrap; font-size: .94rem; padding: .4rem 0 }
.top nav a:hover, .top nav a[aria-current] { color: var(--ink) }
.brand { display: inline-flex; align-items: center; gap: .55rem; color: var(--ink); font-weight: 680; letter-spacing: -.02em; text-decoration: none }
.brand svg { width: 1.6rem; height: 1.6rem; fill: var(--accent) } .brand path { fill: none; stroke: var(--paper); stroke-width: 3; stroke-linecap: round; stroke-linejoin: round }

.shell { display: grid; grid-template-columns: 17.5rem minmax(0, 1fr); max-width: 96rem; margin: 0 auto }
.side { position: sticky; top: 3.75rem; align-self: start; height: calc(100vh - 3.75rem); overflow-y: auto; padding: 1.4rem 1rem 3rem 1.5rem; border-right: 1px solid var(--line); scrollbar-width: thin }
.side summary { display: none; cursor: pointer; font-weight: 600 }
.side input { width: 100%; margin-bottom: 1rem }
.side strong { display: block; margin: 1.1rem 0 .3rem; font-size: .78rem; letter-spacing: .05em; text-transform: uppercase; color: var(--soft) }
.side ul { list-style: none; margin: 0; padding: 0 }
.side li a { display: block; padding: .22rem .55rem; border-radius: 6px; color: var(--soft); font-size: .9rem; text-decoration: none; overflow-wrap: anywhere }
.side li a:hover { background: var(--ground); color: var(--ink) }
.side li a[aria-current] { background: var(--tint); color: var(--accent); font-weight: 550 }
.main { min-width: 0; padding: 2.8rem 2.8rem 6rem }

input { font: inherit; font-size: .95rem; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: .5rem .75rem }
input::placeholder { color: var(--faint) }
button, .button { display: inline-block; font: inherit; font-weight: 600; color: #fff; background: #3448c5; border: 0; border-radius: 8px; padding: .6rem 1.1rem; cursor: pointer; text-decoration: none }
button:hover, .button:hover { background: #2a3aa3 } button:disabled { opacity: .55; cursor: default }
.button.plain { background: none; color: var(--ink); box-shadow: inset 0 0 0 1px var(--line) } .button.plain:hover { background: var(--ground) }

.group { margin: 4.5rem 0 1rem; padding-top: 1.2rem; border-top: 1px solid var(--line) }
.op { padding: 2.2rem 0; border-bottom: 1px solid var(--line) }
.op:last-of-type { border-bottom: 0 }
.two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 30rem); gap: 0 3rem; align-items: start }
.two > .shown { position: sticky; top: 5rem }
.op h3 a { color: inherit; text-decoration: none } .op h3 a:hover::after { content: " #"; color: var(--faint) }
.at { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem .6rem; margin: 0 0 .9rem; font: .9rem var(--mono) }
.at span:last-child { overflow-wrap: anywhere }
.verb { font: 700 .76rem var(--mono); letter-spacing: .02em; padding: .16rem .45rem; border-radius: 5px; border: 1px solid currentColor }
.verb.get { color: var(--get) } .verb.post { color: var(--post) } .verb.put, .verb.patch { color: var(--put) } .verb.delete { color: var(--delete) }

.fields { margin: 0; padding: 0; list-style: none; border-top: 1px solid var(--line) }
.fields > li { padding: .55rem 0; border-bottom: 1px solid var(--line) }
.fields .fields { margin: .5rem 0 .1rem .2rem; padding-left: .9rem; border-top: 0; border-left: 2px solid var(--line) } .fields .fields > li:last-child { border-bottom: 0 }
.fields b { font: 600 .88rem var(--mono) } .fields .type { color: var(--soft); font-size: .87rem } .fields .must { color: var(--bad); font-size: .78rem; font-weight: 600 }
.fields p { margin: .1rem 0 0; font-size: .92rem; color: var(--soft) }
details > summary { cursor: pointer } .op details { margin-top: 1.4rem } .op details > summary { font-size: .9rem; color: var(--soft) }
.codes { display: grid; gap: .35rem; margin: .6rem 0 0; padding: 0; list-style: none; font-size: .92rem }
.codes small { color: var(--soft); font: .8rem var(--mono); margin-right: .4rem }

.code { position: relative; margin: 0 0 1rem; border-radius: 10px; background: var(--code-paper); color: var(--code-ink); border: 1px solid transparent }
@media (prefers-color-scheme: dark) { .code { border-color: var(--line) } }
.code figcaption { display: flex; justify-content: space-between; align-items: center; min-height: 2.4rem; padding: 0 .5rem 0 1rem; font-size: .8rem; color: var(--code-soft); border-bottom: 1px solid #ffffff14 }
.code pre { margin: 0; padding: .9rem 1rem; overflow-x: auto; font: .84rem/1.6 var(--mono); tab-size: 2; scrollbar-width: thin; max-height: 34rem; white-space: pre-wrap; overflow-wrap: anywhere }
.code button { font: .78rem var(--sans); color: var(--code-soft); background: none; padding: .25rem .5rem } .code button:hover { color: #fff; background: #ffffff14 }
.code i { font-style: normal; color: var(--code-name) } .code b { font-weight: 400; color: var(--code-text) } .code em { font-style: normal; color: var(--code-soft) }

.steps { list-style: none; counter-reset: step; margin: 2.2rem 0 0; padding: 0 }
.steps > li { counter-increment: step; padding: 1.4rem 0; border-top: 1px solid var(--line) }
.steps h2::before { content: counter(step); display: inline-grid; place-items: center; width: 1.65rem; height: 1.65rem; margin-right: .6rem; border-radius: 50%; background: var(--tint); color: var(--accent); font-size: .88rem }

.card { width: min(46rem, 100% - 2rem); margin: clamp(1rem, 8vh, 5rem) auto; padding: clamp(1.4rem, 5vw, 2.6rem); background: var(--paper); border: 1px solid var(--line); border-radius: 14px }
.grounded { background: var(--ground) }
.card.small { width: min(28rem, 100% - 2rem) }
.card h1 { font-size: 1.6rem } .card form { display: grid; gap: .45rem; margin-top: 1.2rem } .card form button { margin-top: .7rem } .card label { font-weight: 600; font-size: .93rem }
.badge { display: inline-block; margin-bottom: .7rem; padding: .08rem .7rem; border: 1px solid currentColor; border-radius: 99px; font-size: .82rem; font-weight: 600; color: var(--soft) }
.result { margin: 1.2rem 0 0; padding: .8rem 1rem; border-left: 3px solid var(--line); background: var(--ground); border-radius: 0 8px 8px 0 }
.result:empty { display: none } .result.good { border-color: var(--good) } .result.bad { border-color: var(--bad) }
.doors { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem; margin-top: 2.4rem }
.doors a { display: block; padding: 1.2rem 1.3rem; border: 1px solid var(--line); border-radius: 12px; background: var(--paper); color: inherit; text-decoration: none }
.doors a:hover { border-color: var(--accent) } .doors strong { display: block; margin-bottom: .2rem } .doors span { color: var(--soft); font-size: .93rem }
.hero { max-width: 60rem; margin: 0 auto; padding: clamp(2.5rem, 9vh, 6rem) 1.5rem 4rem } .hero .lead { font-size: 1.18rem } .hero .acts { display: flex; flex-wrap: wrap; gap: .8rem; margin-top: 1.6rem }
.problems { display: grid; gap: .55rem; padding: 0; margin: .9rem 0 0; list-style: none } .problems li { display: grid; grid-template-columns: minmax(0, 17rem) minmax(0, 1fr); gap: .1rem 1rem }
.wide { max-width: 60rem; margin: 0 auto; padding: 2.8rem 1.5rem 5rem }

@media (max-width: 80rem) { .two { grid-template-columns: minmax(0, 1fr) } .two > .shown { position: static; margin-top: 1.4rem } }
@media (max-width: 56rem) {
  .shell { grid-template-columns: minmax(0, 1fr) }
  .side { position: static; height: auto; padding: .9rem 1.2rem; border-right: 0; border-bottom: 1px solid var(--line) }
  .side summary { display: list-item }
  .side details[open] summary { margin-bottom: .8rem }
  .main { padding: 1.8rem 1.2rem 4rem }
  .top { gap: .9rem; padding: 0 1.2rem } .top nav { gap: .9rem } .top nav a { font-size: .88rem } .problems li { grid-template-columns: minmax(0, 1fr) }
}
@media (max-width: 30rem) { .top nav a:last-child { display: none } }
@media print { .side, .top, .code button { display: none } .shell { display: block } }
`;
