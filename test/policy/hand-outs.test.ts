import { expect, test } from 'vitest'
import { handOutsOf } from '../../mocks/policy/hand-outs.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { stage, type Stage, stages } from '../properties/support/stage.ts'
import type { Sent } from '../properties/support/send.ts'

const stageOf = (name: string) => {
  const found = stages.find(({ policy }) => policy.name === name)
  if (!found) throw new Error(`There is no platform ${name}.`)
  return found
}

/** What the call hands out, by where; teams by their keys. */
const handedOut = (platform: string, call: Sent) => handedOutOn(stageOf(platform), call)

function handedOutOn({ compiled, policy, world }: Stage, { operation, args }: Sent) {
  const admin = world.user(email('admin'))
  if (!admin) throw new Error(`${policy.name} has no admin.`)
  const call = compiled.bind(world, admin, operation, args)
  return handOutsOf(policy, world, call).map(({ in: place, permissions, things }) => {
    const { team } = things
    const where = place === 'team' && typeof team === 'object' ? team.key : place
    return [where, [...permissions]]
  })
}

const inference = ['use_case:read', 'use_case:interact', 'model:read', 'team:read']
const training = [
  'neural_networks:use',
  'training:view',
  'training:download_metrics',
  'training:run',
  'training:manage',
]
const { project, entry } = { project: 'street-scenes', entry: 'project_contributor' }
const person = { type: 'user', id: email('newcomer') }
const contributor = ['project:view', 'dataset:view']

test.each([
  [
    'adaptive',
    'roles.create',
    [{ key: 'new', permissions: ['model:read'] }],
    [['organization', ['model:read']]],
  ],
  ['adaptive', 'roles.create', [{ key: 'new', permissions: [] }], []],
  ['adaptive', 'roles.create', [{ key: 'new', permissions: 'model:read' }], []],
  ['adaptive', 'roles.update', ['deputy', { name: 'Other' }], []],
  ['adaptive', 'roles.delete', ['deputy'], []],
  [
    'adaptive',
    'users.update',
    [email('lead'), { teams: { support: 'inference' } }],
    [['support', inference]],
  ],
  [
    'adaptive',
    'users.update',
    [email('lead'), { teams: { support: true } }],
    [['support', inference]],
  ],
  [
    'adaptive',
    'users.update',
    [email('lead'), { teams: { legacy: true } }],
    [['legacy', ['use_case:read', 'team:read']]],
  ],
  ['adaptive', 'users.update', [email('lead'), { teams: { support: null, legacy: 'none' } }], []],
  ['adaptive', 'users.update', [email('lead'), { teams: 'support' }], []],
  [
    'adaptive',
    'users.create',
    [{ email: email('new'), teams: { nowhere: 'inference' } }],
    [['team', inference]],
  ],
  [
    'superannotate',
    'users.update',
    [email('plain'), { grants: { run_training: true } }],
    [['organization', training]],
  ],
  ['superannotate', 'users.update', [email('plain'), { grants: { run_training: null } }], []],
  ['superannotate', 'users.update', [email('plain'), { grants: { nothing: true } }], []],
  ['superannotate', 'users.update', [email('plain'), { grants: 'all' }], []],
  ['superannotate', 'users.update', [email('annotator'), { grants: { run_training: true } }], []],
  [
    'superannotate',
    'users.update',
    [email('annotator'), { role: 'none', grants: { explore: true } }],
    [],
  ],
  ['superannotate', 'users.update', [email('nobody'), { grants: { explore: true } }], []],
  [
    'superannotate',
    'projects.members.add',
    [project, { subject: person, roles: { project: entry } }],
    [['project', contributor]],
  ],
  [
    'superannotate',
    'projects.members.add',
    [
      project,
      {
        subject: person,
        roles: { project: 'project_admin' },
        grants: { explore: true, other: true },
      },
    ],
    [
      [
        'project',
        [
          'project:view',
          'project:edit',
          'project:manage_contributors',
          'dataset:view',
          'dataset:manage',
        ],
      ],
      ['project', ['dataset:explore']],
    ],
  ],
  [
    'superannotate',
    'projects.members.add',
    [project, { subject: person, roles: { project: 7 }, grants: { explore: true } }],
    [],
  ],
  [
    'superannotate',
    'projects.members.add',
    [project, { subject: person, grants: { explore: null } }],
    [],
  ],
  [
    'ica',
    'projects.members.add',
    ['genomes', { subject: person, rights: ['download'] }],
    [['project', ['data:download']]],
  ],
  ['ica', 'projects.members.add', ['genomes', { subject: person, rights: 'download' }], []],
  [
    'adaptive',
    'users.create',
    [{ email: email('new') }],
    [['default', ['use_case:read', 'team:read']]],
  ],
  ['adaptive', 'users.create', [{ email: email('new'), teams: {} }], []],
  [
    'adaptive',
    'teams.create',
    [{ key: 'new', defaultRole: 'read-only' }],
    [['organization', ['use_case:read', 'team:read']]],
  ],
  [
    'adaptive',
    'teams.update',
    ['support', { defaultRole: 'read-only' }],
    [['support', ['use_case:read', 'team:read']]],
  ],
  ['adaptive', 'teams.update', ['support', { defaultRole: null }], []],
  ['adaptive', 'projects.create', [{ key: 'new', team: 'support' }], []],
  ['bigml', 'projects.update', ['payroll', { name: 'Other' }], []],
  ['bigml', 'projects.update', ['payroll', { private: true }], []],
  ['peltarion', 'invitations.accept', ['inv_nothing'], []],
] as const)('%s: %s(%j) hands out %j', (platform, operation, args, expected) => {
  expect(handedOut(platform, { operation, args })).toEqual(expected)
})

