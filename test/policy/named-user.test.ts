import { describe, expect, test } from 'vitest'
import { bigml, definePolicy, peltarion, superannotate } from '../../mocks/policies/index.ts'
import { compile } from '../../mocks/policy/index.ts'
import type { Guard } from '../../mocks/policy/policy.ts'
import type { Client } from '../../src/index.ts'
import { stage } from '../properties/support/stage.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { denial } from '../support/refusal.ts'

type Attempt = (client: Client) => Promise<unknown>

describe('what somebody whom a call names is can be what stands in its way', () => {
  test('an admin removes whom the owner has made a contributor', async () => {
    const { as } = acmeOf(superannotate)
    const remove = () => as('plain').users.remove(email('granted'))
    const { alternatives } = await denial(remove())
    expect(alternatives).toMatchObject([
      {
        missing: [{ requirement: { kind: 'role', role: 'contributor' }, have: { role: 'admin' } }],
        calls: [{ args: [email('granted'), { role: 'contributor' }], by: [email('admin')] }],
      },
    ])
    await as('admin').users.update(email('granted'), { role: 'contributor' })
    await remove()
  })

  test('nobody is made owner, so nobody gets to remove the owner', async () => {
    const { as } = acmeOf(superannotate)
    const decision = await denial(as('plain').users.remove(email('admin')))
    expect(decision.alternatives).toEqual([])
    expect(decision.final).toContain('No change')
  })

  test('a role that an invariant keeps is not taken away, though no guard says so', () => {
    const guards = superannotate.guards.filter(({ on }) => !on.includes('users.update'))
    const own = compile({ ...superannotate, guards })
    const { world } = stage(superannotate)
    const plain = world.user(email('plain'))
    if (!plain) throw new Error('The scenario has no plain admin.')
    const explain = (name: string) =>
      own.explain(world, own.bind(world, plain, 'users.remove', [email(name)]))
    expect(explain('granted').alternatives).toHaveLength(1)
    expect(explain('admin').alternatives).toEqual([])
  })

  test('a guard that stays, whoever they become, is the last word', async () => {
    const stays: Guard = {
      rule: 'OWN-01',
      on: ['users.remove'],
      when: { field: 'user.email', is: email('labeler') },
      status: 409,
      code: 'invalid_state',
      text: '{user.email} stays.',
    }
    const policy = definePolicy({ ...superannotate, guards: [...superannotate.guards, stays] })
    const { as } = acmeOf(policy)
    const decision = await as('annotator').can('users.remove', email('labeler'))
    expect(decision.alternatives).toEqual([])
    expect(decision.final).toContain('labeler@acme.test stays.')
  })

  const removing: Attempt = (client) => client.users.remove(email('invited-admin'))
  const promoting: Attempt = (client) =>
    client.users.update(email('invited-guest'), { role: 'admin' })

  test.each([
    [peltarion, 'scientist', removing],
    [bigml, 'contractor', promoting],
  ] as const)('$name: an invitation is accepted first', async (policy, name, attempt) => {
    const { as } = acmeOf(policy)
    const { alternatives } = await denial(attempt(as(name)))
    const [alternative] = alternatives
    expect(alternative?.calls.map((call) => call.operation)).toEqual([
      'invitations.accept',
      'users.update',
    ])
    for (const call of alternative?.calls ?? []) {
      await as(call.by[0]?.split('@')[0] ?? '').call(call.operation, ...call.args)
    }
    await attempt(as(name))
  })
})
