import { existsSync, globSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, inject, test } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }
import { execute } from '../execute.ts'

const tsc = resolve('node_modules/typescript/bin/tsc')

const consumer = inject('consumer')
const installed = join(consumer, 'node_modules/rolecall')
const rolecall = join(consumer, 'node_modules/.bin/rolecall')

/** Runs Node in a folder. */
const nodeIn =
  (cwd: string) =>
  (...args: readonly string[]) =>
    execute(process.execPath, args, { cwd })

/** Runs Node where the package is alone. */
const node = nodeIn(consumer)

describe('the packed tarball, installed into an empty project', () => {
  test('brings openapi-fetch and yaml along, and nothing else', async () => {
    const names = await readdir(join(consumer, 'node_modules'))
    expect(names.filter((name) => !name.startsWith('.')).toSorted()).toEqual([
      'openapi-fetch',
      'openapi-typescript-helpers',
      'rolecall',
      'yaml',
    ])
  })

  test('contains the build, its sources and the documents, and no more', async () => {
    expect((await readdir(installed)).toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'dist',
      'docs',
      'mocks',
      'package.json',
      'src',
    ])
  })

  test('runs a script with every subpath that has no peer dependency', async () => {
    expect(await node('script.ts')).toBe('script ran')
  })

  test('prints its version by the command', async () => {
    expect(await node(rolecall, '--version')).toContain(manifest.version)
  })
})

/** The files that an import loads from the installed package and its dependencies. */
async function filesLoadedBy(specifier: string): Promise<string[]> {
  const urls: string[] = JSON.parse(await node('loaded-files.ts', specifier))
  return urls.map((url) => relative(join(consumer, 'node_modules'), fileURLToPath(url)))
}

describe('an import of the installed package', () => {
  test.each([
    ['rolecall', 3],
    ['rolecall/errors', 3],
    ['rolecall/resources/roles', 3],
    ['rolecall/policies', 2],
    ['rolecall/mocks', 6],
    ['rolecall/mocks/server', 8],
    ['rolecall/mocks/control', 5],
  ])('of %s loads at most %i files', async (specifier, most) => {
    const files = await filesLoadedBy(specifier)
    expect(files).not.toEqual([])
    expect(files.length).toBeLessThanOrEqual(most)
    expect(files.filter((file) => /^yaml|\/cli\//.test(file))).toEqual([])
  })

  test.each(['control-client/index', 'adapters/vitest/coverage', 'adapters/vitest/reporter/index'])(
    'of mocks/%s does without a mock',
    async (entry) => {
      const chunks = [`mocks/${entry}.js`]
      for (const chunk of chunks) {
        const text = readFileSync(join(installed, 'dist', chunk), 'utf8')
        for (const [, specifier = ''] of text.matchAll(
          /^(?:import|export)\b.* from "(\.[^"]+)"/gm,
        )) {
          const found = join(dirname(chunk), specifier)
          if (!chunks.includes(found)) chunks.push(found)
        }
      }
      expect(chunks).toContain('chunks/shared.js')
      expect(chunks).not.toContain('chunks/mock.js')
    },
  )

  test('gives each class once, whichever subpath it comes from', async () => {
    expect(await node('one-class.ts')).toBe('one of each')
  })
})

describe('the maps of the installed package', () => {
  test('lead to files that come with it', () => {
    const maps = globSync('dist/**/*.map', { cwd: installed })
    const sources = maps.flatMap((map) => {
      const file = join(installed, map)
      const found: { sources: string[] } = JSON.parse(readFileSync(file, 'utf8'))
      return found.sources.map((source) => resolve(dirname(file), source))
    })
    expect(sources).toContain(join(installed, 'mocks/mock/create-mock.ts'))
    expect(sources.filter((source) => !existsSync(source))).toEqual([])
  })

  test('show the line that threw', async () => {
    const printed = await node('--enable-source-maps', 'failing.ts').catch(String)
    const [, path = '', line] = /\/rolecall\/(mocks\/\S+\.ts):(\d+)/.exec(printed) ?? []
    const source = readFileSync(join(installed, path), 'utf8')
    expect(source.split('\n')[Number(line) - 1]).toContain('throw new ConfigurationError')
  })
})

describe('the same, beside MSW, React, TanStack Query and TypeScript', () => {
  const nodeBeside = nodeIn(inject('consumerWithPeers'))

  test('imports every subpath', async () => {
    expect(await nodeBeside('imports.ts')).toBe('all imported')
  })

  test('mocks the network', async () => {
    expect(await nodeBeside('with-msw.ts')).toBe('signed in as admin@acme.test')
  })

  test('makes queries, and renders with React', async () => {
    expect(await nodeBeside('with-react.ts')).toBe('rolecall users get lead@acme.test loading')
  })

  test('gives each test of Vitest a mock of its own', async () => {
    const printed = await nodeBeside('node_modules/vitest/vitest.mjs', 'run', '--no-color')
    expect(printed).toMatch(/Tests +4 passed/)
  })

  test('types the matchers and the tests of Vitest', async () => {
    await nodeBeside(tsc, '--project', 'tsconfig.vitest.json')
  })

  test.concurrent.each([
    ['a script, with the types of Node and not of the DOM', 'tsconfig.script.json'],
    ['a test with MSW, with both', 'tsconfig.msw.json'],
    ['React, with both', 'tsconfig.react.json'],
    ['the tools that it is for, with both', 'tsconfig.tools.json'],
    ['a front end, bundled, with the types of the DOM and not of Node', 'tsconfig.app.json'],
  ])('type-checks, its declarations too, in %s', async (_, project) => {
    await nodeBeside(tsc, '--project', project)
  })

  test.concurrent.each([
    ['node10', 'esnext'],
    ['node10', 'commonjs'],
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
    ['bundler', 'esnext'],
  ])(
    'every subpath is found by moduleResolution %s, with module %s',
    async (resolution, module) => {
      const how = ['--moduleResolution', resolution, '--module', module]
      await nodeBeside(tsc, '--project', 'tsconfig.every-subpath.json', ...how)
    },
  )
})
