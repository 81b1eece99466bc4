import { join } from 'node:path'
import { expect, test } from 'vitest'
import { requestsOf } from '../../mocks/generated/validators.js'
import { httpMethods, loadDocument } from '../../openapi/generator/document.ts'

const { document } = loadDocument(join(import.meta.dirname, '../../openapi/openapi.yaml'))

type Json = Readonly<Record<string, unknown>>

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function followed(node: unknown): Json {
  if (!isJson(node)) return {}
  if (typeof node.$ref !== 'string') return node
  const steps = node.$ref.split('/').slice(1)
  return followed(
    steps.reduce<unknown>((at, step) => (isJson(at) ? at[step] : undefined), document),
  )
}

/** Unlimited parts of a call, by place. */
function unlimited(reference: unknown, at: string): string[] {
  const schema = followed(reference)
  const { type, properties, additionalProperties: others, items, anyOf, pattern } = schema
  const types = [type].flat()
  if ('enum' in schema || 'const' in schema) return []
  if (Array.isArray(anyOf)) return anyOf.flatMap((one, index) => unlimited(one, `${at}|${index}`))
  if (type === undefined) return [`${at}: of any type`]
  const lacks = (keyword: string) => (keyword in schema ? [] : [`${at}: ${keyword}`])
  const isKey = typeof pattern === 'string' && pattern.endsWith('{0,62}$')
  return [
    ...(types.includes('string') && !isKey ? lacks('maxLength') : []),
    ...(types.includes('integer') || types.includes('number') ? lacks('maximum') : []),
    ...(types.includes('array') ? [...lacks('maxItems'), ...unlimited(items, `${at}/-`)] : []),
    ...(types.includes('object') && others !== false ? lacks('maxProperties') : []),
    ...(isJson(others) ? [...lacks('propertyNames'), ...unlimited(others, `${at}/*`)] : []),
    ...(isJson(schema.propertyNames)
      ? unlimited({ type: 'string', ...schema.propertyNames }, `${at}/(name)`)
      : []),
    ...Object.entries(isJson(properties) ? properties : {}).flatMap(([name, property]) =>
      unlimited(property, `${at}/${name}`),
    ),
  ]
}

const operations = Object.values(document.paths).flatMap((item) =>
  httpMethods.flatMap((method) => {
    const source = item[method]
    return source ? [{ ...source, parameters: [item.parameters, source.parameters].flat() }] : []
  }),
)

test.each(operations.map((operation) => [operation.operationId, operation] as const))(
  'the document limits all that %s takes',
  (_, { parameters, requestBody }) => {
    const sent = parameters.flatMap((reference) => {
      const { name, schema } = followed(reference)
      return reference === undefined ? [] : unlimited(schema, String(name))
    })
    const media = Object.values(requestBody?.content ?? {})
    const bodies = media.flatMap(({ schema }) => unlimited(schema, ''))
    // The arguments of a call in a question: once it is rehearsed, its own limits apply.
    const open = /^(?:\/evaluations\/-)?\/context\/rolecall\/args\/-: of any type$/
    expect([...sent, ...bodies].filter((place) => !open.test(place))).toEqual([])
  },
)

test('an exceeded limit is one fault, whatever the rest contains', () => {
  const permissions = Array.from({ length: 60_000 }, () => 1)
  const teams = Object.fromEntries(permissions.map((_, index) => [`team-${index}`, 1]))
  const create = requestsOf('roles.create').body
  expect(create?.({ key: 'x', permissions })).toBe(false)
  expect(create?.errors?.filter(({ keyword }) => keyword !== 'if')).toEqual([
    expect.objectContaining({ instancePath: '/permissions', keyword: 'maxItems' }),
  ])
  const update = requestsOf('users.update').body
  expect(update?.({ teams })).toBe(false)
  expect(update?.errors?.filter(({ keyword }) => keyword !== 'if')).toEqual([
    expect.objectContaining({ instancePath: '/teams', keyword: 'maxProperties' }),
  ])
})
