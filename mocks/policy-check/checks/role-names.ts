import { operationsOn } from '../../generated/contract.ts'
import { suggestion } from '../../shared/nearest.ts'
import { placesOfDefaultRole } from '../../policy/call/default-role.ts'
import type { Policy } from '../../policy/language/policy.ts'
import {
  categoriesIn,
  inEntry,
  inOrganization,
  inTeam,
  isHeldIn,
  type RolePlace,
} from '../../policy/world/roles.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'
import type { NamedRole } from './named-role.ts'
import { rolesInConditions } from './roles-in-conditions.ts'

/** Finds names of roles that do not exist, or are held elsewhere. */
export const roleNameProblems = (policy: Policy): readonly Finding[] =>
  [...namedRoles(policy), ...rolesInConditions(policy)].flatMap((named) => problemOf(policy, named))

/** Any category; in a policy without project roles, also a team, since entries have team roles then. */
const onProject = (policy: Policy): readonly RolePlace[] => {
  const categories = categoriesIn(policy)
  if (categories.length > 0) return categories.map((category) => inEntry(policy, category))
  return [{ scope: 'project', category: 'project' }, inTeam]
}

function namedRoles(policy: Policy): readonly NamedRole[] {
  const { settings, sources, invariants, effects } = policy
  const organization = [inOrganization]
  return [
    ...(settings ? defaultRoles(policy, settings.defaultRole) : []),
    ...sources.project.from.flatMap((source, index) =>
      'roles' in source
        ? source.roles.map((name, place) => ({
            at: pointer('sources', 'project', 'from', index, 'roles', place),
            name,
            as: 'The role of a source',
            places: onProject(policy),
          }))
        : [],
    ),
    ...invariants.flatMap(({ count }, index) =>
      'role' in count
        ? [
            {
              at: pointer('invariants', index, 'count', 'role'),
              name: count.role,
              as: 'The role that an invariant counts',
              places: organization,
            },
          ]
        : [],
    ),
    ...effects.flatMap(({ do: done }, index): readonly NamedRole[] => {
      const at = pointer('effects', index, 'do')
      if ('setRole' in done) {
        const as = 'The role that an effect gives'
        return [{ at: at + pointer('setRole'), name: done.setRole, as, places: organization }]
      }
      if (!('joinTeam' in done && 'key' in done.role)) return []
      const as = 'The role of a new team member'
      return [{ at: at + pointer('role', 'key'), name: done.role.key, as, places: [inTeam] }]
    }),
  ]
}

/** The default role, once per place where calls assign it. */
function defaultRoles(policy: Policy, name: string): readonly NamedRole[] {
  const given = { at: pointer('settings', 'defaultRole'), name, isGiven: true }
  const places = placesOfDefaultRole(policy)
  if (places.length < 2 || !policy.roles.some(({ key }) => key === name)) {
    return [{ ...given, as: 'The default role', places }]
  }
  return places.map((place) => ({
    ...given,
    as: `The default role of ${place.scope === 'team' ? 'a new team member' : 'an invitation'}`,
    places: [place],
    ...(place.scope === 'organization' && {
      otherwise: `Or require the role: "${operationsOn.invitation.create}": { "required": ["role"] }.`,
    }),
  }))
}

function problemOf(policy: Policy, named: NamedRole): readonly Finding[] {
  const { roles } = policy
  const { at, name, as, places, isGiven, otherwise } = named
  const fitting = roles.filter(
    (role) => places.length === 0 || places.some((place) => isHeldIn(role, place)),
  )
  const found = fitting.filter(({ key }) => key === name)
  const known = [
    ...new Set(
      fitting.flatMap(({ key, assignable = true }) => (assignable || !isGiven ? key : [])),
    ),
  ]
  if (found.some(({ assignable = true }) => assignable || !isGiven)) return []
  if (found.length > 0) {
    return [
      {
        code: 'not_assignable',
        pointer: at,
        message: `Role ${name} is not assignable. ${as} must be.`,
        fix: `Name one of ${known.join(', ')}.`,
      },
    ]
  }
  const elsewhere = roles.find(({ key }) => key === name)
  if (elsewhere) {
    const [place] = places
    const wanted =
      places.length === 1 && place
        ? inWords(place)
        : [...new Set(places.map(({ scope }) => inWords({ scope })))].join(' or ')
    const held = inWords({ scope: elsewhere.scope, category: elsewhere.category })
    const first =
      known.length === 0 ? `Define a role held ${wanted}.` : `Name one of ${known.join(', ')}.`
    return [
      {
        code: 'wrong_scope',
        pointer: at,
        message: `Role ${name} is held ${held}. ${as} must be held ${wanted}.`,
        fix: otherwise === undefined ? first : `${first} ${otherwise}`,
      },
    ]
  }
  const fix =
    known.length === 0
      ? `Define "${name}" in /roles, or remove it.`
      : `Name one of ${known.join(', ')}, or define it in /roles.`
  return [
    {
      code: 'unknown_role',
      pointer: at,
      message: `There is no role "${name}".`,
      fix: suggestion(name, known, fix),
    },
  ]
}

const inWords = ({
  scope,
  category = 'project',
}: {
  scope: string
  category?: string | undefined
}) => {
  if (scope === 'organization') return 'in the organization'
  if (scope === 'team') return 'in a team'
  return category === 'project' ? 'on a project' : `on a project, in category ${category}`
}
