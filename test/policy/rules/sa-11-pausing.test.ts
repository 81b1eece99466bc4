import { expect, test } from 'vitest'
import { email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'
import { organization } from '../../support/outcome.ts'
import { team } from '../../support/superannotate.ts'

test.each(['admin', 'granted', 'plain'])(
  'SA-11 %s pauses and resumes contributors',
  async (name) => {
    const { as } = team()
    const { users } = as(name)
    expect(await users.update(email('annotator'), { paused: true })).toMatchObject({ paused: true })
    expect(await denial(as('annotator').projects.list())).toMatchObject({ code: 'member_paused' })
    expect(await users.update(email('annotator'), { paused: false })).toMatchObject({
      paused: false,
    })
    expect((await as('annotator').projects.list()).data).toHaveLength(1)
  },
)

test.each(['project-admin', 'annotator', 'newcomer'])('SA-11 %s does not', async (name) => {
  const { users } = team().as(name)
  for (const target of ['labeler', name, 'plain']) {
    expect(await denial(users.update(email(target), { paused: true }))).toMatchObject({
      rule: 'SA-11',
    })
  }
})

test.each(['admin', 'granted'])('SA-11 any other target is 422, for %s', async (name) => {
  const { users } = team().as(name)
  for (const target of ['admin', 'granted', 'plain']) {
    expect(await refusal(users.update(email(target), { paused: true }))).toMatchObject({
      status: 422,
      code: 'invalid_target',
    })
  }
})

test('SA-11 a paused member may only see themselves', async () => {
  const { as, artifact } = team()
  const dataset = await artifact('crossings')
  const paused = as('paused')
  expect(await paused.users.me()).toMatchObject({ paused: true })
  for (const call of [
    () => paused.organization.get(),
    () => paused.users.get(email('paused')),
    () => paused.projects.list(),
    () => paused.artifacts.get(dataset),
    () => paused.policy.get(),
    () =>
      paused.access.evaluate({
        subject: { type: 'user', id: email('plain') },
        action: { name: 'users.me' },
        resource: organization,
      }),
    () =>
      paused.access.searchResources({
        subject: { type: 'user', id: 'me' },
        action: { name: 'projects.get' },
        resource: { type: 'project' },
      }),
  ]) {
    expect(await denial(call())).toMatchObject({ code: 'member_paused', status: 403 })
  }
})

test('SA-11 reading: a paused member may ask about their rights, as they may ask who they are', async () => {
  const paused = team().as('paused')
  expect(await paused.can('users.me')).toMatchObject({ allowed: true, outcome: 'yes' })
  const about = { subject: { type: 'user', id: 'me' }, resource: organization }
  const asked = { ...about, action: { name: 'users.me' } }
  expect(await paused.access.evaluate(asked)).toEqual({ decision: true })
  expect(await paused.can('access.evaluate', asked)).toMatchObject({ allowed: true })
  expect((await paused.abilities()).outcomes).toEqual({
    'users.me': 'yes',
    'access.configuration': 'yes',
    'access.evaluate': 'depends',
    'access.evaluateAll': 'depends',
    'access.searchActions': 'depends',
  })
  expect(await paused.can('projects.list')).toMatchObject({
    outcome: 'no',
    status: 403,
    code: 'member_paused',
  })
})

test('SA-11 reading: a paused contributor is resumed before becoming an admin', async () => {
  const { owner } = team()
  const user = email('paused')
  expect(await refusal(owner.users.update(user, { role: 'admin' }))).toMatchObject({
    status: 409,
    code: 'invalid_state',
  })
  expect(
    await refusal(owner.users.update(email('newcomer'), { role: 'admin', paused: true })),
  ).toMatchObject({ status: 422 })
  await owner.users.update(user, { paused: false })
  expect(await owner.users.update(user, { role: 'admin' })).toMatchObject({ role: 'admin' })
})
