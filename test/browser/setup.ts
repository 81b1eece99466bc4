import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserServer } from 'playwright'
import type { TestProject } from 'vitest/node'
import { build, type InlineConfig, preview, type PreviewServer } from 'vite'
import { sourceOfExports } from '../support/source-of.ts'
import { buildDemo } from '../../.ci/demo/build.ts'
import { consoleFolder } from '../../.ci/console/build.ts'
import { keepConsoleBuilt } from '../../.ci/console/keep-built.ts'
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
let pages: PreviewServer | undefined
let outDir: string | undefined

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
  if (outDir !== undefined) rmSync(outDir, { recursive: true, force: true })
}

const mocked = 'test/browser/mocked/index.html'

const entries = [
  'docs/examples/front-end/index.html',
  'docs/examples/react/index.html',
  'docs/examples/playwright/page/index.html',
  'test/react/index.html',
  mocked,
]

/**
 * Serves every page with the sources in place of the package, as the front-end example does. They are
 * bundled: a page of several hundred modules would take seconds to open, in each test.
 */
async function servePages(): Promise<PreviewServer> {
  outDir = mkdtempSync(join(tmpdir(), 'pages-'))
  const settings = {
    configFile: 'docs/examples/front-end/vite.config.ts',
    root: process.cwd(),
    logLevel: 'error',
  } satisfies InlineConfig
  await build({
    ...settings,
    mode: 'development',
    resolve: { alias: sourceOfExports() },
    build: { outDir, minify: false, rolldownOptions: { input: entries } },
  })
  // The same page on the oldest major of msw that the package supports, with that one's worker.
  const under = join(outDir, 'msw2')
  await build({
    ...settings,
    mode: 'development',
    base: '/msw2/',
    resolve: { alias: [...sourceOfExports(), { find: /^msw(?=$|\/)/, replacement: 'msw2' }] },
    build: { outDir: under, minify: false, rolldownOptions: { input: mocked } },
  })
  await keepConsoleBuilt()
  // As an app's own folder for its server has them, and the demo at any path.
  cpSync(consoleFolder, join(outDir, '__rolecall'), { recursive: true })
  await buildDemo(join(outDir, 'any/path/demo'))
  copyFileSync('node_modules/msw2/lib/mockServiceWorker.js', join(under, 'mockServiceWorker.js'))
  return preview({
    ...settings,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  })
}
