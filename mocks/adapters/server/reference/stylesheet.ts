/** The style of the page: light and dark, for wide and narrow screens. */
export const stylesheet = `
a { color: inherit }
h2 { margin-top: 3.5rem; font-size: 1.375rem }
h3 { margin: 2.5rem 0 .25rem; font-size: 1.0625rem }
h3, h2 { scroll-margin-top: 1rem; overflow-wrap: anywhere }
h3 a { text-decoration: none }
h3 a:hover { text-decoration: underline }
h4 { margin: 1.25rem 0 .25rem; color: var(--soft); font-size: .8125rem }
.call { margin: 0 }
.skip { position: absolute; left: -100vw }
.skip:focus { position: static }
nav { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: 1.25rem; margin: 1.5rem 0;
  padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--raised) }
nav ul { margin: 0; padding: 0; list-style: none; font-size: .875rem }
nav li a { display: inline-block; padding: .1875rem 0; color: var(--soft); text-decoration: none }
nav li a:hover { color: var(--ink); text-decoration: underline }
.operation { border-top: 1px solid var(--line) }
details { margin: .5rem 0 }
summary { padding: .25rem 0; cursor: pointer }
pre { margin: .5rem 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--raised); white-space: pre-wrap; overflow-wrap: anywhere }
@media (min-width: 40.001rem) { th, td { overflow-wrap: break-word } td:last-child { min-width: 12rem } }
@media (max-width: 40rem) {
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
  tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--line) }
  tbody th, td { display: block; padding: 0; border: 0 }
}
`
