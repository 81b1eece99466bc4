import { elementsOf } from './elements.ts'
import { closesOnEscape } from './escape.ts'
import { openConsole } from './open-console.ts'
import { type PanelOptions, readPanel } from './options.ts'
import { resizable } from './resizable.ts'

/**
 * Adds a button to the page that opens the console below it, in a frame that calls the page's mock. The
 * button and the panel are in a shadow root, so they don't change the style of the page, nor the page
 * theirs. Escape closes the panel, and its height is remembered.
 *
 * The files of the console come from the page's own origin: {@link PanelOptions.url} says from where.
 *
 * @returns A function that takes both away.
 * @throws `ConfigurationError` if an option is wrong or unknown.
 * @example
 * const mock = await startMock({ baseUrl: '/api' })
 * showPanel({ mock, baseUrl: '/api' })
 */
export function showPanel(options: PanelOptions = {}): () => void {
  const target = readPanel(options, document.baseURI)
  const { host, button, panel, close, separator, frame, note } = elementsOf(document)
  let isLoaded = false

  const load = async () => {
    isLoaded = true
    const problem = await openConsole(frame, target)
    isLoaded = problem === undefined
    note.textContent = problem ?? ''
    note.hidden = isLoaded
    frame.hidden = !isLoaded
    if (isLoaded) frame.focus()
    else close.focus()
  }
  const show = (isOpen: boolean) => {
    panel.hidden = !isOpen
    button.setAttribute('aria-expanded', String(isOpen))
    if (!isOpen) button.focus()
    else if (isLoaded) frame.focus()
    else void load()
  }
  button.addEventListener('click', () => show(panel.hidden !== false))
  close.addEventListener('click', () => show(false))
  closesOnEscape(panel, frame, () => show(false))
  resizable(panel, separator)
  document.body.append(host)
  return () => host.remove()
}
