import { expect, test } from 'vitest'
import { loadDocument } from '../../openapi/generator/document.ts'

// Constructs that break other generators, such as orval: a `const` within `anyOf` becomes code that does
// not compile, and a parameter and a schema of one name become one type.

const { document } = loadDocument('openapi/openapi.yaml')

/** Every object in the document, with its place. Examples are data, and no schemas. */
function* objectsIn(value: unknown, place: string): Generator<[string, object]> {
  if (typeof value !== 'object' || value === null) return
  yield [place, value]
  for (const [key, member] of Object.entries(value)) {
    const isData = key === 'example' || key === 'examples' || key === 'default'
    if (!isData) yield* objectsIn(member, `${place}/${key}`)
  }
}

const objects = [...objectsIn(document, '#')]
const isProperty = (place: string) => place.endsWith('/properties')

test('a single value is an enum of one, and has its type', () => {
  const schemas = objects.filter(([place]) => !isProperty(place))
  expect(schemas.filter(([, one]) => 'const' in one).map(([place]) => place)).toEqual([])
  const enums = schemas.filter(([, one]) => 'enum' in one)
  expect(enums.length).toBeGreaterThan(20)
  expect(enums.filter(([, one]) => !('type' in one)).map(([place]) => place)).toEqual([])
})

test('every component has a unique name, whatever its kind and case', () => {
  const named = Object.entries(document.components ?? {}).flatMap(([kind, components]) =>
    Object.keys(components).map((name) => ({ kind, name, key: name.toLowerCase() })),
  )
  expect(named.length).toBeGreaterThan(100)
  const shared = Map.groupBy(named, ({ key }) => key)
    .values()
    .filter((same) => same.length > 1)
  expect([...shared].flat()).toEqual([])
})

test('every operation has a unique operationId, also without its dots', () => {
  const ids = objects.flatMap(([, one]) =>
    'operationId' in one ? [String(one.operationId).replaceAll('.', '').toLowerCase()] : [],
  )
  expect(ids.length).toBeGreaterThan(50)
  expect(new Set(ids).size).toBe(ids.length)
})
