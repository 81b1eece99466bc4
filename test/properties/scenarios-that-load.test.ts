import fc from 'fast-check'
import { ConfigurationError, createMock, type Mock, type Scenario } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { isRecord } from '../../src/core/base/kind-of.ts'
import { runs, timeout } from './runs.ts'

type Steps = readonly (string | number)[]

const platforms = ['adaptive', 'bigml', 'superannotate', 'peltarion', 'ica'] as const

/** Places in a scenario: every value, list and map in it. */
function placesIn(value: unknown, at: Steps = []): Steps[] {
  const parts: [string | number, unknown][] = Array.isArray(value)
    ? value.map((part: unknown, index) => [index, part])
    : isRecord(value)
      ? Object.entries(value)
      : []
  return [
    ...(at.length === 0 ? [] : [at]),
    ...parts.flatMap(([step, part]) => placesIn(part, [...at, step])),
  ]
}

/** A copy with another value there, or none. */
function changed(whole: Scenario, at: Steps, value: unknown): Scenario {
  const copy = structuredClone(whole)
  const [last = '', ...before] = at.toReversed()
  let holder: unknown = copy
  for (const step of before.toReversed()) {
    holder = typeof holder === 'object' && holder !== null ? Reflect.get(holder, step) : undefined
  }
  if (typeof holder !== 'object' || holder === null) throw new Error(`${at.join('/')} is nowhere.`)
  if (value === undefined && !Array.isArray(holder)) Reflect.deleteProperty(holder, last)
  else Reflect.set(holder, last, value ?? null)
  return copy
}

/** Wrong values that a user may write. */
const values = (scenario: Scenario): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom<unknown>(
      ...['', ' ', 'alice', 'My Shelf', 'boss@intranet', 'role_abc', '__proto__', 'zoë@acme.test'],
      ...['x'.repeat(64), 'x'.repeat(201), 'x'.repeat(2001), `${'a'.repeat(210)}@acme.test`],
      ...[null, undefined, true, -1, 1.5, 1e300, [], {}, [[]], { '': true }],
    ),
    fc.constantFrom(...scenario.users.map(({ email }) => email.toUpperCase())),
    fc.constantFrom(...(scenario.projects ?? []).map(({ key }) => key)),
    // A value from elsewhere in the same scenario.
    fc.constantFrom(...placesIn(scenario)).map((at) => {
      let value: unknown = scenario
      for (const step of at)
        value = typeof value === 'object' && value ? Reflect.get(value, step) : 0
      return structuredClone(value)
    }),
    fc.jsonValue({ maxDepth: 2 }),
  )

const lists = ['roles', 'teams', 'users', 'invitations', 'projects', 'artifacts', 'tokens'] as const

/** The statuses of all lists and items. */
async function statuses(mock: Mock, email: string): Promise<Map<string, number>> {
  const headers = { authorization: `Bearer ${mock.token(email)}` }
  const found = new Map<string, number>()
  const ask = async (path: string): Promise<unknown> => {
    const response = await mock.fetch(path, { headers })
    found.set(path, response.status)
    return response.json()
  }
  const list = async (path: string): Promise<void> => {
    const page = await ask(path)
    const data: unknown[] = isRecord(page) && Array.isArray(page.data) ? page.data : []
    for (const item of data) {
      const id = isRecord(item) ? String(item.id) : ''
      const { pathname } = new URL(path, 'http://mock.test')
      await ask(`${pathname}/${id}`)
      if (pathname === '/v1/projects') await list(`/v1/projects/${id}/members`)
    }
  }
  for (const path of ['/v1/me', '/v1/organization', '/v1/policy', '/v1/policy/matrix'])
    await ask(path)
  for (const name of lists) await list(`/v1/${name}?limit=200`)
  await ask('/v1/audit')
  return found
}

/** The place in a complaint: a section and its contents; or the whole, if a section is missing. */
const section =
  'name|description|organization|admins|roles|teams|users|invitations|tokens|projects|members|artifacts|personas'
const place = new RegExp(
  String.raw`^ConfigurationError: (?:(?:Scenario .*: |scenario\.)(?:${section})\b|scenario: (?:${section}) is missing)`,
  's',
)

describe.each(platforms)('%s', (policy) => {
  const { scenario } = createMock({ policy })

  test(
    'a scenario is refused with a place, or every item in it can be listed and read',
    async () => {
      const change = fc.tuple(fc.constantFrom(...placesIn(scenario)), values(scenario))
      let loaded = 0
      await fc.assert(
        fc.asyncProperty(change, async ([at, value]) => {
          const own = changed(scenario, at, value)
          let mock: Mock
          try {
            mock = createMock({ policy, scenario: own })
          } catch (error) {
            expect(error).toBeInstanceOf(ConfigurationError)
            expect(String(error)).toMatch(place)
            return
          }
          loaded += 1
          const [first] = mock.users()
          if (first === undefined) return
          for (const [path, status] of await statuses(mock, first.email)) {
            expect
              .soft(status, `${path}, with ${JSON.stringify(value)} at ${at.join('/')}`)
              .toBeLessThan(500)
          }
        }),
        runs({ cases: 150, least: 150 }),
      )
      // Otherwise the law would be empty.
      expect(loaded).toBeGreaterThan(10)
    },
    timeout,
  )
})
