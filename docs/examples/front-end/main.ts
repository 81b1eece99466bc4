import { app } from './app.ts'
import { startPlatform } from './platform.ts'

const root = document.querySelector('#app')
if (!root) throw new Error('index.html has no element with the id app')

try {
  root.replaceChildren(app(await startPlatform()))
} catch (error) {
  root.textContent = `The mock did not start. ${error instanceof Error ? error.message : ''}`
  throw error
}
