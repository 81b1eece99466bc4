import { expect, test } from 'vitest'
import { superannotate } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial } from '../../support/refusal.ts'

const explores = { grants: { explore: true } } as const

test('AD-17 hardened: an admin ticks for a Project Admin what is ticked for them', async () => {
  const { as, entry } = acmeOf(superannotate, { hardened: true })
  const own = await entry('street-scenes', 'project-admin')
  const tick = (name: string) => as(name).projects.members.update('street-scenes', own, explores)
  expect(await denial(tick('plain'))).toMatchObject({ rule: 'AD-17', status: 403 })
  expect(await tick('granted')).toMatchObject(explores)
})

test('AD-17 hardened: unticking hands out nothing', async () => {
  const { as, entry } = acmeOf(superannotate, { hardened: true })
  const own = await entry('street-scenes', 'explorer')
  const none = { grants: { explore: null } }
  await as('plain').projects.members.update('street-scenes', own, none)
})

test('AD-17 hardened: the owner, who holds everything, hands out everything', async () => {
  const { as } = acmeOf(superannotate, { hardened: true })
  const { users } = as('admin')
  const all = { run_training: true, explore: true } as const
  expect(await users.update(email('plain'), { grants: all })).toMatchObject({ grants: all })
})

test('AD-17 by default an admin ticks what is not ticked for them', async () => {
  const { as, entry } = acmeOf(superannotate)
  const own = await entry('street-scenes', 'project-admin')
  await as('plain').projects.members.update('street-scenes', own, explores)
})
