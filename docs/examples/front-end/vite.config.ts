import { msw } from 'msw/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  // Serves the worker's script from MSW: no copy to commit.
  plugins: [msw({ mode: 'worker-only' })],
  server: { host: '127.0.0.1' },
})
