import { expect, test } from 'vitest'
import { adaptive } from '../../mocks/policies/index.ts'
import { stageOf } from '../../mocks/policy-tools/stage.ts'
import type { Lack } from '../../mocks/policy/slots/need.ts'
import { email } from '../support/acme-of.ts'
import { found, toldBy } from '../support/told.ts'

const { world } = stageOf({ policy: adaptive })
const team = found(world.team('research'))
const user = found(world.user(email('lead')))
const told = toldBy(adaptive, world)
const person = { id: user.id, email: user.email }
const other = found(world.user(email('admin')))
const stranger = found(world.user(email('newcomer')))
const inSupport = { kind: 'team_role', user, team: found(world.team('support')) } as const
const inResearch = { kind: 'team_role', user, team } as const
const research = { type: 'team', id: team.id, key: 'research' }
const support = { type: 'team', id: inSupport.team.id, key: 'support' }

test('what is missing: membership', () => {
  expect(told(user, { slot: inSupport })).toEqual({
    requirement: { kind: 'member', in: support, user: person },
    have: { member: false },
    text: 'Membership of team support. You are not a member of team support.',
  })
  expect(told(other, { slot: inSupport }).text).toBe(
    'Membership of team support. lead@acme.test is not a member of team support.',
  )
})

test('what is missing: a permission, held elsewhere or nowhere', () => {
  expect(told(user, { slot: inSupport, permission: 'model:create' })).toEqual({
    requirement: { kind: 'permission', permission: 'model:create', in: support },
    have: { member: false, heldIn: ['research'] },
    text: 'model:create held in team support. You hold it only in team research.',
  })
  expect(told(other, { slot: inSupport, permission: 'model:create' }).text).toBe(
    'model:create held in team support. lead@acme.test holds it only in team research.',
  )
  const slot = { ...inSupport, user: stranger }
  expect(told(stranger, { slot, permission: 'model:create' })).toMatchObject({
    have: { member: false, heldIn: [] },
    text: 'model:create held in team support. You hold it in no team.',
  })
  const bridge = found(world.user(email('bridge')))
  const inLegacy = { ...inSupport, user: bridge, team: found(world.team('legacy')) }
  expect(told(other, { slot: inLegacy, permission: 'model:create' }).text).toBe(
    'model:create held in team legacy. bridge@acme.test holds it only in teams research and support.',
  )
})

test('what is missing: a permission that the role there lacks', () => {
  const analyst = found(world.user(email('analyst')))
  const slot = { ...inResearch, user: analyst }
  expect(told(analyst, { slot, permission: 'model:create' })).toEqual({
    requirement: { kind: 'permission', permission: 'model:create', in: research },
    have: { member: true, role: 'read-only', heldIn: [] },
    text: 'model:create held in team research. Your role in team research, read-only, lacks it.',
  })
  expect(told(user, { slot, permission: 'model:create' }).text).toContain(
    'analyst@acme.test’s role in team research, read-only, lacks it.',
  )
})

test('what is missing: several permissions, told once each', () => {
  const permissions = ['model:create', 'model:read', 'model:create', 'use_case:read']
  const lacks = permissions.map((permission): Lack => ({ slot: inSupport, permission }))
  expect(told(user, ...lacks)).toMatchObject({
    requirement: {
      kind: 'covers',
      in: support,
      permissions: ['model:create', 'model:read', 'use_case:read'],
    },
    text: 'model:create, model:read and use_case:read held in team support. You hold it only in team research.',
  })
})

test('what is missing: what is handed out', () => {
  const leaf = { covers: 'handed_out', in: 'team' } as const
  expect(told(user, { slot: inSupport, permission: 'model:create', leaf }).requirement).toEqual({
    kind: 'covers',
    in: support,
    permissions: ['model:create'],
  })
})

test('what is missing: the plan', () => {
  expect(told(user, { slot: { kind: 'feature', feature: 'reports' } })).toEqual({
    requirement: {
      kind: 'feature',
      feature: 'reports',
      in: { type: 'organization', id: world.organization.id },
    },
    have: {},
    text: 'The feature reports in the plan. The plan does not include it.',
  })
})
