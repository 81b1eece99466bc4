import type { Scope } from '../../policy/language/requirement.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'
import { isKey } from './impossible.ts'
import { partsInConditions, valuesInConditions } from './names-in-conditions.ts'
import { leavesIn } from '../../policy/language/placed.ts'

/** Finds teams that not every deployment has, duplicate teams, and a default team that is reserved. */
export function teamProblems(policy: Policy): readonly Finding[] {
  const keys = policy.teams.map(({ key }) => key)
  const own = [...keys, policy.settings?.defaultTeam]
  return [
    ...keys.flatMap((key, index): readonly Finding[] =>
      keys.indexOf(key) === index
        ? []
        : [
            {
              code: 'duplicate_team',
              pointer: pointer('teams', index, 'key'),
              message: `There is another team ${key}.`,
              fix: 'Give one of them another key, or remove it.',
            },
          ],
    ),
    ...reserved(policy),
    ...teamsNamed(policy)
      .filter(({ name }) => !own.includes(name))
      .map(({ at, name }): Finding => ({
        code: 'unknown_team',
        pointer: at,
        message: `Not every deployment has a team ${name}.`,
        fix:
          keys.length === 0
            ? 'Add it to /teams.'
            : `Name one of ${keys.join(', ')}, or add it to /teams.`,
      })),
  ]
}

const reserved = ({ settings, teams }: Policy): readonly Finding[] =>
  teams.some(({ key }) => key === settings?.defaultTeam)
    ? [
        {
          code: 'reserved_team',
          pointer: pointer('settings', 'defaultTeam'),
          message:
            'The default team is one of the policy’s own, which everybody who signs up would join.',
          fix: 'Name another team; every deployment then has it.',
        },
      ]
    : []

const teamOf = (scope: Scope): string | undefined =>
  typeof scope === 'object' ? scope.team : undefined

function teamsNamed(policy: Policy) {
  const { invariants, effects, hardened } = policy
  const found: readonly { readonly at: string; readonly name: string | undefined }[] = [
    ...leavesIn(policy).map(({ at, requirement }) => {
      if ('member' in requirement) {
        return { at: at + pointer('member', 'team'), name: teamOf(requirement.member) }
      }
      const name = 'in' in requirement ? teamOf(requirement.in) : undefined
      return { at: at + pointer('in', 'team'), name }
    }),
    ...invariants.map(({ count }, index) => ({
      at: pointer('invariants', index, 'count', 'in', 'team'),
      name: 'holding' in count && typeof count.in === 'object' ? count.in.team : undefined,
    })),
    ...effects.map(({ do: done }, index) => ({
      at: pointer('effects', index, 'do', 'joinTeam', 'key'),
      name: 'joinTeam' in done && 'key' in done.joinTeam ? done.joinTeam.key : undefined,
    })),
    ...partsInConditions(policy, 'teams'),
    // Another check reports values that are not keys.
    ...valuesInConditions(policy, 'team').filter(({ name }) => isKey(name)),
    { at: pointer('hardened', 'wider', 'team'), name: hardened?.wider && teamOf(hardened.wider) },
  ]
  return found.flatMap(({ at, name }) => (name === undefined ? [] : [{ at, name }]))
}
