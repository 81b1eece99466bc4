import type { Policy, RoleDefinition } from '../../policy/language/policy.ts'
import { inEntry } from '../../policy/world/roles.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'
import { partsInConditions } from './names-in-conditions.ts'
import { hasEntries, noEffect } from './no-effect.ts'

/** Finds grants that nobody can tick for a role's holders, and grants that add nothing to any role. */
export const grantProblems = (policy: Policy): readonly Finding[] => [
  ...policy.roles.flatMap((role, index) => uselessGrantsOf(policy, role, index)),
  ...idleGrants(policy),
]

/** Grants that neither a role nor a condition names. */
function idleGrants(policy: Policy): readonly Finding[] {
  const named = new Set([
    ...policy.roles.flatMap(({ grants = {} }) => Object.keys(grants)),
    ...partsInConditions(policy, 'grants').map(({ name }) => name),
  ])
  return Object.keys(policy.grants)
    .filter((grant) => !named.has(grant))
    .map((grant) =>
      noEffect(
        pointer('grants', grant),
        `The grant ${grant} gives nobody anything: no role lists permissions for it.`,
        'List them in the grants of a role, or remove the grant.',
      ),
    )
}

function uselessGrantsOf(policy: Policy, role: RoleDefinition, index: number): readonly Finding[] {
  const { key, scope, grants = {}, afterRevocation = {} } = role
  const unticked = Object.keys(grants).flatMap((grant) => {
    const reason = whyNotTicked(policy, scope, grant)
    if (reason === undefined) return []
    const at = pointer('roles', index, 'grants', grant)
    return [
      noEffect(
        at,
        `Role ${key} gives nothing for grant ${grant}: ${reason}.`,
        'Give the permissions to the role itself, or let the grant be ticked where the role is held.',
      ),
    ]
  })
  if (scope === 'organization') return unticked
  const left = Object.keys(afterRevocation).map((grant) =>
    noEffect(
      pointer('roles', index, 'afterRevocation', grant),
      `Role ${key} keeps nothing of grant ${grant} after it is unticked: only roles in the organization do.`,
      'Remove it, or make the scope "organization".',
    ),
  )
  return [...unticked, ...left]
}

function whyNotTicked(
  policy: Policy,
  scope: RoleDefinition['scope'],
  grant: string,
): string | undefined {
  const { in: places = [] } = policy.grants[grant] ?? {}
  if (scope === 'team' && inEntry(policy, 'project').scope !== 'team') {
    return 'the role is held in a team, where no grant can be ticked'
  }
  const place = scope === 'organization' ? scope : 'project'
  if (!Object.hasOwn(policy.grants, grant)) return undefined
  if (!places.includes(place)) return `grants.${grant}.in does not name ${place}`
  if (place === 'project' && !hasEntries(policy))
    return 'no source of projects goes through entries'
  return undefined
}
