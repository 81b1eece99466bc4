import { describe, expect, test } from 'vitest'
import { emitValidators } from '../../openapi/generator/emit-validators.ts'
import { requestsOf, responsesOf } from '../../mocks/generated/validators.js'
import type { Validate } from '../../mocks/generated/validators.js'
import { spec } from './fixture.ts'

function faultsOf(validate: Validate | undefined, value: unknown): string[] {
  if (!validate) throw new Error('There is no such validator.')
  validate(value)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

describe('the validators', () => {
  test('find every fault of a body, with its pointer', () => {
    const faults = faultsOf(requestsOf('roles.create').body, { permissions: 'all', colour: 'red' })
    expect(faults).toEqual([
      " must have required property 'key'",
      ' must NOT have additional properties',
      '/permissions must be array',
    ])
  })

  test('accept a parsed query, and convert no value', () => {
    const query = { limit: 20, assignable: true, scope: 'team' }
    expect(faultsOf(requestsOf('roles.list').query, query)).toEqual([])
    const texts = { limit: '20', assignable: 'true', scope: 'team' }
    expect(faultsOf(requestsOf('roles.list').query, texts)).toEqual([
      '/assignable must be boolean',
      '/limit must be integer',
    ])
  })

  test('find every fault of a query', () => {
    expect(faultsOf(requestsOf('roles.list').query, { limit: 0, colour: 'red' })).toEqual([
      ' must NOT have additional properties',
      '/limit must be >= 1',
    ])
  })

  test('refuse an answer that breaks the contract, and skip one without a body', () => {
    expect(faultsOf(responsesOf('roles.create')[201], {})).not.toEqual([])
    expect(responsesOf('roles.delete')[204]).toBeUndefined()
  })
})

test('the compiled module imports no other, so that it loads in a browser too', async () => {
  const code = await emitValidators(spec)
  expect(code).not.toMatch(/\bimport\b|\brequire\(["']\w/)
})
