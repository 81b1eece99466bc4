import { expect, test } from 'vitest'
import type { Document, OperationObject } from '../../openapi/generator/document.ts'
import { emitResources } from '../../openapi/generator/emit-resources.ts'
import { format } from '../../openapi/generator/format.ts'
import { readSpec } from '../../openapi/generator/read-spec.ts'
import { document } from './fixture.ts'

const badge = { $ref: '#/components/schemas/Badge' }
const answer = { '200': { description: 'It.', content: { 'application/json': { schema: badge } } } }

const get: OperationObject = {
  operationId: 'badges.get',
  summary: 'Get a badge',
  description: 'Returns it.',
  responses: answer,
}

const update: OperationObject = {
  operationId: 'badges.update',
  summary: 'Update a badge',
  description: 'Changes it.',
  parameters: [{ name: 'If-Match', in: 'header', schema: { type: 'string' } }],
  requestBody: {
    required: true,
    content: {
      'application/merge-patch+json': {
        schema: { $ref: '#/components/schemas/BadgeCreate' },
        example: { key: 'silver' },
      },
    },
  },
  responses: answer,
  'x-affects': [],
}

async function emitted(patch: OperationObject, etag: object = { etag: { type: 'string' } }) {
  const { Badge, ...schemas } = document.components?.schemas ?? {}
  const changed: Document = {
    ...document,
    paths: {
      '/v1/badges/{badge}': {
        parameters: [
          { name: 'badge', in: 'path', required: true, description: 'By key.', example: 'gold' },
        ],
        get,
        patch,
      },
    },
    components: {
      schemas: { ...schemas, Badge: { ...Badge, properties: { ...Badge?.properties, ...etag } } },
    },
  }
  const files = await emitResources(readSpec({ document: changed, files: {} }))
  return format('emitted.ts', files.get('resources/badges.ts') ?? '')
}

test('a resource with an etag and a get can be updated by a function', async () => {
  const badges = await emitted(update)
  expect(badges).toContain("update: ['PATCH', '/v1/badges/{badge}', 'body']")
  expect(badges).toContain('body: Patch<Badge, BadgeCreate<K>>,')
  expect(badges).toContain("import type { Patch } from '../../core/send/update.ts'")
  expect(badges).toContain('{@link Patch}')
})

test.each([
  ['no etag', () => emitted(update, {})],
  ['no If-Match', () => emitted({ ...update, parameters: [] })],
  ['another answer', () => emitted({ ...update, responses: { '204': { description: 'Done.' } } })],
])('a resource with %s is updated by a patch alone', async (_, emit) => {
  const badges = await emit()
  expect(badges).toContain('update(badge: string, body: BadgeCreate<K>, options?')
  expect(badges).not.toContain('Patch<')
})
