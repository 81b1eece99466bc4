import type { Policy } from '../../policy/policy.ts'
import type { Requirement } from '../../policy/requirement.ts'
import { ruleOf } from '../../policy/rules.ts'
import { implies } from '../implies.ts'
import type { Finding } from '../problem.ts'
import { caseListsIn } from './cases.ts'
import { follows } from './truth.ts'

/** What everybody meets of themselves: of their membership, and of their own entry. */
const ofOneself: Requirement = {
  all: [
    { nothing: true },
    { self: 'user' },
    { self: 'member' },
    { member: 'organization' },
    { member: 'project' },
  ],
}

/** What gives somebody more, by the key of the body that says so. */
const gains: Readonly<Record<string, readonly string[]>> = {
  'users.update': ['role', 'teams', 'grants'],
  'projects.members.update': ['roles', 'rights', 'grants', 'isOwner'],
  'roles.update': ['permissions'],
}

/** Changes by which anybody may give themselves more than they have. */
export const promotionProblems = (policy: Policy): readonly Finding[] =>
  caseListsIn(policy).flatMap(({ operation, key, cases }) => {
    const names = gains[operation] ?? []
    const stated = key ?? ''
    const isGain = key === undefined ? isWhole(policy, operation) : names.includes(stated)
    if (names.length === 0 || !isGain) return []
    return cases.flatMap(({ at, one: { when, ask } }): readonly Finding[] => {
      // Ending a membership gives nobody more.
      if (when && follows({ field: 'value', is: null }, when)) return []
      const rule = ruleOf(policy, ask)
      if (!rule || !isOpenToAll(policy, rule.require)) return []
      return [
        {
          code: 'self_promotion',
          pointer: at,
          message: `Anybody may promote themselves: everybody meets the rule of ${ask}.`,
          fix: 'Ask for a permission that not everybody has.',
        },
      ]
    })
  })

/** Whether the operation says what each key asks, or asks the same of all. */
const isWhole = ({ changes }: Policy, operation: string): boolean =>
  changes[operation]?.keys === undefined

/** Whether everybody meets it of themselves: by who they are, or since every role gives it. */
const isOpenToAll = ({ roles }: Policy, requirement: Requirement): boolean => {
  const inOrganization = roles.filter(({ scope }) => scope === 'organization')
  const shared = inOrganization
    .map(({ permissions }) => permissions)
    .reduce<readonly string[] | '*'>(
      (all, some) =>
        some === '*' ? all : all === '*' ? some : all.filter((one) => some.includes(one)),
      '*',
    )
  const held =
    shared === '*' || inOrganization.length < 2
      ? []
      : shared.map((permission): Requirement => ({ permission, in: 'organization' }))
  return implies({ all: [ofOneself, ...held] }, requirement)
}
