import { panelStyle } from './style.ts'

/** The elements of a panel. All but the host are in its shadow root. */
export interface PanelElements {
  readonly host: HTMLElement
  /** Opens and closes the panel. */
  readonly button: HTMLButtonElement
  readonly panel: HTMLElement
  readonly close: HTMLButtonElement
  /** The upper edge of the panel, which sets its height. */
  readonly separator: HTMLElement
  readonly frame: HTMLIFrameElement
  /** Says why the console can't be shown. */
  readonly note: HTMLElement
}

/** Makes the elements of a panel. */
export function elementsOf(page: Document): PanelElements {
  const make = <N extends keyof HTMLElementTagNameMap>(
    name: N,
    attributes: Readonly<Record<string, string>>,
    text = '',
  ): HTMLElementTagNameMap[N] => {
    const made = page.createElement(name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    made.textContent = text
    return made
  }
  const host = page.createElement('rolecall-panel')
  const button = make(
    'button',
    { type: 'button', class: 'open', 'aria-expanded': 'false', 'aria-controls': 'panel' },
    'Rolecall',
  )
  const close = make('button', { type: 'button' }, 'Close')
  const separator = make('div', {
    role: 'separator',
    tabindex: '0',
    'aria-label': 'Height of the console',
    'aria-orientation': 'horizontal',
    'aria-controls': 'panel',
  })
  const bar = make('div', { class: 'bar' })
  bar.append(separator, close)
  const note = make('p', { role: 'status', hidden: '' })
  const frame = make('iframe', { title: 'Rolecall console' })
  const panel = make('section', { id: 'panel', 'aria-label': 'Rolecall console', hidden: '' })
  panel.append(bar, note, frame)
  const root = host.attachShadow({ mode: 'open' })
  // A style sheet made by script is none that the page's policy of contents could refuse.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(panelStyle)
  root.adoptedStyleSheets = [sheet]
  root.append(panel, button)
  return { host, button, panel, close, separator, frame, note }
}
