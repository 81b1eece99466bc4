import { isOperation } from '../../policy/world/operations.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { referencesOf } from '../../policy/call/references.ts'
import { inEntry } from '../../policy/world/roles.ts'
import type { Finding } from '../problem.ts'
import { type Read, readIn } from './compared.ts'
import { lookUp } from './look-up.ts'
import { noEffect } from './no-effect.ts'
import type { Spot } from './spot.ts'

/** Finds effects that take a team, or a role in a team, from a field that never holds one. */
export const idleValues = (policy: Policy): readonly Finding[] =>
  readIn(policy).flatMap((read) => {
    if (read.is !== undefined) return []
    const wanted = read.at.endsWith('/role/field') ? 'role' : 'team'
    const bound = read.spots.flat().filter((spot) => 'shape' in lookUp(spot, read.field))
    if (bound.length === 0 || bound.some((spot) => mayHold(policy, read, spot, wanted))) return []
    const [what, examples] =
      wanted === 'team'
        ? ['a team', 'team.key or project.team']
        : ['a role in a team', 'settings.defaultRole or next.roleInTeam']
    return [
      noEffect(
        read.at,
        `The effect does nothing: ${read.field} does not hold ${what}.`,
        `Take a field that holds ${what}, such as ${examples}.`,
      ),
    ]
  })

/** Fields of resources and of the platform that hold a team. */
const teams =
  /^(?:team\.(?:key|id)|(?:project|destination)\.team|settings\.defaultTeam|member\.subject\.id)$/

/** Fields that hold a role, and among them those that hold a role in a team. */
const roles =
  /^(?:(?:\w+\.)(?:role|defaultRole|roleInTeam)|role\.(?:key|id)|\w+\.(?:roles|teams)\.[^.]+)$/
const ofTeams =
  /^(?:(?:team|settings)\.defaultRole|role\.(?:key|id)|\w+\.roleInTeam|\w+\.teams\.[^.]+)$/

function mayHold(policy: Policy, { field }: Read, spot: Spot, wanted: 'team' | 'role'): boolean {
  const found = lookUp(spot, field)
  if (!('shape' in found)) return false
  if (found.shape === 'any') return true
  const [root = '', key = ''] = field.split('.')
  if (root === 'input' && isOperation(spot.by)) {
    const [reference] = referencesOf(spot.by, { [key]: 'probe' })
    // A free text may be the key that is meant.
    if (reference === undefined) return found.shape === 'text'
    if (reference.type !== wanted) return false
    return wanted === 'team' || reference.in === 'team' || isHeldInBoth(policy)
  }
  if (wanted === 'team') return teams.test(field)
  if (!roles.test(field)) return false
  return ofTeams.test(field) || isHeldInBoth(policy) || inEntry(policy, 'project').scope === 'team'
}

/** Whether a team role shares its key with a role of another scope. */
const isHeldInBoth = ({ roles: all }: Policy): boolean =>
  all.some(
    ({ key, scope }) =>
      scope === 'team' && all.some((other) => other.key === key && other.scope !== 'team'),
  )
