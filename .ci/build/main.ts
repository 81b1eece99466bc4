/** Bundles what is published into `dist`; `tsc` adds the declarations. */
import { copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build, type Plugin } from 'rolldown'
import { stringify } from 'yaml'
import manifest from '../../package.json' with { type: 'json' }
import { dataAsJson } from './data-as-json.ts'
import { droppable } from './droppable.ts'
import { ownCopy, sourceOfCopy } from './own-copy.ts'
import { quickToParse } from './quick-to-parse.ts'

const root = join(import.meta.dirname, '../..')

/**
 * Loading a file costs up to a millisecond, whatever is in it. So the modules that several entry points
 * share are in a few files, each class in one of them. A group takes the modules that match, with
 * everything they import that no group before it has.
 */
const groups = [
  { name: 'client', test: /\/src\//, minShareCount: 2 },
  // These work without a mock: help and version of the command line, the control client with its paths,
  // and the collector and reporter of coverage with the style of its page.
  {
    name: 'shared',
    test: /\/mocks\/(?:shared\/|generated\/control\/operations\.ts$|coverage\/(?:collector|merge|totals)\.ts$|adapters\/(?:html-page|page-style)\.ts$)/,
  },
  { name: 'policies', test: /\/mocks\/policies\/data\.ts$/ },
  { name: 'control-client', test: /\/mocks\/control-client\// },
  // What every adapter needs of a mock is small.
  { name: 'mock', test: /\/mocks\/(?:index|adapters\/cors)\.ts$/ },
  // What the control API tells of rules, everywhere, and the server's pages too.
  { name: 'rulebook', test: /\/mocks\/rulebook\// },
  { name: 'server', test: /\/mocks\/adapters\/server\// },
]

const data = {
  functions: ['mocks/policies/data.ts', 'mocks/generated/file-schemas.ts'].map(inRoot),
  constants: sources('mocks/policies/*/policy.ts').map(inRoot),
}

/** Code that the generator makes, with declarations which the compiler takes as they are and does not emit. */
const validators = 'mocks/generated/validators'

await build({
  cwd: root,
  input: Object.fromEntries(entryPoints().map((name) => [name, inRoot(`${name}.ts`)])),
  // The helpers of newer syntax are no dependency of the package: they are bundled.
  external: /^(?![./]|\W?@oxc-project\b)/,
  platform: 'neutral',
  checks: { pluginTimings: false },
  tsconfig: true,
  transform: { target: 'es2023' },
  plugins: [
    dataAsJson(data),
    // The guards work on data, and are small without the error classes.
    ownCopy(inRoot('src/errors/guards.ts'), { of: inRoot('src/errors/index.ts') }),
    unmapped(sources('mocks/generated/**/*.{js,json}').map(inRoot)),
    quickToParse(['mock']),
    droppable((name) => name === 'client' || name.startsWith('src/')),
  ],
  output: {
    dir: 'dist',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    codeSplitting: { groups },
    minify: false,
    minifyInternalExports: false,
    // The sources are published too: maps lead to them, and comments are read there.
    sourcemap: true,
    sourcemapExcludeSources: true,
    sourcemapPathTransform: sourceOfCopy,
    comments: { jsdoc: false },
  },
  onLog(level, log, handle) {
    // All files of `rolecall/react` say `use client`, and so does the one that they become.
    if (log.code === 'MODULE_LEVEL_DIRECTIVE') return
    // A warning of a build that goes on is read by nobody but the user who builds.
    handle(level === 'warn' ? 'error' : level, log)
  },
})
mkdirSync(dirname(inRoot(`dist/${validators}`)), { recursive: true })
copyFileSync(inRoot(`${validators}.d.ts`), inRoot(`dist/${validators}.d.ts`))
const document = readFileSync(inRoot(manifest.exports['./openapi.json']), 'utf8')
writeFileSync(inRoot(manifest.exports['./openapi.yaml']), stringify(JSON.parse(document)))
// It names the document beside it.
copyFileSync(inRoot('openapi/arazzo.yaml'), inRoot(manifest.exports['./arazzo.yaml']))

/** The sources that package.json's `exports` and `bin` stand for: their paths without the extension. */
function entryPoints(): string[] {
  const exported = Object.values(manifest.exports).flatMap((target) =>
    typeof target === 'string' ? [] : [target.default],
  )
  return [...exported, ...Object.values(manifest.bin)].flatMap((file) => {
    const source = relative('dist', file).replace(/\.js$/, '.ts')
    const found = sources(source)
    if (found.length === 0)
      throw new Error(`package.json: there is no ${source} to build ${file} of.`)
    return found.map((path) => path.replace(/\.ts$/, ''))
  })
}

function sources(pattern: string): string[] {
  return globSync(pattern, { cwd: root })
}

function inRoot(path: string): string {
  return join(root, path)
}

/** Leaves files out of the maps: they are not published. */
function unmapped(files: readonly string[]): Plugin {
  return {
    name: 'unmapped',
    transform: (code, id) => (files.includes(id) ? { code, map: { mappings: '' } } : null),
  }
}
