/** A membership without a role takes a default role that teams offer, and no other. */
import { ConfigurationError, createMock } from 'rolecall/mocks'
import { adaptive, bigml, definePolicy, ica, type Policy } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'
import { acme } from '../../mocks/policies/ica/acme.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { refusal } from '../support/refusal.ts'

const workgroup = acme.teams?.[0]?.key ?? ''
const join = (policy: Policy) => {
  const { as, mock } = acmeOf(policy, { scenario: acme })
  const update = () => as('admin').users.update(email('stranger'), { teams: { [workgroup]: true } })
  return { mock, update }
}

describe('joining a team with true', () => {
  test('takes the default role of the deployment', async () => {
    const { teams } = await join(ica).update()
    expect(teams).toEqual({ [workgroup]: 'workgroup_member' })
  })

  const { settings: _, ...others } = ica

  test.each<[string, Policy]>([
    ['none exists', definePolicy({ ...others, name: 'own' })],
    [
      'it cannot be assigned',
      definePolicy({
        ...ica,
        name: 'own',
        settings: { defaultRole: 'guest' },
        roles: [
          ...ica.roles,
          { key: 'guest', name: 'Guest', scope: 'team', permissions: [], origin: 'reading' },
        ],
        changes: { ...ica.changes, 'roles.delete': { always: 'users.me' } },
      }),
    ],
  ])('is refused where %s', async (_why, policy) => {
    const { mock, update } = join(policy)
    const admin = mock.client({ as: email('admin') })
    if (policy.settings) await admin.roles.delete('guest')
    const before = await admin.users.get(email('stranger'))
    expect(await refusal(update())).toMatchObject({
      status: 422,
      code: 'validation_failed',
      errors: [
        {
          pointer: `/teams/${workgroup}`,
          message: 'teams.lab must be a role: there is no default role for this team.',
        },
      ],
    })
    expect(await admin.users.get(email('stranger'))).toEqual(before)
    const decision = await admin.can('users.update', email('stranger'), {
      teams: { [workgroup]: true },
    })
    expect(decision).toMatchObject({ allowed: false, status: 422 })
  })
})

describe('a default role that no membership can have is a ConfigurationError', () => {
  const says = (attempt: () => unknown, message: string) => {
    expect(attempt).toThrow(ConfigurationError)
    expect(attempt).toThrow(message)
  }

  test('in a policy: with its place', () => {
    const policy = definePolicy({ ...ica, name: 'own', settings: { defaultRole: 'contributor' } })
    says(
      () => createMock({ policy }),
      'policy/settings/defaultRole: Role contributor is held on a project. The default role must be held in a team. Name one of workgroup_member.',
    )
  })

  test('in auth', () => {
    says(
      () => createMock({ policy: 'ica', auth: { defaultRole: 'tenant_administrator' } }),
      'auth.defaultRole must be a role that can be given in a team, not "tenant_administrator". Known are workgroup_member.',
    )
    says(
      () => createMock({ policy: 'bigml', auth: { defaultRole: 'write' } }),
      'auth.defaultRole must be a role that can be given in the organization, not "write".',
    )
  })

  test('but a valid one is accepted', () => {
    expect(createMock({ policy: bigml, auth: { defaultRole: 'restricted' } }).warnings).toEqual([])
    expect(createMock({ policy: adaptive, auth: { defaultRole: 'deputy' } }).policy).toBe(adaptive)
  })
})
