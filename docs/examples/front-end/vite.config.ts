import { msw } from 'msw/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  // Serves the worker's script, so that no copy of it has to be kept here.
  plugins: [msw({ mode: 'worker-only' })],
  server: { host: '127.0.0.1' },
})
