import { describe, expect, test } from 'vitest'
import { acme } from '../../mocks/policies/superannotate/acme.ts'
import { definePolicy, type Policy, superannotate } from '../../mocks/policies/index.ts'
import { nextState } from '../../mocks/policy/call/next-state.ts'
import { stage } from '../properties/support/stage.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { refusal } from '../support/refusal.ts'

describe('roles after the call', () => {
  const { world } = stage(superannotate)
  const user = world.user(email('project-admin'))
  const member = user && [...world.entriesOf(user.id)][0]
  const resources = { ...(user && { user }), ...(member && { member }) }
  const now = { role: 'contributor', roles: { project: 'project_admin' }, teams: {} }

  test.each([
    ['no body', undefined, now],
    ['an empty body', {}, now],
    ['another role', { role: 'admin' }, { ...now, role: 'admin' }],
    ['a role that does not exist', { role: 'king' }, { ...now, role: 'king' }],
    [
      'another role of the entry',
      { roles: { project: 'project_contributor' } },
      { ...now, roles: { project: 'project_contributor' } },
    ],
    ['no role of the entry', { roles: { project: null } }, { ...now, roles: {} }],
    [
      'a role in another category',
      { roles: { flow: 'viewer' } },
      { ...now, roles: { project: 'project_admin', flow: 'viewer' } },
    ],
    [
      'a team that does not exist, without a role',
      { teams: { nowhere: true } },
      { ...now, teams: { nowhere: 'contributor' } },
    ],
  ])('%s', (_, input, next) => {
    expect(nextState(world, { resources, input })).toEqual(next)
  })

  test('of nobody there are none', () => {
    expect(nextState(world, { resources: {}, input: undefined })).toEqual({
      role: undefined,
      roleInTeam: undefined,
      roles: {},
      teams: {},
    })
  })
})

test('an unknown role is refused as unknown', async () => {
  const { as } = acmeOf(superannotate)
  const change = { role: 'king' }
  expect(await refusal(as('admin').users.update(email('plain'), change))).toMatchObject({
    status: 422,
  })
})

test('a call without a body may be decided by the present role', async () => {
  const changes: Policy['changes'] = {
    ...superannotate.changes,
    'users.remove': {
      always: [
        { when: { field: 'next.role', is: 'contributor' }, ask: 'organization.get' },
        { ask: 'team:edit' },
      ],
    },
  }
  const { as } = acmeOf(definePolicy({ ...superannotate, name: 'own', changes }), {
    scenario: acme,
  })
  expect(await as('labeler').can('users.remove', email('newcomer'))).toMatchObject({
    outcome: 'yes',
  })
  expect(await as('labeler').can('users.remove', email('plain'))).toMatchObject({ outcome: 'no' })
})
