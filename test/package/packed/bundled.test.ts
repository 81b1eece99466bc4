import { build } from 'esbuild'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { gzipSync } from 'node:zlib'
import { describe, expect, inject, test } from 'vitest'

const installed = join(inject('consumer'), 'node_modules/rolecall')

const external = ['react', '@opentelemetry/api']

const bundlers: Record<string, (code: string, folder: string) => Promise<string>> = {
  async esbuild(contents, resolveDir) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir },
      external,
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
    })
    return outputFiles[0]?.text ?? ''
  },

  async rolldown(code, cwd) {
    const entry = join(cwd, 'entry.js')
    const bundle = await rolldown({
      input: entry,
      logLevel: 'silent',
      external,
      plugins: [
        {
          name: 'entry',
          resolveId: (id) => (id === entry ? id : null),
          load: (id) => (id === entry ? code : null),
        },
      ],
    })
    const { output } = await bundle.generate({ minify: true })
    return output[0].code
  },
}

/** The bytes of a bundle, gzipped. */
async function sizeOf(bundler: string, code: string, folder: string): Promise<number> {
  const text = await bundlers[bundler]?.(code, folder)
  expect(text).toContain('function')
  return gzipSync(text ?? '', { level: 9 }).byteLength
}

describe.each(Object.keys(bundlers))('bundled from the package by %s', (name) => {
  test.each([
    ['whole client', "export { createClient } from './src/index.EXT'"],
    [
      'client of one resource',
      `export { createCore } from './src/core/index.EXT'
       export { rolesClient } from './src/generated/resources/roles.EXT'`,
    ],
    ['bundle of guards', "export { isPermissionDenied } from './src/errors/index.EXT'"],
    ['bundle of React components', "export * from './src/react/index.EXT'"],
    ['bundle of queries', "export * from './src/query/index.EXT'"],
    ['bundle of tables', "export * from './src/notebook/index.EXT'"],
    ['bundle of traces', "export * from './src/otel/index.EXT'"],
  ])('the %s is as small as from the sources', async (_, code) => {
    const sources = await sizeOf(name, code.replaceAll('EXT', 'ts'), process.cwd())
    const built = code.replaceAll('EXT', 'js').replaceAll('./src/', './dist/src/')
    expect(await sizeOf(name, built, installed)).toBeLessThanOrEqual(sources * 1.04)
  })
})
