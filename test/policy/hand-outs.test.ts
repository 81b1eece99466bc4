import { expect, test } from 'vitest'
import { acmeOf, email } from '../support/acme-of.ts'
import { handedOut } from '../support/handed-out.ts'
import { stageNamed } from '../properties/support/stage.ts'

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

test('a role and boxes in one call are handed out together, by that role', () => {
  const change = { role: 'admin', grants: { explore: true } }
  const given = handedOut('superannotate', {
    operation: 'users.update',
    args: [email('annotator'), change],
  })
  expect(given.map(([where]) => where)).toEqual(['organization', 'organization'])
  expect(given[1]).toEqual(['organization', ['dataset:explore']])
})

test("an owner's share hands out everything", () => {
  const subject = { type: 'team', id: 'support' }
  const args = ['churn', { subject, roles: {}, isOwner: true }]
  const everything = Object.keys(stageNamed('adaptive').policy.permissions)
  expect(handedOut('adaptive', { operation: 'projects.members.add', args })).toEqual([
    ['project', everything],
  ])
  const capped = ['churn', { subject, roles: {}, isOwner: false }]
  expect(handedOut('adaptive', { operation: 'projects.members.add', args: capped })).toEqual([])
})

test('boxes of an existing entry are ticked for its present roles', async () => {
  const { policy } = stageNamed('superannotate')
  const entry = await acmeOf(policy).entry('street-scenes', 'project-admin')
  const args = ['street-scenes', entry, { grants: { explore: true } }]
  expect(handedOut('superannotate', { operation: 'projects.members.update', args })).toEqual([
    ['project', ['dataset:explore']],
  ])
})
