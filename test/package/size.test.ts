import { build, type BuildOptions } from 'esbuild'
import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import * as rolecall from '../../src/index.ts'
import { operations } from '../../src/generated/operations.ts'

/** A bundle as an app's production build would hold it. */
async function bundle(input: Pick<BuildOptions, 'entryPoints' | 'stdin'>) {
  const { metafile, outputFiles } = await build({
    ...input,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    write: false,
    metafile: true,
  })
  const text = outputFiles?.[0]?.text ?? ''
  const gzipped = gzipSync(text, { level: 9 }).byteLength
  return { text, gzipped, inputs: metafile?.inputs ?? {} }
}

const resolveDir = process.cwd()
const bundleOf = (contents: string) => bundle({ stdin: { contents, resolveDir, loader: 'ts' } })

/** What only some need, and only those pay for. */
const apart = [
  'cachedToken',
  'callText',
  'denialText',
  'fromJSON',
  'isPermissionDenied',
  'isRolecallError',
]

describe('the whole client, bundled', async () => {
  const names = Object.keys(rolecall).filter((name) => !apart.includes(name))
  const whole = `export { ${names.join(', ')} } from './src/index.ts'`
  const { text, gzipped, inputs } = await bundleOf(whole)

  test('reaches openapi-fetch and nothing else', () => {
    const reached = Object.keys(inputs)
      .filter((path) => !/^src\/|^<stdin>/.test(path))
      .map((path) => path.replace(/^.*node_modules\//, '').split('/')[0])
    expect(new Set(reached)).toEqual(new Set(['openapi-fetch']))
    expect(
      Object.values(inputs).flatMap(({ imports }) => imports.filter((i) => i.external)),
    ).toEqual([])
  })

  test('is at most 18.2 kB gzipped, with every operation in it', async () => {
    const bundled: typeof rolecall = await import(
      `data:text/javascript,${encodeURIComponent(text)}`
    )
    const client: unknown = bundled.createClient({ baseUrl: 'https://platform.example' })
    for (const operation of Object.keys(operations)) {
      const method = operation
        .split('.')
        .reduce((at, name) => Reflect.get(Object(at), name), client)
      expect([operation, typeof method]).toEqual([operation, 'function'])
    }
    expect(gzipped).toBeLessThanOrEqual(18_200)
  })

  test.each([
    [
      850,
      'tells errors from data and makes them again',
      'fromJSON, isPermissionDenied, isRolecallError',
      'fromJSON takes',
    ],
    [650, 'keeps the token of one identity', 'cachedToken', 'The provider'],
  ])('grows by at most %i bytes for who %s', async (bytes, _, more, own) => {
    const all = await bundleOf(`export { ${names.join(', ')}, ${more} } from './src/index.ts'`)
    expect(all.text).toContain(own)
    expect(text).not.toContain(own)
    expect(all.gzipped - gzipped).toBeLessThanOrEqual(bytes)
  })
})

describe('one resource over a core, bundled', () => {
  const resources = globSync('src/generated/resources/*.ts')
    .map((path) => basename(path, '.ts'))
    .filter((name) => name !== 'index')

  test.each(resources)('%s is under 13.6 kB gzipped', async (name) => {
    const { text, gzipped, inputs } = await bundleOf(`
      import { createCore } from './src/core/index.ts'
      import { ${name}Client } from './src/generated/resources/${name}.ts'
      export const ${name} = ${name}Client(createCore())`)
    expect(gzipped).toBeLessThanOrEqual(13_600)
    expect(text).toContain(name === 'members' ? '"projects.members"' : `"${name}"`)
    const others = Object.keys(inputs).filter((path) => path.includes('/resources/'))
    // Projects hold their members.
    expect(others).toHaveLength(name === 'projects' ? 2 : 1)
  })
})
