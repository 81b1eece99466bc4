import { build, type Metafile } from 'esbuild'
import { globSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { policies } from '../../mocks/policies/index.ts'
import { operations } from '../../src/generated/operations.ts'

const files = globSync(['console/**/*.{ts,tsx}', 'src/**/*.ts', 'mocks/**/*.ts'], {
  exclude: ['**/*.d.ts', '**/*.config.ts'],
}).toSorted()
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))

/** Every import, of types too, as written: the rule of a folder is about the names in its files. */
const imports = files.flatMap((file) =>
  [...code(texts.get(file) ?? '').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(
    ([, target = '']) => ({
      file,
      target: target.startsWith('.') ? normalize(join(file, '..', target)) : target,
    }),
  ),
)

const adapters = /^mocks\/adapters\//

const written = ({ file, target }: { file: string; target: string }): string =>
  `${file} -> ${target}`

function arrows(from: RegExp, to: RegExp): string[] {
  return imports.filter(({ file, target }) => from.test(file) && to.test(target)).map(written)
}

/** The rooms of each folder, from the top floor down, as CONTRIBUTING.md draws them. */
const rooms = drawnRooms(readFileSync('CONTRIBUTING.md', 'utf8'))

function drawnRooms(text: string): Map<string, string[]> {
  const [, tree = ''] = /```text\n([\s\S]*?)```/.exec(text) ?? []
  const found = new Map<string, string[]>()
  const path: string[] = []
  for (const [, indent = '', name = ''] of tree.matchAll(/^( *)([\w-]+)\/ /gm)) {
    path.splice(indent.length / 2)
    const parent = path.join('/')
    found.set(parent, [...(found.get(parent) ?? []), name])
    path.push(name)
  }
  return found
}

/** The room of a file, unless it is loose in the folder: those stand above all rooms. */
function roomIn(folder: string, file: string): string | undefined {
  const [room, ...rest] = file.slice(folder.length + 1).split('/')
  return file.startsWith(`${folder}/`) && rest.length > 0 ? room : undefined
}

const isGenerated = (file: string): boolean => file.includes('/generated/')

describe.each(['console', 'mocks', 'mocks/policy', 'src/core'])('the rooms of %s', (folder) => {
  const order = rooms.get(folder) ?? []

  test('are those that CONTRIBUTING.md draws', () => {
    const there = new Set(files.flatMap((file) => roomIn(folder, file) ?? []))
    there.delete('generated')
    expect(order.toSorted()).toEqual([...there].toSorted())
  })

  test('import only rooms below them', () => {
    const up = imports.filter(({ file, target }) => {
      if (!target.startsWith(`${folder}/`) || isGenerated(target)) return false
      const from = roomIn(folder, file)
      if (from === undefined) return false
      const to = roomIn(folder, target)
      return to === undefined || order.indexOf(to) < order.indexOf(from)
    })
    expect(up.filter(({ file }) => !isGenerated(file)).map(written)).toEqual([])
  })
})

test('the rest of the mock enters the policy through its doors', () => {
  const doors = /^mocks\/policy\/((index|compile)\.ts$|(call|world|language)\/)/
  const past = imports.filter(
    ({ file, target }) =>
      !file.startsWith('mocks/policy/') &&
      target.startsWith('mocks/policy/') &&
      !doors.test(target),
  )
  expect(past.map(written)).toEqual([])
})

test('no file imports itself by way of others', () => {
  const next = Map.groupBy(
    imports.filter(({ target }) => texts.has(target)),
    ({ file }) => file,
  )
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
    if (done.has(file) || path.includes(file)) return
    for (const { target } of next.get(file) ?? []) walk(target, [...path, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
  expect(circles).toEqual([])
})

describe('arrows run one way', () => {
  test('there are arrows to judge', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(imports.length).toBeGreaterThan(300)
  })

  test.each([
    ['the client knows no mock', /^src\//, /^mocks\//],
    [
      'errors import the base of the core and its redaction alone',
      /^src\/errors\//,
      /^src\/(?!errors\/|core\/(base|watch)\/|generated\/)/,
    ],
    ['which import no other errors', /^src\/core\/(base|watch)\//, /^src\/errors\//],
    [
      'the client imports openapi-fetch and nothing else',
      /^src\/(?!query\/|generated\/queries\.ts|react\/|otel\/)/,
      /^(?!src\/|openapi-fetch$)/,
    ],
    [
      'the entry for TanStack Query imports its core',
      /^src\/(query\/|generated\/queries\.ts)/,
      /^(?!src\/|@tanstack\/query-core$)/,
    ],
    [
      'the entry for OpenTelemetry imports its API',
      /^src\/otel\//,
      /^(?!src\/|@opentelemetry\/api$)/,
    ],
    ['the entry for React imports React', /^src\/react\//, /^(?!src\/|react$)/],
    [
      'the client knows neither TanStack Query, nor React, nor notebooks',
      /^src\/(?!query\/|generated\/queries\.ts|react\/|notebook\/)/,
      /^src\/(query|react)\//,
    ],
    ['nothing but the console imports the console', /^(?!console\/)/, /^console\//],
    [
      'the console speaks to the mock by its control client',
      /^console\/(?!(host|demo)\/)/,
      /^mocks\/(?!control-client\/index\.ts$)/,
    ],
    ['nothing imports the generator, tests or docs', /./, /^(openapi|test|docs)\//],
    ['operations know no adapter', /^mocks\/operations\//, adapters],
    [
      'the pipeline knows no adapter',
      /^mocks\/(mock|pipeline|message|platform|log|policy|policies|policy-check|policy-diff|policy-tools|snapshot|state|scenario|shared)\//,
      adapters,
    ],
    [
      'the policy knows neither store nor pipeline',
      /^mocks\/policy\//,
      /^mocks\/(?!policy\/|shared\/|generated\/(contract|input-fields)\.ts)/,
    ],
    ['policies are data', /^mocks\/policies\//, /^(?!mocks\/(policies|policy)\/)/],
    ['the state knows no operation', /^mocks\/state\//, /^mocks\/(operations|pipeline)\//],
    [
      'only the adapters for MSW know MSW',
      /^(?!mocks\/adapters\/(msw|intercept)\.ts|mocks\/adapters\/browser\/)/,
      /^msw(\/|$)/,
    ],
    ['only the adapter for Vitest knows Vitest', /^(?!mocks\/adapters\/vitest\/)/, /^vitest(\/|$)/],
    [
      'only the components for React know React',
      /^(?!src\/react\/|console\/|mocks\/adapters\/panel\/react\.ts)/,
      /^react(\/|$)/,
    ],
    ['only the plugin for Vite knows Vite', /^(?!mocks\/adapters\/vite\/)/, /^vite(\/|$)/],
    ['only the command line and its readers know YAML', /^(?!mocks\/mock\/values\/)/, /^yaml$/],
    [
      'only the server, the command line, the plugin for Vite and the reporter know Node',
      /^(?!mocks\/(adapters\/(server|vite|cli|vitest\/reporter)|mock\/values)\/)/,
      /^node:/,
    ],
  ])('%s', (_, from, to) => {
    expect(arrows(from, to)).toEqual([])
  })
})

test('a platform is data: no code outside policies/ depends on its name', () => {
  const name = `'(?:${Object.keys(policies).join('|')})'`
  // A name may be a default, as in `policy = 'adaptive'`, and nothing else.
  const isAsked = new RegExp(`(?<! = |\\?\\? )${name}`)
  const asking = files.filter(
    (file) =>
      !/^mocks\/policies\/|\/generated\//.test(file) && isAsked.test(code(texts.get(file) ?? '')),
  )
  expect(asking).toEqual([])
})

test('no operation is known by name outside operations/: the document says what each does', () => {
  const names = Object.keys(operations).map((id) => id.replaceAll('.', String.raw`\.`))
  const isNamed = new RegExp(`(['"\`])(?:${names.join('|')})\\1`)
  const naming = files.filter(
    (file) =>
      /^mocks\/(?!operations\/|policies\/|generated\/)/.test(file) &&
      isNamed.test(code(texts.get(file) ?? '')),
  )
  expect(naming).toEqual([])
})

/** The text without its comments. */
function code(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
}

describe('the contents of a bundle for a browser', () => {
  test.each([
    'mocks/index.ts',
    'mocks/adapters/msw.ts',
    'mocks/adapters/browser/index.ts',
    'mocks/adapters/panel/index.ts',
    'mocks/policies/index.ts',
  ])('%s bundles without Node', async (entry) => {
    const { metafile } = await bundle(entry)
    expect(externals(metafile).filter((path) => path.startsWith('node:'))).toEqual([])
  })

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
