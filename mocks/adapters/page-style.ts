/** The style that the mock's pages share: light and dark, for wide and narrow screens. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --ground: #fff; --raised: #f6f8fa }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --soft: #9da7b1; --line: #30363d; --ground: #0d1117; --raised: #161b22 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif }
main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem }
h1 { margin: 0 0 .75rem; font-size: 1.75rem; line-height: 1.2 }
h2 { margin: 2.25rem 0 .5rem; font-size: 1.125rem }
p { max-width: 42rem; margin: .5rem 0 }
code, pre { font: .875rem/1.5 ui-monospace, monospace }
p code { overflow-wrap: anywhere }
dl { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; margin: 1.25rem 0 0 }
dt { color: var(--soft); font-size: .8125rem }
dd { margin: 0; font-weight: 600 }
table { width: 100%; border-collapse: collapse; font-size: .9375rem }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top;
  overflow-wrap: anywhere }
thead th { color: var(--soft); font-size: .8125rem; font-weight: 400 }
tbody th { font-weight: 600 }
`
