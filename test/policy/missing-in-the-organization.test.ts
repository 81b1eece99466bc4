import { expect, test } from 'vitest'
import { superannotate } from '../../mocks/policies/index.ts'
import { stageOf } from '../../mocks/policy-tools/stage.ts'
import { ActiveMembership } from '../../mocks/policy/assignments/membership.ts'
import { OrganizationRole, UserGrant } from '../../mocks/policy/assignments/organization.ts'
import { email } from '../support/acme-of.ts'
import { found } from '../support/in-world.ts'
import { toldBy } from '../support/missing-in-words.ts'

const { world } = stageOf({ policy: superannotate })
const told = toldBy(superannotate, world)
const plain = found(world.user(email('plain')))
const paused = found(world.user(email('paused')))
const invited = found(world.user(email('invited')))
const organization = { type: 'organization', id: world.organization.id }
const role = new OrganizationRole({ user: plain })
const roleless = new OrganizationRole({ user: { ...plain, role: 'none' } })

test('a missing role, in words', () => {
  expect(told(plain, { assignment: role, role: 'owner' })).toEqual({
    requirement: {
      kind: 'role',
      role: 'owner',
      in: organization,
      user: { id: plain.id, email: plain.email },
    },
    have: { member: true, role: 'admin' },
    text: 'The role Team Owner is needed in the organization.',
    haveText: 'Your role in the organization is Team Admin.',
  })
  expect(told(paused, { assignment: role, role: 'owner' }).haveText).toBe(
    'plain@acme.test’s role in the organization is Team Admin.',
  )
  expect(told(plain, { assignment: roleless, role: 'owner' }).haveText).toBe(
    'You have no role in the organization.',
  )
  expect(told(paused, { assignment: roleless, role: 'owner' }).haveText).toBe(
    'plain@acme.test has no role in the organization.',
  )
})

test('a role that does not reach far enough, in words', () => {
  expect(told(plain, { assignment: role })).toMatchObject({
    requirement: { kind: 'member' },
    text: 'A role in the organization that gives access to it is needed.',
    haveText: 'Your role in the organization, Team Admin, gives none.',
  })
  expect(told(paused, { assignment: roleless }).haveText).toBe(
    'plain@acme.test has no role in the organization.',
  )
  expect(told(plain, { assignment: role, permission: 'token:view' }).haveText).toBe(
    'Your role in the organization, Team Admin, does not include it.',
  )
  expect(told(plain, { assignment: roleless, permission: 'token:view' }).haveText).toBe(
    'You have no role in the organization.',
  )
})

test('a missing grant, in words', () => {
  const assignment = new UserGrant({ user: plain, grant: 'explore' })
  expect(told(plain, { assignment })).toEqual({
    requirement: { kind: 'grant', grant: 'explore', in: organization },
    have: {},
    text: 'The grant “Explore datasets” (explore) is needed.',
    haveText: 'The grant “Explore datasets” is not ticked for you.',
  })
  expect(told(paused, { assignment }).haveText).toBe(
    'The grant “Explore datasets” is not ticked for plain@acme.test.',
  )
})

test('a missing membership, in words', () => {
  const assignment = new ActiveMembership({ user: paused })
  expect(told(paused, { assignment })).toEqual({
    requirement: { kind: 'status', status: 'active', in: organization },
    have: { status: 'paused' },
    text: 'An active membership is needed.',
    haveText: 'Your membership is paused.',
  })
  expect(told(plain, { assignment }).haveText).toBe('paused@acme.test’s membership is paused.')
  expect(told(plain, { assignment: new ActiveMembership({ user: invited }) })).toMatchObject({
    have: { status: 'pending' },
    text: 'An active membership is needed.',
    haveText: 'invited@acme.test’s invitation waits for an answer.',
  })
})
