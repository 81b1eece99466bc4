import { operationsOn } from '../../generated/contract.ts'
import type { Policy, ProjectSource, RoleDefinition } from '../../policy/language/policy.ts'
import { reachesProjects } from '../../policy/language/project-permissions.ts'
import { inEntry, isHeldIn } from '../../policy/world/roles.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'
import { boxProblems } from './boxes.ts'
import { idleEffects } from './idle-effects.ts'
import { hasEntries, noEffect } from './no-effect.ts'

/** What a policy says that can never do or give anything: effects, sources, entries, rights and boxes to tick. */
export const effectProblems = (policy: Policy): readonly Finding[] => [
  ...idleEffects(policy),
  ...sourceProblems(policy),
  ...entryProblems(policy),
  ...rightProblems(policy),
  ...boxProblems(policy),
]

const sourceProblems = (policy: Policy): readonly Finding[] =>
  policy.sources.project.from.flatMap((source, index) => {
    const why = whyDead(policy, source)
    if (why === undefined) return []
    const [reason, fix] = why
    const at = pointer('sources', 'project', 'from', index)
    return [noEffect(at, `It gives nobody anything: ${reason}.`, fix)]
  })

/** Why a source can give nobody anything, and what would be right; undefined where it can. */
function whyDead(
  policy: Policy,
  source: ProjectSource,
): readonly [reason: string, fix: string] | undefined {
  const { roles, customRoles, rights = {} } = policy
  switch (source.through) {
    case 'team_entry':
      if (customRoles === 'team' || roles.some(({ scope }) => scope === 'team')) return undefined
      return ['no role is held in a team', 'Add a role of scope "team", or take the source out.']
    case 'entry': {
      const held = roles.filter((role) => isInEntry(policy, role))
      const gives = held.some((role) => permissionsOf(policy, role).length > 0)
      // Where projects have no roles, an entry carries a team's, which may be made by a call.
      const isMade = customRoles === 'team' && inEntry(policy, 'project').scope === 'team'
      if (gives || isMade || Object.keys(rights).length > 0) return undefined
      return [
        'no role that an entry can have gives a permission, and no right does',
        'Add a role of scope "project" with permissions, or take the source out.',
      ]
    }
    case 'organization_role': {
      const held = roles.filter(({ scope }) => scope === 'organization')
      if (held.some((role) => reachesProjects(policy, permissionsOf(policy, role))))
        return undefined
      return [
        'no role in the organization has a permission that counts on projects',
        'Give one a permission of a project’s role or one that a rule asks for on a project, or take the source out.',
      ]
    }
    // Roles that are held elsewhere are named as such.
    case 'ownership':
    case 'creation':
    case 'everyone':
      return undefined
  }
}

/** Entries are made, and no source counts them: whoever accepts one is let in nowhere. */
function entryProblems(policy: Policy): readonly Finding[] {
  const through = new Set(policy.sources.project.from.map((source) => source.through))
  const isOffered = Object.hasOwn(policy.changes, operationsOn.member.create)
  const isMeant = policy.roles.some(({ scope }) => scope === 'project')
  if (!isOffered || !isMeant || through.has('entry') || through.has('team_entry')) return []
  return [
    noEffect(
      pointer('changes', operationsOn.member.create),
      'An entry gives nobody anything: no source of projects is an entry.',
      `Add { "through": "entry" } to /sources/project/from, or don’t offer ${operationsOn.member.create}.`,
    ),
  ]
}

/** Whether an entry on a project can have the role. */
const isInEntry = (policy: Policy, role: RoleDefinition): boolean =>
  isHeldIn(role, inEntry(policy, role.category ?? 'project'))

/** All that a role can give, boxes ticked. */
const permissionsOf = (
  { permissions: all }: Policy,
  { permissions, grants = {} }: RoleDefinition,
): readonly string[] => [
  ...(permissions === '*' ? Object.keys(all) : permissions),
  ...Object.values(grants).flat(),
]

/** An entry's rights count through the source `entry` alone. */
const rightProblems = (policy: Policy): readonly Finding[] =>
  hasEntries(policy)
    ? []
    : rightsKnown(policy).map((right) =>
        noEffect(
          pointer('rights', right),
          `The right to ${right} gives nobody anything: no source of projects is an entry.`,
          'Add { "through": "entry" } to /sources/project/from, or take the right out.',
        ),
      )

const rightsKnown = ({ rights = {}, permissions }: Policy): readonly string[] =>
  Object.entries(rights).flatMap(([right, permission]) =>
    Object.hasOwn(permissions, permission) ? [right] : [],
  )
