import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { type PanelOptions } from 'rolecall/mocks/panel'
import { RolecallPanel } from 'rolecall/mocks/panel/react'

/** Mounts the component, and returns the function that unmounts it. */
export function showReactPanel(options: PanelOptions): () => void {
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  root.render(createElement(RolecallPanel, options))
  return () => root.unmount()
}
