import { expect, test } from 'vitest'
import { superannotate } from '../../mocks/policies/index.ts'
import { stageOf } from '../../mocks/policy-tools/stage.ts'
import { email } from '../support/acme-of.ts'
import { found, toldBy } from '../support/told.ts'

const { world } = stageOf({ policy: superannotate })
const told = toldBy(superannotate, world)
const plain = found(world.user(email('plain')))
const paused = found(world.user(email('paused')))
const invited = found(world.user(email('invited')))
const organization = { type: 'organization', id: world.organization.id }
const role = { kind: 'organization_role', user: plain } as const
const roleless = { ...role, user: { ...plain, role: 'none' } }

test('what is missing: their role', () => {
  expect(told(plain, { slot: role, role: 'owner' })).toEqual({
    requirement: {
      kind: 'role',
      role: 'owner',
      in: organization,
      user: { id: plain.id, email: plain.email },
    },
    have: { member: true, role: 'admin' },
    text: 'Role owner in the organization. Your role is admin.',
  })
  expect(told(paused, { slot: role, role: 'owner' }).text).toContain(
    'plain@acme.test’s role is admin.',
  )
  expect(told(plain, { slot: roleless, role: 'owner' }).text).toContain('You have no role.')
  expect(told(paused, { slot: roleless, role: 'owner' }).text).toContain(
    'plain@acme.test has no role.',
  )
})

test('what is missing: what their role does not reach', () => {
  expect(told(plain, { slot: role })).toMatchObject({
    requirement: { kind: 'member' },
    text: 'A role in the organization that reaches it. Your role in the organization, admin, does not.',
  })
  expect(told(paused, { slot: roleless }).text).toBe(
    'A role in the organization that reaches it. plain@acme.test has no role in the organization.',
  )
  expect(told(plain, { slot: role, permission: 'token:view' }).text).toBe(
    'token:view held in the organization. Your role in the organization, admin, lacks it.',
  )
  expect(told(plain, { slot: roleless, permission: 'token:view' }).text).toBe(
    'token:view held in the organization. You have no role in the organization.',
  )
})

test('what is missing: a grant', () => {
  const slot = { kind: 'grant', user: plain, grant: 'explore' } as const
  expect(told(plain, { slot })).toEqual({
    requirement: { kind: 'grant', grant: 'explore', in: organization },
    have: {},
    text: 'The grant explore. It is not ticked for you.',
  })
  expect(told(paused, { slot }).text).toBe(
    'The grant explore. It is not ticked for plain@acme.test.',
  )
})

test('what is missing: their membership', () => {
  const slot = { kind: 'status', user: paused } as const
  expect(told(paused, { slot })).toEqual({
    requirement: { kind: 'status', status: 'active', in: organization },
    have: { status: 'paused' },
    text: 'An active membership. Your membership is paused.',
  })
  expect(told(plain, { slot }).text).toContain('paused@acme.test’s membership is paused.')
  expect(told(plain, { slot: { ...slot, user: invited } })).toMatchObject({
    have: { status: 'pending' },
    text: 'An active membership. invited@acme.test has not accepted the invitation.',
  })
})
