/** The panel as one script: `<script src="/__rolecall/panel.js" data-base-url="/api" defer></script>`. */
import { showPanel } from './show-panel.ts'

const { currentScript } = document
if (currentScript instanceof HTMLScriptElement) {
  const { baseUrl } = currentScript.dataset
  showPanel({ baseUrl, url: new URL('.', currentScript.src) })
}
