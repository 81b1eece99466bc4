/** Builds the console if it is missing, or older than its sources. Says so on stderr: stdout is the mock's. */
import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

const root = join(import.meta.dirname, '../..')

/** All that is bundled into the console. Folders too: their time tells that a file has gone. */
const sources = [
  'console/**',
  'src/**',
  'mocks/{adapters/panel,control-client,generated,shared}/**',
  '.ci/console/**',
  'package-lock.json',
]

const built = timeOf('dist/console/index.html')
const newest = Math.max(...globSync(sources, { cwd: root }).map(timeOf))

if (built < newest) {
  const start = performance.now()
  const { buildConsole } = await import('./build.ts')
  await buildConsole()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const why = built === 0 ? 'It was missing' : 'Its sources have changed'
  console.error(`${why}: the console was built, in ${seconds} s.`)
}

function timeOf(path: string): number {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0
}
