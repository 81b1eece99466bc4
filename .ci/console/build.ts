import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')

/** The built console. */
export const consoleFolder = join(root, 'dist/console')

/** Builds the console into a folder: at first beside it, so that nobody is served a half of it. */
export async function buildConsole(folder = consoleFolder): Promise<void> {
  const beside = `${folder}.${process.pid}`
  const { NODE_ENV } = process.env
  // Vitest's own, test, would make a development build.
  process.env.NODE_ENV = 'production'
  try {
    await build({
      configFile: join(root, 'console/vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: beside, emptyOutDir: true, sourcemap: false, reportCompressedSize: false },
    })
    await bundle('mocks/adapters/panel/script.ts', join(beside, 'panel.js'), { format: 'iife' })
    rmSync(folder, { recursive: true, force: true })
    renameSync(beside, folder)
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = NODE_ENV
    rmSync(beside, { recursive: true, force: true })
  }
}

/** How a module is bundled into one file. */
interface BundleOptions {
  /** A script of its own, or a module that others import. */
  readonly format: 'iife' | 'esm'
  /** The values of constants in the sources. */
  readonly define?: Record<string, string>
}

/** Bundles a module of the repository, for browsers, into one file. */
export async function bundle(
  module: string,
  file: string,
  { format, define = {} }: BundleOptions,
): Promise<void> {
  const made = await rolldown({
    input: join(root, module),
    cwd: root,
    tsconfig: true,
    platform: 'browser',
    transform: { target: 'es2023', define },
    checks: { pluginTimings: false },
  })
  await made.write({ file, format, minify: true, codeSplitting: false })
  await made.close()
}
