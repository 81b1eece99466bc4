// Bugs of openapi-typescript 7.13, each reproduced with it: the code generated here has none.
import { expect, expectTypeOf, test } from 'vitest'
import type { Document } from '../../openapi/generator/document.ts'
import { emitSchema } from '../../openapi/generator/emit-schema.ts'
import { readSpec } from '../../openapi/generator/read-spec.ts'
import type { components } from '../../src/generated/schema.ts'
import { withCreate } from './fixture.ts'

type Schemas = components['schemas']

const standard: object = { openapi: '3.1.0', info: { title: 'Badges', version: '1' } }
const schemaOf = (document: Document) =>
  emitSchema({ operations: [], schemas: {}, document: { ...standard, ...document } })

test('an x- extension that holds allOf, anyOf or oneOf with strings makes it crash', async () => {
  const needs = { allOf: ['door:open'], anyOf: ['door:close'], oneOf: ['door:lock'] }
  const extension: object = { 'x-needs': needs }
  const extended = await schemaOf(withCreate({ ...extension }))
  expect(extended).toBe(await schemaOf(withCreate({})))
  expect(extended).toContain('"badges.create"')
})

test('security and every x- extension are dropped', () => {
  const document = withCreate({ security: [] })
  const [create] = readSpec({ document, files: {} }).operations
  expect(create).toMatchObject({ id: 'badges.create', public: true, affects: ['badges'] })
})

test('a property with a default becomes required in request bodies', async () => {
  const schema = { type: 'object', properties: { size: { type: 'integer', default: 1 } } }
  const body = { required: true, content: { 'application/json': { schema } } }
  expect(await schemaOf(withCreate({ requestBody: body }))).toMatch(/\bsize\?: number/)
})

test('a discriminator with allOf gives wrong literals', () => {
  expectTypeOf<Schemas['NotFoundProblem']['code']>().toEqualTypeOf<'not_found'>()
  expectTypeOf<Schemas['NotFoundProblem']['status']>().toEqualTypeOf<404>()
  expectTypeOf<Schemas['PermissionDeniedProblem']['status']>().toEqualTypeOf<403>()
})
