'use client'

/**
 * The panel with the console, for React.
 *
 * @module rolecall/mocks/panel/react
 */

import { useEffect } from 'react'
import type { PanelOptions } from './options.ts'
import { showPanel } from './show-panel.ts'

/**
 * Adds a button to the page that opens the console below it, for as long as the component is mounted. It
 * renders nothing into the app.
 *
 * @throws `ConfigurationError`, into the nearest error boundary, if a prop is wrong.
 * @example
 * const mock = await startMock({ baseUrl: '/api' })
 * root.render(<><App /><RolecallPanel mock={mock} baseUrl="/api" /></>)
 */
export function RolecallPanel({ mock, baseUrl, url }: PanelOptions): null {
  useEffect(() => showPanel({ mock, baseUrl, url }), [mock, baseUrl, url])
  return null
}
