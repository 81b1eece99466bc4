import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

const { exports: entries, main, types, typesVersions, alias } = manifest

/** Every subpath, with the file of its declarations and the one that runs. */
const subpaths = Object.entries(entries).flatMap(([path, target]) => {
  const files = typeof target === 'string' ? { types: target, default: target } : target
  return path === '.' ? [] : [{ path, ...files }]
})

// TypeScript's older moduleResolution and Parcel read no `exports`: without these they take the sources
// that lie beside the build, or find nothing.
test('who reads no exports finds the same main entry', () => {
  expect({ types, default: main }).toEqual(entries['.'])
})

test('typesVersions has the declarations of every subpath', () => {
  const { 'dist/*': own, '*': others, ...named } = typesVersions['*']
  expect(named).toEqual(
    Object.fromEntries(subpaths.map(({ path, types }) => [path.slice(2), [types]])),
  )
  // The main entry goes through them too. What is no subpath is no source either.
  expect([own, others]).toEqual([['./dist/*'], ['./dist/*']])
})

test('alias has the code of every subpath', () => {
  const code = subpaths.filter(({ path }) => path !== './package.json')
  expect(alias).toEqual(
    Object.fromEntries(code.map((one) => [one.path, one.default.replace('*', '$1')])),
  )
})
