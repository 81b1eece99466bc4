import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { whyBuild } from '../../../.ci/console/keep-built.ts'

const sources = ['console/main.tsx', 'src/client.ts', 'mocks/control-client/index.ts']

/** A clone with files that are so many seconds old. */
function clone(ages: Readonly<Record<string, number>>): string {
  const root = mkdtempSync(join(tmpdir(), 'rolecall-clone-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const path of Object.keys(ages)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), '')
  }
  const now = Date.now() / 1000
  for (const [path, age] of Object.entries(ages)) {
    for (let at = path; at !== '.'; at = dirname(at))
      utimesSync(join(root, at), now - age, now - age)
  }
  return root
}

const old = Object.fromEntries(sources.map((path) => [path, 100]))

test('a clean clone builds its console', () => {
  expect(whyBuild(clone(old))).toBe('was missing')
})

test('a console that is newer than its sources is left as it is', () => {
  expect(whyBuild(clone({ ...old, 'dist/console/index.html': 50 }))).toBeUndefined()
})

test.each(sources)('a change of %s builds it again', (path) => {
  const changed = { ...old, 'dist/console/index.html': 50, [path]: 10 }
  expect(whyBuild(clone(changed))).toBe('was older than its sources')
})

test('a change of the rest of the mock does not', () => {
  const changed = { ...old, 'dist/console/index.html': 50, 'mocks/policies/adaptive/policy.ts': 10 }
  expect(whyBuild(clone(changed))).toBeUndefined()
})
