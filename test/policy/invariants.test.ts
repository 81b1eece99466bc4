import { describe, expect, test } from 'vitest'
import { acme } from '../../mocks/policies/peltarion/acme.ts'
import { definePolicy, peltarion, superannotate } from '../../mocks/policies/index.ts'
import { compile } from '../../mocks/policy/index.ts'
import type { Invariant } from '../../mocks/policy/language/policy.ts'
import { stage } from '../properties/support/stage.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { refusal } from '../support/refusal.ts'
import { userIn } from '../support/in-world.ts'

describe('a call breaks an invariant', () => {
  const { violated } = compile(peltarion)
  const { world } = stage(peltarion)
  test.each([
    ['that held before and does not hold after', [0, 0], [0, -1], 'PE-10'],
    ['that was broken and becomes worse', [-1, 0], [-2, 0], 'PE-03'],
    ['that is the first of several', [0, 0], [-1, -1], 'PE-03'],
    ['that was not measured before', [], [-1, 0], 'PE-03'],
  ])('%s', (_, before, after, rule) => {
    expect(violated(world, before, after)?.rule).toBe(rule)
  })

  test.each([
    ['that stays as broken as it was', [-1, 0], [-1, 0]],
    ['that becomes better', [-3, 0], [-2, 0]],
    ['that still holds', [5, 1], [0, 0]],
  ])('but none %s', (_, before, after) => {
    expect(violated(world, before, after)).toBeUndefined()
  })
})

test('with more members than seats, members change and leave, and nobody joins', async () => {
  const own = structuredClone(peltarion)
  const { as } = acmeOf(own, { scenario: acme })
  // The plan shrinks while the platform runs: no scenario starts with too many members, and no call
  // leads there.
  for (const invariant of own.invariants) {
    if ('atMost' in invariant) Reflect.set(invariant, 'atMost', 2)
  }
  const admin = as('admin')
  await admin.users.update(email('viewer'), { role: 'creator' })
  await admin.users.remove(email('viewer'))
  const invite = admin.invitations.create({ email: 'new@acme.test', role: 'creator' })
  expect((await refusal(invite)).code).toBe('seat_limit_reached')
})

test('a remedy keeps every invariant, the first and the last', () => {
  const one: Invariant = {
    rule: 'OWN-01',
    count: { role: 'owner' },
    atLeast: 1,
    status: 409,
    code: 'owner_required',
    text: 'One owner.',
  }
  const other: Invariant = { ...one, rule: 'OWN-02', count: { role: 'contributor' } }
  const guards = superannotate.guards.filter(({ on }) => !on.includes('users.update'))
  const { world } = stage(superannotate)
  const plain = userIn(world, 'plain')
  for (const invariants of [
    [one, other],
    [other, one],
  ]) {
    const own = compile(definePolicy({ ...superannotate, guards, invariants }))
    const call = own.bind(world, plain, 'users.remove', [email('admin')])
    expect(own.explain(world, call).alternatives).toEqual([])
  }
})
