import { describe, expect, test } from 'vitest'
import type { Assignment } from '../../mocks/policy/assignments/assignment.ts'
import { remedyCalls } from '../../mocks/policy/assignments/calls.ts'
import { stageNamed } from '../properties/support/stage.ts'
import { EntryGrant, EntryRight } from '../../mocks/policy/assignments/entry-flags.ts'
import { EntryRole } from '../../mocks/policy/assignments/entry-role.ts'
import { AcceptedEntry, ActiveMembership } from '../../mocks/policy/assignments/membership.ts'
import { OrganizationRole, UserGrant } from '../../mocks/policy/assignments/organization.ts'
import { PlanFeature } from '../../mocks/policy/assignments/plan-feature.ts'
import { found, projectIn, userIn } from '../support/in-world.ts'

const { world } = stageNamed('superannotate')
const user = (name: string) => userIn(world, name)
const project = (key: string) => projectIn(world, key)
const entries = [...world.membersOf('street-scenes')]
const entry = found(entries[0])

/** Every assignment of two people on two projects; an entry is accepted by the person it invites. */
const everyAssignment: readonly Assignment[] = [
  ...entries.map(
    (one) =>
      new AcceptedEntry({
        user: user('plain'),
        project: project(one.project),
        entry: one,
      }),
  ),
  ...['plain', 'granted'].flatMap((name): Assignment[] => [
    new OrganizationRole({ user: user(name) }),
    new ActiveMembership({ user: user(name) }),
    new UserGrant({ user: user(name), grant: 'explore' }),
    new UserGrant({ user: user(name), grant: 'run_training' }),
    new PlanFeature({ feature: name }),
    ...['street-scenes', 'receipts'].flatMap((key): Assignment[] => [
      new EntryRole({ user: user(name), project: project(key), category: 'project' }),
      new EntryRole({ user: user(name), project: project(key), category: 'other' }),
      new EntryRight({ user: user(name), project: project(key), right: 'upload' }),
      new EntryRight({ user: user(name), project: project(key), right: 'download' }),
      new EntryGrant({ user: user(name), project: project(key), grant: 'explore' }),
      new EntryGrant({ user: user(name), project: project(key), grant: 'other' }),
    ]),
  ]),
]

test('each assignment has a key of its own', () => {
  const keys = everyAssignment.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
})

describe('what an assignment holds now', () => {
  const scenes = project('street-scenes')
  const fits = () => true

  test.each<[boolean, Assignment]>([
    [true, new UserGrant({ user: user('granted'), grant: 'explore' })],
    [false, new UserGrant({ user: user('plain'), grant: 'explore' })],
    [true, new ActiveMembership({ user: user('plain') })],
    [false, new ActiveMembership({ user: user('paused') })],
    [true, new PlanFeature({ feature: 'explore' })],
    [false, new PlanFeature({ feature: 'reports' })],
    [false, new EntryRight({ user: user('annotator'), project: scenes, right: 'upload' })],
    [false, new EntryGrant({ user: user('annotator'), project: scenes, grant: 'explore' })],
    [true, new EntryGrant({ user: user('explorer'), project: scenes, grant: 'explore' })],
    [true, new AcceptedEntry({ user: user('annotator'), project: scenes, entry })],
  ])('%s', (met, assignment) => {
    expect(assignment.isHeld(world)).toBe(met)
  })

  test.each<[boolean, Assignment]>([
    [true, new OrganizationRole({ user: user('plain') })],
    [true, new EntryRole({ user: user('annotator'), project: scenes, category: 'project' })],
    [false, new EntryRole({ user: user('annotator'), project: scenes, category: 'other' })],
    [false, new EntryRole({ user: user('plain'), project: scenes, category: 'project' })],
  ])('a role: %s', (met, assignment) => {
    expect(assignment.isHeld(world, fits)).toBe(met)
    expect(assignment.isHeld(world, () => false)).toBe(false)
  })
})

test('a role is given before the boxes that it offers, and an entry is changed once', () => {
  const newcomer = user('newcomer')
  const [one, other] = [project('street-scenes'), project('receipts')]
  const inOne = { user: newcomer, project: one }
  const calls = remedyCalls(world, [
    { assignment: new EntryGrant({ ...inOne, grant: 'explore' }) },
    { assignment: new UserGrant({ user: newcomer, grant: 'explore' }) },
    { assignment: new EntryRole({ ...inOne, category: 'project' }), role: 'project_admin' },
    { assignment: new OrganizationRole({ user: newcomer }), role: 'admin' },
    { assignment: new PlanFeature({ feature: 'reports' }) },
    {
      assignment: new EntryRole({ user: newcomer, project: other, category: 'project' }),
      role: 'project_contributor',
    },
  ])
  const subject = { type: 'user', id: newcomer.email }
  expect(calls.map(({ operation, args }) => [operation, ...args])).toEqual([
    ['organization.updatePlan', { features: ['explore', 'reports'] }],
    ['users.update', newcomer.email, { role: 'admin' }],
    ['users.update', newcomer.email, { grants: { explore: true } }],
    [
      'projects.members.add',
      'street-scenes',
      { subject, roles: { project: 'project_admin' }, grants: { explore: true } },
    ],
    ['projects.members.add', 'receipts', { subject, roles: { project: 'project_contributor' } }],
  ])
})
