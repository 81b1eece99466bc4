import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { createMock } from 'rolecall/mocks'
import { policies, type Policy } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'
import {
  faultsSchema,
  policySchema,
  scenarioSchema,
  snapshotSchema,
} from '../../../mocks/generated/file-schemas.ts'
import { checkPolicy } from '../../../mocks/policy-check/check-policy.ts'
import { faultsOf } from '../../../mocks/policy-check/faults.ts'
import { scenarios } from '../../../mocks/policies/scenarios.ts'
import manifest from '../../../package.json' with { type: 'json' }
import { pointersIn, readLibrary, withAt } from './library.ts'

const root = new URL('../../../', import.meta.url)
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'))
const ajv = new Ajv2020({ allErrors: false, strict: true, allowUnionTypes: true })
const isValid = ajv.compile(policySchema())
const isValidScenario = ajv.compile(scenarioSchema())
const isValidSnapshot = ajv.compile(snapshotSchema())

describe('the JSON Schemas of the package', () => {
  test('are those that the mock itself checks with', () => {
    expect(read(manifest.exports['./policy.schema.json'])).toEqual(policySchema())
    expect(read(manifest.exports['./scenario.schema.json'])).toEqual(scenarioSchema())
    expect(read(manifest.exports['./faults.schema.json'])).toEqual(faultsSchema())
    expect(read(manifest.exports['./snapshot.schema.json'])).toEqual(snapshotSchema())
  })

  test.each(Object.values<Policy>(policies))('accept policy $name and its scenarios', (policy) => {
    const json: unknown = JSON.parse(JSON.stringify(policy))
    expect([isValid(json), isValid.errors]).toEqual([true, null])
    for (const scenario of Object.values(scenarios[policy.name] ?? {})) {
      const own: unknown = JSON.parse(JSON.stringify(scenario))
      expect([isValidScenario(own), isValidScenario.errors]).toEqual([true, null])
      expect(faultsOf(scenarioSchema(), own)).toEqual([])
    }
  })

  test.each([...Object.values<Policy>(policies), readLibrary()])(
    'accept the snapshots of a mock under $name',
    (policy) => {
      const mock = createMock({ policy })
      for (const secrets of [true, false]) {
        const json: unknown = JSON.parse(JSON.stringify(mock.snapshot({ secrets })))
        expect([isValidSnapshot(json), isValidSnapshot.errors]).toEqual([true, null])
      }
    },
  )

  test('explain to an editor what they require', () => {
    expect(policySchema().description).toMatch(/policy as data/)
    expect(policySchema().$defs?.Guard?.properties?.on).toHaveProperty('description')
    expect(isValid({ ...readLibrary(), changes: { 'project.list': {} } })).toBe(false)
  })
})

test('and policy check reject the same policies', () => {
  const library = readLibrary()
  const values = [undefined, null, 1, 'x', [], {}, { any: [] }, { x: 1 }]
  const variants = pointersIn(library).flatMap((at) =>
    values.map((value) => ({ at, value, policy: withAt(library, at, value) })),
  )
  // The possible fields depend on the place: a check of its own covers them.
  const isRight = (policy: unknown): boolean =>
    checkPolicy(policy).every(({ code }) => code !== 'shape' && code !== 'unbound_field')
  const disagreed = variants.filter(({ policy }) => isValid(policy) !== isRight(policy))
  expect(disagreed.map(({ at, value }) => [at, value])).toEqual([])
  expect(variants.length).toBeGreaterThan(900)
})
