/** Imports every subpath that a program can import: the others are for a file that Vitest runs. */
import manifest from 'rolecall/package.json' with { type: 'json' }

const inTests = ['./mocks/vitest', './mocks/vitest/coverage']
const modules = Object.keys(manifest.exports)
  .filter((path) => !/\.(?:json|yaml)$/.test(path) && !inTests.includes(path))
  .map((path) => path.replace('*', 'roles').replace('.', 'rolecall'))

for (const specifier of modules) {
  const { length } = Object.keys(await import(specifier))
  if (length === 0) throw new Error(`${specifier} exports nothing`)
}
console.log('all imported')
