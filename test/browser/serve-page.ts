import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createServer, type InlineConfig } from 'vite'
import { sourceOfExports } from '../support/source-of.ts'

/** A page on a port of its own, until it is stopped. */
export interface ServedPage {
  url: string
  stop(): Promise<void>
}

/** Serves what the configuration says, its imports of the package being the sources. */
export async function servePage(config: InlineConfig): Promise<ServedPage> {
  const cacheDir = mkdtempSync(join(tmpdir(), 'page-'))
  const server = await createServer({
    ...config,
    cacheDir,
    resolve: { alias: sourceOfExports() },
    logLevel: 'error',
    server: { ...config.server, port: 0, host: '127.0.0.1' },
  })
  await server.listen()
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    async stop() {
      await server.close()
      rmSync(cacheDir, { recursive: true, force: true })
    },
  }
}

/** A folder with an index.html, and the packages that it imports. */
export const folder = (path: string, packages: readonly string[]): InlineConfig => ({
  configFile: false,
  root: resolve(path),
  // What is found later would load the page again.
  optimizeDeps: { include: ['openapi-fetch', ...packages] },
  server: { fs: { strict: false } },
})
