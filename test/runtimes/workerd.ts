import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { manifestOf, pathIn } from './installed.ts'
import type { Run } from './runtimes.ts'
import type { Report } from '../package/consumer/smoke/run-checks.ts'

/** The part of miniflare in use: its types are installed only beside the runtimes. */
interface Miniflare {
  dispatchFetch(url: string, init: { method: string; body: string }): Promise<Response>
  dispose(): Promise<void>
}

type MiniflareClass = new (options: {
  readonly modules: readonly {
    readonly type: 'ESModule'
    readonly path: string
    readonly contents: string
  }[]
  readonly compatibilityDate: string
}) => Miniflare

/** Runs the checks in a worker, without its compatibility with Node. */
export const runInWorkerd: Run = async ({ worker }, addresses) => {
  const { Miniflare }: { readonly Miniflare: MiniflareClass } = await import(
    pathToFileURL(pathIn('miniflare', 'dist/src/index.js')).href
  )
  const miniflare = new Miniflare({
    // Like Wrangler's bundles, which may still import modules for other runtimes.
    modules: [{ type: 'ESModule', path: 'worker.js', contents: readFileSync(worker, 'utf8') }],
    compatibilityDate: '2026-01-01',
  })
  try {
    const answer = await miniflare.dispatchFetch('http://worker.test', {
      method: 'POST',
      body: JSON.stringify(addresses),
    })
    const report: Report = await answer.json()
    return { runtime: `workerd ${manifestOf('workerd').version}`, report }
  } finally {
    await miniflare.dispose()
  }
}
