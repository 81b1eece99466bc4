/** The style of the page: light and dark, for wide and narrow screens. */
export const stylesheet = `
pre { margin: .5rem 0 1rem; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--raised); white-space: pre-wrap; overflow-wrap: anywhere }
@media (min-width: 40.001rem) { tbody th { min-width: 13rem; overflow-wrap: break-word } }
tbody td:last-child { color: var(--soft) }
@media (max-width: 40rem) {
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
  tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--line) }
  tbody th, td { display: block; padding: 0; border: 0 }
}
`
