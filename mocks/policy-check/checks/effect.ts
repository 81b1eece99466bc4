import { operationsOn } from '../../generated/contract.ts'
import type { Policy, ProjectSource, RoleDefinition } from '../../policy/language/policy.ts'
import { reachesProjects } from '../../policy/language/project-permissions.ts'
import { inEntry, isHeldIn } from '../../policy/world/roles.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'
import { grantProblems } from './grants.ts'
import { idleEffects } from './idle-effects.ts'
import { hasEntries, noEffect } from './no-effect.ts'

/** Finds effects, sources, entries, rights and grants that never do or give anything. */
export const effectProblems = (policy: Policy): readonly Finding[] => [
  ...idleEffects(policy),
  ...sourceProblems(policy),
  ...entryProblems(policy),
  ...rightProblems(policy),
  ...grantProblems(policy),
]

const sourceProblems = (policy: Policy): readonly Finding[] =>
  policy.sources.project.from.flatMap((source, index) => {
    const why = whyDead(policy, source)
    if (why === undefined) return []
    const [reason, fix] = why
    const at = pointer('sources', 'project', 'from', index)
    return [noEffect(at, `The source gives nobody anything: ${reason}.`, fix)]
  })

/** Why a source can't give anybody anything, and the fix; undefined if it can. */
function whyDead(
  policy: Policy,
  source: ProjectSource,
): readonly [reason: string, fix: string] | undefined {
  const { roles, customRoles, rights = {} } = policy
  switch (source.through) {
    case 'team_entry':
      if (customRoles === 'team' || roles.some(({ scope }) => scope === 'team')) return undefined
      return ['no role is held in a team', 'Add a role of scope "team", or remove the source.']
    case 'entry': {
      const held = roles.filter((role) => isInEntry(policy, role))
      const gives = held.some((role) => permissionsOf(policy, role).length > 0)
      // In a policy without project roles, an entry has a team role, which a call may have created.
      const isMade = customRoles === 'team' && inEntry(policy, 'project').scope === 'team'
      if (gives || isMade || Object.keys(rights).length > 0) return undefined
      return [
        'no role that an entry can have gives a permission, and no right does',
        'Add a role of scope "project" with permissions, or remove the source.',
      ]
    }
    case 'organization_role': {
      const held = roles.filter(({ scope }) => scope === 'organization')
      if (held.some((role) => reachesProjects(policy, permissionsOf(policy, role))))
        return undefined
      return [
        'no role in the organization has a permission that counts on projects',
        'Give such a role a permission that counts on projects, or remove the source.',
      ]
    }
    // Another check reports roles of the wrong scope.
    case 'ownership':
    case 'creation':
    case 'everyone':
      return undefined
  }
}

/** Reports entries that can be added although no source goes through them: accepting one opens nothing. */
function entryProblems(policy: Policy): readonly Finding[] {
  const through = new Set(policy.sources.project.from.map((source) => source.through))
  const isOffered = Object.hasOwn(policy.changes, operationsOn.member.create)
  const isMeant = policy.roles.some(({ scope }) => scope === 'project')
  if (!isOffered || !isMeant || through.has('entry') || through.has('team_entry')) return []
  return [
    noEffect(
      pointer('changes', operationsOn.member.create),
      'An entry gives nobody anything: no source of projects goes through entries.',
      `Add { "through": "entry" } to /sources/project/from, or don’t offer ${operationsOn.member.create}.`,
    ),
  ]
}

/** Whether an entry on a project can have the role. */
const isInEntry = (policy: Policy, role: RoleDefinition): boolean =>
  isHeldIn(role, inEntry(policy, role.category ?? 'project'))

/** The permissions of a role with all its grants ticked. */
const permissionsOf = (
  { permissions: all }: Policy,
  { permissions, grants = {} }: RoleDefinition,
): readonly string[] => [
  ...(permissions === '*' ? Object.keys(all) : permissions),
  ...Object.values(grants).flat(),
]

/** Rights count through the source `entry` only. */
const rightProblems = (policy: Policy): readonly Finding[] =>
  hasEntries(policy)
    ? []
    : rightsKnown(policy).map((right) =>
        noEffect(
          pointer('rights', right),
          `The right to ${right} gives nobody anything: no source of projects goes through entries.`,
          'Add { "through": "entry" } to /sources/project/from, or remove the right.',
        ),
      )

const rightsKnown = ({ rights = {}, permissions }: Policy): readonly string[] =>
  Object.entries(rights).flatMap(([right, permission]) =>
    Object.hasOwn(permissions, permission) ? [right] : [],
  )
