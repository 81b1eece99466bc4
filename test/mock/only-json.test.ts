import { ConfigurationError, createMock } from 'rolecall/mocks'
import { policies } from 'rolecall/policies'
import { expect, test } from 'vitest'
import { scenarios } from '../../mocks/policies/scenarios.ts'

const { acme } = scenarios.adaptive ?? {}

test.each([
  ['NaN', Number.NaN],
  ['Infinity', Infinity],
  ['invalid Date', new Date('soon')],
  ['Map', new Map([['rows', 5]])],
  ['Set', new Set()],
  ['function', () => 5],
  ['symbol', Symbol('s')],
  ['bigint', 5n],
  ['Uint8Array', new Uint8Array(1)],
])(
  'a scenario or policy with a value that JSON lacks is refused by its place: %s',
  (said, value) => {
    const [first] = acme?.artifacts ?? []
    const scenario = { ...acme, artifacts: [{ ...first, data: { rows: [1, value] } }] }
    const policy = { ...policies.adaptive, permissions: { odd: { title: value } } }
    for (const [options, place] of [
      [{ scenario }, 'scenario: artifacts[0].data.rows[1]'],
      [{ policy }, 'policy: permissions.odd.title'],
    ] as const) {
      const attempt = () => Reflect.apply(createMock, undefined, [options])
      expect(attempt).toThrow(ConfigurationError)
      expect(attempt).toThrow(`${place} must be what JSON can hold, not ${said}.`)
    }
  },
)

test('valid dates and omitted values are JSON', () => {
  const [first] = acme?.artifacts ?? []
  const artifacts = [{ ...first, data: { at: new Date(0), gone: undefined } }]
  const options = { scenario: { ...acme, artifacts } }
  expect(() => Reflect.apply(createMock, undefined, [options])).not.toThrow()
})