test('a role that is stated and boxes are handed out together, by that role', () => {
  const change = { role: 'admin', grants: { explore: true } }
  const given = handedOut('superannotate', {
    operation: 'users.update',
    args: [email('annotator'), change],
  })
  expect(given.map(([where]) => where)).toEqual(['organization', 'organization'])
  expect(given[1]).toEqual(['organization', ['dataset:explore']])
})

test('an owner’s share hands out everything', () => {
  const subject = { type: 'team', id: 'support' }
  const args = ['churn', { subject, roles: {}, isOwner: true }]
  const everything = Object.keys(stageOf('adaptive').policy.permissions)
  expect(handedOut('adaptive', { operation: 'projects.members.add', args })).toEqual([
    ['project', everything],
  ])
  const capped = ['churn', { subject, roles: {}, isOwner: false }]
  expect(handedOut('adaptive', { operation: 'projects.members.add', args: capped })).toEqual([])
})

test('boxes of an entry that is there are ticked for the roles that it has', async () => {
  const { policy } = stageOf('superannotate')
  const entry = await acmeOf(policy).entry('street-scenes', 'project-admin')
  const args = ['street-scenes', entry, { grants: { explore: true } }]
  expect(handedOut('superannotate', { operation: 'projects.members.update', args })).toEqual([
    ['project', ['dataset:explore']],
  ])
})

/** The places of what is handed out, and how much that is. */
const measured = (platform: string, call: Sent) =>
  handedOut(platform, call).map(([where, permissions]) => [where, permissions?.length])

const size = (platform: string, key: string): number => {
  const { world } = stageOf(platform)
  return world.role(key)?.permissions.length ?? 0
}

test('an invitation without a role hands out the default one', () => {
  const call = (body: object): Sent => ({ operation: 'invitations.create', args: [body] })
  const stated = measured('bigml', call({ email: email('new'), role: 'member' }))
  expect(stated).toEqual([['organization', size('bigml', 'member')]])
  expect(measured('bigml', call({ email: email('new') }))).toEqual(stated)
})

test('transferring the organization hands out both roles that it leaves behind', () => {
  const to = email('lead')
  expect(
    measured('bigml', { operation: 'organization.transferOwnership', args: [{ to }] }),
  ).toEqual([
    ['organization', size('bigml', 'admin')],
    ['organization', size('bigml', 'owner')],
  ])
})

test('transferring a project hands out what owning it gives', () => {
  const args = ['genomes', { to: email('stranger') }]
  const { world } = stageOf('ica')
  const owning = world.role('administrator', { scope: 'project', category: 'project' })
  expect(handedOut('ica', { operation: 'projects.transferOwnership', args })).toEqual([
    ['project', owning?.permissions],
  ])
})

test('joining a workgroup hands out what its entries give, on each project', () => {
  const args = [email('stranger'), { teams: { statistics: 'workgroup_member' } }]
  const given = handedOut('ica', { operation: 'users.update', args })
  expect(given.map(([where]) => where)).toEqual(['project', 'project'])
  const again = [email('statistician'), { teams: { statistics: 'workgroup_member' } }]
  expect(handedOut('ica', { operation: 'users.update', args: again })).toEqual([])
})

test('a project made public hands out what everyone then gets there and did not have', () => {
  const write = stageOf('bigml').world.role('write')?.permissions
  expect(
    handedOut('bigml', { operation: 'projects.update', args: ['payroll', { private: false }] }),
  ).toEqual([['project', expect.arrayContaining([...(write ?? [])])]])
})

test('a role hands out its boxes too, where they stay ticked', () => {
  const { policy: superannotate } = stageOf('superannotate')
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

test('where no team stands for all, a changed role is handed out in each team where somebody holds it', () => {
  const { hardened: _, ...others } = stageOf('adaptive').policy
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
