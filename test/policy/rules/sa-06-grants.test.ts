import { expect, test } from 'vitest'
import { email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'
import { team } from '../../support/superannotate.ts'

const plain = email('plain')
const everything = {
  view_token: true,
  run_training: true,
  orchestrate: true,
  explore: true,
} as const

test('SA-06 the owner ticks and unticks, and it takes effect at once', async () => {
  const { as, owner, artifact } = team()
  const orchestrate = await artifact('pipelines')
  const open = () => as('plain').artifacts.run(orchestrate, 'open', {})
  expect(await denial(open())).toMatchObject({ rule: 'SA-06' })
  expect(await owner.users.update(plain, { grants: { orchestrate: true } })).toMatchObject({
    grants: { orchestrate: true },
  })
  expect(await open()).toMatchObject({ action: 'open' })
  expect(await owner.users.update(plain, { grants: { orchestrate: null } })).toMatchObject({
    grants: {},
  })
  expect(await denial(open())).toMatchObject({ rule: 'SA-06' })
})

test.each(['granted', 'plain', 'project-admin', 'annotator'])('SA-06 %s does not', async (name) => {
  const { users } = team().as(name)
  for (const grant of Object.keys(everything)) {
    for (const box of [true, null] as const) {
      expect(await denial(users.update(plain, { grants: { [grant]: box } }))).toMatchObject({
        rule: 'SA-06',
      })
    }
  }
})

test('SA-06 one box gives nothing of another', async () => {
  const { as, owner, artifact } = team()
  const { artifacts, tokens } = as('plain')
  const [orchestrate, dataset] = [await artifact('pipelines'), await artifact('crossings')]
  const calls = {
    view_token: () => tokens.list(),
    run_training: () => artifacts.create({ kind: 'training_run', name: 'mine' }),
    orchestrate: () => artifacts.run(orchestrate, 'open', {}),
    explore: () => artifacts.run(dataset, 'explore', {}),
  }
  for (const [grant, granted] of Object.entries(calls)) {
    await owner.users.update(plain, { grants: { [grant]: true } })
    await granted()
    for (const [other, call] of Object.entries(calls)) if (other !== grant) await denial(call())
    await owner.users.update(plain, { grants: { [grant]: null } })
  }
})

test('SA-06 a denial names the box and who may tick it', async () => {
  const { as } = team()
  const decision = await denial(
    as('plain').artifacts.create({ kind: 'training_run', name: 'mine' }),
  )
  expect(decision).toMatchObject({
    rule: 'SA-07',
    alternatives: [
      {
        missing: [{ requirement: { kind: 'grant', grant: 'run_training' } }],
        calls: [
          {
            operation: 'users.update',
            args: [plain, { grants: { run_training: true } }],
            by: [email('admin')],
          },
        ],
      },
    ],
  })
})

test('SA-06 a box for a role that cannot have it is 422', async () => {
  const { owner } = team()
  for (const name of ['admin', 'project-admin', 'newcomer']) {
    for (const box of [true, null] as const) {
      const update = { grants: { explore: box } }
      expect(await refusal(owner.users.update(email(name), update))).toMatchObject({
        status: 422,
        code: 'invalid_target',
      })
    }
  }
})

test('SA-06 an unknown grant is 422, and named', async () => {
  const { owner } = team()
  expect(
    await refusal(owner.users.update(plain, { grants: { fly: true, explore: true } })),
  ).toMatchObject({
    status: 422,
    code: 'unknown_reference',
    problem: { errors: [{ pointer: '/grants/fly' }] },
  })
  expect(await owner.users.get(plain)).toMatchObject({ grants: {} })
})

test('SA-06 all are off for a new admin, unless they are ticked in the same call', async () => {
  const { owner } = team()
  expect(await owner.users.update(email('newcomer'), { role: 'admin' })).toMatchObject({
    grants: {},
  })
  const both = { role: 'admin', grants: { explore: true } } as const
  expect(await owner.users.update(email('annotator'), both)).toMatchObject(both)
})

test('SA-06 reading: demoting an admin clears all, and the leftovers of revoked ones', async () => {
  const { as, owner, artifact } = team()
  const run = await artifact('segmenter-run-1')
  for (const name of ['granted', 'revoked']) {
    await owner.users.update(email(name), { role: 'contributor' })
    expect(await owner.users.update(email(name), { role: 'admin' })).toMatchObject({ grants: {} })
    expect(await refusal(as(name).artifacts.get(run))).toMatchObject({ status: 404 })
  }
})

test('SA-06 reading: a grant ticked while demoting is 422, and nothing is changed', async () => {
  const { owner } = team()
  const before = await owner.users.get(email('granted'))
  const both = { role: 'contributor', grants: { explore: true } } as const
  expect(await refusal(owner.users.update(email('granted'), both))).toMatchObject({ status: 422 })
  expect(await owner.users.get(email('granted'))).toEqual(before)
})

test('SA-06 reading: a promoted contributor’s entries on projects end, with their grants', async () => {
  const { as, owner, artifact } = team()
  const dataset = await artifact('crossings')
  await as('explorer').artifacts.run(dataset, 'explore', {})
  await owner.users.update(email('explorer'), { role: 'admin' })
  expect((await owner.projects.members.list('street-scenes')).data).toHaveLength(3)
  expect(await denial(as('explorer').artifacts.run(dataset, 'explore', {}))).toMatchObject({
    rule: 'SA-10',
  })
})

test('SA-06 reading: the grant of a Project Admin ends with that role', async () => {
  const { owner, entry } = team()
  const { members } = owner.projects
  const id = await entry('street-scenes', 'explorer')
  await members.update('street-scenes', id, { roles: { project: 'project_contributor' } })
  const again = await members.update('street-scenes', id, { roles: { project: 'project_admin' } })
  expect(again.grants ?? {}).toEqual({})
})

test('SA-06 a grant ends with the membership', async () => {
  const { as, owner, invitation } = team()
  await owner.users.remove(email('granted'))
  await owner.invitations.create({ email: email('granted'), role: 'admin' })
  const { users, invitations, artifacts } = as('granted')
  await invitations.accept(await invitation('granted'))
  expect(await users.me()).toMatchObject({ role: 'admin', grants: {} })
  expect((await artifacts.list({ kind: 'training_run' })).data).toEqual([])
})
