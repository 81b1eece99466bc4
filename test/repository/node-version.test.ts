import { expect, test } from 'vitest'
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
