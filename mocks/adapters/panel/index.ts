/**
 * The console as a panel of the app's own page.
 *
 * @module rolecall/mocks/panel
 */

export type { PanelOptions } from './options.ts'
export { showPanel } from './show-panel.ts'
