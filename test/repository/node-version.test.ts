import { expect, test } from 'vitest'
import lock from '../../package-lock.json' with { type: 'json' }
import manifest from '../../package.json' with { type: 'json' }
import { read } from '../docs/pages.ts'

const nodeVersion = read('.node-version').trim()
const parts = (version: string) => version.split('.').map(Number)

test('.node-version names the Node that `npm ci` brings', () => {
  expect(nodeVersion).toBe(manifest.devDependencies.node)
})

test('its types have the same major version', () => {
  expect(parts(manifest.devDependencies['@types/node'])[0]).toBe(parts(nodeVersion)[0])
})

test('the package supports it', () => {
  const [, major, minor] = /^>=(\d+)\.(\d+)$/.exec(manifest.engines.node) ?? []
  const [ownMajor = 0, ownMinor = 0] = parts(nodeVersion)

  expect(ownMajor * 1000 + ownMinor).toBeGreaterThanOrEqual(Number(major) * 1000 + Number(minor))
})

test('the lock file has the version, the dependencies and the engines of package.json', () => {
  const { name, version, dependencies, devDependencies, engines } = manifest

  expect(lock.version).toBe(version)
  expect(lock.packages['']).toMatchObject({ name, version, dependencies, devDependencies, engines })
})

test('the lock file holds no download addresses', () => {
  expect(read('package-lock.json')).not.toContain('"resolved"')
})
