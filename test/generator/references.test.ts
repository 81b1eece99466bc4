import { describe, expect, test } from 'vitest'
import { emitContract } from '../../openapi/generator/emit-contract.ts'
import type {
  Document,
  OperationObject,
  PathItem,
  Schema,
} from '../../openapi/generator/document.ts'
import { readSpec, SpecError } from '../../openapi/generator/read-spec.ts'

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const answer = (schema: Schema) => ({
  description: 'The answer.',
  content: { 'application/json': { schema } },
})

const operation = (changes: Partial<OperationObject>): OperationObject => ({
  operationId: 'keys.create',
  summary: 'Create a key',
  description: 'Creates a key.',
  requestBody: { content: { 'application/json': { schema: ref('KeyCreate'), example: {} } } },
  'x-affects': 'all',
  responses: { '201': answer(ref('Key')) },
  ...changes,
})

const documentOf = (
  body: Readonly<Record<string, Schema>>,
  item: PathItem = {},
  changes: Partial<OperationObject> = {},
): Document => ({
  paths: { '/v1/keys': { post: operation(changes), ...item } },
  components: {
    schemas: {
      Key: { type: 'object', properties: {}, 'x-resource': 'key' },
      KeyCreate: { type: 'object', properties: body },
      KeyPage: {
        type: 'object',
        properties: {
          data: { type: 'array', items: ref('Key') },
          nextCursor: { type: ['string', 'null'] },
        },
      },
    },
  },
})

const read = (...args: Parameters<typeof documentOf>) =>
  readSpec({ document: documentOf(...args), files: {} })

const referencesIn = (body: Readonly<Record<string, Schema>>) =>
  read(body).operations[0]?.references

describe('the references of a body', () => {
  test.for<[string, Schema, readonly object[]]>([
    ['a string', { type: 'string', 'x-key': 'team' }, [{ at: ['it'], type: 'team' }]],
    [
      'each item of a list',
      { type: 'array', items: { type: 'string', 'x-key': 'permission' } },
      [{ at: ['it', '*'], type: 'permission' }],
    ],
    [
      'the keys of a map and its values',
      {
        type: 'object',
        'x-key': 'team',
        additionalProperties: {
          anyOf: [{ type: 'string', 'x-key': 'role', 'x-in': 'team' }, { type: 'null' }],
        },
      },
      [
        { at: ['it'], type: 'team', isKey: true },
        { at: ['it', '*'], type: 'role', in: 'team' },
      ],
    ],
    [
      'a string whose type another property names',
      {
        type: 'object',
        properties: {
          type: { type: 'string', enum: ['user', 'team'] },
          id: { type: 'string', 'x-key-from': 'type' },
        },
      },
      [{ at: ['it', 'id'], typeFrom: 'type', types: ['user', 'team'] }],
    ],
    [
      'its part in the call',
      { type: ['string', 'null'], 'x-key': 'project', 'x-as': 'project', 'x-container': true },
      [{ at: ['it'], type: 'project', as: 'project', isContainer: true }],
    ],
    ['a new key is no reference', { type: 'string', 'x-key': 'role', 'x-new': true }, []],
  ])('%s', ([, schema, references]) => {
    expect(referencesIn({ it: schema })).toEqual(references)
  })

  test('are in the contract that the mock reads', () => {
    const text = emitContract(read({ owner: { type: 'string', 'x-key': 'user', 'x-as': 'user' } }))
    expect(text).toContain(`references: [{ at: ['owner'], type: 'user', as: 'user' }]`)
    expect(text).toContain(`key: { create: 'keys.create' }`)
  })
})

function faultsOf(...args: Parameters<typeof documentOf>): readonly string[] {
  try {
    read(...args)
    return []
  } catch (error) {
    if (error instanceof SpecError) return error.faults
    throw error
  }
}

const types = 'permission, role, grant, kind, user, team, project'

