import fc, { type Arbitrary } from 'fast-check'
import type { Policy } from '../../../mocks/policy/index.ts'
import type {
  Change,
  Effect,
  Guard,
  Invariant,
  OperationChanges,
  ProjectSource,
} from '../../../mocks/policy/language/policy.ts'
import type { Condition } from '../../../mocks/policy/language/condition.ts'
import type { Requirement } from '../../../mocks/policy/language/requirement.ts'
import { isOperation } from '../../../mocks/policy/world/operations.ts'
import { operations } from '../../../src/generated/operations.ts'

/** Changes of a policy. */
type Part = Partial<Policy>

const everyOperation = Object.keys(operations).filter(isOperation)

const condition: Arbitrary<Condition> = fc.oneof(
  fc
    .constantFrom('user.role', 'project.private', 'team.inUse', 'input.role', 'next.role')
    .map((field): Condition => ({ field, is: null })),
  fc
    .constantFrom('project.private', 'user.inTeam', 'team.builtIn', 'user.paused')
    .map((field): Condition => ({ not: { field, is: true } })),
)

const leafIn = ({ permissions }: Policy): Arbitrary<Requirement> => {
  const scope = fc.constantFrom(
    'organization' as const,
    'team' as const,
    'any_team' as const,
    'project' as const,
    'attached_project' as const,
    'destination' as const,
  )
  return fc.oneof(
    fc
      .tuple(fc.constantFrom(...Object.keys(permissions)), scope)
      .map(([permission, where]): Requirement => ({ permission, in: where })),
    scope.map((member): Requirement => ({ member })),
    scope.map((where): Requirement => ({ covers: 'handed_out', in: where })),
    fc.constantFrom<Requirement[]>(
      { nothing: true },
      { self: 'user' },
      { self: 'member' },
      { self: 'invitation' },
      { creator: 'artifact' },
      { creator: 'project_contents' },
      { path: 'owner' },
      { feature: 'explore' },
      { property: 'subject.desk', is: 'north' },
      { property: 'subject.desk', is: ['south', 3], fromQuestion: true },
      { property: 'resource.desk', is: ['north', 'south'] },
      { property: 'action.soft', is: true, fromQuestion: true },
      { member: 'team', who: 'user' },
      { any: [] },
      { all: [] },
    ),
  )
}

const requirementIn = (policy: Policy): Arbitrary<Requirement> => {
  const leaf = leafIn(policy)
  const parts = fc.array(leaf, { minLength: 1, maxLength: 3 })
  return fc.oneof(
    leaf,
    parts.map((all): Requirement => ({ all })),
    parts.map((any): Requirement => ({ any })),
  )
}

const changeIn = (policy: Policy): Arbitrary<Change> => {
  const action = fc.constantFrom(...Object.keys(policy.rules))
  const one = fc.record({ when: condition, ask: action })
  return fc.oneof(action, one, fc.array(one, { maxLength: 2 }))
}

/** Any operation, with any requirement, or in cases that leave something out. */
const offered = (policy: Policy): Arbitrary<Part> => {
  const change = changeIn(policy)
  const asked: Arbitrary<OperationChanges> = fc.oneof(
    fc.constant({}),
    change.map((always) => ({ always })),
    fc
      .tuple(change, fc.constantFrom('get' as const, 'create' as const))
      .map(([always, ofKind]) => ({
        always,
        ofKind,
      })),
  )
  return fc
    .dictionary(fc.constantFrom(...everyOperation), asked, { minKeys: 1, maxKeys: 12 })
    .map((more): Part => ({ changes: { ...policy.changes, ...more } }))
}

const ruled = (policy: Policy): Arbitrary<Part> =>
  fc
    .dictionary(fc.constantFrom(...Object.keys(policy.rules)), requirementIn(policy), {
      minKeys: 1,
      maxKeys: 6,
    })
    .map((more): Part => {
      const rules = Object.entries(more).map(([action, require]) => [
        action,
        { id: 'OWN-01', text: 'A rule.', origin: 'reading', require },
      ])
      return { rules: { ...policy.rules, ...Object.fromEntries(rules) } }
    })

const guarded = (policy: Policy): Arbitrary<Part> => {
  const names = [...Object.keys(policy.changes), ...Object.keys(policy.rules)]
  const guard = fc.record<Guard>({
    rule: fc.constant('OWN-02'),
    on: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
    when: condition,
    status: fc.constantFrom(409, 410, 422),
    code: fc.constantFrom('gone', 'in_use', 'validation_failed', 'rate_limited', 'internal_error'),
    text: fc.constantFrom('No.', '{user.email} {role.key} {no.such.thing} {value}'),
  })
  return fc.array(guard, { minLength: 1, maxLength: 3 }).map((guards): Part => ({ guards }))
}

