import { operations } from '../../src/generated/operations.ts'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'

const { metafile, outputFiles } = await build({
  entryPoints: ['src/index.ts'],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2023',
  write: false,
  metafile: true,
})
const bundle = outputFiles[0]?.text ?? ''

describe('the client, bundled', () => {
  test('reaches openapi-fetch and nothing else', () => {
    const reached = Object.keys(metafile.inputs)
      .filter((path) => !path.startsWith('src/'))
      .map((path) => path.replace(/^.*node_modules\//, '').split('/')[0])
    expect(new Set(reached)).toEqual(new Set(['openapi-fetch']))
    expect(
      Object.values(metafile.inputs).flatMap(({ imports }) => imports.filter((i) => i.external)),
    ).toEqual([])
  })

  test('is less than 11 kB gzipped, with every operation in it', () => {
    for (const operation of Object.keys(operations)) expect(bundle).toContain(`"${operation}"`)
    expect(gzipSync(bundle, { level: 9 }).byteLength).toBeLessThan(11_000)
  })
})
