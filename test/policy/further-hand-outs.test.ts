import { expect, test } from 'vitest'
import type { Sent } from '../properties/support/send.ts'
import { stage, stageNamed } from '../properties/support/stage.ts'
import { email } from '../support/acme-of.ts'
import { handedOut, handedOutOn } from '../support/handed-out.ts'

/** The places where something is handed out, and how much. */
const measured = (platform: string, call: Sent) =>
  handedOut(platform, call).map(([where, permissions]) => [where, permissions?.length])

const size = (platform: string, key: string): number => {
  const { world } = stageNamed(platform)
  return world.role(key)?.permissions.length ?? 0
}

test('an invitation without a role hands out the default one', () => {
  const call = (body: object): Sent => ({ operation: 'invitations.create', args: [body] })
  const stated = measured('bigml', call({ email: email('new'), role: 'member' }))
  expect(stated).toEqual([['organization', size('bigml', 'member')]])
  expect(measured('bigml', call({ email: email('new') }))).toEqual(stated)
})

test('transferring the organization hands out both resulting roles', () => {
  const to = email('lead')
  expect(
    measured('bigml', { operation: 'organization.transferOwnership', args: [{ to }] }),
  ).toEqual([
    ['organization', size('bigml', 'admin')],
    ['organization', size('bigml', 'owner')],
  ])
})

test('transferring a project hands out the rights of its owner', () => {
  const args = ['genomes', { to: email('stranger') }]
  const { world } = stageNamed('ica')
  const owning = world.role('administrator', { scope: 'project', category: 'project' })
  expect(handedOut('ica', { operation: 'projects.transferOwnership', args })).toEqual([
    ['project', owning?.permissions],
  ])
})

test('joining a workgroup hands out the rights of its entries, on each project', () => {
  const args = [email('stranger'), { teams: { statistics: 'workgroup_member' } }]
  const given = handedOut('ica', { operation: 'users.update', args })
  expect(given.map(([where]) => where)).toEqual(['project', 'project'])
  const again = [email('statistician'), { teams: { statistics: 'workgroup_member' } }]
  expect(handedOut('ica', { operation: 'users.update', args: again })).toEqual([])
})

test('making a project public hands out what everyone gains there', () => {
  const write = stageNamed('bigml').world.role('write')?.permissions
  expect(
    handedOut('bigml', { operation: 'projects.update', args: ['payroll', { private: false }] }),
  ).toEqual([['project', expect.arrayContaining([...(write ?? [])])]])
})

test('a role hands out its boxes too, where they stay ticked', () => {
  const { policy: superannotate } = stageNamed('superannotate')
  const call: Sent = { operation: 'users.update', args: [email('granted'), { role: 'admin' }] }
  const kept = stage({ ...superannotate, effects: [] })
  const cleared = stage({
    ...superannotate,
    effects: [{ rule: 'OWN-01', on: ['users.update'], do: { clearGrants: 'user' } }],
  })
  const boxes = ['training:run', 'dataset:explore']
  expect(handedOutOn(kept, call)).toEqual([['organization', expect.arrayContaining(boxes)]])
  const [[, permissions] = []] = handedOutOn(cleared, call)
  expect(permissions).not.toEqual(expect.arrayContaining(boxes))
})

test('where no team stands for all, a changed role is handed out in each team of its holders', () => {
  const { hardened: _, ...others } = stageNamed('adaptive').policy
  const call: Sent = {
    operation: 'roles.update',
    args: ['deputy', { permissions: ['model:read'] }],
  }
  expect(handedOutOn(stage(others), call)).toEqual([
    ['organization', ['model:read']],
    ['admin', ['model:read']],
  ])
  expect(handedOut('adaptive', call)).toEqual([['organization', ['model:read']]])
})
