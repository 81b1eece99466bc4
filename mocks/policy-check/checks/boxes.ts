import type { Policy, RoleDefinition } from '../../policy/language/policy.ts'
import { inEntry } from '../../policy/world/roles.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'
import { partsInConditions } from './names-in-conditions.ts'
import { hasEntries, noEffect } from './no-effect.ts'

/** Boxes that nobody can tick for whoever holds the role, and those that give no role anything. */
export const boxProblems = (policy: Policy): readonly Finding[] => [
  ...policy.roles.flatMap((role, index) => boxesOf(policy, role, index)),
  ...idleGrants(policy),
]

/** Grants that neither a role nor a condition speaks of. */
function idleGrants(policy: Policy): readonly Finding[] {
  const spokenOf = new Set([
    ...policy.roles.flatMap(({ grants = {} }) => Object.keys(grants)),
    ...partsInConditions(policy, 'grants').map(({ name }) => name),
  ])
  return Object.keys(policy.grants)
    .filter((grant) => !spokenOf.has(grant))
    .map((grant) =>
      noEffect(
        pointer('grants', grant),
        `Ticking ${grant} gives nobody anything: no role says what it adds.`,
        'Say so in the grants of a role, or take it out.',
      ),
    )
}

function boxesOf(policy: Policy, role: RoleDefinition, index: number): readonly Finding[] {
  const { key, scope, grants = {}, afterRevocation = {} } = role
  const boxes = Object.keys(grants).flatMap((grant) => {
    const reason = whyNotTicked(policy, scope, grant)
    if (reason === undefined) return []
    const at = pointer('roles', index, 'grants', grant)
    return [
      noEffect(
        at,
        `Role ${key} gives nothing for grant ${grant}: ${reason}.`,
        'Give the permissions to the role itself, or tick the grant where the role is held.',
      ),
    ]
  })
  if (scope === 'organization') return boxes
  const left = Object.keys(afterRevocation).map((grant) =>
    noEffect(
      pointer('roles', index, 'afterRevocation', grant),
      `Nothing stays of grant ${grant} for role ${key}: that is so of roles in the organization alone.`,
      'Take it out, or make the scope "organization".',
    ),
  )
  return [...boxes, ...left]
}

function whyNotTicked(
  policy: Policy,
  scope: RoleDefinition['scope'],
  grant: string,
): string | undefined {
  const { in: places = [] } = policy.grants[grant] ?? {}
  if (scope === 'team' && inEntry(policy, 'project').scope !== 'team') {
    return 'it is held in a team, where no grant is ticked'
  }
  const place = scope === 'organization' ? scope : 'project'
  if (!Object.hasOwn(policy.grants, grant)) return undefined
  if (!places.includes(place)) return `grants.${grant}.in does not name ${place}`
  if (place === 'project' && !hasEntries(policy)) return 'no source of projects is an entry'
  return undefined
}
