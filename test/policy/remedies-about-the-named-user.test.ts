import { describe, expect, test } from 'vitest'
import {
  adaptive,
  bigml,
  definePolicy,
  ica,
  peltarion,
  superannotate,
} from '../../mocks/policies/index.ts'
import { compile } from '../../mocks/policy/index.ts'
import type { Guard } from '../../mocks/policy/language/policy.ts'
import type { Client } from '../../src/index.ts'
import { stage } from '../properties/support/stage.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { denial, refusal } from '../support/refusal.ts'
import { userIn } from '../support/in-world.ts'

type Attempt = (client: Client) => Promise<unknown>

describe('the user named by a call can be the obstacle', () => {
  test('the owner demotes an admin, whom another admin then removes', async () => {
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

  test('no remedy makes an owner, so the owner is never removed', async () => {
    const { as } = acmeOf(superannotate)
    const decision = await denial(as('plain').users.remove(email('admin')))
    expect(decision.alternatives).toEqual([])
    expect(decision.final).toContain('Only the Team Owner may do it')
  })

  test('a role protected by an invariant is not taken away, even without a guard', () => {
    const guards = superannotate.guards.filter(({ on }) => !on.includes('users.update'))
    const own = compile({ ...superannotate, guards })
    const { world } = stage(superannotate)
    const plain = userIn(world, 'plain')
    const explain = (name: string) =>
      own.explain(world, own.bind(world, plain, 'users.remove', [email(name)]))
    expect(explain('granted').alternatives).toHaveLength(1)
    expect(explain('admin').alternatives).toEqual([])
  })

  test('a remaining guard is reported after the remedy, to callers who see users', async () => {
    const stays: Guard = {
      rule: 'OWN-01',
      on: ['users.remove'],
      when: { field: 'user.email', is: [email('granted'), email('labeler')] },
      status: 409,
      code: 'invalid_state',
      text: '{user.email} stays.',
    }
    const policy = definePolicy({ ...superannotate, guards: [...superannotate.guards, stays] })
    const { as } = acmeOf(policy)
    const { alternatives } = await as('plain').can('users.remove', email('granted'))
    expect(alternatives).toMatchObject([
      { refusal: { status: 409, code: 'invalid_state', text: 'granted@acme.test stays.' } },
    ])
    const hidden = await as('annotator').can('users.remove', email('labeler'))
    expect(JSON.stringify(hidden)).not.toContain('stays')
  })
})

describe("a user's role is hidden from callers who may not list users", () => {
  const removing: Attempt = (client) => client.users.remove(email('invited-admin'))
  const promoting: Attempt = (client) =>
    client.users.update(email('invited-guest'), { role: 'admin' })

  test('an invitation in the way is shown to callers who see it, after what the caller lacks', async () => {
    const { text, alternatives } = await denial(removing(acmeOf(peltarion).as('scientist')))
    expect(text).toContain(
      'Your role in the organization, Creator, does not include “Remove members”.',
    )
    expect(alternatives).toMatchObject([
      {
        missing: [{ requirement: { kind: 'permission' } }],
        calls: [{ operation: 'users.update', args: [email('scientist'), {}] }],
        refusal: { status: 409, code: 'invalid_state' },
      },
    ])
  })

  test('and to nobody else', async () => {
    const { as, invitation } = acmeOf(bigml)
    const decision = await denial(promoting(as('guest')))
    expect(decision.text).toContain(
      'Your role in the organization, Restricted Member, does not include it.',
    )
    expect(decision.alternatives).toMatchObject([
      { calls: [{ operation: 'users.update', args: [email('guest'), { role: 'admin' }] }] },
    ])
    expect(JSON.stringify(decision)).not.toContain('accept')
    expect(JSON.stringify(decision)).not.toContain(await invitation('invited-guest'))
    expect(decision.alternatives[0]).not.toHaveProperty('refusal')
  })

  test.each(['annotator', 'plain'] as const)(
    '%s reads the same about an owner, an admin and a contributor',
    async (target) => {
      const { as } = acmeOf(superannotate)
      const read = async (name: string) => {
        const decision = await denial(as('labeler').users.remove(email(name)))
        return JSON.stringify(decision).replaceAll(email(name), '…')
      }
      expect(await read(target)).toBe(await read('admin'))
      expect(await read(target)).toContain('depends on what is hidden')
    },
  )

  test('missing parts do not reveal the members of a team', async () => {
    const { as } = acmeOf(adaptive)
    const read = async (name: string) => {
      const adding = as('watcher').users.update(email(name), { teams: { research: 'annotator' } })
      return JSON.stringify(await denial(adding)).replaceAll(email(name), '…')
    }
    expect(await read('agent')).toBe(await read('newcomer'))
  })

  test('an id does not reveal an address', async () => {
    const { as } = acmeOf(ica)
    const { id } = await as('admin').users.get(email('newcomer'))
    const adding = as('owner').projects.members.add('genomes', {
      subject: { type: 'user', id },
      roles: { project: 'viewer' },
    })
    const error = await refusal(adding)
    expect(error.status).toBe(422)
    expect(error.message).toContain(id)
    expect(error.message).not.toContain(email('newcomer'))
  })
})
