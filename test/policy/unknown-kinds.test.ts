/** An unchecked policy may contain unknown kinds of parts: whatever they decide is denied. */
import { expect, test } from 'vitest'
import { adaptive } from '../../mocks/policies/index.ts'
import { compile, type Policy } from '../../mocks/policy/index.ts'
import { stageOf } from '../../mocks/policy-tools/stage.ts'
import { userIn } from '../support/in-world.ts'

const { world } = stageOf({ policy: 'adaptive' })
const admin = userIn(world, 'admin')

/** Adaptive with some parts replaced, whatever their types. */
const withParts = (parts: object): Policy => JSON.parse(JSON.stringify({ ...adaptive, ...parts }))

const call = (policy: Policy) => {
  const compiled = compile(policy)
  const bound = compiled.bind(world, admin, 'teams.create', [{ key: 'x', name: 'X' }])
  return {
    outcome: compiled.decide(world, bound),
    rule: compiled.explain(world, bound).rule,
    guard: compiled.guard(world, bound)?.rule,
    effects: compiled.effects(world, bound, {}),
  }
}

const create = (parts: object) => call(withParts(parts))

test('unchanged, the policy allows the call, and has no further effect', () => {
  expect(create({})).toMatchObject({ outcome: 'yes', guard: undefined, effects: [] })
})

test.each([
  [{ wishes: 'it' }],
  [{ all: [{ nothing: true }, { wishes: 'it' }] }],
  [{ any: [{ wishes: 'it' }] }],
  [{ nothing: false }],
  [{ permission: 'admin:manage_teams', in: 'galaxy' }],
  [{ member: 'organization', who: 'friend' }],
  [{ member: 'galaxy' }],
  [{ covers: 'kept', in: 'organization' }],
  [{ creator: 'team' }],
  [{ self: 'team' }],
  [{ path: 'any' }],
])('nobody meets %j', (require) => {
  const rule = { id: 'own', text: 'Own.', origin: 'reading', require }
  const policy = withParts({
    changes: { ...adaptive.changes, 'teams.create': { always: 'own' } },
    rules: { ...adaptive.rules, own: rule },
  })
  const compiled = compile(policy)
  const bound = compiled.bind(world, admin, 'teams.create', [{ key: 'x', name: 'X' }])
  expect(compiled.decide(world, bound)).toBe('no')
  expect(compiled.outcome(world, { actor: admin, action: 'own', resources: {} })).toBe('no')
})

const unheardOf = { smells: 'roses' }
const conditions: [object][] = [
  [unheardOf],
  [{ not: unheardOf }],
  [{ all: [unheardOf] }],
  [{ any: [unheardOf, { field: 'input.key', is: 'other' }] }],
]

test.each(conditions)('no case matches by %j, nor one after it', (when) => {
  const cases = [{ when, ask: 'admin:manage_teams' }, { ask: 'users.me' }]
  expect(
    create({ changes: { ...adaptive.changes, 'teams.create': { always: cases } } }),
  ).toMatchObject({ outcome: 'no', rule: 'no_case' })
})

test.each(conditions)('a guard forbids the call by %j', (when) => {
  const guard = {
    rule: 'own',
    on: ['teams.create'],
    when,
    status: 409,
    code: 'conflict',
    text: 'No.',
  }
  expect(create({ guards: [guard] }).guard).toBe('own')
})

test.each(conditions)('no effect happens by %j', (when) => {
  const effect = { rule: 'own', on: ['teams.create'], when, do: { setRole: 'x', of: 'actor' } }
  expect(create({ effects: [effect] }).effects).toEqual([])
})

test('an effect of an unknown kind does nothing', () => {
  const effect = { rule: 'own', on: ['teams.create'], do: { plantTree: 'oak' } }
  expect(create({ effects: [effect] }).effects).toEqual([])
})
