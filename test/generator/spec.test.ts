import { expect, test } from 'vitest'
import { readSpec, SpecError } from '../../openapi/generator/read-spec.ts'
import { spec, withCreate } from './fixture.ts'

const operation = (id: string) => spec.operations.find((candidate) => candidate.id === id)

test('an operation is read with all its references resolved', () => {
  expect(operation('badges.create')).toMatchObject({
    resource: 'badges',
    name: 'create',
    method: 'post',
    body: { model: 'BadgeCreate', required: true, mergePatch: false },
    result: { kind: 'model', model: 'Badge' },
    success: { status: 201 },
    problems: [{ status: 403, model: 'PermissionDeniedProblem' }],
    headers: ['Idempotency-Key'],
    public: false,
    enforcementPoint: false,
    affects: ['badges'],
  })
})

test('an answer with data and nextCursor is a list of its items', () => {
  expect(operation('badges.list')?.result).toEqual({
    kind: 'page',
    model: 'BadgePage',
    item: 'Badge',
  })
})

test('path arguments come in the order of the path, whichever level declares them', () => {
  const names = operation('badges.holders.remove')?.pathArguments.map(({ name }) => name)
  expect(names).toEqual(['badge', 'holder'])
})

function faultsOf(changes: Parameters<typeof withCreate>[0]): readonly string[] {
  try {
    readSpec({
      document: withCreate(changes),
      files: { '/v1/badges': 'openapi/paths/badges.yaml' },
    })
    return []
  } catch (error) {
    if (error instanceof SpecError) return error.faults
    throw error
  }
}

const place = 'openapi/paths/badges.yaml: POST /v1/badges'
const json = (media: object) => ({ content: { 'application/json': media } })

test.for([
  [{ operationId: '', 'x-affects': [] }, 'needs an operationId such as `roles.create`.'],
  [{ summary: ' ' }, 'needs a summary.'],
  [{ description: '' }, 'needs a description.'],
  [{ responses: {} }, 'needs a 2xx response.'],
  [
    { requestBody: json({ schema: { $ref: '#/components/schemas/BadgeCreate' } }) },
    'needs an example of its request body.',
  ],
  [
    { requestBody: json({ schema: { type: 'object' }, example: {} }) },
    'needs a request body whose schema is a reference to a named schema.',
  ],
  [
    {
      requestBody: {
        content: {
          'application/merge-patch+json': {
            schema: { $ref: '#/components/schemas/BadgeCreate' },
            example: {},
          },
        },
      },
    },
    'must take application/merge-patch+json if it is a PATCH, and only then.',
  ],
  [
    { parameters: [{ name: 'role', in: 'query' as const }] },
    'needs a description of the query parameter role.',
  ],
  [
    { 'x-affects': undefined },
    'needs x-affects: the resources whose answers it may change, `all`, or `[]` if it only asks.',
  ],
  [
    { 'x-affects': ['badges', 'bagdes'] },
    'names bagdes in x-affects, of which there are no operations.',
  ],
] as const)('a gap in the document is an error with file and path: %o', ([changes, fault]) => {
  expect(faultsOf(changes)).toEqual([`${place} ${fault}`])
})

test('all faults are reported at once', () => {
  expect(faultsOf({ summary: '', description: '' })).toHaveLength(2)
})
