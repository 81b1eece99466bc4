/** The style of the pages: light and dark, for wide and narrow screens. */
export const stylesheet = `
a { color: inherit }
section { border-top: 1px solid var(--line); margin-top: 2.25rem }
h2 { margin-top: 1.5rem; scroll-margin-top: 1rem; overflow-wrap: anywhere }
h2:target { text-decoration: underline }
h3 { margin: 1.25rem 0 .25rem; color: var(--soft); font-size: .8125rem }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 1.5rem 0; padding: 0; list-style: none }
blockquote { margin: 1rem 0; padding: 0 0 0 1rem; border-left: .25rem solid var(--line) }
blockquote footer { color: var(--soft); font-size: .875rem }
pre { margin: .5rem 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--raised); white-space: pre-wrap; overflow-wrap: anywhere }
@media (max-width: 40rem) {
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
  tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--line) }
  tbody th, td { display: block; padding: 0; border: 0 }
}
`
