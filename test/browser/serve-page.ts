import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createServer } from 'vite'
import { sourceOfExports } from '../support/source-of.ts'

/** Serves a folder with an index.html, its imports of the package being the sources. */
export async function servePage(
  folder: string,
  dependencies: readonly string[],
): Promise<{ url: string; stop(): Promise<void> }> {
  const cacheDir = mkdtempSync(join(tmpdir(), 'page-'))
  const server = await createServer({
    configFile: false,
    root: resolve(folder),
    cacheDir,
    resolve: { alias: sourceOfExports() },
    // What is found later would load the page again.
    optimizeDeps: { include: ['openapi-fetch', ...dependencies] },
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', fs: { strict: false } },
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
