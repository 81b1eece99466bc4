import { join } from 'node:path'
import { defineConfig } from 'vite'

/** Relative addresses alone: the same files work below any path, and without a server. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    outDir: join(import.meta.dirname, '../dist/console'),
    emptyOutDir: true,
    target: 'es2023',
    // The policy of the page allows scripts of its own origin alone, not even as data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      onLog(level, log, handle) {
        // Libraries say which of their files are for the browser, and all of these are.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log)
      },
    },
  },
  server: { host: '127.0.0.1', proxy: proxied() },
})

/** While the console is developed, the mock answers from the port of `npm start`. */
function proxied() {
  const target = process.env.ROLECALL_URL ?? 'http://127.0.0.1:4010'
  return Object.fromEntries(
    ['/v1', '/access', '/__mock', '/.well-known', '/openapi.json'].map((path) => [path, target]),
  )
}
