import { expect, test } from 'vitest'
import { email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'
import { team } from '../../support/superannotate.ts'

test.each(['admin', 'granted', 'plain'])('SA-02 %s invites contributors', async (name) => {
  const { invitations } = team().as(name)
  expect(await invitations.create({ email: email('new') })).toMatchObject({
    role: 'contributor',
    status: 'pending',
  })
})

test.each(['project-admin', 'explorer', 'annotator', 'newcomer'])(
  'SA-02 %s does not, nor sees who is invited',
  async (name) => {
    const { as, invitation } = team()
    const { invitations } = as(name)
    const id = await invitation('invited')
    for (const call of [
      () => invitations.create({ email: email('new') }),
      () => invitations.list(),
      () => invitations.get(id),
      () => invitations.resend(id),
      () => invitations.withdraw(id),
    ]) {
      expect(await denial(call())).toMatchObject({ rule: 'SA-02' })
    }
  },
)

test('SA-02 reading: only the owner invites as admin, however the role is named', async () => {
  const { as, owner } = team()
  const { id } = await owner.roles.get('admin')
  for (const role of ['admin', id]) {
    const call = { email: email('new'), role }
    expect(await denial(as('granted').invitations.create(call))).toMatchObject({ rule: 'SA-02' })
  }
  expect(await owner.invitations.create({ email: email('new'), role: id })).toMatchObject({
    role: 'admin',
  })
})

test('SA-02 reading: only the owner resends or withdraws the invitation of an admin', async () => {
  const { as, owner, invitation } = team()
  const id = await invitation('invited-admin')
  expect(await denial(as('plain').invitations.resend(id))).toMatchObject({ rule: 'SA-02' })
  expect(await denial(as('plain').invitations.withdraw(id))).toMatchObject({ rule: 'SA-02' })
  expect(await owner.invitations.resend(id)).toMatchObject({ sentCount: 2 })
  expect(await owner.invitations.withdraw(id)).toMatchObject({ status: 'withdrawn' })
})

test('SA-02 reading: only the owner promotes to admin, however the role is named', async () => {
  const { as, owner } = team()
  const user = email('newcomer')
  const { id } = await owner.roles.get('admin')
  for (const role of ['admin', id]) {
    expect(await denial(as('granted').users.update(user, { role }))).toMatchObject({
      rule: 'SA-02',
    })
  }
  expect(await owner.users.update(user, { role: id })).toMatchObject({ role: 'admin', grants: {} })
})

test('SA-02 nobody is made owner: 422 for everyone', async () => {
  const { as } = team()
  for (const name of ['admin', 'plain']) {
    const { users, invitations } = as(name)
    expect(await refusal(invitations.create({ email: email('new'), role: 'owner' }))).toMatchObject(
      { status: 422, code: 'role_not_assignable' },
    )
    expect(await refusal(users.update(email('newcomer'), { role: 'owner' }))).toMatchObject({
      status: 422,
      code: 'role_not_assignable',
    })
  }
})

test('SA-02 a user who accepts is a member at once, with nothing ticked', async () => {
  const { as, invitation } = team()
  const invited = as('invited-admin')
  expect(await denial(invited.projects.list())).toMatchObject({ code: 'not_a_member' })
  await invited.invitations.accept(await invitation('invited-admin'))
  expect(await invited.users.me()).toMatchObject({ status: 'active', role: 'admin', grants: {} })
  expect((await invited.projects.list()).data).toHaveLength(2)
})

test('SA-02 only the invited person answers an invitation', async () => {
  const { as, owner, invitation } = team()
  const id = await invitation('invited')
  expect(await denial(owner.invitations.accept(id))).toMatchObject({ rule: 'SA-02' })
  expect(await denial(as('newcomer').invitations.reject(id))).toMatchObject({ rule: 'SA-02' })
  expect(await as('invited').invitations.get(id)).toMatchObject({ status: 'pending' })
  await as('invited').invitations.reject(id)
  expect(await denial(as('invited').projects.list())).toMatchObject({ code: 'not_a_member' })
})

test('SA-02 an answered or withdrawn invitation stays as it is', async () => {
  const { as, owner, invitation } = team()
  for (const [name, status, was] of [
    ['declined', 410, 'rejected'],
    ['uninvited', 410, 'withdrawn'],
    ['annotator', 409, 'accepted'],
  ] as const) {
    const id = await invitation(name)
    const own = as(name).invitations
    const state = `The invitation of ${email(name)}`
    for (const call of [own.accept(id), own.reject(id)].map(refusal)) {
      const error = await call
      expect(error).toMatchObject({ status })
      expect(error.message).toContain(`${state} was ${was}`)
    }
    for (const call of [owner.invitations.resend(id), owner.invitations.withdraw(id)].map(
      refusal,
    )) {
      const error = await call
      expect(error).toMatchObject({ status: 409, code: 'invalid_state' })
      expect(error.message).toContain(`${state} is ${was}`)
    }
  }
})

test('SA-02 a member or invited person is not invited again', async () => {
  const { owner } = team()
  for (const name of ['newcomer', 'invited', 'admin']) {
    expect(await refusal(owner.invitations.create({ email: email(name) }))).toMatchObject({
      status: 409,
      code: 'already_exists',
    })
  }
})
