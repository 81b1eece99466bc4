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
  const why = whyBuild(root)
  if (why === undefined) return
  const start = performance.now()
  // Loads Vite only where there is something to build.
  const { buildConsole } = await import('./build.ts')
  await buildConsole()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  // Not on stdout: that is the mock's, whose URL programs read.
  console.error(`The console ${why}: built in ${seconds} s.`)
}

/** Why the console of a clone is to be built; undefined if it is newer than its sources. */
export function whyBuild(clone: string): string | undefined {
  const timeOf = (path: string): number =>
    statSync(join(clone, path), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const built = timeOf('dist/console/index.html')
  if (built === 0) return 'was missing'
  const newest = Math.max(...globSync(sources, { cwd: clone }).map(timeOf))
  return newest < built ? undefined : 'was older than its sources'
}
