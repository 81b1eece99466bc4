import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserServer } from 'playwright'
import type { TestProject } from 'vitest/node'
import { createServer, type ViteDevServer } from 'vite'
import { sourceOfExports } from '../support/source-of.ts'
import { serveChromium } from './chromium.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The endpoint of the Chromium of all tests, or the reason why there is none. */
    readonly chromium: { readonly endpoint: string } | { readonly lacking: string }
    /** The origin of the repository's pages, without a slash at its end. */
    readonly pages: string
  }
}

let browser: BrowserServer | undefined
let pages: ViteDevServer | undefined
let cacheDir: string | undefined

/** Starts one Chromium and one server of pages for all tests. */
export async function setup({ provide }: TestProject): Promise<void> {
  const started = await serveChromium()
  if (typeof started === 'string') {
    console.warn(started)
    provide('chromium', { lacking: started })
    return
  }
  browser = started
  provide('chromium', { endpoint: browser.wsEndpoint() })
  pages = await servePages()
  provide('pages', new URL(pages.resolvedUrls?.local[0] ?? '').origin)
}

export async function teardown(): Promise<void> {
  await browser?.close()
  await pages?.close()
  if (cacheDir !== undefined) rmSync(cacheDir, { recursive: true, force: true })
}

/** Serves every page with the sources in place of the package, as the front-end example does. */
async function servePages(): Promise<ViteDevServer> {
  cacheDir = mkdtempSync(join(tmpdir(), 'pages-'))
  const server = await createServer({
    configFile: 'docs/examples/front-end/vite.config.ts',
    root: process.cwd(),
    cacheDir,
    resolve: { alias: sourceOfExports() },
    logLevel: 'error',
    optimizeDeps: {
      entries: [
        'docs/examples/{front-end,react}/index.html',
        'test/{react,browser/mocked}/index.html',
      ],
      // A dependency found later would reload the page.
      include: [
        'openapi-fetch',
        'react',
        'react/jsx-dev-runtime',
        'react-dom/client',
        '@tanstack/react-query',
      ],
    },
    server: { port: 0, host: '127.0.0.1' },
  })
  return server.listen()
}