test.for<[Schema, string]>([
  [{ type: 'string', 'x-key': 'color' }, `x-key color, which is none of ${types},`],
  [
    { type: 'integer', 'x-key': 'team' },
    'x-key on what is neither a string nor an object with keys',
  ],
  [{ type: 'string', 'x-as': 'user' }, 'x-as without an x-key, which says what is named,'],
  [
    { type: 'string', 'x-key-from': 'sort' },
    'x-key-from sort, and no property sort beside it that lists types,',
  ],
  [{ type: 'object', 'x-key': 'grant' }, 'a grant without x-in, which says where it is ticked,'],
  [
    { type: 'string', 'x-key': 'user', 'x-in': 'team' },
    'x-in on what is neither a role nor a grant',
  ],
  [
    { type: 'string', 'x-key': 'role', 'x-in': 'town' },
    'x-in town, which is none of organization, team, project,',
  ],
  [
    { type: 'string', 'x-key': 'role', 'x-in': 'project' },
    'a role in a project that is no value of a map from categories',
  ],
  [
    { type: 'string', 'x-key': 'user', 'x-as': 'owner' },
    'x-as owner, which is none of user, team, project, destination,',
  ],
  [
    { type: 'string', 'x-key': 'user', 'x-as': 'destination' },
    'x-as destination, which is a project, on a user',
  ],
  [
    { type: 'string', 'x-key': 'team', 'x-container': true },
    'x-container without x-as, which says what it is to the call,',
  ],
  [{ type: 'string', 'x-key': 'team', 'x-former': true }, 'x-former on what is no user'],
  [{ type: 'string', 'x-key': 'team', 'x-or-default': true }, 'x-or-default on what is no role'],
])('an impossible reference: %j', ([schema, fault]) => {
  expect(faultsOf({ it: schema })).toEqual([`openapi.yaml: POST /v1/keys has ${fault} at /it.`])
})

const deedsOf = (...args: Parameters<typeof documentOf>) =>
  read(...args).operations.map(({ id, deed, target }) => ({ id, deed, target }))

const get = (changes: Partial<OperationObject>): OperationObject => {
  const { requestBody: _, 'x-affects': __, ...rest } = operation({})
  return { ...rest, ...changes }
}

describe('the kind of an operation', () => {
  test('follows from its method, its path and its answer', () => {
    const list = get({ operationId: 'keys.list', responses: { '200': answer(ref('KeyPage')) } })
    expect(deedsOf({}, { get: list })).toEqual([
      { id: 'keys.list', deed: { verb: 'list', type: 'key' }, target: undefined },
      { id: 'keys.create', deed: { verb: 'create', type: 'key' }, target: undefined },
    ])
  })

  test('is the stated one, and its target that of the path', () => {
    const [transfer] = deedsOf({}, { 'x-target': 'key' }, { 'x-does': 'transfer' })
    expect(transfer).toMatchObject({ deed: { verb: 'transfer', type: 'key' }, target: 'key' })
  })

  test('is distinct', () => {
    const other = get({ operationId: 'keys.mint', 'x-does': 'accept' })
    const faults = faultsOf({}, { get: other, 'x-target': 'key' }, { 'x-does': 'accept' })
    expect(faults).toEqual([
      'keys.mint and keys.create do the same (accept key): tell them apart by x-does.',
    ])
  })
})

test.for<[Partial<OperationObject>, PathItem, string]>([
  [
    { 'x-does': 'mint' },
    {},
    'has x-does mint, which is none of accept, reject, transfer, update_plan, move, run, identify, evaluate.',
  ],
  [
    { 'x-does': 'accept', responses: { '204': { description: 'Done.' } } },
    {},
    'has x-does, and neither its path nor its answer is a resource.',
  ],
  [{}, { 'x-target': 'door' }, 'has x-target door, and no schema has that x-resource.'],
  [
    { 'x-open-to': 'friends' },
    {},
    'has x-open-to friends, which is none of everyone, oneself, invited.',
  ],
  [
    { 'x-open-to': 'oneself' },
    {},
    'has x-open-to oneself, and no x-asks-about that says who is asked about.',
  ],
  [{ 'x-asks-about': 'whom' }, {}, 'has x-asks-about whom, and its body has no such property.'],
])('an impossible operation: %j %j', ([changes, item, fault]) => {
  expect(faultsOf({}, item, changes)).toEqual([`openapi.yaml: POST /v1/keys ${fault}`])
})

test('a property gives ownership or rights, and nothing else', () => {
  expect(
    read({ it: { type: 'boolean', 'x-hands-out': 'ownership' } }).operations[0]?.handsOut,
  ).toEqual({
    it: 'ownership',
  })
  expect(faultsOf({ it: { type: 'boolean', 'x-hands-out': 'keys' } })).toEqual([
    'openapi.yaml: POST /v1/keys has x-hands-out keys at /it, which is none of ownership, rights.',
  ])
})
