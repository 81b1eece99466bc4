import { keepsInvariants } from '../decide/invariants.ts'
import type { Judge } from '../language/judge.ts'
import type { Assignment, AssignmentChange } from '../assignments/assignment.ts'
import { personAfter } from '../assignments/draft.ts'
import type { Option, Prerequisite } from '../assignments/prerequisite.ts'
import { rolesByReach } from '../world/roles.ts'
import type { Reader } from '../world/reader.ts'
import { mayDisclose, mayDiscloseRole } from '../sight/disclosure.ts'
import type { World } from '../world/world.ts'

/** A set of changes that would allow the call, with what is lacking now. */
export interface Plan {
  changes: readonly AssignmentChange[]
  unmet: readonly Prerequisite[]
}

/** A plan that may do: trying it out costs more than finding it. */
export interface Candidate extends Plan {
  /** Whether the changes allow the call, and no part of them does. */
  isSound(): boolean
}

const isHarmless = ({ policy }: Judge, world: World, change: AssignmentChange): boolean => {
  const { user } = change.assignment
  return !user || keepsInvariants(policy, world, user, personAfter(user, change))
}

/** The least that would meet all that is needed of one assignment; undefined where nothing would. */
const changeFor = (
  judge: Judge,
  world: World,
  reader: Reader,
  assignment: Assignment,
  needed: readonly Prerequisite[],
): AssignmentChange | undefined => {
  const { rolePlace } = assignment
  if (rolePlace === undefined) return { assignment }
  for (const role of rolesByReach(world, rolePlace)) {
    if (!mayDiscloseRole(reader, role)) continue
    if (!needed.every(({ fits }) => fits === undefined || fits(role))) continue
    const change = { assignment, role: role.key }
    if (isHarmless(judge, world, change)) return change
  }
  return undefined
}

/** The least changes that would meet the option; undefined where none would, or none that may be told. */
export const planOf = (
  judge: Judge,
  world: World,
  reader: Reader,
  option: Option,
): Plan | undefined => {
  const unmet = option.filter(({ met }) => !met)
  if (!unmet.every((one) => mayDisclose(judge, reader, one))) return undefined
  const changes: AssignmentChange[] = []
  const byAssignment = Map.groupBy(option, ({ assignment }) => assignment.key)
  for (const needed of byAssignment.values()) {
    const lacking = needed.find(({ met }) => !met)
    if (!lacking) continue
    const change = changeFor(judge, world, reader, lacking.assignment, needed)
    if (!change) return undefined
    changes.push(change)
  }
  return changes.length === 0 ? undefined : { changes, unmet }
}
