import { describe, expect, test } from 'vitest'
import { peltarion } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

test.each([
  ['invited', 'creator'],
  ['invited-admin', 'administrator'],
])('PE-05 %s accepts and is an active %s at once', async (name, role) => {
  const { as, invitation } = acmeOf(peltarion)
  const { invitations, users, projects } = as(name)
  const id = await invitation(name)
  expect(await denial(projects.create({ key: 'mine' }))).toMatchObject({ code: 'not_a_member' })
  expect(await invitations.get(id)).toMatchObject({ status: 'pending', role })
  expect(await invitations.accept(id)).toMatchObject({ status: 'accepted' })
  expect(await users.me()).toMatchObject({ status: 'active', role })
  await projects.create({ key: 'mine' })
  expect((await as(name).can('users.remove', email('engineer'))).allowed).toBe(
    role === 'administrator',
  )
})

test('PE-05 a person who rejects is no member', async () => {
  const { as, invitation } = acmeOf(peltarion)
  const id = await invitation('invited')
  expect(await as('invited').invitations.reject(id)).toMatchObject({ status: 'rejected' })
  expect(await refusal(as('admin').users.get(email('invited')))).toMatchObject({ status: 404 })
  expect(await denial(as('invited').users.list())).toMatchObject({ code: 'not_a_member' })
})

describe.each(['accept', 'reject'] as const)('PE-05 %s', (verb) => {
  test.each([
    ['withdrawn', { status: 410, code: 'gone' }, 'An administrator can send a new one.'],
    ['declined', { status: 410, code: 'gone' }, 'An administrator can send a new one.'],
    ['engineer', { status: 409, code: 'already_answered' }, `invitation of ${email('engineer')}`],
  ])('is too late for %s', async (name, problem, text) => {
    const { as, invitation, mock } = acmeOf(peltarion)
    const id = await invitation(name)
    const before = mock.state
    const error = await refusal(as(name).invitations[verb](id))
    expect(error).toMatchObject(problem)
    expect(error.message).toContain(text)
    expect(mock.state).toBe(before)
  })

  test('counts for the invitation named, not for a later one', async () => {
    const { as, invitation } = acmeOf(peltarion)
    const first = await invitation('withdrawn')
    const second = await as('admin').invitations.create({
      email: email('withdrawn'),
      role: 'creator',
    })
    const { invitations } = as('withdrawn')
    expect(await refusal(invitations[verb](first))).toMatchObject({ status: 410 })
    await invitations[verb](second.id)
  })

  test('is for its person alone, and no change can alter that', async () => {
    const { as, invitation } = acmeOf(peltarion)
    const id = await invitation('invited')
    const { rule, alternatives, final } = await denial(as('admin').invitations[verb](id))
    expect({ rule, alternatives }).toEqual({ rule: 'PE-05', alternatives: [] })
    expect(final).toBeTruthy()
    expect(await denial(as('invited-admin').invitations[verb](id))).toMatchObject({
      code: 'not_a_member',
    })
  })
})

test('PE-05 a removed user cannot return by the old invitation', async () => {
  const { as, invitation } = acmeOf(peltarion)
  const id = await invitation('engineer')
  await as('admin').users.remove(email('engineer'))
  expect(await refusal(as('engineer').invitations.accept(id))).toMatchObject({ status: 409 })
  expect(await denial(as('engineer').projects.list())).toMatchObject({ code: 'not_a_member' })
})
