import { describe, expect, test } from 'vitest'
import lock from '../../package-lock.json' with { type: 'json' }
import manifest from '../../package.json' with { type: 'json' }
import { read } from '../docs/pages.ts'

/** What the lock file says of one package. */
interface Locked {
  readonly name?: string
  readonly version?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly link?: boolean
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly optional?: boolean
  readonly peer?: boolean
}

const locked: Readonly<Record<string, Locked>> = lock.packages
const installed = Object.entries(locked).flatMap(([path, one]) =>
  path === '' ? [] : [{ ...one, path, name: one.name ?? path.split('node_modules/').at(-1) ?? '' }],
)

describe('the lock file', () => {
  test('has the version, the dependencies and the engines of package.json', () => {
    const { name, version, dependencies, devDependencies, engines } = manifest

    expect(lock.version).toBe(version)
    expect(lock.packages['']).toMatchObject({
      name,
      version,
      dependencies,
      devDependencies,
      engines,
    })
  })

  test('holds no download addresses', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"')
  })

  test('has a SHA-512 sum for each package, and an exact version', () => {
    const doubtful = installed.filter(
      ({ integrity = '', version = '', link }) =>
        link === true ||
        !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) ||
        !/^\d+\.\d+\.\d+[\w.+-]*$/.test(version),
    )
    expect(doubtful).toEqual([])
  })

  test('brings the users of the package these packages, and no more', () => {
    const theirs = installed.filter(
      ({ dev, devOptional, optional, peer }) => !(dev || devOptional || optional || peer),
    )
    expect(theirs.map(({ name }) => name)).toEqual([
      'openapi-fetch',
      'openapi-typescript-helpers',
      'yaml',
    ])
  })

  test('has no install script but those that package.json decides upon', () => {
    const scripted = installed.filter(({ hasInstallScript }) => hasInstallScript === true)
    expect(scripted.map(({ name }) => name).toSorted()).toEqual(
      Object.keys(manifest.allowScripts).toSorted(),
    )
  })

  test('lets the script of Node run, which links its program, and no other', () => {
    expect(Object.entries(manifest.allowScripts).filter(([, isAllowed]) => isAllowed)).toEqual([
      ['node', true],
    ])
  })

  test('pins each tool to one version', () => {
    const loose = Object.entries(manifest.devDependencies).filter(
      ([, range]) => !/^(?:npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(range),
    )
    expect(loose).toEqual([])
  })
})
