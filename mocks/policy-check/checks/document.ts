import { operationsOn } from '../../generated/contract.ts'
import { responsesOf, type Validate } from '../../generated/validators.js'
import { placesOf, predicateOf } from '../../message/faults.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { quoted } from '../../shared/quoted.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'

/** Finds keys and names that the API’s document does not allow: no answer could contain them. */
export const documentProblems = (policy: Policy): readonly Finding[] => [
  ...policy.roles.flatMap((role, index) => {
    const { key, name, description, scope, category, permissions, assignable = true } = role
    const shown = {
      id: 'role_1',
      key,
      name,
      ...(description !== undefined && { description }),
      scope,
      ...(category !== undefined && { category }),
      permissions: permissions === '*' ? Object.keys(policy.permissions) : permissions,
      builtIn: true,
      assignable,
      ...made,
    }
    return faultsIn(responsesOf(operationsOn.role.get)[200], shown, pointer('roles', index), {
      ...role,
    })
  }),
  ...policy.teams.flatMap((team, index) => {
    const shown = { id: 'team_1', ...team, builtIn: true, ...made }
    return faultsIn(responsesOf(operationsOn.team.get)[200], shown, pointer('teams', index), {
      ...team,
    })
  }),
  ...defaultTeam(policy),
]

const made = { createdAt: '2026-01-05T09:00:00.000Z', etag: 'a' }

function defaultTeam({ settings }: Policy): readonly Finding[] {
  const key = settings?.defaultTeam
  if (key === undefined) return []
  const shown = { id: 'team_1', key, name: key, builtIn: false, ...made }
  return faultsIn(responsesOf(operationsOn.team.get)[200], shown, '', { key })
    .slice(0, 1)
    .map((finding) => ({ ...finding, pointer: pointer('settings', 'defaultTeam') }))
}

/** The faults of a resource as the API would show it, each at its place in the policy. */
function faultsIn(
  validate: Validate | undefined,
  shown: unknown,
  at: string,
  written: Readonly<Record<string, unknown>>,
): readonly Finding[] {
  if (validate === undefined || validate(shown)) return []
  return placesOf(validate.errors ?? []).map((place) => {
    const [where] = place
    const [, name = ''] = where.split('/')
    return wrong(at + where, `${quoted(String(written[name]))} is a ${name}`, predicateOf(place))
  })
}

const wrong = (at: string, what: string, predicate: string): Finding => ({
  code: 'not_in_document',
  pointer: at,
  message: `${what} that no answer of the API may contain.`,
  fix: `It ${predicate}`,
})
