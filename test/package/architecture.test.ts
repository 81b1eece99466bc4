import { build, type Metafile } from 'esbuild'
import { globSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { policies } from '../../mocks/policies/index.ts'

const files = globSync(['src/**/*.ts', 'mocks/**/*.ts'], { exclude: ['**/*.d.ts'] }).toSorted()
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))

/** Every import, of types too, as it is written: a folder's rule is about what its files name. */
const imports = files.flatMap((file) =>
  [...code(texts.get(file) ?? '').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(
    ([, target = '']) => ({
      file,
      target: target.startsWith('.') ? normalize(join(file, '..', target)) : target,
    }),
  ),
)

const adapters = /^mocks\/adapters\//

function arrows(from: RegExp, to: RegExp): string[] {
  return imports
    .filter(({ file, target }) => from.test(file) && to.test(target))
    .map(({ file, target }) => `${file} -> ${target}`)
}

describe('arrows run one way', () => {
  test('there are arrows to judge', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(imports.length).toBeGreaterThan(300)
  })

  test.each([
    ['the client knows no mock', /^src\//, /^mocks\//],
    [
      'the client imports openapi-fetch and nothing else',
      /^src\/(?!query\/|generated\/queries\.ts|react\/|otel\/)/,
      /^(?!src\/|openapi-fetch$)/,
    ],
    [
      'what is for TanStack Query imports its core',
      /^src\/(query\/|generated\/queries\.ts)/,
      /^(?!src\/|@tanstack\/query-core$)/,
    ],
    [
      'what is for OpenTelemetry imports its API',
      /^src\/otel\//,
      /^(?!src\/|@opentelemetry\/api$)/,
    ],
    ['what is for React imports React', /^src\/react\//, /^(?!src\/|react$)/],
    [
      'the client knows neither TanStack Query, nor React, nor notebooks',
      /^src\/(?!query\/|generated\/queries\.ts|react\/|notebook\/)/,
      /^src\/(query|react)\//,
    ],
    ['nothing reaches into the generator, tests or docs', /./, /^(openapi|test|docs)\//],
    ['operations know no adapter', /^mocks\/operations\//, adapters],
    [
      'what answers knows no adapter',
      /^mocks\/(mock|pipeline|message|platform|policy|policies|policy-check|policy-tools|state|scenario|shared)\//,
      adapters,
    ],
    [
      'the policy knows neither store nor pipeline',
      /^mocks\/policy\//,
      /^mocks\/(?!policy\/|shared\/|generated\/(contract|input-fields)\.ts)/,
    ],
    ['policies are data', /^mocks\/policies\//, /^(?!mocks\/(policies|policy)\/)/],
    ['the state knows no operation', /^mocks\/state\//, /^mocks\/(operations|pipeline)\//],
    ['only the adapter for MSW knows MSW', /^(?!mocks\/adapters\/msw\.ts)/, /^msw(\/|$)/],
    ['only the command line and what it reads know YAML', /^(?!mocks\/mock\/values\/)/, /^yaml$/],
    [
      'only the server and the command line know Node',
      /^(?!mocks\/(adapters\/(server|cli)|mock\/values)\/)/,
      /^node:/,
    ],
  ])('%s', (_, from, to) => {
    expect(arrows(from, to)).toEqual([])
  })
})

test('a platform is data: no code outside policies/ asks which one it is', () => {
  const name = `'(?:${Object.keys(policies).join('|')})'`
  // A name may be a default, as in `policy = 'adaptive'`, and nothing else.
  const isAsked = new RegExp(`(?<! = |\\?\\? )${name}`)
  const asking = files.filter(
    (file) =>
      !/^mocks\/policies\/|\/generated\//.test(file) && isAsked.test(code(texts.get(file) ?? '')),
  )
  expect(asking).toEqual([])
})

/** The text without its comments. */
function code(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
}

describe('what a bundle for a browser holds', () => {
  test.each(['mocks/index.ts', 'mocks/adapters/msw.ts', 'mocks/policies/index.ts'])(
    '%s bundles without Node',
    async (entry) => {
      const { metafile } = await bundle(entry)
      expect(externals(metafile).filter((path) => path.startsWith('node:'))).toEqual([])
    },
  )

  test('the policies bring no mock along', async () => {
    const { metafile } = await bundle('mocks/policies/index.ts')
    const inputs = Object.keys(metafile.inputs)
    expect(inputs.filter((path) => !/^mocks\/polic(y|ies)\//.test(path))).toEqual([])
  })
})

async function bundle(entry: string): Promise<{ metafile: Metafile }> {
  return build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    external: ['msw', 'node:*'],
    write: false,
    metafile: true,
  })
}

function externals({ inputs }: Metafile): string[] {
  return Object.values(inputs).flatMap((input) =>
    input.imports.filter(({ external }) => external).map(({ path }) => path),
  )
}
