import { expect, test } from 'vitest'
import { ica } from '../../mocks/policies/index.ts'
import { stageOf } from '../../mocks/policy-tools/stage.ts'
import { EntryGrant, EntryRight } from '../../mocks/policy/assignments/entry-flags.ts'
import { EntryRole } from '../../mocks/policy/assignments/entry-role.ts'
import { AcceptedEntry } from '../../mocks/policy/assignments/membership.ts'
import { email } from '../support/acme-of.ts'
import { found } from '../support/in-world.ts'
import { toldBy } from '../support/missing-in-words.ts'

const { world } = stageOf({ policy: ica })
const told = toldBy(ica, world)
const project = found(world.project('genomes'))
const analyst = found(world.user(email('analyst')))
const other = found(world.user(email('owner')))
const stranger = found(world.user(email('stranger')))
const where = { type: 'project', id: project.id, key: 'genomes' }
const about = { user: analyst, project }

test('a missing role, in words', () => {
  const assignment = new EntryRole({ ...about, category: 'flow' })
  const ofStranger = new EntryRole({ user: stranger, project, category: 'flow' })
  expect(told(analyst, { assignment, permission: 'flow:run' })).toEqual({
    requirement: { kind: 'permission', permission: 'flow:run', in: where },
    have: { member: true, role: 'viewer' },
    text: 'flow:run is needed on project Genomes.',
    haveText: 'Your role on project Genomes, Flow Access: Viewer, does not include it.',
  })
  expect(told(stranger, { assignment: ofStranger })).toMatchObject({
    requirement: { kind: 'member', in: where },
    have: { member: false },
    text: 'An entry on project Genomes is needed.',
    haveText: 'You have no entry on project Genomes.',
  })
  const noRole = told(other, { assignment: ofStranger, permission: 'flow:run' })
  expect(noRole.haveText).toBe('stranger@acme.test has no entry on project Genomes.')
})

test('a missing right, in words', () => {
  const assignment = new EntryRight({ ...about, right: 'upload' })
  expect(told(analyst, { assignment })).toEqual({
    requirement: { kind: 'right', right: 'upload', in: where },
    have: {},
    text: 'The right to upload is needed on project Genomes.',
    haveText: 'Your entry on project Genomes does not have the right to upload.',
  })
  expect(told(other, { assignment }).haveText).toBe(
    'analyst@acme.test’s entry on project Genomes does not have the right to upload.',
  )
})

test('a missing grant, in words', () => {
  const assignment = new EntryGrant({ ...about, grant: 'explore' })
  expect(told(other, { assignment })).toEqual({
    requirement: { kind: 'grant', grant: 'explore', in: where },
    have: {},
    text: 'The grant explore is needed on project Genomes.',
    haveText: 'The grant explore is not ticked for analyst@acme.test on project Genomes.',
  })
})

test('a missing answer, in words', () => {
  const invited = found(world.user(email('invited')))
  const entry = found(
    [...world.membersOf('genomes')].find(({ subject }) => subject.id === invited.email),
  )
  const assignment = new AcceptedEntry({ user: invited, project, entry })
  expect(told(invited, { assignment })).toEqual({
    requirement: { kind: 'status', status: 'accepted', in: where },
    have: { status: 'pending' },
    text: 'An accepted entry is needed on project Genomes.',
    haveText: 'Your entry on project Genomes waits for your answer: accept or reject it.',
  })
  expect(told(other, { assignment }).haveText).toBe(
    'invited@acme.test’s entry on project Genomes waits for an answer.',
  )
})
