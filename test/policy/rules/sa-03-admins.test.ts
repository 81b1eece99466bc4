import { expect, test } from 'vitest'
import { acme } from '../../../mocks/policies/superannotate/acme.ts'
import { email } from '../../support/acme-of.ts'
import { afterOwnersBecame } from '../../support/owners-invariant.ts'
import { denial, refusal } from '../../support/refusal.ts'
import { team } from '../../support/superannotate.ts'

test('SA-03 the owner removes and reassigns admins', async () => {
  const { owner } = team()
  expect(await owner.users.update(email('granted'), { role: 'contributor' })).toMatchObject({
    role: 'contributor',
  })
  await owner.users.remove(email('plain'))
  expect(await refusal(owner.users.get(email('plain')))).toMatchObject({ status: 404 })
})

test.each(['granted', 'plain', 'project-admin', 'annotator'])('SA-03 %s does not', async (name) => {
  const { users } = team().as(name)
  expect(await denial(users.remove(email('revoked')))).toMatchObject({ rule: 'SA-03' })
  expect(await denial(users.update(email('revoked'), { role: 'contributor' }))).toMatchObject({
    rule: 'SA-03',
  })
})

test('SA-03 an admin cannot even do it to himself', async () => {
  const { users } = team().as('plain')
  expect(await denial(users.remove(email('plain')))).toMatchObject({ rule: 'SA-03' })
  expect(await denial(users.update(email('plain'), { role: 'contributor' }))).toMatchObject({
    rule: 'SA-03',
  })
})

test.each(['admin', 'granted', 'plain'])(
  'SA-03 reading: %s removes contributors, whose entries end with that',
  async (name) => {
    const { as, owner } = team()
    await as(name).users.remove(email('annotator'))
    const { data } = await owner.projects.members.list('street-scenes')
    expect(data).toHaveLength(3)
    expect(await denial(as('annotator').projects.list())).toMatchObject({ code: 'not_a_member' })
  },
)

test.each(['project-admin', 'annotator'])('SA-03 reading: %s removes nobody', async (name) => {
  const { users } = team().as(name)
  expect(await denial(users.remove(email('newcomer')))).toMatchObject({ rule: 'SA-03' })
  expect(await denial(users.remove(email(name)))).toMatchObject({ rule: 'SA-03' })
})

test('SA-03 reading: there is exactly one owner, who is not removed and has no other role', async () => {
  const { as, owner } = team()
  const user = email('admin')
  for (const [call, text] of [
    [refusal(owner.users.remove(user)), 'the owner is not removed'],
    [refusal(owner.users.update(user, { role: 'admin' })), 'the owner’s role is not changed'],
  ] as const) {
    const error = await call
    expect(error).toMatchObject({ status: 409, code: 'owner_required' })
    expect(error.message).toContain(text)
  }
  expect(await owner.users.update(user, {})).toMatchObject({ role: 'owner' })
  expect(await denial(as('granted').users.remove(user))).toMatchObject({ rule: 'SA-03' })
})

test('SA-03 reading: an invited person keeps the role of the invitation until they answer', async () => {
  const { owner } = team()
  expect(await refusal(owner.users.update(email('invited'), { role: 'admin' }))).toMatchObject({
    status: 409,
    code: 'invalid_state',
  })
  expect(await owner.users.update(email('invited'), {})).toMatchObject({ role: 'contributor' })
})

test.each([
  ['no owner', []],
  ['two owners', [email('admin'), email('plain')]],
])('SA-03 reading: any call that would leave %s is refused', (_, owners) => {
  const { policy } = team().mock
  expect(afterOwnersBecame(policy, acme, owners)).toMatchObject({
    rule: 'SA-03',
    status: 409,
    code: 'owner_required',
  })
  expect(afterOwnersBecame(policy, acme, [email('plain')])).toBeUndefined()
})

test('SA-03 reading: the owner and admins list members and the audit; everyone sees themselves', async () => {
  const { as } = team()
  for (const name of ['admin', 'plain']) {
    expect((await as(name).users.list()).data.length).toBeGreaterThan(10)
    expect((await as(name).audit.list()).data.length).toBeGreaterThan(0)
  }
  for (const name of ['project-admin', 'newcomer']) {
    const { users, audit } = as(name)
    expect(await denial(users.list())).toMatchObject({ rule: 'SA-03' })
    expect(await denial(users.get(email('plain')))).toMatchObject({ rule: 'SA-03' })
    expect(await denial(audit.list())).toMatchObject({ rule: 'SA-03' })
    expect(await users.get(email(name))).toMatchObject({ email: email(name) })
  }
})
