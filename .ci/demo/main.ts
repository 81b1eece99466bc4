/** Builds the demo, a static page with the console and a mock, and serves it; with `--build`, only builds it. */
import { dirname, relative } from 'node:path'
import { preview } from 'vite'
import { buildDemo, demoFolder } from './build.ts'

await buildDemo()
if (process.argv.includes('--build')) {
  console.log(
    `The demo is in ${relative(process.cwd(), demoFolder)}: any server of files can have it.`,
  )
} else {
  const { resolvedUrls } = await preview({
    configFile: false,
    root: dirname(demoFolder),
    appType: 'mpa',
    logLevel: 'warn',
    build: { outDir: demoFolder },
    preview: { host: '127.0.0.1', port: 4011 },
  })
  console.log(`The demo is at ${resolvedUrls?.local[0]}. Ctrl+C stops it.`)
}
