import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

const { exports: entries, main, types, typesVersions, alias } = manifest

/** Every subpath, with the files of its declarations and of its code. */
const subpaths = Object.entries(entries).flatMap(([path, target]) => {
  const files = typeof target === 'string' ? { types: target, default: target } : target
  return path === '.' ? [] : [{ path, ...files }]
})

// TypeScript's older moduleResolution and Parcel ignore `exports`: without these they take the sources
// beside the build, or find nothing.
test('tools that ignore exports find the same main entry', () => {
  expect({ types, default: main }).toEqual(entries['.'])
})

test('typesVersions has the declarations of every subpath', () => {
  const { 'dist/*': own, '*': others, ...named } = typesVersions['*']
  expect(named).toEqual(
    Object.fromEntries(subpaths.map(({ path, types }) => [path.slice(2), [types]])),
  )
  // The main entry goes through them too. Only subpaths are sources.
  expect([own, others]).toEqual([['./dist/*'], ['./dist/*']])
})

test('alias has the code of every subpath', () => {
  const code = subpaths.filter(({ path }) => path !== './package.json')
  expect(alias).toEqual(
    Object.fromEntries(code.map((one) => [one.path, one.default.replace('*', '$1')])),
  )
})
