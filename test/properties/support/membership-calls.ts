import fc, { type Arbitrary } from 'fast-check'
import { callsOn } from './calls.ts'
import { namesOn } from './names.ts'
import type { Sent } from './send.ts'
import type { Stage } from './stage.ts'

export interface MembershipCall {
  by: string
  call: Sent
}

/** Calls that change people, their roles, seats and owners; and now and then any other. */
export function membershipCallsOn(stage: Stage): Arbitrary<MembershipCall> {
  const { compiled, world } = stage
  const names = namesOn(stage)
  const { changing, by } = callsOn(stage)
  const roles = names.roles.organization ?? []
  const powerful = [...world.users()]
    .filter((user) =>
      ['users.remove', 'users.update', 'invitations.create'].some((operation) =>
        compiled
          .allowedActions(world, user, { type: 'organization', resources: {} })
          .some(({ action, outcome }) => action === operation && outcome !== 'no'),
      ),
    )
    .map(({ email }) => email)
  const pool = [...new Set(['admin@acme.test', ...powerful, ...names.users.slice(0, 6)])].filter(
    (email) => stage.people.includes(email),
  )
  const user = fc.constantFrom(...pool)
  const invitation = fc.constantFrom(...names.invitations)
  const role = roles.length > 0 ? fc.constantFrom(...roles) : fc.constant('none')
  const calls: Partial<Record<string, Arbitrary<Sent>>> = {
    remove: user.map((who): Sent => ({ operation: 'users.remove', args: [who] })),
    invite: fc
      .record({ email: fc.constantFrom('one@acme.test', 'two@acme.test', 'three@acme.test'), role })
      .map((body): Sent => ({ operation: 'invitations.create', args: [body] })),
    accept: invitation.map((id): Sent => ({ operation: 'invitations.accept', args: [id] })),
    withdraw: invitation.map((id): Sent => ({ operation: 'invitations.withdraw', args: [id] })),
    transfer: user.map((to): Sent => ({
      operation: 'organization.transferOwnership',
      args: [{ to }],
    })),
    seats: fc
      .integer({ min: 1, max: 20 })
      .map((seats): Sent => ({ operation: 'organization.updatePlan', args: [{ seats }] })),
    owner: fc.tuple(fc.constantFrom(...names.projects), user).map(([project, to]): Sent => ({
      operation: 'projects.transferOwnership',
      args: [project, { to }],
    })),
    role:
      roles.length > 0
        ? fc.tuple(user, role).map(([who, next]): Sent => ({
            operation: 'users.update',
            args: [who, { role: next }],
          }))
        : fc
            .tuple(user, fc.constantFrom(...(names.roles.team ?? []), null))
            .map(([who, admin]): Sent => ({
              operation: 'users.update',
              args: [who, { teams: { admin } }],
            })),
    contents: fc.subarray([...names.permissions]).map((permissions): Sent => ({
      operation: 'roles.update',
      args: ['deputy', { permissions }],
    })),
  }
  const offered = Object.values(calls).flatMap((call) => {
    const [sample] = call ? fc.sample(call, { numRuns: 1, seed: 1 }) : []
    return call && sample && compiled.offers(sample.operation) ? [call] : []
  })
  return fc.record({
    by: fc.oneof({ weight: 3, arbitrary: user }, by),
    call: fc.oneof(
      { weight: 6, arbitrary: fc.oneof(...offered) },
      { weight: 1, arbitrary: changing },
    ),
  })
}
