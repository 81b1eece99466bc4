import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

/** Relative addresses alone: the same files work below any path, and without a server. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [layersInOrder()],
  build: {
    outDir: join(import.meta.dirname, '../dist/console'),
    emptyOutDir: true,
    target: 'es2023',
    // These have light-dark(), which would otherwise be spelled out.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // The policy of the page allows scripts of its own origin alone, not even as data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // What nearly every view needs is in one file: each further file costs a request, and its own start
      // of the compression.
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              test: /^(?!.*\/((dialog|remedy)\.|[a-z-]*virtual))/,
              minShareCount: 7,
            },
          ],
        },
      },
      onLog(level, log, handle) {
        // Libraries say which of their files are for the browser, and all of these are.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log)
      },
    },
  },
  server: { host: '127.0.0.1', proxy: proxied() },
})

/** Each file of styles begins with the order of the layers: it would be that of the files that load first. */
function layersInOrder(): Plugin {
  return {
    name: 'layers-in-order',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue
        file.source = `@layer tokens,base,parts,views;${String(file.source)}`
      }
    },
  }
}

/** While the console is developed, the mock answers from the port of `npm start`. */
function proxied() {
  const target = process.env.ROLECALL_URL ?? 'http://127.0.0.1:4010'
  return Object.fromEntries(
    ['/v1', '/access', '/__mock', '/.well-known', '/openapi.json'].map((path) => [path, target]),
  )
}
