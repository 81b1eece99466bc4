import { createHash } from 'node:crypto'
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, consoleFolder } from '../console/build.ts'
import { keepConsoleBuilt } from '../console/keep-built.ts'

const root = join(import.meta.dirname, '../..')

/** The built demo. */
export const demoFolder = join(root, 'dist/demo')

/** The page makes no request but for its own files: the mock is inside. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"

const head = `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="rolecall-console" content='${JSON.stringify({ host: 'static', mock: './mock.js' })}'>
<script src="./register.js" defer></script>`

/** Builds the static page into a folder: the console as it is, the mock, and a worker that keeps both. */
export async function buildDemo(folder = demoFolder): Promise<void> {
  await keepConsoleBuilt()
  rmSync(folder, { recursive: true, force: true })
  cpSync(consoleFolder, folder, { recursive: true })
  // Only other people's pages have a panel.
  rmSync(join(folder, 'panel.js'))
  const page = join(folder, 'index.html')
  const built = readFileSync(page, 'utf8').replace(/<meta name="rolecall-console"[^>]*>/, '')
  // The policy comes before all that it is about.
  writeFileSync(
    page,
    built.replace(/<meta charset="utf-8" \/>/, () => head),
  )
  await bundle('console/demo/mock.ts', join(folder, 'mock.js'), { format: 'esm' })
  await bundle('console/demo/register.ts', join(folder, 'register.js'), { format: 'iife' })
  const files = globSync('**/*.*', { cwd: folder }).map((file) => file.replaceAll('\\', '/'))
  const contents = files.map((file) => readFileSync(join(folder, file), 'utf8'))
  const version = createHash('sha256')
    .update(JSON.stringify([files, contents]))
    .digest('base64url')
  await bundle('console/demo/worker.ts', join(folder, 'worker.js'), {
    format: 'iife',
    define: {
      FILES: JSON.stringify(['./', ...files]),
      VERSION: JSON.stringify(version.slice(0, 12)),
    },
  })
}
