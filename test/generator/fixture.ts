import type { Document, OperationObject, Schema } from '../../openapi/generator/document.ts'
import type { Spec } from '../../openapi/generator/spec.ts'
import { readSpec } from '../../openapi/generator/read-spec.ts'

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: Schema, example?: unknown) => ({
  'application/json': { schema, ...(example !== undefined && { example }) },
})
const denied = {
  description: 'The policy denies it.',
  content: json(ref('PermissionDeniedProblem')),
}

const create: OperationObject = {
  operationId: 'badges.create',
  summary: 'Create a badge',
  description: 'Creates a badge and returns it.',
  parameters: [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string' } }],
  requestBody: {
    required: true,
    content: json(ref('BadgeCreate'), { key: 'gold', opens: ['door:open'] }),
  },
  'x-affects': ['badges'],
  responses: { '201': { description: 'The badge.', content: json(ref('Badge')) }, '403': denied },
}

const list: OperationObject = {
  operationId: 'badges.list',
  summary: 'List badges',
  description: 'Returns badges, page by page.',
  parameters: [
    {
      name: 'limit',
      in: 'query',
      description: 'How many.',
      schema: { type: 'integer', default: 50 },
      example: 10,
    },
    {
      name: 'role',
      in: 'query',
      description: 'Only those of this role.',
      schema: { type: 'string', 'x-key': 'role' },
      example: 'guard',
    },
  ],
  responses: { '200': { description: 'One page.', content: json(ref('BadgePage')) } },
}

const remove: OperationObject = {
  operationId: 'badges.holders.remove',
  summary: 'Take a badge away',
  description: 'Takes the badge away from a person.',
  parameters: [
    { name: 'holder', in: 'path', required: true, description: 'Who has it.', example: 'ann' },
  ],
  'x-affects': 'all',
  responses: { '204': { description: 'Taken away.' }, '403': denied },
}

const schemas: Record<string, Schema> = {
  Badge: {
    description: 'Something that opens doors.',
    type: 'object',
    properties: {
      key: { type: 'string', description: 'Natural key.' },
      opens: { type: 'array', items: { type: 'string', 'x-key': 'permission' } },
    },
    required: ['key', 'opens'],
    additionalProperties: false,
  },
  BadgeCreate: {
    description: 'A badge to create.',
    type: 'object',
    properties: {
      key: { type: 'string', description: 'Natural key.' },
      opens: {
        description: 'What it opens.',
        type: 'array',
        items: { type: 'string', 'x-key': 'permission' },
      },
      ticks: {
        description: 'Boxes to tick or untick.',
        type: 'object',
        'x-key': 'grant',
        'x-in': 'organization',
        additionalProperties: { type: ['boolean', 'null'] },
      },
    },
    required: ['key', 'opens'],
    additionalProperties: false,
  },
  BadgePage: {
    type: 'object',
    properties: {
      data: { type: 'array', items: ref('Badge') },
      nextCursor: { type: ['string', 'null'] },
    },
    required: ['data', 'nextCursor'],
    additionalProperties: false,
  },
  PermissionDeniedProblem: {
    type: 'object',
    properties: {
      status: { const: 403 },
      code: { type: 'string', enum: ['permission_denied', 'not_a_member'] },
    },
  },
}

/** A small document with one of everything that the generator handles. */
export const document: Document = {
  tags: [{ name: 'badges', description: 'Badges that open doors.' }],
  paths: {
    '/v1/badges': { get: list, post: create },
    '/v1/badges/{badge}/holders/{holder}': {
      parameters: [
        {
          name: 'badge',
          in: 'path',
          required: true,
          description: 'Badge by key.',
          example: 'gold',
        },
      ],
      delete: remove,
    },
  },
  components: { schemas },
}

export const spec: Spec = readSpec({ document, files: {} })

/** The document with another `badges.create`. */
export const withCreate = (changes: Partial<OperationObject>): Document => ({
  ...document,
  paths: { '/v1/badges': { post: { ...create, ...changes } } },
})
