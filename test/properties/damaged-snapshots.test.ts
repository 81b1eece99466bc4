/**
 * Law: a snapshot with a value of another kind in any place is refused with the place, and nothing is
 * restored; or a mock goes on from it as from any other.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ConfigurationError, createMock } from '../../mocks/index.ts'
import { policies, type Policy } from '../../mocks/policies/index.ts'
import { pointersIn, withAt } from '../policy/tools/library.ts'
import { runs, timeout } from './runs.ts'
import { mockOf, savedOf, sendTo } from './support/live.ts'
import type { Sent } from './support/send.ts'
import { stageNamed } from './support/stage.ts'

const strange = [
  undefined,
  null,
  true,
  -1,
  1.5,
  1e300,
  '',
  'x',
  'two words',
  '__proto__',
  '\u0007',
  [],
  [null],
  {},
  JSON.parse('{"__proto__": {"polluted": true}}'),
]

const reads: readonly Sent[] = [
  { operation: 'users.list', args: [{}] },
  { operation: 'roles.list', args: [{}] },
  { operation: 'teams.list', args: [{}] },
  { operation: 'projects.list', args: [{}] },
  { operation: 'artifacts.list', args: [{}] },
  { operation: 'audit.list', args: [{}] },
  { operation: 'organization.get', args: [] },
  { operation: 'teams.create', args: [{ key: 'after-all' }] },
]

/** A snapshot with something in every list that its policy offers. */
function fullSnapshot(policy: Policy): unknown {
  const mock = mockOf(stageNamed(policy.name))
  const calls: readonly Sent[] = [
    { operation: 'teams.create', args: [{ key: 'qa' }], idempotencyKey: 'first' },
    { operation: 'users.create', args: [{ email: 'robot@acme.test', type: 'service' }] },
    { operation: 'invitations.create', args: [{ email: 'invited@acme.test' }] },
    { operation: 'tokens.create', args: [{ name: 'mine' }] },
    { operation: 'teams.delete', args: ['qa'] },
  ]
  for (const call of calls) sendTo(mock, { person: 'admin@acme.test', call })
  return JSON.parse(savedOf(mock))
}

test.each(Object.values<Policy>(policies))(
  'under $name',
  (policy) => {
    const saved = fullSnapshot(policy)
    const mock = createMock({ policy })
    const { state } = mock
    const places = fc.constantFrom(...pointersIn(saved))
    fc.assert(
      fc.property(places, fc.constantFrom<unknown>(...strange), (place, value) => {
        const damaged = withAt(saved, place, value)
        const restore = () => Reflect.apply(mock.restore, mock, [damaged])
        try {
          restore()
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigurationError)
          expect(error).toHaveProperty('message', expect.stringMatching(/^(The )?snapshot\b/))
          expect(mock.state === state, 'it is half restored').toBe(true)
          return
        }
        const again = savedOf(mock)
        mock.restore(JSON.parse(again))
        expect(savedOf(mock) === again, 'another snapshot').toBe(true)
        const person = mock.users()[0]?.email ?? ''
        for (const call of reads) expect(sendTo(mock, { person, call }).status).toBeLessThan(500)
        expect(Reflect.get({}, 'polluted')).toBeUndefined()
        mock.reset()
      }),
      runs({ cases: 1000 }),
    )
  },
  timeout,
)
