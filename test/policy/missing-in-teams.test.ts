import { expect, test } from 'vitest'
import { adaptive } from '../../mocks/policies/index.ts'
import { stageOf } from '../../mocks/policy-tools/stage.ts'
import { PlanFeature } from '../../mocks/policy/assignments/plan-feature.ts'
import { TeamRole } from '../../mocks/policy/assignments/team.ts'
import { email } from '../support/acme-of.ts'
import { found } from '../support/in-world.ts'
import { toldBy } from '../support/missing-in-words.ts'

const { world } = stageOf({ policy: adaptive })
const team = found(world.team('research'))
const user = found(world.user(email('lead')))
const told = toldBy(adaptive, world)
const person = { id: user.id, email: user.email }
const other = found(world.user(email('admin')))
const stranger = found(world.user(email('newcomer')))
const inSupport = new TeamRole({ user, team: found(world.team('support')) })
const research = { type: 'team', id: team.id, key: 'research' }
const support = { type: 'team', id: inSupport.team.id, key: 'support' }

test('a missing membership, in words', () => {
  expect(told(user, { assignment: inSupport })).toEqual({
    requirement: { kind: 'member', in: support, user: person },
    have: { member: false },
    text: 'Membership of team Support is needed.',
    haveText: 'You are not a member of team Support.',
  })
  expect(told(other, { assignment: inSupport }).haveText).toBe(
    'lead@acme.test is not a member of team Support.',
  )
})

test('a missing permission, held elsewhere or nowhere, in words', () => {
  expect(told(user, { assignment: inSupport, permission: 'model:create' })).toEqual({
    requirement: { kind: 'permission', permission: 'model:create', in: support },
    have: { member: false, heldIn: ['research'] },
    text: '“Create models” (model:create) is needed in team Support.',
    haveText: 'You hold it only in team Research.',
  })
  expect(told(other, { assignment: inSupport, permission: 'model:create' }).haveText).toBe(
    'lead@acme.test holds it only in team Research.',
  )
  const assignment = new TeamRole({ user: stranger, team: inSupport.team })
  expect(told(stranger, { assignment, permission: 'model:create' })).toMatchObject({
    have: { member: false, heldIn: [] },
    haveText: 'You are not a member of team Support.',
  })
  const bridge = found(world.user(email('bridge')))
  const inLegacy = new TeamRole({ user: bridge, team: found(world.team('legacy')) })
  expect(told(other, { assignment: inLegacy, permission: 'model:create' }).haveText).toBe(
    'bridge@acme.test holds it only in teams Research and Support.',
  )
})

test('a missing permission that the role there lacks, in words', () => {
  const analyst = found(world.user(email('analyst')))
  const assignment = new TeamRole({ user: analyst, team })
  expect(told(analyst, { assignment, permission: 'model:create' })).toEqual({
    requirement: { kind: 'permission', permission: 'model:create', in: research },
    have: { member: true, role: 'read-only', heldIn: [] },
    text: '“Create models” (model:create) is needed in team Research.',
    haveText: 'Your role in team Research, Read Only, does not include it.',
  })
  expect(told(user, { assignment, permission: 'model:create' }).haveText).toBe(
    'analyst@acme.test’s role in team Research, Read Only, does not include it.',
  )
})

test('several missing permissions, each once, in words', () => {
  const permissions = ['model:create', 'model:read', 'model:create', 'use_case:read']
  const lacking = permissions.map((permission) => ({ assignment: inSupport, permission }))
  expect(told(user, ...lacking)).toMatchObject({
    requirement: {
      kind: 'covers',
      in: support,
      permissions: ['model:create', 'model:read', 'use_case:read'],
    },
    text: '“Create models” (model:create), “See models” (model:read) and “See use cases” (use_case:read) are needed in team Support.',
  })
})

test('missing rights to hand out, in words', () => {
  const leaf = { covers: 'handed_out', in: 'team' } as const
  expect(
    told(user, { assignment: inSupport, permission: 'model:create', leaf }).requirement,
  ).toEqual({
    kind: 'covers',
    in: support,
    permissions: ['model:create'],
  })
})

test('a missing feature of the plan, in words', () => {
  expect(told(user, { assignment: new PlanFeature({ feature: 'reports' }) })).toEqual({
    requirement: {
      kind: 'feature',
      feature: 'reports',
      in: { type: 'organization', id: world.organization.id },
    },
    have: {},
    text: 'The feature “reports” is needed in the plan.',
    haveText: 'The plan does not include “reports”.',
  })
})