const effective = (policy: Policy): Arbitrary<Part> => {
  const keys = policy.roles.map(({ key }) => key)
  const role = fc.constantFrom(...keys, 'no-such-role')
  const field = fc.constantFrom('project.team', 'settings.defaultTeam', 'user.id', 'input.team')
  const done = fc.oneof<Arbitrary<Effect['do']>[]>(
    fc.record({ joinTeam: fc.record({ field }), role: fc.record({ key: role }) }),
    fc.record({
      joinTeam: fc.record({ key: fc.constantFrom('admin', 'none') }),
      role: fc.record({ key: role }),
    }),
    fc.record({ addEntry: fc.record({ team: fc.record({ field }) }), isOwner: fc.boolean() }),
    fc.record({ setRole: role, of: fc.constantFrom('user', 'actor') }),
    fc.constantFrom<Effect['do'][]>(
      { setOwner: 'actor' },
      { clearGrants: 'user' },
      { clearGrants: 'member' },
      { removeEntries: 'project' },
      { removeEntries: 'user' },
      { revokeTokens: 'others' },
    ),
  )
  const effect = fc.record<Effect>({
    rule: fc.constant('OWN-03'),
    on: fc.array(fc.constantFrom(...Object.keys(policy.changes)), { minLength: 1, maxLength: 6 }),
    do: done,
  })
  return fc.array(effect, { minLength: 1, maxLength: 4 }).map((effects): Part => ({ effects }))
}

const bounded = (policy: Policy): Arbitrary<Part> => {
  const [permission = ''] = Object.keys(policy.permissions)
  const invariant = fc.record<Invariant>({
    rule: fc.constant('OWN-04'),
    count: fc.constantFrom<Invariant['count'][]>(
      { every: 'user' },
      { every: 'project' },
      { holding: permission, in: 'organization' },
      { holding: permission, in: { team: 'no-such-team' } },
    ),
    atMost: fc.constantFrom<NonNullable<Invariant['atMost']>[]>(0, 3, {
      field: 'organization.plan.seats',
    }),
    status: fc.constant(409),
    code: fc.constantFrom('in_use', 'gone'),
    text: fc.constant('No.'),
  })
  return fc.array(invariant, { maxLength: 2 }).map((invariants): Part => ({ invariants }))
}

const reached = (policy: Policy): Arbitrary<Part> => {
  const keys = policy.roles.map(({ key }) => key)
  const roles = fc.array(fc.constantFrom(...keys), { minLength: 1, maxLength: 2 })
  const rule = fc.constant('OWN-05')
  const source = fc.oneof<Arbitrary<ProjectSource>[]>(
    fc.record({ rule, through: fc.constant('team_entry' as const), capped: fc.boolean() }),
    fc.record({ rule, through: fc.constantFrom('entry' as const, 'organization_role' as const) }),
    fc.record({ rule, through: fc.constantFrom('ownership' as const, 'everyone' as const), roles }),
  )
  return fc
    .record({
      combine: fc.constantFrom('each' as const, 'highest' as const),
      from: fc.array(source, { maxLength: 3 }),
    })
    .map((project): Part => ({ sources: { project } }))
}

const seen = (policy: Policy): Arbitrary<Part> => {
  const types = ['project', 'artifact', 'team', 'user', 'role', 'member', 'invitation', 'token']
  return fc
    .dictionary(fc.constantFrom(...types), requirementIn(policy), { maxKeys: 4 })
    .map((visibility): Part => ({
      visibility: Object.fromEntries(
        Object.entries(visibility).map(([type, require]) => [
          type,
          { id: 'OWN-06', text: 'Seen.', origin: 'reading', require },
        ]),
      ),
    }))
}

/** Everything is offered to everybody, in every state. */
const opened = (policy: Policy): Arbitrary<Part> => {
  const changes = everyOperation.map((operation) => [operation, { always: 'own.open' }])
  const rule = {
    id: 'OWN-07',
    text: 'Open.',
    origin: 'reading',
    require: { nothing: true },
  } as const
  return fc.constant<Part>({
    changes: Object.fromEntries(changes),
    rules: { ...policy.rules, 'own.open': rule },
    guards: [],
    visibility: {},
  })
}

/** Policies like that one, of the format, with parts that a user might write wrongly. */
export const ownPoliciesLike = (policy: Policy): Arbitrary<Policy> => {
  const { settings: _, ...withoutSettings } = policy
  const parts = [opened, offered, ruled, guarded, effective, bounded, reached, seen]
  return fc
    .tuple(
      fc.constantFrom(policy, withoutSettings),
      fc.uniqueArray(fc.nat({ max: parts.length - 1 }), { minLength: 1, maxLength: 4 }),
    )
    .chain(([start, chosen]) =>
      fc
        .tuple(...chosen.map((index) => (parts[index] ?? offered)(policy)))
        .map((changed) => Object.assign({}, start, ...changed)),
    )
}
