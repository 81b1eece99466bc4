import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { execute } from './execute.ts'
import { untilLine } from './until-line.ts'

const consumer = mkdtempSync(join(tmpdir(), 'rolecall-consumer-'))
const installed = join(consumer, 'node_modules/rolecall')
const rolecall = join(consumer, 'node_modules/.bin/rolecall')
const tsc = resolve('node_modules/typescript/bin/tsc')
const vitest = resolve('node_modules/vitest/vitest.mjs')

/** Runs Node in the consumer's folder. */
const node = (...args: readonly string[]) => execute(process.execPath, args, { cwd: consumer })

beforeAll(async () => {
  await execute('npm', ['pack', '--pack-destination', consumer])
  const tarball = `${manifest.name}-${manifest.version}.tgz`

  cpSync('test/package/consumer', consumer, { recursive: true })
  writeFileSync(join(consumer, 'package.json'), '{ "private": true, "type": "module" }')
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']
  await execute('npm', ['install', ...quiet, `./${tarball}`], { cwd: consumer })
})

afterAll(() => rmSync(consumer, { recursive: true, force: true }))

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

  test('holds the build, its sources and what people read, and no more', async () => {
    expect((await readdir(installed)).toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist',
      'mocks',
      'package.json',
      'src',
    ])
  })

  test('runs a script that imports every subpath that needs nothing beside it', async () => {
    expect(await node('script.ts')).toBe('script ran')
  })

  test('says by the command which version it is', async () => {
    expect(await node(rolecall, '--version')).toContain(manifest.version)
  })

  test('serves a mock by the command', async () => {
    const command = [rolecall, 'mock', '--port', '0']
    const pattern = /http:\/\/127\.0\.0\.1:\d+/
    await untilLine({ command, cwd: consumer, pattern }, async ([url = '']) => {
      expect((await fetch(url)).status).toBe(200)
    })
  })
})

/** What an import loads of the installed package, and of what comes with it. */
async function filesLoadedBy(specifier: string): Promise<string[]> {
  const urls: string[] = JSON.parse(await node('loaded-files.ts', specifier))
  return urls.map((url) => relative(join(consumer, 'node_modules'), fileURLToPath(url)))
}

describe('an import of the installed package', () => {
  test.each([
    ['rolecall', 4],
    ['rolecall/errors', 4],
    ['rolecall/resources/roles', 4],
    ['rolecall/policies', 2],
    ['rolecall/mocks', 6],
    ['rolecall/mocks/server', 8],
  ])('of %s loads at most %i files', async (specifier, most) => {
    const files = await filesLoadedBy(specifier)
    expect(files).not.toEqual([])
    expect(files.length).toBeLessThanOrEqual(most)
    expect(files.filter((file) => /^yaml|\/cli\//.test(file))).toEqual([])
  })

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

// React's own declarations need those of its types.
const beside = [
  'msw',
  'react',
  'react-dom',
  'csstype',
  '@tanstack/query-core',
  '@types/node',
  '@types/react',
  '@types/react-dom',
]

describe('the same, beside MSW, React, TanStack Query and TypeScript', () => {
  beforeAll(() => {
    const modules = join(consumer, 'node_modules')
    for (const scope of ['@types', '@tanstack']) mkdirSync(join(modules, scope))
    for (const name of beside) {
      symlinkSync(resolve('node_modules', name), join(modules, name))
    }
  })

  test('mocks the network', async () => {
    expect(await node('with-msw.ts')).toBe('signed in as admin@acme.test')
  })

  test('makes queries, and renders with React', async () => {
    expect(await node('with-react.ts')).toBe('rolecall users get lead@acme.test loading')
  })

  test.each([
    ['a script, with the types of Node and not of the DOM', 'tsconfig.script.json'],
    ['a test with MSW, with both', 'tsconfig.msw.json'],
    ['React, with both', 'tsconfig.react.json'],
    ['a front end, bundled, with the types of the DOM and not of Node', 'tsconfig.app.json'],
  ])('type-checks, its declarations too, in %s', async (_, project) => {
    await node(tsc, '--project', project)
  })

  test.each([
    ['node10', 'esnext'],
    ['node10', 'commonjs'],
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
    ['bundler', 'esnext'],
  ])(
    'every subpath is found by moduleResolution %s, with module %s',
    async (resolution, module) => {
      const how = ['--moduleResolution', resolution, '--module', module]
      await node(tsc, '--project', 'tsconfig.every-subpath.json', ...how)
    },
  )

  test('passes the tests of the client, the mock and its adapters', async () => {
    const printed = await execute(
      process.execPath,
      [vitest, 'run', '--config', 'test/package/packed.config.ts'],
      { env: { ROLECALL_INSTALLED: installed } },
    )
    expect(printed).toMatch(/[1-9]\d* passed, 0 failed, 0 skipped$/)
  }, 400_000)
})
