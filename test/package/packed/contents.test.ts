import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }
import { root } from '../../docs/pages.ts'

const installed = join(inject('consumer'), 'node_modules/rolecall')
const entries = readdirSync(installed, { recursive: true, withFileTypes: true })
const paths = entries
  .filter((entry) => !entry.isDirectory())
  .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1))
const textOf = (path: string) => readFileSync(join(installed, path), 'utf8')

/** The endings of the files in each folder, and of those beside them. */
const endings: Readonly<Record<string, RegExp>> = {
  dist: /\.(?:js|js\.map|d\.ts|d\.ts\.map|yaml|html|css)$/,
  src: /\.ts$/,
  mocks: /\.(?:ts|json)$/,
  docs: /\.(?:ts|tsx|js|jsx|mjs|html|css|json|md|ipynb)$/,
}
const beside = ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json']

describe('the files of the packed tarball', () => {
  test('are of the kinds that their folders are for', () => {
    const surprises = paths.filter((path) => {
      const [folder = ''] = path.split('/')
      return folder === path ? !beside.includes(path) : !endings[folder]?.test(path)
    })
    expect(surprises).toEqual([])
  })

  test('are files of the repository, or made of one by the build', () => {
    const known = new Set(
      execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n'),
    )
    const isMade = (path: string) => {
      const made = path.replace(/^dist\//, '').replace(/\.map$/, '')
      const source = made.replace(/(?:\.d\.ts|\.js)$/, '')
      return [made, `${source}.ts`, `${source}.tsx`].some((one) => known.has(one))
    }
    const isBundled = (path: string) =>
      /^dist\/(?:chunks\/[\w-]+\.js(?:\.map)?|console\/(?:index\.html|panel\.js|assets\/[\w.-]+\.(?:js|css))|openapi\.yaml|arazzo\.yaml)$/.test(
        path,
      )
    const strangers = paths.filter(
      (path) => !known.has(path) && !isBundled(path) && !(path.startsWith('dist/') && isMade(path)),
    )
    expect(strangers).toEqual([])
  })

  test('are no links, no programs but the command, and not hidden', () => {
    expect(entries.filter((entry) => !entry.isDirectory() && !entry.isFile())).toEqual([])
    expect(paths.filter((path) => path.split('/').some((name) => name.startsWith('.')))).toEqual([])
    const programs = paths.filter((path) => (statSync(join(installed, path)).mode & 0o111) !== 0)
    expect(programs).toEqual([manifest.bin.rolecall])
  })

  test('name no folder of the machine that built them', () => {
    // A home such as /root is a word of its own in other texts.
    const folders = [resolve(root), homedir()].filter((folder) => folder.lastIndexOf('/') > 0)
    const named = paths.filter((path) => {
      const text = textOf(path)
      return folders.some((folder) => text.includes(folder))
    })
    expect(named).toEqual([])
  })
})

describe('the manifest of the packed tarball', () => {
  const packed: Readonly<Record<string, unknown>> = JSON.parse(textOf('package.json'))
  const scripts: Readonly<Record<string, string>> = JSON.parse(textOf('package.json')).scripts

  test('runs nothing when the package is installed', () => {
    const onInstall = [
      'preinstall',
      'install',
      'postinstall',
      'preprepare',
      'prepare',
      'postprepare',
    ]
    expect(onInstall.filter((name) => Object.hasOwn(scripts, name))).toEqual([])
    expect(paths).not.toContain('binding.gyp')
  })

  test('brings no packages inside, and asks for no others than before packing', () => {
    const { dependencies, peerDependencies, peerDependenciesMeta } = manifest
    expect(packed).toMatchObject({ dependencies, peerDependencies, peerDependenciesMeta })
    expect(Object.keys(dependencies)).toEqual(['openapi-fetch', 'yaml'])
    for (const name of ['bundleDependencies', 'bundledDependencies', 'optionalDependencies'])
      expect(packed).not.toHaveProperty(name)
  })

  test('has only optional peers', () => {
    expect(Object.keys(manifest.peerDependencies)).toEqual(
      Object.keys(manifest.peerDependenciesMeta),
    )
  })
})
