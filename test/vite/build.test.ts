import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolecall, rolecallConsole } from 'rolecall/mocks/vite'
import { build } from 'vite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readFences } from '../docs/read-fences.ts'
import { sourceOfExports } from '../support/source-of.ts'
import { folder } from './dev-server.ts'

const withPlugin = `
  import { createClient } from 'rolecall'
  globalThis.client = createClient({ baseUrl: '/api', token: () => globalThis.token })`

const guide = readFences(readFileSync('docs/guides/production.md', 'utf8'))
const withWorker = `${guide.find(({ language }) => language === 'js')?.code}
  ${withPlugin}`

/** Builds an app of one module. Returns the modules that are in it, and the text of every file. */
async function buildOf(main: string): Promise<{ modules: string[]; text: string }> {
  const root = folder()
  // Vitest's own, test, would count as development.
  vi.stubEnv('NODE_ENV', 'production')
  onTestFinished(() => void vi.unstubAllEnvs())
  writeFileSync(
    join(root, 'index.html'),
    '<!doctype html><script type="module" src="./main.js"></script>',
  )
  writeFileSync(join(root, 'main.js'), main)
  const built = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    build: { write: false },
    resolve: { alias: sourceOfExports() },
    plugins: [rolecall({ baseUrl: '/api', console: 'panel' }), rolecallConsole()],
  })
  const files = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  return {
    modules: files.flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : [])),
    text: files.map((file) => (file.type === 'chunk' ? file.code : String(file.source))).join('\n'),
  }
}

const withPanel = `
  if (import.meta.env.DEV) {
    const { showPanel } = await import('rolecall/mocks/panel')
    showPanel({ baseUrl: '/api' })
  }
  ${withPlugin}`

const traces = [
  'rolecall-panel',
  'panel.js',
  '__mock',
  'acme.test',
  'AD-04',
  'mockServiceWorker',
  'indexedDB',
  'startMock',
]

test.each([
  ['plugin', withPlugin],
  ['worker', withWorker],
  ['panel', withPanel],
])('a production build of an app with the %s has no byte of the mock in it', async (_, main) => {
  expect(main).not.toContain('undefined')
  const { modules, text } = await buildOf(main)
  expect(modules.some((id) => id.endsWith('/src/client.ts'))).toBe(true)
  expect(text).toContain('/v1/teams')
  expect(modules.filter((id) => /\/mocks\/|\/msw\//.test(id))).toEqual([])
  expect(traces.filter((trace) => text.includes(trace))).toEqual([])
})
