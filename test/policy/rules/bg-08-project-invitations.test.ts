import { describe, expect, test } from 'vitest'
import { bigml } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

const entryFor = (type: 'user' | 'team' | 'email', id: string) => ({
  subject: { type, id },
  roles: { project: 'write' },
})

test.each(['lead', 'steward', 'contractor', 'admin', 'manager'])(
  'BG-08 %s invites a user of the organization, who has the permission at once',
  async (name) => {
    const { as } = acmeOf(bigml)
    expect(await refusal(as('guest').projects.get('churn'))).toMatchObject({ status: 404 })
    const member = await as(name).projects.members.add('churn', entryFor('user', email('guest')))
    expect(member).toMatchObject({ status: 'accepted', roles: { project: 'write' } })
    await as('guest').artifacts.create({ kind: 'dataset', project: 'churn', name: 'New' })
  },
)

describe('BG-08 others are 422', () => {
  test.each([
    ['an unknown user', 'user', 'nobody', 'unknown_reference'],
    ['an address', 'email', 'nobody', 'outside_organization'],
    ['a user by their address', 'email', 'guest', 'outside_organization'],
    ['a team', 'team', 'nobody', 'unknown_reference'],
    ['a user who declined', 'user', 'declined', 'unknown_reference'],
    [
      'reading: a person with an open invitation to the organization',
      'user',
      'invited',
      'outside_organization',
    ],
  ] as const)('%s', async (_, type, name, code) => {
    const { as, mock } = acmeOf(bigml)
    const before = mock.state
    const call = as('lead').projects.members.add('churn', entryFor(type, email(name)))
    expect(await refusal(call)).toMatchObject({ status: 422, code })
    expect(mock.state).toBe(before)
  })

  test('a role in the organization is no level', async () => {
    const subject = { type: 'user', id: email('guest') } as const
    const { members } = acmeOf(bigml).as('lead').projects
    expect(
      await refusal(members.add('churn', { subject, roles: { project: 'member' } })),
    ).toMatchObject({ status: 422, code: 'unknown_reference' })
    expect(await refusal(members.add('churn', { subject }))).toMatchObject({ status: 422 })
  })
})

test('BG-08 a second invitation of the same user is 409', async () => {
  const { members } = acmeOf(bigml).as('lead').projects
  const call = members.add('churn', entryFor('user', email('reviewer')))
  expect(await refusal(call)).toMatchObject({ status: 409, code: 'already_exists' })
})

test.each(['scientist', 'labeler', 'reviewer'])('BG-08 %s does not invite', async (name) => {
  const { as } = acmeOf(bigml)
  const call = as(name).projects.members.add('churn', entryFor('user', email('guest')))
  const { rule, alternatives } = await denial(call)
  expect(rule).toBe('BG-08')
  expect(alternatives).toHaveLength(2)
})
