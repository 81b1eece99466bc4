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

/** Builds the console if it is missing, or older than its sources, and says so. */
export async function keepConsoleBuilt(): Promise<void> {
  const built = timeOf('dist/console/index.html')
  if (built > Math.max(...globSync(sources, { cwd: root }).map(timeOf))) return
  const start = performance.now()
  // Loads Vite only where there is something to build.
  const { buildConsole } = await import('./build.ts')
  await buildConsole()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const why = built === 0 ? 'is built' : 'is built again, from newer sources'
  // Not on stdout: that is the mock's, whose URL programs read.
  console.error(`The console ${why}: ${seconds} s.`)
}

function timeOf(path: string): number {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0
}
