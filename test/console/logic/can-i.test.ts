import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Field, type Kind, listOf, partOf } from '../../../console/views/can-i/kinds.ts'
import { operationsIn } from '../../../console/views/can-i/operations.ts'
import { argsOf, draftIn, faultsOf, searchOf } from '../../../console/views/can-i/question.ts'
import {
  isValues,
  jsonText,
  readJson,
  readNumber,
  unreadIn,
  type Values,
  withValue,
} from '../../../console/views/can-i/values.ts'
import { operations as endpoints } from '../../../src/generated/operations.ts'

const document: unknown = JSON.parse(readFileSync('mocks/generated/documents/openapi.json', 'utf8'))
const operations = operationsIn(document)

/** What the document says of a call, and its examples of the body. */
const calls = operations.map((operation) => {
  const { method, path } = endpoints[operation.id]
  const { requestBody } = partOf(partOf(partOf(partOf(document).paths)[path])[method.toLowerCase()])
  const contents = partOf(partOf(requestBody).content)
  const [content = {}] = Object.values(contents).map(partOf)
  const examples = Object.values(partOf(content.examples)).map((one) => partOf(one).value)
  return {
    operation,
    examples,
    schema: content.schema,
    ref: Object.keys(contents)[0],
    path,
    method,
  }
})

test('the forms are those of all operations of the API', () => {
  expect(operations.map(({ id }) => id).toSorted()).toEqual(Object.keys(endpoints).toSorted())
  for (const { id, path } of operations) {
    const names = [...endpoints[id].path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect([id, path.map(({ name }) => name)]).toEqual([id, names])
  }
})

describe('what the fields produce', () => {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'document', ...partOf(document) })

  test.each(calls.filter(({ examples }) => examples.length > 0))(
    'is each example of $operation.id, and valid',
    ({ operation, examples, schema }) => {
      const { $ref } = partOf(schema)
      const validate = ajv.compile({ $ref: `document${String($ref)}` })
      for (const example of examples) {
        const entered = enteredObject(operation.input ?? [], partOf(example))
        expect(entered).toEqual(example)
        expect([validate(entered), validate.errors]).toEqual([true, null])
      }
    },
  )

  test.each(calls)('of $operation.id comes back from its address', ({ operation, examples }) => {
    const path = operation.path.map(({ name }) => `some-${name}`)
    for (const example of examples.length > 0 ? examples : [{}]) {
      const args = operation.input === undefined ? path : [...path, example]
      const question = { as: 'lead@acme.test', operation: operation.id, args }
      const draft = draftIn(searchOf(question), operations, 'admin@acme.test')
      expect(faultsOf(draft, operation)).toEqual({})
      const isLeftOut = !operation.needsInput && Object.keys(partOf(example)).length === 0
      expect({ ...question, args: argsOf(draft, operation) }).toEqual({
        ...question,
        args: isLeftOut ? path : args,
      })
    }
  })
})

test('a link of another view fills in the resource that it is about', () => {
  const draft = (search: string) => draftIn(search, operations, 'admin@acme.test')
  expect(draft('as=x@acme.test&operation=projects.update&type=project&id=churn')).toMatchObject({
    as: 'x@acme.test',
    path: { project: 'churn' },
  })
  expect(draft('operation=artifacts.create&type=project&id=churn')).toMatchObject({
    as: 'admin@acme.test',
    input: { project: 'churn' },
  })
  expect(draft('operation=nothing&args=%7B')).toMatchObject({ operation: operations[0]?.id })
})

test('JSON that can’t be read keeps its text, and is a fault at its place', () => {
  const typed = readJson('{"a":')
  expect(jsonText(typed)).toBe('{"a":')
  expect(unreadIn({ data: typed })).toEqual(['/data'])
  expect(readJson('')).toBeUndefined()
})

test.each([
  ['3', 3],
  ['null', null],
  ['', undefined],
  ['3 seats', '3 seats'],
])('the number %j is read as %j', (text, value) => {
  expect(readNumber(text)).toBe(value)
})

/** Enters the values of an object, field by field. */
function enteredObject(fields: readonly Field[], example: Values): Values {
  let values: Values = {}
  for (const [name, value] of Object.entries(example)) {
    const field = fields.find((one) => one.name === name)
    values = withValue(values, name, entered(field?.kind ?? { kind: 'json' }, value))
  }
  return values
}

/** Enters a value as the control of its kind does. */
function entered(kind: Kind, value: unknown): unknown {
  switch (kind.kind) {
    case 'text':
      return value === null && kind.isNullable ? null : String(value)
    case 'number':
      return readNumber(String(value))
    case 'boolean':
      return value === true
    case 'choice': {
      const isOffered = kind.options.some((one) => one === value) || kind.key !== undefined
      return isOffered ? readJson(JSON.stringify(value)) : 'not offered'
    }
    case 'list':
      return listOf(value).map((one) => entered(kind.of, one))
    case 'map':
      return Object.fromEntries(
        Object.entries(partOf(value)).map(([name, one]) => [name, entered(kind.of, one)]),
      )
    case 'object':
      return isValues(value) ? enteredObject(kind.fields, value) : value
    case 'json':
      return readJson(jsonText(value))
  }
}
