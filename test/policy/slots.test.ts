import { describe, expect, test } from 'vitest'
import { type Slot, slotKey } from '../../mocks/policy/slots/slot.ts'
import { isMet } from '../../mocks/policy/slots/state.ts'
import { remedyCalls } from '../../mocks/policy/slots/calls.ts'
import { stages } from '../properties/support/stage.ts'
import { email } from '../support/acme-of.ts'

const found = stages.find(({ policy }) => policy.name === 'superannotate')
if (!found) throw new Error('There is no platform superannotate.')
const { world } = found

const user = (name: string) => {
  const one = world.user(email(name))
  if (!one) throw new Error(`There is no ${name}.`)
  return one
}
const project = (key: string) => {
  const one = world.project(key)
  if (!one) throw new Error(`There is no project ${key}.`)
  return one
}
const entries = [...world.membersOf('street-scenes')]
const [entry] = entries
if (!entry) throw new Error('Nobody is on street-scenes.')

/** Every slot of two people on two projects; an entry is accepted by whomever it invites. */
const everySlot: readonly Slot[] = [
  ...entries.map((one): Slot => ({
    kind: 'entry_status',
    user: user('plain'),
    project: project(one.project),
    entry: one,
  })),
  ...['plain', 'granted'].flatMap((name): Slot[] => [
    { kind: 'organization_role', user: user(name) },
    { kind: 'status', user: user(name) },
    { kind: 'grant', user: user(name), grant: 'explore' },
    { kind: 'grant', user: user(name), grant: 'run_training' },
    { kind: 'feature', feature: name },
    ...['street-scenes', 'receipts'].flatMap((key): Slot[] => [
      { kind: 'entry_role', user: user(name), project: project(key), category: 'project' },
      { kind: 'entry_role', user: user(name), project: project(key), category: 'other' },
      { kind: 'entry_right', user: user(name), project: project(key), right: 'upload' },
      { kind: 'entry_right', user: user(name), project: project(key), right: 'download' },
      { kind: 'entry_grant', user: user(name), project: project(key), grant: 'explore' },
      { kind: 'entry_grant', user: user(name), project: project(key), grant: 'other' },
    ]),
  ]),
]

test('each slot has a key of its own, and always the same one', () => {
  const keys = everySlot.map(slotKey)
  expect(new Set(keys).size).toBe(keys.length)
  expect(everySlot.map((slot) => slotKey({ ...slot }))).toEqual(keys)
})

describe('what a slot holds now', () => {
  const scenes = project('street-scenes')
  const fits = () => true

  test.each<[boolean, Slot]>([
    [true, { kind: 'grant', user: user('granted'), grant: 'explore' }],
    [false, { kind: 'grant', user: user('plain'), grant: 'explore' }],
    [true, { kind: 'status', user: user('plain') }],
    [false, { kind: 'status', user: user('paused') }],
    [true, { kind: 'feature', feature: 'explore' }],
    [false, { kind: 'feature', feature: 'reports' }],
    [false, { kind: 'entry_right', user: user('annotator'), project: scenes, right: 'upload' }],
    [false, { kind: 'entry_grant', user: user('annotator'), project: scenes, grant: 'explore' }],
    [true, { kind: 'entry_grant', user: user('explorer'), project: scenes, grant: 'explore' }],
    [true, { kind: 'entry_status', user: user('annotator'), project: scenes, entry }],
  ])('%s', (met, slot) => {
    expect(isMet(world, { slot })).toBe(met)
  })

  test.each<[boolean, Slot]>([
    [true, { kind: 'organization_role', user: user('plain') }],
    [true, { kind: 'entry_role', user: user('annotator'), project: scenes, category: 'project' }],
    [false, { kind: 'entry_role', user: user('annotator'), project: scenes, category: 'other' }],
    [false, { kind: 'entry_role', user: user('plain'), project: scenes, category: 'project' }],
  ])('a role: %s', (met, slot) => {
    expect(isMet(world, { slot, fits })).toBe(met)
    expect(isMet(world, { slot, fits: () => false })).toBe(false)
  })
})

test('a role is given before the boxes that it has, and an entry is changed once', () => {
  const newcomer = user('newcomer')
  const [one, other] = [project('street-scenes'), project('receipts')]
  const inOne = { user: newcomer, project: one }
  const calls = remedyCalls(world, [
    { slot: { kind: 'entry_grant', ...inOne, grant: 'explore' } },
    { slot: { kind: 'grant', user: newcomer, grant: 'explore' } },
    { slot: { kind: 'entry_role', ...inOne, category: 'project' }, role: 'project_admin' },
    { slot: { kind: 'organization_role', user: newcomer }, role: 'admin' },
    { slot: { kind: 'feature', feature: 'reports' } },
    {
      slot: { kind: 'entry_role', user: newcomer, project: other, category: 'project' },
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
